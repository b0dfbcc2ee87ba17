/** A curator's act that can be undone, as the API tells of it. */
export interface ListedAct {
  id: string
  reason: string
  by: string
  at: string
  undoneAt: string | null
  undoneBy: string | null
  undoneReason: string | null
}

/** The selection of these fields. */
export const actFields = 'id reason by at undoneAt undoneBy undoneReason'

/** A page of a connection. */
export interface Page<Row> {
  nodes: Row[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** All rows of a connection, page by page. */
export async function everyRow<Row>(read: (after: string | null) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: Page<Row> = await read(after)
    rows.push(...nodes)
    if (!pageInfo.hasNextPage) return rows
    after = pageInfo.endCursor
  }
}

const minute = (at: string) => at.slice(0, 16).replace('T', ' ')

/** An act in lines: its id and what it says, when, who and why, and whether it was undone. */
export const linesOf = (act: ListedAct, says: string, more: readonly string[] = []): string =>
  [
    `${act.id}  ${says}`,
    `    ${minute(act.at)} ${act.by}: ${act.reason}`,
    ...more.map((line) => `    ${line}`),
    ...(act.undoneAt === null ? [] : [`    undone ${minute(act.undoneAt)} ${act.undoneBy}: ${act.undoneReason}`]),
  ].join('\n')
