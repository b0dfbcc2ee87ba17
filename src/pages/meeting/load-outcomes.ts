import type { Database } from '../../database/database.js'
import type { OutcomeKind, PartyRole, VoteKind } from '../../generated/prisma/enums.js'
import type { Named } from '../links.js'
import type { Count, Party, Result } from '../outcome-words.js'
import { list, named, parsed } from './load-meeting.js'

/** One voter's vote. */
export interface ReadVote extends Omit<Count, 'count'> {
  nameAsPrinted: string
  person: Named | null
  organization: Named | null
}

/** A decision, a motion, a vote or an action item. What its kind does not have is null or empty. */
export interface ReadOutcome {
  id: string
  kind: OutcomeKind
  /** Its place among those of its kind, from 1. */
  position: number
  section: string | null
  text: string
  /** Start and end offsets in the source text. */
  pieces: number[]
  result: Result | null
  requirement: string | null
  /** The id of the motion that is amended, settled or voted on. */
  motion: string | null
  /** The id of the decision that is voted on. */
  decision: string | null
  voteKind: VoteKind | null
  due: string | null
  dueAsPrinted: string | null
  isDone: boolean | null
  parties: (Party & { role: PartyRole })[]
  counts: Count[]
  votes: ReadVote[]
}

const statement = `
  SELECT row_to_json(t)::text FROM (
    SELECT w."id", w."kind", w."position", w."sectionId" AS section, w."text", w."pieces",
      coalesce(d."result"::text, m."result"::text, v."result"::text) AS result, m."requirement",
      coalesce(m."amendsId", d."motionId", v."motionId") AS motion, v."decisionId" AS decision, v."kind" AS "voteKind",
      a."due"::text, a."dueAsPrinted", a."isDone",
      ${list(`SELECT x."role", x."asPrinted", ${named('p')} AS person, ${named('o')} AS organization
        FROM "OutcomeParty" x LEFT JOIN "Person" p ON p."id" = x."personId" LEFT JOIN "Organization" o ON o."id" = x."organizationId"
        WHERE x."outcomeId" = w."id" ORDER BY x."role", x."position"`)} AS parties,
      ${list(`SELECT "option", "optionAsPrinted", "count" FROM "VoteCount" WHERE "voteEventId" = w."id" ORDER BY "position"`)} AS counts,
      ${list(`SELECT x."option", x."optionAsPrinted", x."nameAsPrinted", ${named('p')} AS person, ${named('o')} AS organization
        FROM "Vote" x LEFT JOIN "Person" p ON p."id" = x."personId" LEFT JOIN "Organization" o ON o."id" = x."organizationId"
        WHERE x."voteEventId" = w."id" ORDER BY x."position", x."id"`)} AS votes
    FROM "Outcome" w LEFT JOIN "Decision" d ON d."outcomeId" = w."id" LEFT JOIN "Motion" m ON m."outcomeId" = w."id"
    LEFT JOIN "VoteEvent" v ON v."outcomeId" = w."id" LEFT JOIN "ActionItem" a ON a."outcomeId" = w."id"
    WHERE w."meetingId" = $1 ORDER BY w."sortKey", w."id") AS t`

/** What the meeting decided, how it voted and who is to do what, in the order of the record. */
export const loadOutcomes = ({ rows }: Database, meetingId: string): Promise<ReadOutcome[]> =>
  parsed(rows, 'page-outcomes', statement, meetingId)
