import { randomBytes } from 'node:crypto'
import { splitHonorific } from '@rapporteur/reader/names'
import { nameKey } from '@rapporteur/reader/people/name-keys'
import { slugText } from '@rapporteur/reader/slug'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'
import { recordChanges } from '../../feed/record-changes.js'
import { ChangedNodes } from '../../ingest/write/changed-nodes.js'
import { derive } from '../../ingest/write/derive/derive.js'
import { regroupAffiliations } from '../../ingest/write/derive/regroup.js'
import { scopeOf } from '../../ingest/write/derive/scope.js'
import { nameDigest } from '../../ingest/write/erased.js'
import { lockIngest } from '../../ingest/write/lock.js'
import { forgetAnswers } from '../../sent-write/forget-answers.js'
import type { Act } from '../act.js'
import { ConflictingActError } from '../errors.js'
import { checkReason } from '../reason.js'
import { standingPerson } from '../standing-person.js'
import { maskCorrections } from './corrections.js'
import { formsAt, printedForms } from './forms.js'
import { eraserOf } from './mask.js'
import { type ErasedMeeting, eraseFromMeeting } from './meeting.js'
import { maskPeople, maskReasons, type Reslugged, reslug } from './names.js'

/**
 * Removes a person's name from the archive for good. The name is masked, at the same length, in every row, text and document
 * that contains it. What the person said and did stays, under the mask; the original file is refused from then on. Runs in the
 * transaction of `sql`.
 * @throws InvalidActError, NotFoundActError, ConflictingActError
 */
export async function erasePerson(sql: Sql, act: Act & { personId: string }): Promise<void> {
  const { personId, by } = act
  const said = checkReason(act.reason)
  await lockIngest(sql)
  const people = await everyoneMerged(sql, personId)
  const forms = await printedForms(sql, people)
  const meetings = await meetingsNaming(sql, people)
  const everywhere = eraserOf({ full: formsAt(forms, []).full, alone: [] })
  const reason = everywhere(said)
  const nodes = new ChangedNodes()
  const reslugged: Reslugged[] = people.map((id) => ({ kind: 'PERSON', id, text: 'erased' }))
  const erased: ErasedMeeting[] = []
  for (const { id, live, others } of meetings) {
    const { full, alone } = formsAt(forms, others)
    const erasing = { meetingId: id, erase: eraserOf({ full, alone }), forms: new Set(forms), people: new Set(people) }
    erased.push(await eraseFromMeeting(sql, erasing, live, nodes))
  }
  await recordErasure(sql, { personId, reason, by, forms, erased })
  await maskPeople(sql, people)
  await maskReasons(sql, everywhere)
  await maskCorrections(sql, everywhere)
  await forgetAnswers(sql)
  await reslug(sql, [
    ...reslugged,
    ...erased.flatMap(({ slugs }) => slugs.filter(({ slug, told }) => told || slugContains(slug, forms))),
  ])
  await deriveErased(sql, people, meetings, nodes)
  const others = nodes.list().filter(({ subjectId }) => subjectId !== personId)
  await recordChanges(sql, [{ kind: 'ERASED', subjectKind: 'PERSON', subjectId: personId, reason }, ...others], by)
}

/** The ids, as read, of the person and of all people merged into them, live or kept for retracted meetings. */
async function everyoneMerged(sql: Sql, personId: string): Promise<string[]> {
  await standingPerson(sql, personId, 'Erase')
  const [done] = await sql.query('SELECT 1 FROM "Erasure" WHERE "personId" = $1', [personId])
  if (done) throw new ConflictingActError('This person is already erased.')
  const rows = await sql.query<{ id: string }>(
    `WITH RECURSIVE every AS (
       SELECT "id", "mergedIntoId" FROM "Person" UNION ALL SELECT "id", "mergedIntoId" FROM "KeptName" WHERE "kind" = 'PERSON'),
     family AS (
       SELECT "id" FROM every WHERE "id" = $1
       UNION
       SELECT every."id" FROM family JOIN every ON every."mergedIntoId" = family."id")
     SELECT "id" FROM family`,
    [personId],
  )
  return rows.map(({ id }) => id)
}

interface NamingMeeting {
  id: string
  live: boolean
  /** The names of the other people in that meeting. */
  others: string[]
}

/** The meetings, live and retracted, that name these people. One statement. */
async function meetingsNaming(sql: Sql, people: readonly string[]): Promise<NamingMeeting[]> {
  return sql.query<NamingMeeting>(
    `WITH reading AS (
       SELECT "meetingId", "personReadId" AS id, "name" || "printedNames" AS names, true AS live FROM "PersonReading"
       UNION ALL
       SELECT "meetingId", ("row" ->> 'personReadId')::uuid,
         ("row" ->> 'name') || ARRAY(SELECT jsonb_array_elements_text("row" -> 'printedNames')), false
       FROM "RetractedRow" WHERE "table" = 'PersonReading'
       UNION ALL
       SELECT k."meetingId", k."readId", ARRAY[k."name"], m."id" IS NOT NULL FROM "KeptReading" AS k
       LEFT JOIN "Meeting" AS m ON m."id" = k."meetingId" LEFT JOIN "RetractedMeeting" AS o ON o."id" = k."meetingId"
       WHERE k."kind" = 'PERSON' AND num_nonnulls(m."id", o."id") > 0)
     SELECT r."meetingId" AS id, r.live, ARRAY(SELECT unnest(o.names) FROM reading AS o
       WHERE o."meetingId" = r."meetingId" AND o.id <> ALL($1::uuid[])) AS others
     FROM reading AS r WHERE r.id = ANY($1::uuid[]) GROUP BY r."meetingId", r.live`,
    [people],
  )
}

interface ErasureRecord {
  personId: string
  reason: string
  by: string
  forms: readonly string[]
  erased: readonly ErasedMeeting[]
}

/** Stores what a later ingest needs to refuse files that would bring the name back: only salted hashes. Three statements. */
async function recordErasure(sql: Sql, { personId, reason, by, forms, erased }: ErasureRecord): Promise<void> {
  const id = newId()
  const salt = randomBytes(16).toString('hex')
  await sql.query('INSERT INTO "Erasure" ("id", "personId", "salt", "reason", "by") VALUES ($1, $2, $3, $4, $5)', [
    id,
    personId,
    salt,
    reason,
    by,
  ])
  await sql.query(
    'INSERT INTO "ErasedDocument" ("erasureId", "sha256") SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
    [id, erased.map(({ sha256 }) => sha256)],
  )
  const keys = forms.map((form) => nameKey(splitHonorific(form).name))
  const full = keys.filter((key) => key.includes(' '))
  const digests = new Set((full.length > 0 ? full : keys).map((key) => nameDigest(salt, key)))
  await sql.query(
    `INSERT INTO "ErasedName" ("erasureId", "meetingId", "digest")
     SELECT $1, meeting, digest FROM unnest($2::uuid[]) AS meeting, unnest($3::text[]) AS digest`,
    [id, erased.map(({ meetingId }) => meetingId), [...digests]],
  )
}

/** Whether a slug contains one of the name's printed forms. */
const slugContains = (slug: string, forms: readonly string[]): boolean =>
  forms.some((form) => `-${slug}-`.includes(`-${slugText(splitHonorific(form).name, '?')}-`))

async function deriveErased(
  sql: Sql,
  people: readonly string[],
  meetings: readonly NamingMeeting[],
  nodes: ChangedNodes,
): Promise<void> {
  const scope = await scopeOf(
    sql,
    meetings.filter(({ live }) => live).map(({ id }) => id),
  )
  await regroupAffiliations(sql, scope.people)
  await nodes.addDerived(sql, await derive(sql, { ...scope, people: [...new Set([...scope.people, ...people])] }), null)
}
