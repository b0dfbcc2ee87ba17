import type { Finding } from '../findings.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import type { Register } from '../structured/register.js'

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
  /**
   * No confidence of `recognise` in this document is higher, told at a small part of its cost; 1 where it says nothing. Once
   * another format is surer, this one is not asked.
   */
  atMost?(source: SourceText): number
  recognise(source: SourceText): Recognition
  /** As `recognise`, but gives up as soon as it is plain that the confidence will be lower than this; then it is null. */
  recogniseFrom?(source: SourceText, confidence: number): Recognition | null
  parse(source: SourceText, options: ReadingOptions): Reading
}
