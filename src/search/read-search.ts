import type { Rows } from '../database/database.js'
import { remarkWhere } from '../remark/remark-filter.js'
import { listSize } from '../schema/page.js'
import type { FoundRead } from '../schema/read-as.js'
import { findSql, foundColumns, marksOf, type Result, type Results, resultsOf, type Search } from './find.js'
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
  first?: number | null | undefined
  after?: string | null | undefined
}

/** What one field `search` asks for. */
export interface Asked {
  search: Search
  /** Of its cursors. */
  name: string
}

/** What fields ask for: one statement reads the queries of all. Throws BAD_USER_INPUT. */
export async function ask(fields: readonly SearchArgs[], rows: Rows): Promise<Asked[]> {
  const given = fields.map(({ query, in: among, filter, first, after }) => {
    const targets = searchTargets.filter((target) => among == null || among.includes(target))
    const name = searchName(query, targets)
    const size = listSize(first)
    return {
      name,
      wanted: { query, texts: targets.some(isText), names: targets.some((target) => !isText(target)) },
      search: {
        targets,
        size,
        after: after == null ? undefined : decodeSearchCursor(name, after),
        where: remarkWhere(filter),
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

/** The results of a page, and what the page says beside them. */
export function pageInMemory({ name, search: { size, after } }: Asked, found: Results) {
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
export const edgeOf = ({ name, search: { terms } }: Asked, found: Results, result: Result) => ({
  cursor: encodeSearchCursor(name, result),
  score: result.score,
  ...snippetOfResult(result.texts, marksOf(found, result, terms)),
})

/** For the compiled read path: the rows come with the results. */
export const readSearch: FoundRead<object> = {
  ask: (fields, rows) => ask(fields as unknown as readonly SearchArgs[], rows),
  table: `case "target" ${Object.entries(resultTables)
    .map(([target, table]) => `when '${target}' then '${table}'`)
    .join(' ')} end`,
  id: '"texts"."row"',
  has: (asked, table) => (asked as Asked).search.targets.some((target) => resultTables[target] === table),
  columns: foundColumns,
  select: (asked, nodes, bind) => findSql((asked as Asked).search, bind, nodes),
  value: (asked, columns) => {
    const found = resultsOf(columns)
    const { results, ...page } = pageInMemory(asked as Asked, found)
    return {
      ...page,
      nodes: () => results.map(({ more }) => more),
      edges: () => results.map((result) => ({ node: result.more, ...edgeOf(asked as Asked, found, result) })),
    }
  },
}
