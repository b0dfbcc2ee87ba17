import type { Finding } from '@rapporteur/reader/findings'
import type { Pieces } from '@rapporteur/reader/record'

/** A finding as it is stored: candidates are ids of the API. */
export interface StoredFinding {
  id: string
  severity: Finding['severity']
  /** Those of an export may come from a later version, which knows more codes. */
  code: string
  message: string
  pieces: Pieces
  candidates: string[]
}
