import type { Pieces } from '../record.js'

/** The cells of a row, each as the pieces of the source that it holds, one for a line; without any where it is empty. */
export type Cells = readonly Pieces[]

/** A table as it is printed. */
export interface Grid {
  readonly start: number
  readonly end: number
  readonly rows: readonly Cells[]
  /** Lines that are drawn. */
  readonly rules: Pieces
}

/** What a row of a table of issues and responses holds: a heading over those below, or what was raised and what was answered. */
export type IssueRow =
  | { readonly kind: 'heading'; readonly pieces: Pieces }
  | {
      readonly kind: 'exchange'
      readonly number: Pieces
      /** Who raised it, where that has a column of its own. */
      readonly raisers: Pieces
      readonly issue: Pieces
      readonly response: Pieces
    }

export interface IssueTable {
  readonly start: number
  readonly end: number
  readonly rows: readonly IssueRow[]
  /** Whose the responses are that name nobody. */
  readonly responder: string | null
  /** Heads, rules and columns that are neither. */
  readonly furniture: Pieces
}
