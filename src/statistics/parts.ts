import type { ListPart, Part } from './tally.js'

/** SQL: the rows of a table that is kept for each meeting, `k`, of the meetings to count. */
const kept = (table: string) => `"${table}" k join at on at."id" = k."meetingId"`

/** What is counted of each meeting, added up. */
const added = (column: string): Part =>
  number(`select coalesce(sum(k."${column}"), 0)::int from ${kept('MeetingCount')}`)

/** How many different rows have remarks in the meetings. */
const withRemarks = (table: string, column: string): Part =>
  number(`select count(*)::int from (select distinct k."${column}" from ${kept(table)} where k."remarks" > 0) d`)

/** How many different rows the remarks lead to by a column. */
const different = (column: string): Part =>
  number(`select count(*)::int from (select distinct "${column}" from said where "${column}" is not null) d`)

const number = (sql: string): Part => ({ sql })

/**
 * SQL: the bodies for which remarks count, as `"organizationId"` and `"utteranceId"`, and null for the remarks of none. Nearly all
 * remarks count for one body at most, which stands in them; the others are few.
 */
const bodies = `select "organizationId", "utteranceId" from said
  union all select a."organizationId", said."utteranceId" from "RemarkAffiliation" a join said on said."id" = a."remarkId"
    where a."counted" and a."position" > 1 and a."organizationId" <> said."organizationId"`

/**
 * Counts of the remarks, and of what they lead to. `fromMeetings`: whole meetings are counted, so that what is kept of each is added
 * up, and no remark is read.
 */
export const numbers = {
  meetings: (fromMeetings) => (fromMeetings ? withRemarks('MeetingCount', 'meetingId') : different('meetingId')),
  paragraphs: (fromMeetings) => (fromMeetings ? added('paragraphs') : different('paragraphId')),
  remarks: (fromMeetings) => (fromMeetings ? added('remarks') : number('select count(*)::int from said')),
  utterances: (fromMeetings) => (fromMeetings ? added('utterances') : different('utteranceId')),
  responses: (fromMeetings) =>
    fromMeetings ? added('responses') : number(`select count(*)::int from said where "kind" = 'RESPONSE'`),
  people: (fromMeetings) => (fromMeetings ? withRemarks('PersonMeeting', 'personId') : different('speakerId')),
  organizations: (fromMeetings) =>
    fromMeetings
      ? withRemarks('OrganizationMeeting', 'organizationId')
      : number(
          `select count(*)::int from (select distinct "organizationId" from (${bodies}) b where "organizationId" is not null) d`,
        ),
  themes: (fromMeetings) => (fromMeetings ? withRemarks('ThemeMeeting', 'themeId') : different('themeId')),
} satisfies Record<string, (fromMeetings: boolean) => Part>

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

/** SQL: remarks and utterances for each value of `key`. Groups by utterance first, which is faster than count(DISTINCT). */
const counted = (key: string, from: string) =>
  `select "key", sum("times")::int as "remarks", count(*)::int as "utterances" from (
    select ${key} as "key", "utteranceId", count(*) as "times" from ${from} group by 1, 2) once group by 1`

/** SQL: remarks and another count for each value of a column, added up from a table that is kept for each meeting. */
const addedFor = (table: string, column: string, other: string) =>
  `select k."${column}" as "key", sum(k."remarks")::int as "remarks", sum(k."${other}")::int as "${other}"
    from ${kept(table)} where k."remarks" > 0 group by 1`

/** `[id, remarks, utterances]` of the themes with most remarks. Of remarks, utterances are counted of these themes only. */
export function byTheme(size: number, fromMeetings: boolean): ListPart {
  const order = '"remarks" desc, "sortTitle", "key"'
  const titled = (counts: string) => `select c.*, t."sortTitle" from (${counts}) c join "Theme" t on t."id" = c."key"`
  if (fromMeetings) return list(perUtterance, titled(addedFor('ThemeMeeting', 'themeId', 'utterances')), order, size)
  const most = titled(
    'select "themeId" as "key", count(*)::int as "remarks" from said where "themeId" is not null group by 1',
  )
  return list(
    perUtterance,
    `select "key", "remarks", "sortTitle", count(distinct said."utteranceId")::int as "utterances"
      from (${most} order by ${order} limit ${size}) most join said on said."themeId" = "key" group by 1, 2, 3`,
    order,
  )
}

/** `[id, remarks, responses]` of the people with most remarks. */
export function byPerson(size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings
    ? addedFor('PersonMeeting', 'personId', 'responses')
    : `select "speakerId" as "key", count(*)::int as "remarks", (count(*) filter (where "kind" = 'RESPONSE'))::int as "responses"
        from said where "speakerId" is not null group by 1`
  return list(
    perResponse,
    `select c.*, p."sortName" from (${counts}) c join "Person" p on p."id" = c."key"`,
    '"remarks" desc, "sortName", "key"',
    size,
  )
}

/** Remarks and utterances for each body and for no body. */
const byBody = (fromMeetings: boolean) =>
  fromMeetings
    ? `${addedFor('OrganizationMeeting', 'organizationId', 'utterances')}
      union all
      select null, sum(k."remarksOfNone")::int, sum(k."utterancesOfNone")::int from ${kept('MeetingCount')}
        having sum(k."remarksOfNone") > 0`
    : counted('"organizationId"', `(${bodies}) b`)

/** `[id, remarks, utterances]` of the bodies with the most remarks; the id is null for remarks without a body. */
export const byOrganization = (size: number, fromMeetings: boolean): ListPart =>
  list(
    perUtterance,
    `select c.*, o."sortName" from (${byBody(fromMeetings)}) c left join "Organization" o on o."id" = c."key"`,
    '"remarks" desc, "sortName" nulls last, "key"',
    size,
  )

/** `[year, remarks, utterances]`, the earliest first, null last, all of them. An utterance belongs to one meeting. */
export function byYear(_size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings ? addedFor('MeetingCount', 'meetingId', 'utterances') : counted('"meetingId"', 'said')
  return list(
    perUtterance,
    `select extract(year from m."date")::int as "key", sum(c."remarks")::int as "remarks", sum(c."utterances")::int as "utterances"
      from (${counts}) c join "Meeting" m on m."id" = c."key" group by 1`,
    '"key" nulls last',
  )
}

/** `[id, id, responses]` of the pairs of whom the first answered the second most often. Only those are sorted by name. */
export function exchanges(size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings
    ? `select k."fromId" as "from", k."toId" as "to", sum(k."responses")::int as "responses"
        from ${kept('MeetingExchange')} group by 1, 2`
    : `select "from", "to", count(*)::int as "responses" from (
        select distinct said."speakerId" as "from", target."speakerId" as "to", said."id"
        from said join "ResponseTarget" x on x."responseId" = said."id" join "Remark" target on target."id" = x."targetId"
        where said."speakerId" is not null and target."speakerId" is not null) once group by 1, 2`
  return list(
    perExchange,
    `select e.*, f."sortName" as "fromName", t."sortName" as "toName" from (
      ${counts} order by "responses" desc fetch first ${size} rows with ties) e
      join "Person" f on f."id" = e."from" join "Person" t on t."id" = e."to"`,
    '"responses" desc, "fromName", "toName", "from", "to"',
    size,
  )
}
