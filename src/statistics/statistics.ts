import { Organization } from '../organization/organization.js'
import { Person } from '../person/person.js'
import { remarkArgs } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import { listSize } from '../schema/page.js'
import { withSelect } from '../schema/with-select.js'
import { Theme } from '../theme/theme.js'
import type { OutcomeCount } from './outcome-counts.js'
import * as parts from './parts.js'
import { readCounted, readList, readNumber, readOutcomes, readTally } from './read-statistics.js'
import { Counting, type ListPart, Tally } from './tally.js'

const remarksCount = 'How many of the remarks, one for each raiser of the same words.'
const utterancesCount = 'How many of the utterances: words that several people raised together count once.'

interface Counted {
  id: string
  remarks: number
  utterances: number
}

const ThemeCount = builder.objectRef<Counted>('ThemeCount').implement({
  description: 'How much was said on a theme.',
  fields: (t) => ({
    theme: t.prismaField({
      type: Theme,
      description: 'The theme.',
      extensions: readCounted('Theme'),
      resolve: (query, { id }, _args, { prisma }) =>
        prisma.theme.findUniqueOrThrow({ ...withSelect(query), where: { id } }),
    }),
    remarks: t.exposeInt('remarks', { description: remarksCount }),
    utterances: t.exposeInt('utterances', { description: utterancesCount }),
  }),
})

const PersonCount = builder.objectRef<{ id: string; remarks: number; responses: number }>('PersonCount').implement({
  description: 'How much a person said.',
  fields: (t) => ({
    person: t.prismaField({
      type: Person,
      description: 'The person.',
      extensions: readCounted('Person'),
      resolve: (query, { id }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...withSelect(query), where: { id } }),
    }),
    remarks: t.exposeInt('remarks', { description: 'How many of the remarks are theirs.' }),
    responses: t.exposeInt('responses', { description: 'How many of these are responses.' }),
  }),
})

const OrganizationCount = builder.objectRef<Counted & { id: string | null }>('OrganizationCount').implement({
  description: 'How much was said for a body: by people with a CURRENT affiliation to it at the meeting, or by itself.',
  fields: (t) => ({
    organization: t.prismaField({
      type: Organization,
      nullable: true,
      description: 'The body; null for the remarks that belong to none.',
      extensions: readCounted('Organization'),
      resolve: (query, { id }, _args, { prisma }) =>
        id === null ? null : prisma.organization.findUniqueOrThrow({ ...withSelect(query), where: { id } }),
    }),
    remarks: t.exposeInt('remarks', { description: remarksCount }),
    utterances: t.exposeInt('utterances', { description: utterancesCount }),
  }),
})

interface OfYear extends Omit<Counted, 'id'> {
  year: number | null
}

const YearCount = builder.objectRef<OfYear>('YearCount').implement({
  description: 'How much was said in a year.',
  fields: (t) => ({
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year in which the meetings began; null for the undated ones.',
      extensions: { read: { column: ['key'] } },
    }),
    remarks: t.exposeInt('remarks', { description: remarksCount }),
    utterances: t.exposeInt('utterances', { description: utterancesCount }),
  }),
})

const Exchange = builder.objectRef<{ from: string; to: string; responses: number }>('Exchange').implement({
  description: 'How often one person answered another.',
  fields: (t) => ({
    from: t.prismaField({
      type: Person,
      description: 'Who answered.',
      extensions: readCounted('Person', 'from'),
      resolve: (query, { from: id }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...withSelect(query), where: { id } }),
    }),
    to: t.prismaField({
      type: Person,
      description: 'Who was answered.',
      extensions: readCounted('Person', 'to'),
      resolve: (query, { to: id }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...withSelect(query), where: { id } }),
    }),
    responses: t.exposeInt('responses', {
      description: 'The number of responses; one that answers several remarks of the same person counts once.',
    }),
  }),
})

const firstArg = builder.args((t) => ({
  first: t.int({ description: 'The number of rows from the start: 0 to 100; 20 by default.' }),
}))

type ListOf = (size: number, fromMeetings: boolean) => ListPart

/** What a list of counts is read by in either executor: its columns, its part of the statement, and the count that a row makes. */
const listOf = <Row, Count>(columns: readonly string[], part: ListOf, countOf: (row: Row) => Count) => ({
  extensions: readList(columns, part),
  resolve: async (tally: Tally, { first }: { first?: number | null | undefined }): Promise<Count[]> => {
    const rows: Row[] = JSON.parse(String(await tally.read(part(listSize(first), tally.counting.fromMeetings))))
    return rows.map(countOf)
  },
})

const counted = ([id, remarks, utterances]: [string, number, number]): Counted => ({ id, remarks, utterances })

const underFilter =
  'that match the same conditions, whether or not a remark does; `kind` and `attribution` are conditions of remarks alone.'

const Statistics = builder.objectRef<Tally>('Statistics').implement({
  description: 'Counts of the remarks that match a filter, of what they belong to, and of the outcomes that match it.',
  fields: (t) => {
    const number = (name: keyof typeof parts.numbers, description: string) =>
      t.int({
        description,
        extensions: readNumber(parts.numbers[name]),
        resolve: async (tally) => Number(await tally.read(parts.numbers[name](tally.counting.fromMeetings))),
      })
    const outcomes = (name: OutcomeCount, description: string) =>
      t.int({
        description,
        extensions: readOutcomes(name),
        resolve: async (tally) => Number(await tally.read(name)),
      })
    return {
      meetings: number('meetings', 'The meetings at which they were made.'),
      paragraphs: number('paragraphs', 'The paragraphs that contain them.'),
      remarks: number('remarks', 'The remarks: one for each raiser of the same words.'),
      utterances: number('utterances', 'Distinct words: counts words once, however many people raised them jointly.'),
      responses: number('responses', 'Those of the remarks that are responses.'),
      people: number('people', 'The people who made them.'),
      organizations: number(
        'organizations',
        'The bodies to which their speakers had a CURRENT affiliation at the meeting, and those that spoke themselves.',
      ),
      themes: number('themes', 'The themes that they are about.'),
      decisions: outcomes('decisions', `The decisions ${underFilter}`),
      motions: outcomes('motions', `The motions ${underFilter}`),
      voteEvents: outcomes('voteEvents', `The votes ${underFilter}`),
      actionItems: outcomes('actionItems', `The action items ${underFilter}`),
      openActionItems: outcomes('openActionItems', 'Those of the action items that no record has as done.'),
      byTheme: t.field({
        type: [ThemeCount],
        description: 'Themes by the number of remarks, the largest first, then by title.',
        args: firstArg,
        ...listOf(parts.perUtterance, parts.byTheme, counted),
      }),
      byPerson: t.field({
        type: [PersonCount],
        description: 'People by the number of remarks, the largest first, then by sort name.',
        args: firstArg,
        ...listOf(parts.perResponse, parts.byPerson, ([id, remarks, responses]: [string, number, number]) => ({
          id,
          remarks,
          responses,
        })),
      }),
      byOrganization: t.field({
        type: [OrganizationCount],
        description:
          'Bodies by the number of remarks, the largest first, then by sort name. A remark for two bodies counts for both.',
        args: firstArg,
        ...listOf(parts.perUtterance, parts.byOrganization, counted),
      }),
      byYear: t.field({
        type: [YearCount],
        description: 'Every year with a meeting, the earliest first; undated meetings last.',
        ...listOf(parts.perUtterance, parts.byYear, ([year, remarks, utterances]: [number | null, number, number]) => ({
          year,
          remarks,
          utterances,
        })),
      }),
      exchanges: t.field({
        type: [Exchange],
        description: 'Who answered whom in the matching responses, most often first, then by sort names.',
        args: firstArg,
        ...listOf(parts.perExchange, parts.exchanges, ([from, to, responses]: [string, string, number]) => ({
          from,
          to,
          responses,
        })),
      }),
    }
  },
})

builder.queryField('statistics', (t) =>
  t.field({
    type: Statistics,
    description:
      'Counts of the remarks that match a filter: by theme, person, body and year, and who answered whom; and of decisions, motions, votes and action items. Of what can have remarks, only what has a matching one is counted.',
    args: remarkArgs,
    extensions: { price: 500, ...readTally },
    resolve: (_root, { filter }, { rows }) => new Tally(rows, new Counting(filter)),
  }),
)
