import type { Sql } from '../database/sql.js'
import { type NewChange, recordChanges } from '../feed/record-changes.js'
import type { MergeKind } from '../generated/prisma/enums.js'
import { ChangedNodes } from '../ingest/write/changed-nodes.js'
import { derive } from '../ingest/write/derive/derive.js'
import { regroupAffiliations } from '../ingest/write/derive/regroup.js'
import { familyOf, scopeOfFamily } from './families.js'
import { reassign } from './reassign.js'
import { settleFindings } from './settle.js'

/** What is merged or separated, and by whom. */
interface Rejoined {
  kind: MergeKind
  /** The rows that are merged or separated. */
  ids: readonly string[]
  /** Feed entries for the act. They come first. */
  acts: readonly NewChange[]
  by: string
}

/**
 * Applies a change to the merges and updates everything that depends on them. The number of statements does not depend on the
 * amount of data. The feed's entries for the act are followed by every other node that changed visibly: people, bodies and themes,
 * the paragraphs whose speaker, party or theme is now another, and the outcomes in which another has a part.
 *
 * @param join writes the change itself
 * @param tidy runs last, before the feed is written
 */
export async function rejoin(
  sql: Sql,
  { kind, ids, acts, by }: Rejoined,
  join: () => Promise<unknown>,
  tidy: (sql: Sql, nodes: ChangedNodes) => Promise<void> = async () => {},
): Promise<void> {
  const before = await familyOf(sql, kind, ids)
  await join()
  const family = [...new Set([...ids, ...before, ...(await familyOf(sql, kind, ids))])]
  const places = await reassign(sql, kind, family)
  const scope = await scopeOfFamily[kind](sql, family)
  await regroupAffiliations(sql, scope.people)
  const nodes = new ChangedNodes()
  for (const { paragraphId, outcomeId, meetingId } of places) {
    nodes.add('UPDATED', paragraphId ? 'PARAGRAPH' : 'MEETING', [paragraphId ?? meetingId], meetingId)
    if (outcomeId) nodes.add('UPDATED', 'OUTCOME', [outcomeId], meetingId)
  }
  nodes.add('UPDATED', kind, ids, null)
  await nodes.addDerived(sql, await derive(sql, scope), null)
  await settleFindings(sql, kind, family)
  await tidy(sql, nodes)
  const named = new Set(acts.map(({ subjectId }) => subjectId))
  await recordChanges(sql, [...acts, ...nodes.list().filter(({ subjectId }) => !named.has(subjectId))], by)
}
