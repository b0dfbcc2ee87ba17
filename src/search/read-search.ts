import type { Rows } from '../database/database.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import type { FoundRead, FoundRequest } from '../schema/read-as.js'
import {
  findSql,
  foundColumns,
  marksOf,
  type Result,
  type Results,
  resultsOf,
  type Search,
  type SearchOrder,
} from './find.js'
import { resultTables } from './result-rows.js'
import { decodeSearchCursor, encodeSearchCursor, searchName } from './search-cursor.js'
import { snippetOfResult } from './snippet.js'
import { isText, type SearchTarget, searchTargets } from './target-sql.js'
import { termsOf } from './terms.js'

/** The arguments of the field `search`. */
interface SearchArgs {
  query: string
  in?: readonly SearchTarget[] | null | undefined
  filter?: Parameters<typeof remarkWhere>[0]
  orderBy?: SearchOrder | null | undefined
  first?: number | null | undefined
  after?: string | null | undefined
}

/** One `search` field, with its arguments interpreted. */
export interface SearchRequest {
  search: Search
  /** The list name in its cursors. */
  name: string
}

/** Interprets the arguments of several fields, with one statement for all queries. Throws BAD_USER_INPUT. */
export async function ask(fields: readonly SearchArgs[], rows: Rows): Promise<SearchRequest[]> {
  const given = fields.map(({ query, in: among, filter, orderBy, first, after }) => {
    const targets = searchTargets.filter((target) => among == null || among.includes(target))
    const where = remarkWhere(filter)
    const order = orderBy ?? 'RELEVANCE'
    const name = searchName([query, targets, where, order])
    const size = listSize(first)
    return {
      name,
      wanted: { query, texts: targets.some(isText), names: targets.some((target) => !isText(target)) },
      search: {
        targets,
        size,
        after: after == null ? undefined : decodeSearchCursor(name, after),
        where,
        order,
      },
    }
  })
  const terms = await termsOf(
    rows,
    given.map(({ wanted }) => wanted),
  )
  return given.flatMap(({ name, search }, i) => {
    const own = terms[i]
    return own ? [{ name, search: { ...search, terms: own } }] : []
  })
}

/** A page of results with its counts. */
export function pageInMemory({ name, search: { size, after } }: SearchRequest, found: Results) {
  const results = found.results.slice(0, size)
  const cursorOf = (result: Result | undefined) => (result ? encodeSearchCursor(name, result) : null)
  return {
    found,
    results,
    pageInfo: {
      hasNextPage: found.results.length > size,
      hasPreviousPage: after !== undefined,
      startCursor: cursorOf(results[0]),
      endCursor: cursorOf(results.at(-1)),
    },
  }
}

/** A result, without its row. */
export const edgeOf = ({ name, search: { terms } }: SearchRequest, found: Results, result: Result) => ({
  cursor: encodeSearchCursor(name, result),
  score: result.score,
  ...snippetOfResult(result.texts, marksOf(found, result, terms)),
})

/** For the compiled read path, in which the rows are read together with the results. */
export const readSearch: FoundRead<SearchArgs> = {
  ask: async (fields, rows) => (await ask(fields, rows)).map(foundRequest),
  table: `case "target" ${Object.entries(resultTables)
    .map(([target, table]) => `when '${target}' then '${table}'`)
    .join(' ')} end`,
  id: '"texts"."row"',
  columns: foundColumns,
}

const foundRequest = (asked: SearchRequest): FoundRequest => ({
  has: (table) => asked.search.targets.some((target) => resultTables[target] === table),
  select: (nodes, bind) => findSql(asked.search, bind, nodes),
  value: (columns) => {
    const found = resultsOf(columns)
    const { results, ...page } = pageInMemory(asked, found)
    return {
      ...page,
      nodes: () => results.map(({ more }) => more),
      edges: () => results.map((result) => ({ node: result.more, ...edgeOf(asked, found, result) })),
    }
  },
})
