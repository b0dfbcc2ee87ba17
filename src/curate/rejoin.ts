import type { Sql } from '../database/sql.js'
import { type NewChange, recordChanges } from '../feed/record-changes.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { derive } from '../ingest/write/derive/derive.js'
import { regroupAffiliations } from '../ingest/write/derive/regroup.js'
import { familyOf, scopeOfFamily } from './families.js'
import { reassign } from './reassign.js'
import { settleFindings } from './settle.js'

/**
 * Makes all that follows from the merges agree with what `join` writes of them: `ids` are the rows that it joins or parts. The
 * feed tells `told` first, then every other node that is seen to have changed: people, bodies and themes, and the paragraphs
 * whose speakers, parties or themes are others now. `tidy` comes before the feed, which is last. The number of statements does not depend on how much there is.
 */
export async function rejoin(
  sql: Sql,
  kind: MergeKind,
  ids: readonly string[],
  join: () => Promise<unknown>,
  told: readonly NewChange[],
  tidy: (sql: Sql) => Promise<void> = async () => {},
): Promise<void> {
  const before = await familyOf(sql, kind, ids)
  await join()
  const family = [...new Set([...ids, ...before, ...(await familyOf(sql, kind, ids))])]
  const places = await reassign(sql, kind, family)
  const scope = await scopeOfFamily[kind](sql, family)
  await regroupAffiliations(sql, scope.people)
  const nodes = new ChangedNodes()
  for (const { paragraphId, meetingId } of places)
    nodes.add('UPDATED', paragraphId ? 'PARAGRAPH' : 'MEETING', [paragraphId ?? meetingId], meetingId)
  nodes.add('UPDATED', kind, ids, null)
  await nodes.addDerived(sql, await derive(sql, scope), null)
  await settleFindings(sql, kind, family)
  await tidy(sql)
  const named = new Set(told.map(({ subjectId }) => subjectId))
  await recordChanges(sql, [...told, ...nodes.list().filter(({ subjectId }) => !named.has(subjectId))])
}
