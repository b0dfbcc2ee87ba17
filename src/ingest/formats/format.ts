import type { Finding } from '../findings.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import type { Register } from '../xml/register.js'

/** How sure a format is that a document is one of its kind, from 0 to 1, and why. */
export interface Recognition {
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** Text that is no content and yet is accounted for: a printed number, a page header, the rule under a table. */
export interface Furniture {
  readonly kind: string
  readonly pieces: Pieces
}

export interface ReadingOptions {
  /** BCP 47; null to infer it. */
  readonly language: string | null
  /** What registers beside the document say, names in this language where they have them in several. */
  readonly register?: ((language: string | null) => Register) | undefined
}

/** What a format takes from a document. */
export interface Reading {
  readonly record: MeetingRecord
  readonly findings: Finding[]
  readonly furniture: Furniture[]
}

/** One kind of record: how to tell it from others, and how to read it. Pure: no database, no clock. */
export interface Format {
  readonly name: string
  /** Goes up whenever the same document may be read otherwise than before. */
  readonly version: string
  /** The most confidence that it can have in any document; 1 where it says none. Once another format is surer, it is not asked. */
  readonly atMost?: number
  recognise(source: SourceText): Recognition
  parse(source: SourceText, options: ReadingOptions): Reading
}
