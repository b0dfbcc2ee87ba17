import type { Database } from '../../database/database.js'
import { newId } from '../../database/uuid.js'
import { recordChanges } from '../../feed/record-changes.js'
import { READER_REPORT } from '../../ingest/write/reports.js'
import { MAX_REPORT, reportedPage } from '../../pages/meeting/report-page.js'
import { rangeOf } from '../../pages/meeting/source-page.js'
import { refusal } from '../../schema/errors.js'
import { type Answer, pageAnswer } from '../answer.js'
import type { Arrival } from '../arrival.js'
import { readBody } from '../checks/body.js'
import { isForeign } from '../checks/own-host.js'
import { addressIn, Buckets, rateLimited } from '../checks/rate-limit.js'
import { badRequest } from '../refusals.js'

const path = /^\/meetings\/([a-z0-9-]{1,80})\/report$/

/** The longest form: each character may be sent as nine. */
const longestForm = 10 * MAX_REPORT
/** How many reports a meeting takes before somebody has to look at them. */
const MAX_REPORTS = 200

export interface ReportSettings {
  /** How many errors one address may report in a minute; 0 for none at all. */
  readonly reports: number
  readonly proxies: number
}

/** The meeting about which an address takes reports; undefined for any other address. */
export const reportedSlug = (address: string): string | undefined => path.exec(address)?.[1]

/** Takes what readers report by the form of a meeting's page, which becomes a finding of its record. */
export function reportAnswers(database: Database, { reports, proxies }: ReportSettings) {
  const limits = new Buckets(reports)
  return async ({ request, origin }: Arrival, slug: string): Promise<Answer> => {
    if (isForeign(request, origin)) throw refusal(403, 'FORBIDDEN', 'Report an error on a page of this server.')
    if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      throw badRequest('Send the form of the page “Report an error”.')
    const wait = limits.take(addressIn(request, proxies))
    if (wait > 0) throw rateLimited(wait)
    const form = new URLSearchParams((await readBody(request, longestForm)).toString())
    const what = (form.get('what') ?? '').replace(/\p{Cc}+/gu, ' ').trim()
    if (what === '') throw badRequest('Say what is wrong.')
    if (what.length > MAX_REPORT) throw badRequest(`Say it in ${MAX_REPORT} characters.`)
    const reported = await report(database, { slug, what, at: form.get('at') })
    if (!reported) throw refusal(404, 'NOT_FOUND', `There is no meeting “${slug}” here.`)
    return { ...pageAnswer(reportedPage(reported), undefined), status: 201 }
  }
}

interface Report {
  slug: string
  what: string
  at: string | null
}

/** Writes a report as the last finding of a meeting. Gives the meeting's slug; undefined if there is no such meeting. */
function report(database: Database, { slug, what, at }: Report): Promise<string | undefined> {
  return database.transaction(async (sql) => {
    const [meeting] = await sql.query<{
      id: string
      slug: string
      sourceId: string
      length: number
      known: number
      last: number
    }>(
      `SELECT m."id", m."slug", m."sourceId", length(d."text") AS length, count(f."id") FILTER (WHERE f."code" = $2)::int AS known,
         coalesce(max(f."position"), 0)::int AS last
       FROM "Slug" AS s JOIN "Meeting" AS m ON m."id" = s."meetingId" JOIN "SourceDocument" AS d ON d."id" = m."sourceId"
       LEFT JOIN "Finding" AS f ON f."meetingId" = m."id"
       WHERE s."kind" = 'MEETING' AND s."text" = $1 GROUP BY m."id", d."id"`,
      [slug, READER_REPORT],
    )
    if (!meeting) return undefined
    if (meeting.known >= MAX_REPORTS)
      throw refusal(429, 'RATE_LIMITED', 'Many errors are reported of this record already. They are looked at first.')
    // The text may have characters of two UTF-16 units, which Postgres counts once.
    const pieces = rangeOf(at, 2 * meeting.length) ?? []
    await sql.query(
      `INSERT INTO "Finding" ("id", "documentId", "meetingId", "position", "severity", "code", "message", "pieces", "candidates")
       VALUES ($1, $2, $3, $4, 'WARNING', $5, $6, $7::int[], '{}')`,
      [newId(), meeting.sourceId, meeting.id, meeting.last + 1, READER_REPORT, `A reader says: “${what}”`, pieces],
    )
    const changed = { kind: 'UPDATED', subjectKind: 'MEETING', subjectId: meeting.id, meetingId: meeting.id } as const
    await recordChanges(sql, [{ ...changed, reason: 'A reader has reported an error.' }], null)
    return meeting.slug
  })
}
