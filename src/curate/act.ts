/** What a curator does, why, and who does it: the name of the key. */
export interface Act {
  reason: string
  by: string
}
