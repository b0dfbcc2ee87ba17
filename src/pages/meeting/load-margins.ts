import type { Database } from '../../database/database.js'
import type { AffiliationStatus, AttendanceMode, FindingSeverity } from '../../generated/prisma/enums.js'
import type { Named } from '../links.js'
import { parsed } from './load-meeting.js'

export interface ReadAttendance {
  id: string
  honorific: string | null
  nameAsPrinted: string
  role: string | null
  mode: AttendanceMode
  person: Named
  /** The number of the person's remarks in this meeting. */
  remarks: number
  affiliations: { title: string | null; status: AffiliationStatus; note: string | null; organization: Named | null }[]
}

export interface ReadFinding {
  severity: FindingSeverity
  code: string
  message: string
  /** Offsets in the source text; empty if it concerns no place in particular. */
  pieces: number[]
  settled: boolean
}

const attendancesStatement = `
  SELECT row_to_json(t)::text FROM (
    SELECT a."id", a."honorific", a."nameAsPrinted", a."role", a."mode", json_build_object('slug', p."slug", 'name', p."name") AS person,
      coalesce(l."remarks", 0) AS remarks,
      (SELECT coalesce(json_agg(r), '[]') FROM (
        SELECT f."title", f."status", f."note", CASE WHEN o."id" IS NOT NULL THEN json_build_object('slug', o."slug", 'name', o."name") END AS organization
        FROM "AffiliationStatement" s JOIN "Affiliation" f ON f."id" = s."affiliationId" LEFT JOIN "Organization" o ON o."id" = f."organizationId"
        WHERE s."attendanceId" = a."id" ORDER BY f."status", s."position") AS r) AS affiliations
    FROM "Attendance" a JOIN "Person" p ON p."id" = a."personId"
    LEFT JOIN "PersonMeeting" l ON l."personId" = a."personId" AND l."meetingId" = a."meetingId"
    WHERE a."meetingId" = $1 ORDER BY a."position", a."id") AS t`

const findingsStatement = `
  SELECT row_to_json(t)::text FROM (
    SELECT "severity", "code", "message", "pieces", "settled" FROM "Finding" WHERE "meetingId" = $1
    ORDER BY "severity" DESC, "position", "id") AS t`

/** The list of those present, as printed. */
export const loadAttendances = ({ rows }: Database, meetingId: string): Promise<ReadAttendance[]> =>
  parsed(rows, 'page-attendances', attendancesStatement, meetingId)

/** The findings of the reading: most severe first, then in the order of the record. */
export const loadFindings = ({ rows }: Database, meetingId: string): Promise<ReadFinding[]> =>
  parsed(rows, 'page-findings', findingsStatement, meetingId)
