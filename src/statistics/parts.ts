import type { ListPart, Part } from './tally.js'

/** What is counted of each meeting, added up: of all remarks only. */
const added = (column: string): Part => number(`select coalesce(sum("${column}"), 0)::int from "MeetingCount"`)

/** How many rows of a table have remarks, by the total that is stored with them: of all remarks only. */
const withRemarks = (table: string): Part => number(`select count(*)::int from "${table}" where "remarkTotal" > 0`)

/** How many different rows the remarks lead to by a column. */
const different = (column: string): Part =>
  number(`select count(*)::int from (select distinct "${column}" from said where "${column}" is not null) d`)

const number = (sql: string): Part => ({ sql })

/** Counts of the remarks, and of what they lead to: of all remarks from what is kept of each meeting, person, body and theme. */
export const numbers = {
  meetings: (ofAll) =>
    ofAll ? number('select count(*)::int from "MeetingCount" where "remarks" > 0') : different('meetingId'),
  paragraphs: (ofAll) => (ofAll ? added('paragraphs') : different('paragraphId')),
  remarks: (ofAll) => (ofAll ? added('remarks') : number('select count(*)::int from said')),
  utterances: (ofAll) => (ofAll ? added('utterances') : different('utteranceId')),
  responses: (ofAll) =>
    ofAll ? added('responses') : number(`select count(*)::int from said where "kind" = 'RESPONSE'`),
  people: (ofAll) => (ofAll ? withRemarks('Person') : different('speakerId')),
  organizations: (ofAll) =>
    ofAll
      ? withRemarks('Organization')
      : number(`select count(*)::int from (select distinct "organizationId" from said
          join "RemarkAffiliation" a on a."remarkId" = said."id" where a."counted" and a."organizationId" is not null) d`),
  themes: (ofAll) => (ofAll ? withRemarks('Theme') : different('themeId')),
} satisfies Record<string, (ofAll: boolean) => Part>

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

/** `[id, remarks, utterances]` of the themes with most remarks. Utterances are counted of these only. */
export function byTheme(size: number, ofAll: boolean): ListPart {
  const order = '"remarks" desc, "sortTitle", "key"'
  if (ofAll)
    return list(
      perUtterance,
      `select most.*, (select sum(m."utterances")::int from "ThemeMeeting" m where m."themeId" = "key") as "utterances"
        from (select "id" as "key", "remarkTotal" as "remarks", "sortTitle" from "Theme" where "remarkTotal" > 0
          order by ${order} limit ${size}) most`,
      order,
    )
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

/** `[id, remarks, responses]` of the people with most remarks. */
export function byPerson(size: number, ofAll: boolean): ListPart {
  const order = '"remarks" desc, "sortName", "key"'
  if (ofAll)
    return list(
      perResponse,
      `select most.*, (select sum(m."responses")::int from "PersonMeeting" m where m."personId" = "key") as "responses"
        from (select "id" as "key", "remarkTotal" as "remarks", "sortName" from "Person" where "remarkTotal" > 0
          order by ${order} limit ${size}) most`,
      order,
    )
  return list(
    perResponse,
    `select c.*, p."sortName" from (select "speakerId" as "key", count(*)::int as "remarks",
      (count(*) filter (where "kind" = 'RESPONSE'))::int as "responses" from said where "speakerId" is not null group by 1) c
      join "Person" p on p."id" = c."key"`,
    order,
    size,
  )
}

/** Remarks and utterances for each body and for no body. If all remarks are counted, uses the counts stored for each meeting. */
const byBody = (ofAll: boolean) =>
  ofAll
    ? `select "organizationId" as "key", sum("remarks")::int as "remarks", sum("utterances")::int as "utterances"
        from "OrganizationMeeting" where "remarks" > 0 group by 1
      union all
      select null, sum("remarksOfNone")::int, sum("utterancesOfNone")::int from "MeetingCount" having sum("remarksOfNone") > 0`
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

/** `[year, remarks, utterances]`, the earliest first, null last. An utterance belongs to one meeting. */
export function byYear(ofAll: boolean): ListPart {
  const counted = ofAll
    ? 'select * from "MeetingCount" where "remarks" > 0'
    : 'select "meetingId", count(*) as "remarks", count(distinct "utteranceId") as "utterances" from said group by 1'
  return list(
    perUtterance,
    `select extract(year from m."date")::int as "key", sum(c."remarks")::int as "remarks", sum(c."utterances")::int as "utterances"
      from (${counted}) c join "Meeting" m on m."id" = c."meetingId" group by 1`,
    '"key" nulls last',
  )
}

/** `[id, id, responses]` of the pairs of whom the first answered the second most often. Only those are sorted by name. */
export function exchanges(size: number, ofAll: boolean): ListPart {
  const counted = ofAll
    ? 'select "fromId" as "from", "toId" as "to", sum("responses")::int as "responses" from "MeetingExchange" group by 1, 2'
    : `select "from", "to", count(*)::int as "responses" from (
        select distinct said."speakerId" as "from", target."speakerId" as "to", said."id"
        from said join "ResponseTarget" x on x."responseId" = said."id" join "Remark" target on target."id" = x."targetId"
        where said."speakerId" is not null and target."speakerId" is not null) once group by 1, 2`
  return list(
    perExchange,
    `select e.*, f."sortName" as "fromName", t."sortName" as "toName" from (
      ${counted} order by "responses" desc fetch first ${size} rows with ties) e
      join "Person" f on f."id" = e."from" join "Person" t on t."id" = e."to"`,
    '"responses" desc, "fromName", "toName", "from", "to"',
    size,
  )
}
