import type { GraphQLResolveInfo } from 'graphql'
import { RemarkFilter } from '../remark/remark-filter.js'
import { Response } from '../remark/response.js'
import { Statement } from '../remark/statement.js'
import { builder } from '../schema/builder.js'
import type { Context } from '../schema/context.js'
import { described } from '../schema/described.js'
import type { PageInfo } from '../schema/page.js'
import { Piece } from '../schema/span.js'
import { find, type Results } from './find.js'
import { ask, edgeOf, pageInMemory, readSearch, type SearchRequest } from './read-search.js'
import { type ResultRow, resultRows } from './result-rows.js'
import type { Snippet } from './snippet.js'
import { type SearchTarget, searchTargets } from './target-sql.js'

const SearchTargets = builder.enumType('SearchTarget', {
  description: 'What a search looks for.',
  values: described(Object.fromEntries(searchTargets.map((name) => [name, name])) as { [T in SearchTarget]: T }, {
    REMARKS:
      'What was said. Words that several people raised together are found once, as the first of their statements.',
    PARAGRAPHS:
      'The texts of paragraphs, with all that is said in them. Not those in which a remark or an outcome that is also searched for is found, so that each passage is found once.',
    DECISIONS: 'Decisions, by their words.',
    MOTIONS: 'Motions, by their words.',
    VOTES: 'Votes, by the words that report them.',
    ACTIONS: 'Action items, by their words.',
    PEOPLE: 'People, by the forms of their names.',
    ORGANIZATIONS: 'Bodies, by name and aliases.',
    THEMES: 'Themes, by title.',
    MEETINGS: 'Meetings, by title.',
  }),
})

const SearchOrders = builder.enumType('SearchOrder', {
  description: 'The order of results.',
  values: {
    RELEVANCE: { description: 'Best first.' },
    NEWEST: {
      description:
        'Texts and meetings by the date of the meeting, the newest first and undated last; people, bodies and themes before them, by the number of remarks.',
    },
  },
})

const RankScope = builder.enumType('RankScope', {
  description: 'Which of the matching rows were ranked.',
  values: {
    ALL: { description: 'All of them.' },
    NEWEST: {
      description:
        'Too many matched to rank all: only the newest texts and meetings, and the people, bodies and themes with the most remarks, were ranked.',
    },
  },
})

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [
    Statement,
    Response,
    'Paragraph',
    'Decision',
    'Motion',
    'VoteEvent',
    'ActionItem',
    'Person',
    'Organization',
    'Theme',
    'Meeting',
  ],
  resolveType: (row) => (row as ResultRow).__typename,
})

interface Edge extends Snippet {
  cursor: string
  node: ResultRow
  score: number
}

const SearchEdge = builder.objectRef<Edge>('SearchEdge').implement({
  description: 'A result, and why it matches.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'The position of the result, for "after" of the same search. Opaque.',
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      extensions: { read: { foundRow: true } },
      resolve: ({ node }) => node,
    }),
    score: t.exposeFloat('score', {
      description:
        'How well it matches, from 0 to 1: names with the words rank above texts, and names that almost have them below. Only comparable within one search.',
    }),
    snippet: t.exposeString('snippet', {
      description: 'The part of the text with the most matching words, with … where it was cut; or the name or title.',
    }),
    matches: t.field({
      type: [Piece],
      description: 'The places of matching words in the snippet, as UTF-16 offsets, in order.',
      resolve: ({ matches }) => matches,
    }),
  }),
})

/** A page of results, whose rows are read when first needed. */
interface Page {
  found: Results
  pageInfo: PageInfo
  edges: () => Promise<Edge[]>
  nodes: () => Promise<ResultRow[]>
}

const SearchConnection = builder.objectRef<Page>('SearchConnection').implement({
  description: 'A page of results, best first.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The results of this page, each with its score and matching words.',
      resolve: ({ edges }) => edges(),
    }),
    nodes: t.field({
      type: [SearchResult],
      description: 'The objects that were found, on this page.',
      extensions: { read: { foundRow: true } },
      resolve: ({ nodes }) => nodes(),
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether there are more rows, and the cursors to get them.',
      resolve: ({ pageInfo }) => pageInfo,
    }),
    totalCount: t.int({
      description:
        'The number of results, whatever the page, counting at most 1,000 of each kind. "totalCountIsExact" says whether there are more.',
      extensions: { price: 10 },
      resolve: ({ found }) => found.total,
    }),
    totalCountIsExact: t.boolean({
      description: 'False if there are more than "totalCount", which should then be shown as "1,000+".',
      resolve: ({ found }) => found.isExact,
    }),
    ranked: t.field({
      type: RankScope,
      description: 'Which of the matching rows were ranked.',
      resolve: ({ found }) => (found.isExact ? 'ALL' : 'NEWEST'),
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Searches texts by their words, and people, bodies, themes and meetings by name; best results first. In texts it finds all forms of a word in their language; in names it tolerates a typing error and missing diacritics. Syntax: `words "a phrase" or other -without` requires all words, a phrase in quotes, "or" between alternatives, and a minus before words to exclude.',
    args: {
      query: t.arg.string({ required: true, description: 'The search query, up to 500 characters.' }),
      in: t.arg({ type: [SearchTargets], description: 'The kinds of rows to search; all if null.' }),
      filter: t.arg({
        type: RemarkFilter,
        description:
          'Only remarks that match, and of the other kinds only rows with a matching remark; everything if null.',
      }),
      orderBy: t.arg({ type: SearchOrders, description: 'The order; best first by default.' }),
      first: t.arg.int({
        description: 'The number of results from the start (or after "after"): 0 to 100; 20 by default.',
      }),
      after: t.arg.string({ description: 'A cursor of this search: only results after it.' }),
    },
    extensions: { price: 100, read: { found: readSearch } },
    resolve: async (_root, args, context, info) => {
      const [asked] = await ask([args], context.rows)
      if (!asked) throw new Error('A search was not read.')
      return pageOf(asked, await find(context.rows, asked.search), context, info)
    },
  }),
)

function pageOf(asked: SearchRequest, found: Results, context: Context, info: GraphQLResolveInfo): Page {
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
