import { annotated } from '../outline/annotate.js'
import { type Outline, outlineVersion } from '../outline/outline.js'
import { instructions, instructionsVersion } from './instructions.js'
import type { HeaderLine } from './proposal.js'

export interface TaskOptions {
  /** Of the document's bytes, in hex: an answer says what it is an answer to. */
  readonly sha256: string
  /** Ids of the first and the last block to print; all, without them. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** For a part of a longer record: the lines of people, bodies and themes that are known from the parts before. */
  readonly known?: string | undefined
}

/** The first line of a proposal: what it is a reading of. */
export const headerOf = (
  sha256: string,
  by: NonNullable<HeaderLine['by']>,
  model: string | null = null,
): HeaderLine => ({
  proposal: 1,
  sha256,
  outline: outlineVersion,
  ...(by === 'rules' ? {} : { instructions: instructionsVersion }),
  by,
  ...(model === null ? {} : { model }),
})

const knownLines = (known: string): string =>
  `This is a part of a longer record. These lines are known from the parts before; use their keys, do not repeat them, add only what is new, and number remarks on:
${known.trim()}

`

/** All that whoever reads a record is given: instructions, the line that begins the answer, and the numbered record. */
export const annotationTask = (outline: Outline, { sha256, from, to, known }: TaskOptions): string =>
  `${instructions}
Begin the answer with this line:
${JSON.stringify(headerOf(sha256, 'model'))}

${known === undefined ? '' : knownLines(known)}The record (${outline.source.fileName}):

${annotated(outline, { from, to })}
`
