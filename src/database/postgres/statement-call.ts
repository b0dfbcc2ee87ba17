/** A statement and its callback, which receives the rows, each an array of its columns, or the error. */
export interface StatementCall {
  readonly name?: string | undefined
  readonly text: string
  readonly values: unknown[]
  readonly done: (error: Error | null | undefined, rows: unknown[][]) => void
}
