import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { referredTo } from '../schema/reference.js'
import { containsName } from '../schema/text-filter.js'

const OrganizationFilter = builder.inputType('OrganizationFilter', {
  description:
    'Organizations that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.',
  fields: (t) => ({
    series: t.stringList({ description: 'As "meeting", for any meeting of one of these series.' }),
    meeting: t.stringList({
      description:
        'With which somebody listed at one of these meetings has an affiliation, or that spoke, was spoken for, moved, seconded or voted there.',
    }),
    name: t.string({
      description: 'With this in the name or in an alias, ignoring case and diacritics.',
    }),
  }),
})

export const organizationFilterArgs = builder.args((t) => ({
  filter: t.field({ type: OrganizationFilter, description: 'Which organizations; all of them if null.' }),
}))

/** An organization filter as a Prisma condition. Throws BAD_USER_INPUT, see `referredTo`. */
export function organizationWhere(
  filter: typeof OrganizationFilter.$inferInput | null | undefined,
): Prisma.OrganizationWhereInput | undefined {
  if (!filter) return undefined
  const { series, meeting, name } = filter
  return {
    AND: [
      ...(series ? [inSeries(series)] : []),
      ...(meeting ? [atMeeting(meeting)] : []),
      ...(name == null ? [] : [{ nameForms: containsName(name) }]),
    ],
  }
}

const inSeries = (series: readonly string[]) =>
  referredTo<Prisma.OrganizationWhereInput>('SERIES', series, ['filter', 'series'], {
    id: (seriesId) => ({ meetingList: { some: { meeting: { seriesId } } } }),
    row: (row) => ({ meetingList: { some: { meeting: { series: row } } } }),
  })

const atMeeting = (meetings: readonly string[]) =>
  referredTo<Prisma.OrganizationWhereInput>('MEETING', meetings, ['filter', 'meeting'], {
    id: (meetingId) => ({ meetingList: { some: { meetingId } } }),
    row: (meeting) => ({ meetingList: { some: { meeting } } }),
  })
