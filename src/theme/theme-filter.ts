import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { referredTo } from '../schema/reference.js'
import { containsText } from '../schema/text-filter.js'

const ThemeFilter = builder.inputType('ThemeFilter', {
  description:
    'Themes that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.',
  fields: (t) => ({
    series: t.stringList({ description: 'Of one of these series.' }),
    meeting: t.stringList({ description: 'Of one of these meetings.' }),
    person: t.stringList({ description: 'On which one of these people spoke.' }),
    title: t.string({ description: 'With this in the title, ignoring case.' }),
  }),
})

export const themeFilterArgs = builder.args((t) => ({
  filter: t.field({ type: ThemeFilter, description: 'Which themes; all of them if null.' }),
}))

/** A filter of themes as a Prisma condition. Throws BAD_USER_INPUT, see `referredTo`. */
export function themeWhere(
  filter: typeof ThemeFilter.$inferInput | null | undefined,
): Prisma.ThemeWhereInput | undefined {
  if (!filter) return undefined
  const { series, meeting, person, title } = filter
  return {
    AND: [
      ...(series ? [inSeries(series)] : []),
      ...(meeting ? [atMeeting(meeting)] : []),
      ...(person ? [withSpeaker(person)] : []),
      ...(title == null ? [] : [{ title: containsText(title) }]),
    ],
  }
}

const inSeries = (series: readonly string[]) =>
  referredTo<Prisma.ThemeWhereInput>('SERIES', series, ['filter', 'series'], {
    id: (seriesId) => ({ seriesId }),
    row: (row) => ({ series: row }),
  })

const atMeeting = (meetings: readonly string[]) =>
  referredTo<Prisma.ThemeWhereInput>('MEETING', meetings, ['filter', 'meeting'], {
    id: (meetingId) => ({ meetingList: { some: { meetingId } } }),
    row: (meeting) => ({ meetingList: { some: { meeting } } }),
  })

const withSpeaker = (people: readonly string[]) =>
  referredTo<Prisma.ThemeWhereInput>('PERSON', people, ['filter', 'person'], {
    row: (person) => ({ speakerList: { some: { person } } }),
  })
