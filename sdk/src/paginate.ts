import { abortWith } from './abort.js'
import { RapporteurError } from './errors.js'

/** The part of `pageInfo` that paging needs. */
interface PageInfo {
  hasNextPage: boolean
  endCursor: string | null
}

interface Connection {
  pageInfo: PageInfo
  nodes?: readonly unknown[]
  edges?: readonly { node: unknown }[]
}

/**
 * The nodes of the connection in a result: the one that selects `pageInfo { hasNextPage endCursor }` and stands in no
 * list. `never` when there is none.
 */
export type NodeOf<Result> = Result extends { pageInfo: PageInfo }
  ? Result extends { nodes: readonly (infer Node)[] }
    ? Node
    : Result extends { edges: readonly { node: infer Node }[] }
      ? Node
      : never
  : Result extends readonly unknown[]
    ? never
    : Result extends object
      ? { [Field in keyof Result]: NodeOf<Result[Field]> }[keyof Result]
      : never

/** Nothing for a document that can be paged through; for any other a sentence that says what it lacks. */
export type Pageable<Result, Variables> = 'after' extends keyof Variables
  ? [NodeOf<Result>] extends [never]
    ? 'paginate needs a connection with pageInfo { hasNextPage endCursor } and nodes { … } or edges { node { … } }'
    : unknown
  : 'paginate needs a document that takes $after: String and gives it to its connection'

/**
 * Every node of every page. The next page is fetched while the present one is used, and given up when the loop is left.
 *
 * @param request fetches the page after a cursor; after none, the first.
 * @param limit the most nodes to give.
 * @throws {RapporteurError} a cursor stands still, or the result does not have exactly one connection.
 */
export async function* paginate(
  request: (after: string | undefined, signal: AbortSignal) => Promise<unknown>,
  start: string | undefined,
  limit = Infinity,
  signal?: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const { controller, release } = abortWith(signal)
  const left = controller.signal
  try {
    let after = start
    let page: Promise<unknown> | undefined = request(after, left)
    while (page) {
      const connection = connectionOf(await page)
      if (!connection) return
      const { hasNextPage, endCursor } = connection.pageInfo
      if (hasNextPage && (endCursor ?? after) === after)
        throw new RapporteurError(`The cursor stands still at ${after}: give $after to the connection.`)
      after = endCursor ?? undefined
      const nodes = connection.nodes ?? connection.edges?.map((edge) => edge.node) ?? []
      page = hasNextPage && nodes.length < limit ? request(after, left) : undefined
      // Its failure is told when its turn comes; until then it is not an unhandled rejection.
      page?.catch(() => {})
      for (const node of nodes) {
        left.throwIfAborted()
        if (limit-- <= 0) return
        yield node
      }
    }
  } finally {
    release()
    controller.abort()
  }
}

/** The one connection of a result; undefined where something above it is null. */
function connectionOf(result: unknown): Connection | undefined {
  const met = connectionsIn(result)
  const found = met.filter((connection) => connection !== null)
  if (found.length > 1 || met.length === 0)
    throw new RapporteurError(
      `paginate needs one connection with pageInfo { hasNextPage endCursor }, not ${found.length}.`,
    )
  return found[0]
}

/** The connections outside of lists, and null for whatever is null. */
function connectionsIn(value: unknown): (Connection | null)[] {
  if (value === null) return [null]
  if (typeof value !== 'object' || Array.isArray(value)) return []
  return isConnection(value) ? [value] : Object.values(value).flatMap(connectionsIn)
}

function isConnection(value: object): value is Connection {
  const { hasNextPage, endCursor } = (value as Partial<Connection>).pageInfo ?? {}
  return hasNextPage !== undefined && endCursor !== undefined
}
