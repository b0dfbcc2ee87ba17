import type { Pieces } from '../record.js'
import type { Part } from './label-parts.js'

/** Who speaks, as a heading or a label prints it. */
export type Voice =
  | { readonly kind: 'label'; readonly part: Part }
  | {
      readonly kind: 'person'
      readonly name: string
      readonly title: string | null
      readonly body: string | null
      readonly onBehalfOf?: string | null
    }
  | { readonly kind: 'party'; readonly body: string; readonly onBehalfOf?: string | null }
  | { readonly kind: 'role'; readonly role: string; readonly body: string | null }
  | { readonly kind: 'anonymous' }

/** One turn: who speaks, as printed, and where that stands. */
export interface Turn {
  readonly printed: string
  readonly voices: readonly Voice[]
  readonly at: readonly [number, number] | null
  /** The record itself is not sure. */
  readonly isDoubted: boolean
}

/** One thing of a record with turns, in order: a heading, or a paragraph with the words of a turn or without. */
export type Step =
  | { readonly kind: 'section'; readonly level: number; readonly heading: string; readonly pieces: Pieces }
  | {
      readonly kind: 'paragraph'
      readonly pieces: Pieces
      readonly turn: Turn | null
      /** Of the paragraph, what the turn's speaker says; empty for a label that stands alone. */
      readonly words: Pieces
    }
