/**
 * SQL: remarks, utterances and responses for each value of `key`. Only words that several remarks share need to be told apart; the
 * other remarks have one utterance each.
 */
const counted = (key: string, from: string) =>
  `select "key", sum("times")::int as "remarks", sum("answers")::int as "responses",
    sum(case when "shared" is null then "times" else 1 end)::int as "utterances" from (
      select ${key} as "key", "shared", count(*) as "times", count(*) filter (where "kind" = 'RESPONSE') as "answers"
      from ${from} group by 1, 2) once group by 1`

/**
 * SQL: the bodies for which remarks count, and null for the remarks of none. Nearly all remarks count for one body at most, which
 * stands in them. The others are few, and have an index: materialized, they are not looked up for one remark after the other.
 */
const bodies = `(select "organizationId", "shared", "kind" from said
  union all select f."organizationId", said."shared", said."kind" from further f join said on said."id" = f."remarkId"
    where f."organizationId" <> said."organizationId") b`

/**
 * SQL: CTEs that count the remarks of "said" by what they belong to. Postgres makes those that a statement reads, once each.
 *
 * "answering" are the people who answered at each meeting, and whether the whole of their responses there is among the remarks. Whom
 * they answered is kept for each meeting, and need not be found again.
 */
export const groups = `of_meetings as (${counted('"meetingId"', 'said')}),
  of_themes as (${counted('"themeId"', 'said where "themeId" is not null')}),
  of_people as (select "speakerId" as "key", count(*)::int as "remarks", (count(*) filter (where "kind" = 'RESPONSE'))::int as "responses"
    from said where "speakerId" is not null group by 1),
  further as materialized (select "remarkId", "organizationId" from "RemarkAffiliation" where "counted" and "position" > 1),
  of_bodies as (${counted('"organizationId"', bodies)}),
  answering as (select s."meetingId", s."speakerId", k."responses" = s."responses" as "whole" from (
      select "meetingId", "speakerId", count(*) as "responses" from said where "kind" = 'RESPONSE' and "speakerId" is not null group by 1, 2) s
    join "PersonMeeting" k on k."personId" = s."speakerId" and k."meetingId" = s."meetingId")`
