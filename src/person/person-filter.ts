import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { referredTo } from '../schema/reference.js'
import { containsName } from '../schema/text-filter.js'

const PersonFilter = builder.inputType('PersonFilter', {
  description:
    'People who match all given conditions. A list matches any of its values; an empty list matches nobody. Accepts slugs and ids.',
  fields: (t) => ({
    series: t.stringList({
      description: 'Who attended a meeting of one of these series, or spoke, moved, seconded or voted there.',
    }),
    meeting: t.stringList({
      description: 'Who attended one of these meetings, or spoke, moved, seconded or voted there.',
    }),
    organization: t.stringList({ description: 'For whom any record states an affiliation with one of these bodies.' }),
    theme: t.stringList({ description: 'Who spoke on one of these themes.' }),
    name: t.string({
      description:
        'With this in the name, in the sort name or in a form that records print, ignoring case and diacritics.',
    }),
    includeCited: t.boolean({
      description:
        'Includes people whom records only cite or name in a title; "series" and "meeting" then find them too.',
    }),
  }),
})

export const personFilterArgs = builder.args((t) => ({
  filter: t.field({ type: PersonFilter, description: 'Which people; all but those who are only cited if null.' }),
}))

export type PersonFilterInput = typeof PersonFilter.$inferInput

/** A filter of people as a Prisma condition, which also matches people who are only cited. Throws BAD_USER_INPUT, see `referredTo`. */
export function personWhere(filter: PersonFilterInput | null | undefined): Prisma.PersonWhereInput | undefined {
  if (!filter) return undefined
  const { series, meeting, organization, theme, name, includeCited } = filter
  const cited = includeCited === true
  return {
    AND: [
      ...(series ? [inSeries(series, cited)] : []),
      ...(meeting ? [atMeeting(meeting, cited)] : []),
      ...(organization ? [ofOrganization(organization)] : []),
      ...(theme ? [onTheme(theme)] : []),
      ...(name == null ? [] : [{ nameForms: containsName(name) }]),
    ],
  }
}

/** Excludes people who are only cited, unless the client includes them. */
export const unlessCited = (filter: PersonFilterInput | null | undefined): Prisma.PersonWhereInput =>
  filter?.includeCited ? {} : { onlyCited: false }

type AtMeeting = { meetingId: { in: string[] } } | { meeting: Prisma.MeetingWhereInput }

const present = (at: AtMeeting, cited: boolean): Prisma.PersonWhereInput =>
  cited ? { OR: [{ meetingList: { some: at } }, { mentions: { some: at } }] } : { meetingList: { some: at } }

const inSeries = (series: readonly string[], cited: boolean) =>
  referredTo<Prisma.PersonWhereInput>('SERIES', series, ['filter', 'series'], {
    id: (seriesId) => present({ meeting: { seriesId } }, cited),
    row: (row) => present({ meeting: { series: row } }, cited),
  })

const atMeeting = (meetings: readonly string[], cited: boolean) =>
  referredTo<Prisma.PersonWhereInput>('MEETING', meetings, ['filter', 'meeting'], {
    id: (meetingId) => present({ meetingId }, cited),
    row: (meeting) => present({ meeting }, cited),
  })

const ofOrganization = (organizations: readonly string[]) =>
  referredTo<Prisma.PersonWhereInput>('ORGANIZATION', organizations, ['filter', 'organization'], {
    row: (organization) => ({ organizationList: { some: { organization } } }),
  })

const onTheme = (themes: readonly string[]) =>
  referredTo<Prisma.PersonWhereInput>('THEME', themes, ['filter', 'theme'], {
    row: (theme) => ({ themeList: { some: { theme } } }),
  })
