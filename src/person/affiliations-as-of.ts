import type { Prisma } from '../generated/prisma/client.js'
import type { AffiliationStatus } from '../generated/prisma/enums.js'

/** A statement of an affiliation in a record; dates are at midnight UTC. */
export interface Statement {
  /** The date of the record. */
  statedOn: Date | null
  /** The first and last day on which it holds, if the record says so. */
  from: Date | null
  to: Date | null
  /** Its order in the record. */
  position: number
}

/** An affiliation with its statements. */
export interface Stated {
  status: AffiliationStatus
  statements: readonly Statement[]
}

/** The condition for statements that may say what held on this day. */
export const couldTell = (day: Date): Prisma.AffiliationStatementWhereInput => ({
  AND: [{ OR: [{ from: null }, { from: { lte: day } }] }, { OR: [{ to: null }, { to: { gte: day } }] }],
  OR: [{ from: { not: null } }, { to: { not: null } }, { statedOn: { lte: day } }],
})

const statuses = { CURRENT: 0, INCOMING: 1, FORMER: 2 } as const satisfies Record<AffiliationStatus, number>

/**
 * The affiliations that held on a day, given the statements selected by `couldTell`: those dated to hold then, otherwise those of the
 * last record on or before it. Ordered CURRENT, INCOMING, FORMER, then as printed.
 */
export function affiliationsAsOf<Row extends Stated>(rows: readonly Row[]): Row[] {
  const dated = chosen(rows, ({ from, to }) => from !== null || to !== null)
  const found = dated.length > 0 ? dated : ofLastRecord(rows)
  return found
    .sort((a, b) => statuses[a.row.status] - statuses[b.row.status] || a.position - b.position)
    .map(({ row }) => row)
}

function ofLastRecord<Row extends Stated>(rows: readonly Row[]) {
  const days = rows.flatMap(({ statements }) => statements.flatMap(({ statedOn }) => statedOn?.getTime() ?? []))
  const last = days.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY)
  return chosen(rows, ({ statedOn }) => statedOn?.getTime() === last)
}

/** The rows with a matching statement, each at the position of its first one. */
const chosen = <Row extends Stated>(rows: readonly Row[], fits: (statement: Statement) => boolean) =>
  rows.flatMap((row) => {
    const positions = row.statements.filter(fits).map(({ position }) => position)
    return positions.length > 0 ? [{ row, position: Math.min(...positions) }] : []
  })

/** `affiliationsAsOf` as SQL: the rows for a Person row and a day, with their order as `"#place"`. */
export const affiliationsAsOfSql = (person: string, day: string): string => `
  with told as (
    select s."affiliationId", s."position", s."statedOn", (s."from" is not null or s."to" is not null) as "dated"
    from "Affiliation" a join "AffiliationStatement" s on s."affiliationId" = a."id"
    where a."personId" = ${person}."id" and (s."from" is null or s."from" <= ${day}::date) and (s."to" is null or s."to" >= ${day}::date)
      and (s."from" is not null or s."to" is not null or s."statedOn" <= ${day}::date)),
  chosen as (
    select "affiliationId", min("position") as "place" from told
    where case when (select bool_or("dated") from told) then "dated" else "statedOn" = (select max("statedOn") from told) end
    group by 1)
  select a.*, row_number() over (
    order by a."status", c."place", a."lastStated" desc nulls last, a."position", a."id") as "#place"
  from chosen c join "Affiliation" a on a."id" = c."affiliationId"`
