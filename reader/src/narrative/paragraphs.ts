import type { NameInText } from '../identity/names-in-text.js'
import { marksWithin } from '../layout.js'
import type { Range } from '../reported-speech/voice.js'
import type { SourceText } from '../source.js'
import { type Flow, flowOf } from '../text/flow.js'
import type { Part } from './document.js'
import type { IssueCell } from './issue-parts.js'
import { spokenText } from './spoken-text.js'

/** A paragraph before it is told: its text, the same with what is only for the eye left white, and the names in it. */
export interface Paragraph {
  readonly flow: Flow
  readonly text: string
  /** What is printed bold. */
  readonly strong: readonly Range[]
  /** Where it stands in a table of issues and responses. */
  readonly cell?: IssueCell | undefined
  names: readonly NameInText[]
}

/** The words of a paragraph, white where a heading is run into it. */
const wordsOf = (flow: Flow, from: number | undefined): string => {
  const text = spokenText(flow.text)
  const [[start] = [0]] = flow.pieces
  const lead = from === undefined ? 0 : Math.max(0, from - start)
  return ' '.repeat(Math.min(lead, text.length)) + text.slice(lead)
}

const boldMarks = /(\*\*|__)(?=\S)([^*_]{1,200}?)\1/g

/** What of a paragraph is bold, by the layout of the file, or by marks that are written as in Markdown. */
const strongIn = ({ layout }: SourceText, flow: Flow): Range[] => {
  if (layout.length === 0)
    return [...flow.text.matchAll(boldMarks)].map(({ index, 1: mark = '', 2: words = '' }) => [
      index + mark.length,
      index + mark.length + words.length,
    ])
  return flow.pieces.flatMap(([start, end], i) => {
    const shift = (flow.starts[i] ?? 0) - start
    return marksWithin(layout, start, end, 'strong').map((mark): Range => [mark.start + shift, mark.end + shift])
  })
}

/** A part of a document as a paragraph, nobody found in it yet. */
export const paragraphOf = (source: SourceText, part: Extract<Part, { kind: 'paragraph' }>): Paragraph => {
  const flow = flowOf(source.text, part.pieces)
  return { flow, text: wordsOf(flow, part.wordsFrom), strong: strongIn(source, flow), cell: part.cell, names: [] }
}

/** The paragraphs among the parts of a document. */
export const paragraphsOf = (source: SourceText, parts: readonly Part[]): Paragraph[] =>
  parts.flatMap((part) => (part.kind === 'paragraph' && part.pieces.length > 0 ? [paragraphOf(source, part)] : []))
