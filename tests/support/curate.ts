import { erasePerson } from '../../src/curate/erase/erase-person.js'
import { merge } from '../../src/curate/merge.js'
import { renamePerson } from '../../src/curate/rename-person.js'
import { restoreMeeting } from '../../src/curate/restore-meeting.js'
import { retractMeeting } from '../../src/curate/retract-meeting.js'
import { undoMerge } from '../../src/curate/undo-merge.js'
import type { Database } from '../../src/database/database.js'
import type { MergeKind } from '../../src/generated/prisma/enums.js'
import { assertDerived } from './derived.js'

const act = { reason: 'They are one.', by: 'curator' }

/** Merges rows by their ids, checks all that is derived, and gives the id of the merge. */
export async function merged(
  database: Database,
  kind: MergeKind,
  fromIds: readonly string[],
  intoId: string,
): Promise<string> {
  const id = await database.transaction((sql) => merge(sql, { ...act, kind, fromIds, intoId }))
  await assertDerived(database)
  return id
}

/** Undoes a merge, and checks all that is derived. */
export async function undone(database: Database, mergeId: string): Promise<string[]> {
  const { restored } = await database.transaction((sql) => undoMerge(sql, { ...act, mergeId, reason: 'They are two.' }))
  await assertDerived(database)
  return restored
}

/** Renames a person, and checks all that is derived. */
export async function renamed(database: Database, personId: string, name: string): Promise<void> {
  await database.transaction((sql) => renamePerson(sql, { ...act, personId, name }))
  await assertDerived(database)
}

/** Retracts a meeting, and checks all that is derived. */
export async function retracted(database: Database, slug: string): Promise<void> {
  await database.transaction((sql) => retractMeeting(sql, { ...act, reason: 'It was a draft.', slug }))
  await assertDerived(database)
}

/** Restores a meeting, and checks all that is derived. */
export async function restored(database: Database, slug: string): Promise<void> {
  await database.transaction((sql) => restoreMeeting(sql, { ...act, reason: 'It was none.', slug }))
  await assertDerived(database)
}

/** Erases a person, and checks all that is derived. */
export async function erased(database: Database, personId: string, reason = 'It was asked for.'): Promise<void> {
  await database.transaction((sql) => erasePerson(sql, { by: 'curator', reason, personId }))
  await assertDerived(database)
}
