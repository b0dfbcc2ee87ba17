import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { DateRange, meetingWithin } from '../schema/date-range.js'
import { inLanguage } from '../schema/language-filter.js'
import { referredTo } from '../schema/reference.js'
import { containsText } from '../schema/text-filter.js'

const MeetingFilter = builder.inputType('MeetingFilter', {
  description:
    'Meetings that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.',
  fields: (t) => ({
    series: t.stringList({ description: 'Of one of these series.' }),
    theme: t.stringList({ description: 'With a paragraph on one of these themes.' }),
    person: t.stringList({ description: 'That one of these people attended, or spoke, moved, seconded or voted at.' }),
    organization: t.stringList({
      description:
        'At which somebody listed has an affiliation with one of these bodies, or one of them spoke, was spoken for, moved, seconded or voted.',
    }),
    date: t.field({ type: DateRange, description: 'With a day in this range; excludes undated meetings.' }),
    language: t.stringList({ description: 'In one of these languages, BCP 47: "en" also matches "en-GB".' }),
    text: t.string({ description: 'With this text in the title or in the words of the record, ignoring case.' }),
  }),
})

export const meetingFilterArgs = builder.args((t) => ({
  filter: t.field({ type: MeetingFilter, description: 'Which meetings; all of them if null.' }),
}))

type Filter = typeof MeetingFilter.$inferInput

/** A meeting filter as a Prisma condition. Throws BAD_USER_INPUT, see `referredTo`. */
export function meetingWhere(filter: Filter | null | undefined): Prisma.MeetingWhereInput | undefined {
  if (!filter) return undefined
  const { series, theme, person, organization, date, language, text } = filter
  return {
    AND: [
      ...(series ? [inSeries(series)] : []),
      ...(theme ? [withTheme(theme)] : []),
      ...(person ? [withPerson(person)] : []),
      ...(organization ? [withOrganization(organization)] : []),
      ...(date ? [meetingWithin(date)] : []),
      ...(language ? [inLanguage(language)] : []),
      ...(text == null ? [] : [withText(text)]),
    ],
  }
}

/** The condition that a meeting belongs to one of these series. Other filters use it through their meeting. */
export const inSeries = (series: readonly string[]) =>
  referredTo<Prisma.MeetingWhereInput>('SERIES', series, ['filter', 'series'], {
    id: (seriesId) => ({ seriesId }),
    row: (row) => ({ series: row }),
  })

const withTheme = (themes: readonly string[]) =>
  referredTo<Prisma.MeetingWhereInput>('THEME', themes, ['filter', 'theme'], {
    row: (theme) => ({ themeList: { some: { theme } } }),
  })

const withPerson = (people: readonly string[]) =>
  referredTo<Prisma.MeetingWhereInput>('PERSON', people, ['filter', 'person'], {
    row: (person) => ({ personList: { some: { person } } }),
  })

const withOrganization = (organizations: readonly string[]) =>
  referredTo<Prisma.MeetingWhereInput>('ORGANIZATION', organizations, ['filter', 'organization'], {
    row: (organization) => ({ organizationList: { some: { organization } } }),
  })

const withText = (text: string): Prisma.MeetingWhereInput => ({
  OR: [
    { title: containsText(text) },
    { paragraphs: { some: { text: containsText(text) } } },
    { utterances: { some: { text: containsText(text) } } },
  ],
})
