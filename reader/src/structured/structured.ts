import type { Finding } from '../findings.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { Register } from './register.js'

/** How sure it is that a document is of a kind, from 0 to 1, and why. */
export interface Verdict {
  readonly format: string
  readonly confidence: number
  readonly reasons: readonly string[]
}

export interface StructuredOptions {
  /** BCP 47; null for the one that the file states, else inferred. */
  readonly language: string | null
  /** What registers beside the document say, names in this language where they have them in several. */
  readonly register?: ((language: string | null) => Register) | undefined
}

/** What a document whose markup says who speaks is taken to say. */
export interface StructuredReading {
  readonly record: MeetingRecord
  readonly findings: Finding[]
  /** What is no content and yet accounted for, by kind. */
  readonly furniture: { readonly kind: string; readonly pieces: Pieces }[]
}

/** Goes up whenever the same XML may be read otherwise than before. */
export const structuredVersion = '6'
