import { newestOrder } from '../meeting/attendance.js'
import { meetingOrder, meetingOrderArgs } from '../meeting/meeting-order.js'
import { partsOf } from '../outcome/voter-lists.js'
import { remarkArgs, remarkOrder, remarkWhere } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import { AttendanceConnection, MeetingConnection, RemarkConnection, ThemeConnection } from '../schema/connections.js'
import { formerSlugs } from '../schema/former-slugs.js'
import { idOf } from '../schema/ids.js'
import { pageOf, pageThrough } from '../schema/page-of.js'
import { byTitle } from '../theme/theme-order.js'
import { affiliationsAsOf, affiliationsAsOfSql, couldTell } from './affiliations-as-of.js'

export const Person = builder.prismaObject('Person', {
  description: 'A person whom records name: who attends, speaks, or is only cited.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Person')),
    slug: t.exposeString('slug', { description: 'The short name in URLs; it never changes.' }),
    name: t.exposeString('name', {
      description:
        'The name as printed in the latest list of those present, without honorific and with lines rejoined; otherwise the fullest printed form.',
    }),
    sortName: t.exposeString('sortName', {
      description: 'The name used for sorting: family name first, with particles, in lower case, without diacritics.',
    }),
    printedNames: t.exposeStringList('printedNames', { description: 'Every form in which records print the name.' }),
    organization: t.relation('organization', {
      nullable: true,
      description:
        'The body of the first affiliation that is not FORMER, in the latest record that states any; null if there is none.',
    }),
    mergedInto: t.relation('mergedInto', {
      nullable: true,
      description:
        'The person into whom a curator merged this one, and who now has all their data; null if they are not merged. A merged person can only be reached by id: their slugs lead to the other.',
    }),
    affiliations: t.field({
      type: ['Affiliation'],
      description:
        'Titles and bodies. With "asOf": those dated to hold that day, otherwise those of the last record on or before it; ordered CURRENT, INCOMING, FORMER, then as printed. Without: every distinct one, ordered CURRENT, INCOMING, FORMER, then the latest stated first, then as printed.',
      args: { asOf: t.arg({ type: 'Date', description: 'A day; null for every affiliation ever stated.' }) },
      extensions: {
        read: {
          nested: {
            instead: ({ asOf }, person, parameter) =>
              asOf ? affiliationsAsOfSql(person, parameter(asOf.toISOString().slice(0, 10))) : undefined,
          },
        },
      },
      select: ({ asOf }, _context, nested) => ({
        affiliations: nested({
          ...(asOf ? { where: { statements: { some: couldTell(asOf) } } } : {}),
          orderBy: [
            { status: 'asc' },
            { lastStated: { sort: 'desc', nulls: 'last' } },
            { position: 'asc' },
            { id: 'asc' },
          ],
          select: {
            id: true,
            status: true,
            statements: {
              ...(asOf ? { where: couldTell(asOf) } : { take: 0 }),
              select: { statedOn: true, from: true, to: true, position: true },
            },
          },
        }),
      }),
      resolve: ({ affiliations }, { asOf }) => (asOf ? affiliationsAsOf(affiliations) : affiliations),
    }),
    attendances: t.field(
      pageOf('Person', 'attendances', {
        type: AttendanceConnection,
        description: 'The lists of those present that name the person: newest meeting first, undated last.',
        order: () => newestOrder,
      }),
    ),
    meetings: t.field(
      pageThrough(
        'Person',
        'meetingList',
        { to: 'meeting', model: 'Meeting', id: 'meetingId', copies: ['sortKey'] },
        {
          type: MeetingConnection,
          description:
            'The meetings that the person attended, or spoke, moved, seconded or voted at; by default newest first.',
          args: meetingOrderArgs,
          order: meetingOrder,
        },
      ),
    ),
    remarks: t.field(
      pageOf('Person', 'remarks', {
        type: RemarkConnection,
        description:
          'What the person said: newest meeting first, undated last; within a meeting in the order of the record.',
        args: remarkArgs,
        order: () => remarkOrder,
        where: ({ filter }) => remarkWhere(filter),
      }),
    ),
    moved: t.field(partsOf.moved),
    seconded: t.field(partsOf.seconded),
    votes: t.field(partsOf.votes),
    actionItems: t.field(partsOf.actionItems),
    themes: t.field(
      pageThrough(
        'Person',
        'themeList',
        { to: 'theme', model: 'Theme', id: 'themeId', copies: ['sortTitle'] },
        {
          type: ThemeConnection,
          description: 'The themes that the person raised or responded to, by title.',
          order: () => byTitle,
        },
      ),
    ),
    formerSlugs: t.stringList(
      formerSlugs('Short names that once led elsewhere and now lead to this person.', 'personId'),
    ),
  }),
})
