import type { Sql } from '../../../database/sql.js'
import { type DerivedTable, deriveTable } from './derived-table.js'
import { touched } from './lists.js'
import type { Scope } from './scope.js'

const countsOf = ({ meetings, everywhere }: Scope): DerivedTable[] => [
  {
    name: 'MeetingCount',
    key: ['meetingId'],
    rest: ['remarks', 'utterances', 'responses', 'paragraphs', 'remarksOfNone', 'utterancesOfNone'],
    scope: `t."meetingId" IN (${touched})`,
    wanted: `
      SELECT m."id" AS "meetingId", count(r."id")::int AS "remarks", count(DISTINCT r."utteranceId")::int AS "utterances",
        (count(*) FILTER (WHERE r."kind" = 'RESPONSE'))::int AS "responses", count(DISTINCT r."paragraphId")::int AS "paragraphs",
        (count(r."id") FILTER (WHERE r."organizationId" IS NULL))::int AS "remarksOfNone",
        (count(DISTINCT r."utteranceId") FILTER (WHERE r."organizationId" IS NULL))::int AS "utterancesOfNone"
      FROM "Meeting" AS m LEFT JOIN "Remark" AS r ON r."meetingId" = m."id" WHERE m."id" IN (${touched}) GROUP BY m."id"`,
    parameters: [meetings, everywhere],
  },
  {
    name: 'MeetingExchange',
    key: ['meetingId', 'fromId', 'toId'],
    rest: ['responses'],
    scope: `t."meetingId" IN (${touched})`,
    wanted: `
      SELECT r."meetingId", r."speakerId" AS "fromId", target."speakerId" AS "toId", count(DISTINCT r."id")::int AS "responses"
      FROM "Remark" AS r JOIN "ResponseTarget" AS x ON x."responseId" = r."id" JOIN "Remark" AS target ON target."id" = x."targetId"
      WHERE r."meetingId" IN (${touched}) AND r."speakerId" IS NOT NULL AND target."speakerId" IS NOT NULL GROUP BY 1, 2, 3`,
    parameters: [meetings, everywhere],
  },
]

/** What the statistics of a whole archive are added up from, MeetingCount and MeetingExchange: two statements each. */
export async function deriveCounts(sql: Sql, scope: Scope): Promise<void> {
  for (const table of countsOf(scope)) await deriveTable(sql, table)
}
