import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { referredTo } from '../schema/reference.js'
import { holds } from '../schema/text-filter.js'

const OrganizationFilter = builder.inputType('OrganizationFilter', {
  description:
    'Organizations that fit all that is given. A list means any of its values; an empty list fits none. Slugs and ids both work.',
  fields: (t) => ({
    series: t.stringList({ description: 'As "meeting", for any meeting of one of these series.' }),
    meeting: t.stringList({
      description:
        'With which the list of those present of one of these meetings states an affiliation, or that spoke or was spoken for there.',
    }),
    name: t.string({
      description: 'With this in the name, upper or lower case, or with just this as one of its aliases.',
    }),
  }),
})

export const organizationFilterArgs = builder.args((t) => ({
  filter: t.field({ type: OrganizationFilter, description: 'Which organizations; all of them if null.' }),
}))

/** What a filter of organizations means, as Prisma has it. Throws BAD_USER_INPUT, see `referredTo`. */
export function organizationWhere(
  filter: typeof OrganizationFilter.$inferInput | null | undefined,
): Prisma.OrganizationWhereInput | undefined {
  if (!filter) return undefined
  const { series, meeting, name } = filter
  return {
    AND: [
      ...(series ? [inSeries(series)] : []),
      ...(meeting ? [atMeeting(meeting)] : []),
      ...(name == null ? [] : [{ OR: [{ name: holds(name) }, { sortName: holds(name) }, { aliases: { has: name } }] }]),
    ],
  }
}

const inSeries = (series: readonly string[]) =>
  referredTo<Prisma.OrganizationWhereInput>('SERIES', series, ['filter', 'series'], {
    ids: (seriesId) => ({ meetingList: { some: { meeting: { seriesId } } } }),
    slugs: (row) => ({ meetingList: { some: { meeting: { series: row } } } }),
  })

const atMeeting = (meetings: readonly string[]) =>
  referredTo<Prisma.OrganizationWhereInput>('MEETING', meetings, ['filter', 'meeting'], {
    ids: (meetingId) => ({ meetingList: { some: { meetingId } } }),
    slugs: (meeting) => ({ meetingList: { some: { meeting } } }),
  })
