import { excerptOf } from '../../excerpt.js'
import { counted } from '../../narrative/counted.js'
import { narrativeDocument } from '../../narrative/document.js'
import { presentLists } from '../../narrative/lists.js'
import { spokenText } from '../../narrative/spoken-text.js'
import type { SourceText } from '../../source.js'
import { markedUp } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { reportsSpeech } from './reports-speech.js'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** How sure it is that a document is minutes in prose with a table of those present. */
export const recogniseTableMinutes = (whole: SourceText): Recognition => {
  const source = excerptOf(whole)
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const tables = presentLists(source).filter(({ isTable }) => isTable)
  const named = tables.reduce((sum, { attendees }) => sum + attendees.length, 0)
  if (named < 2) return { confidence: 0, reasons: ['it has no table of those present'] }
  const paragraphs = narrativeDocument(source).parts.filter(({ kind }) => kind === 'paragraph')
  const texts = paragraphs.map(({ pieces }) =>
    spokenText(
      pieces
        .map(([start, end]) => source.text.slice(start, end))
        .join(' ')
        .slice(0, 600),
    ),
  )
  const reporting = texts.filter(reportsSpeech)
  const lengthOf = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length, 0)
  const share = lengthOf(reporting) / Math.max(1, lengthOf(texts))
  const numbers = paragraphs.filter(
    (part, i) => (part.kind === 'paragraph' && part.number !== null) || counted.test(texts[i] ?? ''),
  )
  const numbered = numbers.length / Math.max(1, paragraphs.length)
  const isInFront = (tables[0]?.start ?? 0) < (paragraphs[0]?.pieces[0]?.[0] ?? 0)
  const sure = Math.min(1, (isInFront ? 0.5 : 0.35) + 0.75 * share)
  const confidence =
    reporting.length < 3 ? 0.2 : sure * (1 - 0.7 * (isInFront ? Math.max(0, 2 * numbered - 1) : numbered))
  return {
    confidence: Math.round(confidence * 100) / 100,
    reasons: [
      `a table names ${named} of those present`,
      `${percent(share)} of the text stands in paragraphs that say who spoke`,
    ],
  }
}
