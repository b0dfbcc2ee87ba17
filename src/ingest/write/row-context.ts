import { type Ids, idsOf } from './references.js'
import type { RowIds } from './row-ids.js'

/** Ids by the record's keys, as read and as merged. */
export interface BothIds {
  read: Ids<string>
  merged: Ids<string>
}

/** @param roots what rows are merged into, by their ids */
export const bothIdsOf = (
  what: string,
  read: readonly (readonly [key: string, id: string])[],
  roots: ReadonlyMap<string, string>,
): BothIds => ({
  read: idsOf(what, read),
  merged: idsOf(
    what,
    read.map(([key, id]) => [key, roots.get(id) ?? id] as const),
  ),
})

/** What the rows of a record point to. */
export interface RowContext {
  meetingId: string
  documentId: string
  /** The meeting's own sort key: a row's is this and its position. */
  sortKey: bigint
  ids: RowIds
  people: BothIds
  organizations: BothIds
  themes: BothIds
  /** The ids of the Affiliation, as merged and as read, that this place of the record's list states. */
  affiliationAt(index: number): { merged: string; read: string }
}
