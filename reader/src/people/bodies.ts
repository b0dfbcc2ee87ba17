import { fold } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { freshKey } from './fresh-key.js'

type OrganizationRow = MeetingRecord['organizations'][number]

/** The organizations of a record while it is being read. */
export interface Bodies {
  readonly rows: OrganizationRow[]
  readonly byName: Map<string, OrganizationRow>
  readonly keys: Set<string>
}

export const noBodies = (): Bodies => ({ rows: [], byName: new Map(), keys: new Set() })

/** The key of the organization of a printed name; the same normalised name is one organization. */
export const bodyKey = (bodies: Bodies, printed: string): string => {
  const name = printed.trim()
  const id = fold(name) || name
  const known = bodies.byName.get(id)
  if (known) return known.key
  const row: OrganizationRow = { key: freshKey(name, bodies.keys, 'organization'), name, aliases: [], parent: null }
  bodies.keys.add(row.key)
  bodies.rows.push(row)
  bodies.byName.set(id, row)
  return row.key
}
