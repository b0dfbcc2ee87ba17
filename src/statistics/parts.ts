import type { ListPart, Part } from './tally.js'

/** SQL: the number of remarks for which `condition` holds. */
export const remarks = (condition = 'true'): Part => number(`select count(*)::int from said where ${condition}`)

const number = (sql: string): Part => ({ sql, isLong: false })

/**
 * SQL: the number of distinct rows of a table to which the remarks refer by a column. If all remarks are counted, checking each row
 * for a remark is faster than sorting the remarks.
 */
export const different = (column: string, table: string, ofAll: boolean): Part =>
  number(
    ofAll
      ? `select count(*)::int from "${table}" t where exists (select 1 from "Remark" r where r."${column}" = t."id")`
      : `select count(*)::int from (select distinct "${column}" from said where "${column}" is not null) d`,
  )

/** SQL: the number of distinct bodies for which the remarks were made. */
export const organizations = (ofAll: boolean): Part =>
  number(
    ofAll
      ? 'select count(*)::int from "Organization" o where exists (select 1 from "RemarkAffiliation" a where a."organizationId" = o."id" and a."counted")'
      : `select count(*)::int from (select distinct "organizationId" from said join "RemarkAffiliation" a on a."remarkId" = said."id"
        where a."counted" and a."organizationId" is not null) d`,
  )

/** The columns of lists. */
export const perUtterance = ['key', 'remarks', 'utterances']
export const perResponse = ['key', 'remarks', 'responses']
export const perExchange = ['from', 'to', 'responses']

/** SQL: a list of counts in the given order, also as JSON: arrays of the columns of `from`. */
function list(columns: readonly string[], from: string, order: string, size?: number): ListPart {
  const select = `select *, row_number() over (order by ${order}) as "#place" from (${from}) found order by "#place"${size === undefined ? '' : ` limit ${size}`}`
  const cells = columns.map((column) => `"${column}"`).join(', ')
  return {
    sql: `select coalesce(json_agg(json_build_array(${cells}) order by "#place"), '[]')::text from (${select}) listed`,
    isLong: true,
    select,
  }
}

/**
 * SQL: remarks and utterances for each value of `key`. Groups the remarks by utterance first, which is faster than
 * count(DISTINCT).
 */
const counted = (key: string, from: string) =>
  `select "key", sum("times")::int as "remarks", count(*)::int as "utterances" from (
    select ${key} as "key", said."utteranceId", count(*) as "times" from ${from} group by 1, 2) once group by 1`

/** `[id, remarks, utterances]` of the themes with the most remarks. Utterances are counted only for these. */
export function byTheme(size: number): ListPart {
  const order = '"remarks" desc, "sortTitle", "key"'
  const most = `select c.*, t."sortTitle" from (
      select "themeId" as "key", count(*)::int as "remarks" from said where "themeId" is not null group by 1) c
    join "Theme" t on t."id" = c."key" order by ${order} limit ${size}`
  return list(
    perUtterance,
    `select "key", "remarks", "sortTitle", count(distinct said."utteranceId")::int as "utterances"
      from (${most}) most join said on said."themeId" = "key" group by 1, 2, 3`,
    order,
  )
}

/** `[id, remarks, responses]` of the people with the most remarks. */
export const byPerson = (size: number): ListPart =>
  list(
    perResponse,
    `select c.*, p."sortName" from (select "speakerId" as "key", count(*)::int as "remarks",
      (count(*) filter (where "kind" = 'RESPONSE'))::int as "responses" from said where "speakerId" is not null group by 1) c
      join "Person" p on p."id" = c."key"`,
    '"remarks" desc, "sortName", "key"',
    size,
  )

/** Remarks and utterances for each body and for no body. If all remarks are counted, uses the counts stored for each meeting. */
const byBody = (ofAll: boolean) =>
  ofAll
    ? `select "organizationId" as "key", sum("remarks")::int as "remarks", sum("utterances")::int as "utterances"
        from "OrganizationMeeting" where "remarks" > 0 group by 1
      union all
      select null, count(*)::int, count(distinct "utteranceId")::int from "Remark" where "organizationId" is null having count(*) > 0`
    : counted(
        'a."organizationId"',
        'said left join "RemarkAffiliation" a on a."remarkId" = said."id" and a."counted" and a."organizationId" is not null',
      )

/** `[id, remarks, utterances]` of the bodies with the most remarks; the id is null for remarks without a body. */
export const byOrganization = (size: number, ofAll: boolean): ListPart =>
  list(
    perUtterance,
    `select c.*, o."sortName" from (${byBody(ofAll)}) c left join "Organization" o on o."id" = c."key"`,
    '"remarks" desc, "sortName" nulls last, "key"',
    size,
  )

/** `[year, remarks, utterances]`, earliest first, null last. Each utterance belongs to one meeting. */
export const byYear: ListPart = list(
  perUtterance,
  `select extract(year from m."date")::int as "key", sum(c."remarks")::int as "remarks", sum(c."utterances")::int as "utterances"
    from (select "meetingId", count(*) as "remarks", count(distinct "utteranceId") as "utterances" from said group by 1) c
    join "Meeting" m on m."id" = c."meetingId" group by 1`,
  '"key" nulls last',
)

/** `[id, id, responses]` of the pairs in which the first answered the second most often. Only these are sorted by name. */
export const exchanges = (size: number): ListPart =>
  list(
    perExchange,
    `select e.*, f."sortName" as "fromName", t."sortName" as "toName" from (
      select said."speakerId" as "from", target."speakerId" as "to", count(distinct said."id")::int as "responses"
      from said join "ResponseTarget" x on x."responseId" = said."id" join "Remark" target on target."id" = x."targetId"
      where said."speakerId" is not null and target."speakerId" is not null group by 1, 2
      order by "responses" desc fetch first ${size} rows with ties) e
      join "Person" f on f."id" = e."from" join "Person" t on t."id" = e."to"`,
    '"responses" desc, "fromName", "toName", "from", "to"',
    size,
  )
