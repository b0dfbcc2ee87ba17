import type { Rows } from '../database/database.js'
import { RemarkFilter, remarkWhere } from '../remark/remark-filter.js'
import { builder } from '../schema/builder.js'
import type { FoundRead } from '../schema/read-as.js'
import { type Counting, count, countSql, countsOf, type SearchCount, type SearchCounts } from './count-sql.js'
import { termsOf } from './terms.js'

interface CountArgs {
  query: string
  filter?: Parameters<typeof remarkWhere>[0]
}

/** Interprets the arguments of several fields, with one statement for all queries. Throws BAD_USER_INPUT. */
async function countingOf(fields: readonly CountArgs[], rows: Rows): Promise<Counting[]> {
  const given = fields.map(({ query, filter }) => ({ query, where: remarkWhere(filter) }))
  const terms = await termsOf(
    rows,
    given.map(({ query }) => ({ query, texts: true, names: false })),
  )
  return given.flatMap(({ where }, i) => {
    const own = terms[i]
    return own ? [{ terms: own, where }] : []
  })
}

const readCounts: FoundRead<CountArgs> = {
  ask: async (fields, rows) =>
    (await countingOf(fields, rows)).map((counting) => ({
      has: () => false,
      select: (_nodes, bind) => countSql(counting, bind),
      value: countsOf,
    })),
  table: 'null',
  id: 'null',
  columns: ['searchCounts'],
}

const Count = builder.objectRef<SearchCount>('SearchCount').implement({
  description: 'How many results of a search have something in common.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'A slug, the name of a type, or a year.' }),
    name: t.exposeString('name', { description: 'The name or title to show for it.' }),
    results: t.exposeInt('results', {
      description: 'Words that several people raised together count once, and in a list of people once for each.',
    }),
  }),
})

const Counts = builder.objectRef<SearchCounts>('SearchCounts').implement({
  description:
    'The texts that a search finds, by what they have in common. Only remarks are counted by series, person, body, theme and year: at most 20 of each, those with most results; all years.',
  fields: (t) => {
    const counts = (description: string, resolve: (row: SearchCounts) => SearchCount[]) =>
      t.field({ type: [Count], description, resolve })
    return {
      total: t.exposeInt('total', { description: 'Texts of all kinds.' }),
      isExact: t.exposeBoolean('isExact', {
        description:
          'False if there are more than were looked at: 10,000 texts with remarks, 1,000 of each other kind.',
      }),
      byKind: counts('By type: Statement, Response, Paragraph, Decision and so on.', (row) => row.byKind),
      bySeries: counts('By the series of the meeting.', (row) => row.bySeries),
      byPerson: counts('By who said it.', (row) => row.byPerson),
      byOrganization: counts('By the body for which it was said.', (row) => row.byOrganization),
      byTheme: counts('By what it was about.', (row) => row.byTheme),
      byYear: counts('By year, the earliest first; without undated meetings.', (row) => row.byYear),
    }
  },
})

builder.queryField('searchCounts', (t) =>
  t.field({
    type: Counts,
    description: 'How many texts a search finds, by kind, series, person, body, theme and year.',
    args: {
      query: t.arg.string({ required: true, description: 'The query, as of "search".' }),
      filter: t.arg({ type: RemarkFilter, description: 'As of "search".' }),
    },
    extensions: { price: 200, read: { found: readCounts } },
    resolve: async (_root, args, context) => {
      const [counting] = await countingOf([args], context.rows)
      if (!counting) throw new Error('A search was not counted.')
      return count(context.rows, counting)
    },
  }),
)
