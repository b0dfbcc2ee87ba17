import type { MergeKind } from '../../generated/prisma/enums.js'
import type { NamedIds } from './named-rows.js'
import type { Restored } from './restore.js'
import type { StoredReading } from './stored.js'
import type { StoredFinding } from './stored-finding.js'
import type { Target } from './target.js'

/** All that is decided before anything is written. */
export interface Plan {
  meeting: { id: string; slug: string; isNew: boolean }
  documentId: string
  target: Target
  stored: StoredReading
  ids: NamedIds
  slugs: ReadonlyMap<string, string>
  /** Rows that no record in force named before, brought back for this one. */
  revived: Record<MergeKind, string[]>
  findings: StoredFinding[]
  restored: Restored | undefined
}
