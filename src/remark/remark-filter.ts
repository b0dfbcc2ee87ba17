import type { Prisma } from '../generated/prisma/client.js'
import * as enums from '../generated/prisma/enums.js'
import { inSeries } from '../meeting/meeting-filter.js'
import { builder } from '../schema/builder.js'
import { DateRange, meetingWithin } from '../schema/date-range.js'
import { described } from '../schema/described.js'
import { inLanguage } from '../schema/language-filter.js'
import { byKey } from '../schema/order.js'
import { referredTo } from '../schema/reference.js'
import { containsText } from '../schema/text-filter.js'

export const RemarkKind = builder.enumType('RemarkKind', {
  description: 'The role of a remark in its paragraph.',
  values: described(enums.RemarkKind, {
    STATEMENT: 'The words of somebody who raised it, or a turn of their own.',
    RESPONSE: "A turn inside somebody else's paragraph.",
  }),
})

export const Attribution = builder.enumType('Attribution', {
  description: 'To whom the record attributes a remark.',
  values: described(enums.Attribution, {
    NAMED: 'To a person.',
    PARTY: 'To a body or country, without a person.',
    ROLE: 'To a role ("the Chair"), and to a person only if the record says who holds it.',
    ANONYMOUS: 'To somebody unnamed.',
  }),
})

export const RemarkFilter = builder.inputType('RemarkFilter', {
  description:
    'Remarks that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.',
  fields: (t) => ({
    kind: t.field({ type: [RemarkKind], description: 'Statements, responses, or both.' }),
    attribution: t.field({ type: [Attribution], description: 'Attributed by the record in one of these ways.' }),
    series: t.stringList({ description: 'At a meeting of one of these series.' }),
    meeting: t.stringList({ description: 'At one of these meetings.' }),
    theme: t.stringList({ description: 'On one of these themes.' }),
    person: t.stringList({ description: 'By one of these people.' }),
    organization: t.stringList({
      description: 'By one of these bodies, or by a person with a CURRENT affiliation to one at that meeting.',
    }),
    date: t.field({
      type: DateRange,
      description: 'At a meeting with a day in this range; excludes undated meetings.',
    }),
    language: t.stringList({ description: 'In one of these languages, BCP 47: "en" also matches "en-GB".' }),
    text: t.string({ description: 'With this text in its words, ignoring case.' }),
  }),
})

export const remarkArgs = builder.args((t) => ({
  filter: t.field({ type: RemarkFilter, description: 'Which remarks; all of them if null.' }),
}))

/** Newest meeting first, undated last; within a meeting in the order of the record. */
export const remarkOrder = byKey('remarks', 'sortKey')

export type RemarkFilterInput = typeof RemarkFilter.$inferInput | null | undefined

/** A filter of remarks as a Prisma condition; undefined for all of them. Throws BAD_USER_INPUT, see `referredTo`. */
export function remarkWhere(filter: RemarkFilterInput): Prisma.RemarkWhereInput | undefined {
  if (!filter) return undefined
  const { kind, attribution, series, meeting, theme, person, organization, date, language, text } = filter
  const conditions: Prisma.RemarkWhereInput[] = [
    ...(kind ? [{ kind: { in: kind } }] : []),
    ...(attribution ? [{ attribution: { in: attribution } }] : []),
    ...(series ? [{ meeting: inSeries(series) }] : []),
    ...(meeting ? [atMeeting(meeting)] : []),
    ...(theme ? [onTheme(theme)] : []),
    ...(person ? [bySpeaker(person)] : []),
    ...(organization ? [forOrganization(organization)] : []),
    ...(date?.from || date?.to ? [{ meeting: meetingWithin(date) }] : []),
    ...(language ? [{ meeting: inLanguage(language) }] : []), // what is said has the language of its record
    ...(text == null ? [] : [{ utterance: { text: containsText(text) } }]),
  ]
  return conditions.length > 0 ? { AND: conditions } : undefined
}

const atMeeting = (meetings: readonly string[]) =>
  referredTo<Prisma.RemarkWhereInput>('MEETING', meetings, ['filter', 'meeting'], {
    id: (meetingId) => ({ meetingId }),
    row: (meeting) => ({ meeting }),
  })

const onTheme = (themes: readonly string[]) =>
  referredTo<Prisma.RemarkWhereInput>('THEME', themes, ['filter', 'theme'], {
    row: (theme) => ({ theme }),
  })

const bySpeaker = (people: readonly string[]) =>
  referredTo<Prisma.RemarkWhereInput>('PERSON', people, ['filter', 'person'], {
    row: (speaker) => ({ speaker }),
  })

const forOrganization = (organizations: readonly string[]) =>
  referredTo<Prisma.RemarkWhereInput>('ORGANIZATION', organizations, ['filter', 'organization'], {
    row: (organization) => ({ affiliations: { some: { counted: true, organization } } }),
  })
