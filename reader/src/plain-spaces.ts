import type { Reading } from './formats/format.js'
import { once } from './once.js'
import type { SourceText } from './source.js'
import { textOf } from './text/flow.js'
import { splitLines } from './text/lines.js'

const otherSpaces = /[\u00a0\u2007\u202f]/g
const anyOtherSpace = /[\u00a0\u2007\u202f]/

/** The same text with plain spaces for those that do not break ("Mr.\u00a0Roe"), so that rules know one space. Offsets stay. */
export const withPlainSpaces = once((source: SourceText): SourceText => {
  if (!anyOtherSpace.test(source.text)) return source
  const text = source.text.replace(otherSpaces, ' ')
  return { ...source, text, lines: splitLines(text) }
})

/** A reading of such a text with every stored stretch as the source has it. */
export const withOwnText = (source: SourceText, reading: Reading): Reading => {
  if (!anyOtherSpace.test(source.text)) return reading
  const { record } = reading
  const own = <Row extends { text: string; pieces: [number, number][] }>(rows: Row[]): Row[] =>
    rows.map((row) => ({ ...row, text: textOf(source.text, row.pieces) }))
  return {
    ...reading,
    record: {
      ...record,
      paragraphs: own(record.paragraphs),
      utterances: own(record.utterances),
      unattributed: own(record.unattributed),
    },
  }
}
