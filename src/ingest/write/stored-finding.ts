import type { Finding, FindingCode } from '../findings.js'
import type { Pieces } from '../record.js'

/** A finding as it is stored: candidates are ids of the API. */
export interface StoredFinding {
  id: string
  severity: Finding['severity']
  code: FindingCode
  message: string
  pieces: Pieces
  candidates: string[]
}
