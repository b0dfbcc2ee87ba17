import type { GraphQLResolveInfo } from 'graphql'
import { RemarkFilter } from '../remark/remark-filter.js'
import { Response } from '../remark/response.js'
import { Statement } from '../remark/statement.js'
import { builder } from '../schema/builder.js'
import type { Context } from '../schema/context.js'
import { described } from '../schema/described.js'
import type { PageInfo } from '../schema/page.js'
import { readAs } from '../schema/read-as.js'
import { Piece } from '../schema/span.js'
import { find, type Results } from './find.js'
import { type Asked, ask, edgeOf, pageInMemory, readSearch } from './read-search.js'
import { type ResultRow, resultRows } from './result-rows.js'
import type { Snippet } from './snippet.js'
import { type SearchTarget, searchTargets } from './target-sql.js'

const SearchTargets = builder.enumType('SearchTarget', {
  description: 'What a search looks for.',
  values: described(Object.fromEntries(searchTargets.map((name) => [name, name])) as { [T in SearchTarget]: T }, {
    REMARKS:
      'What was said. Words that several people raised together are found once, as the first of their statements.',
    PARAGRAPHS: 'The texts of paragraphs, with all that is said in them.',
    PEOPLE: 'People, by the forms of their names.',
    ORGANIZATIONS: 'Bodies, by name and aliases.',
    THEMES: 'Themes, by title.',
    MEETINGS: 'Meetings, by title.',
  }),
})

const RankScope = builder.enumType('RankScope', {
  description: 'Of which of the rows that fit the best stand first.',
  values: {
    ALL: { description: 'Of all.' },
    NEWEST: {
      description:
        'So many fit that only some were ranked: the newest texts and meetings, the people, bodies and themes with most remarks.',
    },
  },
})

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Statement, Response, 'Paragraph', 'Person', 'Organization', 'Theme', 'Meeting'],
  resolveType: (row) => (row as ResultRow).__typename,
})

interface Edge extends Snippet {
  cursor: string
  node: ResultRow
  score: number
}

const SearchEdge = builder.objectRef<Edge>('SearchEdge').implement({
  description: 'A result, and why it is one.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'Where the result stands, for "after" of the same search; opaque.',
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      extensions: readAs({ foundRow: true }),
      resolve: ({ node }) => node,
    }),
    score: t.exposeFloat('score', {
      description:
        'How well it fits, 0 to 1: names that have the words above texts, and names that almost have them below. To be compared within one search.',
    }),
    snippet: t.exposeString('snippet', {
      description: 'The part of the text that has most of the words, with … where it was cut; or the name or title.',
    }),
    matches: t.field({
      type: [Piece],
      description: 'Where the snippet has words of the query: offsets in the snippet, in UTF-16 units, in order.',
      resolve: ({ matches }) => matches,
    }),
  }),
})

/** A page of results; their rows are read when they are first asked for. */
interface Page {
  found: Results
  pageInfo: PageInfo
  edges: () => Promise<Edge[]>
  nodes: () => Promise<ResultRow[]>
}

const SearchConnection = builder.objectRef<Page>('SearchConnection').implement({
  description: 'A page of what was found, the best first.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The results of this page, each with its score and the words that it was found by.',
      resolve: ({ edges }) => edges(),
    }),
    nodes: t.field({
      type: [SearchResult],
      description: 'What was found, on this page.',
      extensions: readAs({ foundRow: true }),
      resolve: ({ nodes }) => nodes(),
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether there is more, and how to ask for it.',
      resolve: ({ pageInfo }) => pageInfo,
    }),
    totalCount: t.int({
      description:
        'How many were found, whatever the page; of each kind of row no more than 1,000 are counted. "totalCountIsExact" tells whether there are more.',
      extensions: { price: 10 },
      resolve: ({ found }) => found.total,
    }),
    totalCountIsExact: t.boolean({
      description: 'False where there are more than "totalCount": to be shown as "1,000+".',
      resolve: ({ found }) => found.isExact,
    }),
    ranked: t.field({
      type: RankScope,
      description: 'Of which of them the best stand first.',
      resolve: ({ found }) => (found.isExact ? 'ALL' : 'NEWEST'),
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Finds texts by their words and whatever has a name by it, the best first. Texts are found in any form of a word of their language; names also with a typing error and without diacritics. `words "a phrase" or other -without`: all words, a phrase in quotes, "or" between choices, a minus before what is not wanted.',
    args: {
      query: t.arg.string({ required: true, description: 'What is to be found: up to 500 characters.' }),
      in: t.arg({ type: [SearchTargets], description: 'Among which kinds of rows; among all if null.' }),
      filter: t.arg({
        type: RemarkFilter,
        description: 'Only remarks that fit, and of the rest only what has a remark that fits; everything if null.',
      }),
      first: t.arg.int({
        description: 'So many results from the start (or behind "after"): 0 to 100, and 20 if nothing is said.',
      }),
      after: t.arg.string({ description: 'A cursor of this search: only results behind it.' }),
    },
    extensions: { price: 100, ...readAs({ found: readSearch }) },
    resolve: async (_root, args, context, info) => {
      const [asked] = await ask([args], context.rows)
      if (!asked) throw new Error('A search was not read.')
      return pageOf(asked, await find(context.rows, asked.search), context, info)
    },
  }),
)

function pageOf(asked: Asked, found: Results, context: Context, info: GraphQLResolveInfo): Page {
  const { results, ...page } = pageInMemory(asked, found)
  let edges: Promise<Edge[]> | undefined
  const edgesOnce = () => {
    edges ??= resultRows(results, context, info).then((rows) =>
      results.flatMap((result, i) => {
        const node = rows[i]
        return node ? [{ node, ...edgeOf(asked, found, result) }] : []
      }),
    )
    return edges
  }
  return { ...page, edges: edgesOnce, nodes: async () => (await edgesOnce()).map(({ node }) => node) }
}
