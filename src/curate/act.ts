/** What every curator's act has. */
export interface Act {
  reason: string
  /** The name of the curator's API key. */
  by: string
}
