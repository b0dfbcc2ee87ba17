import type { ListPart, Part } from './tally.js'

/** SQL: the rows of a table that is kept for each meeting, `k`, of the meetings to count. */
const kept = (table: string) => `"${table}" k join at on at."id" = k."meetingId"`

/** What is counted of each meeting, added up. */
const added = (column: string): Part =>
  number(`select coalesce(sum(k."${column}"), 0)::int from ${kept('MeetingCount')}`)

/** How many different rows have remarks in the meetings. */
const withRemarks = (table: string, column: string): Part =>
  number(`select count(*)::int from (select distinct k."${column}" from ${kept(table)} where k."remarks" > 0) d`)

const number = (sql: string): Part => ({ sql })

/** What is counted of the groups of remarks, added up. */
const summed = (column: string, groups: string): Part =>
  number(`select coalesce(sum("${column}"), 0)::int from ${groups}`)

/** How many groups of remarks there are. */
const groupsIn = (groups: string): Part => number(`select count(*)::int from ${groups} where "key" is not null`)

/**
 * Counts of the remarks, and of what they lead to. `fromMeetings`: whole meetings are counted, so that what is kept of each is added
 * up, and no remark is read.
 */
export const numbers = {
  meetings: (fromMeetings) => (fromMeetings ? withRemarks('MeetingCount', 'meetingId') : groupsIn('of_meetings')),
  paragraphs: (fromMeetings) =>
    fromMeetings
      ? added('paragraphs')
      : number('select count(*)::int from (select distinct "paragraphId" from said where "paragraphId" is not null) d'),
  remarks: (fromMeetings) => (fromMeetings ? added('remarks') : summed('remarks', 'of_meetings')),
  utterances: (fromMeetings) => (fromMeetings ? added('utterances') : summed('utterances', 'of_meetings')),
  responses: (fromMeetings) => (fromMeetings ? added('responses') : summed('responses', 'of_meetings')),
  people: (fromMeetings) => (fromMeetings ? withRemarks('PersonMeeting', 'personId') : groupsIn('of_people')),
  organizations: (fromMeetings) =>
    fromMeetings ? withRemarks('OrganizationMeeting', 'organizationId') : groupsIn('of_bodies'),
  themes: (fromMeetings) => (fromMeetings ? withRemarks('ThemeMeeting', 'themeId') : groupsIn('of_themes')),
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

/** SQL: remarks and another count for each value of a column, added up from a table that is kept for each meeting. */
const addedFor = (table: string, column: string, other: string) =>
  `select k."${column}" as "key", sum(k."remarks")::int as "remarks", sum(k."${other}")::int as "${other}"
    from ${kept(table)} where k."remarks" > 0 group by 1`

/** `[id, remarks, utterances]` of the themes with most remarks. */
export function byTheme(size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings ? addedFor('ThemeMeeting', 'themeId', 'utterances') : 'select * from of_themes'
  return list(
    perUtterance,
    `select c.*, t."sortTitle" from (${counts}) c join "Theme" t on t."id" = c."key"`,
    '"remarks" desc, "sortTitle", "key"',
    size,
  )
}

/** `[id, remarks, responses]` of the people with most remarks. */
export function byPerson(size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings ? addedFor('PersonMeeting', 'personId', 'responses') : 'select * from of_people'
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
    : 'select * from of_bodies'

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
  const counts = fromMeetings ? addedFor('MeetingCount', 'meetingId', 'utterances') : 'select * from of_meetings'
  return list(
    perUtterance,
    `select extract(year from m."date")::int as "key", sum(c."remarks")::int as "remarks", sum(c."utterances")::int as "utterances"
      from (${counts}) c join "Meeting" m on m."id" = c."key" group by 1`,
    '"key" nulls last',
  )
}

/** SQL: "is true" keeps Postgres from joining, which it does row by row where it takes few remarks to fit. */
const isDivided = `((said."meetingId", said."speakerId") in (select "meetingId", "speakerId" from answering where not "whole")) is true`

/** SQL: who answered whom how often, added up from what is kept of each meeting for people whose responses all fit, else counted. */
const answered = `select "from", "to", sum("responses")::int as "responses" from (
    select k."fromId" as "from", k."toId" as "to", k."responses"
    from answering a join "MeetingExchange" k on k."meetingId" = a."meetingId" and k."fromId" = a."speakerId" where a."whole"
    union all
    select said."speakerId", target."speakerId", count(distinct said."id")
    from said join "ResponseTarget" x on x."responseId" = said."id" join "Remark" target on target."id" = x."targetId"
    where said."kind" = 'RESPONSE' and target."speakerId" is not null and ${isDivided} group by 1, 2) e
  group by 1, 2`

/** `[id, id, responses]` of the pairs of whom the first answered the second most often. Only those are sorted by name. */
export function exchanges(size: number, fromMeetings: boolean): ListPart {
  const counts = fromMeetings
    ? `select k."fromId" as "from", k."toId" as "to", sum(k."responses")::int as "responses"
        from ${kept('MeetingExchange')} group by 1, 2`
    : answered
  return list(
    perExchange,
    `select e.*, f."sortName" as "fromName", t."sortName" as "toName" from (
      ${counts} order by "responses" desc fetch first ${size} rows with ties) e
      join "Person" f on f."id" = e."from" join "Person" t on t."id" = e."to"`,
    '"responses" desc, "fromName", "toName", "from", "to"',
    size,
  )
}
