import type pg from 'pg'
import type { ReadStatement } from '../../src/database/database.js'

/** What a plan did, when it was run. */
export interface Examined {
  /** Rows that its scans gave and those that they threw away. */
  rows: number
  /** Pages of 8 kB that were touched. */
  buffers: number
  /** The most rows that any of its sorts took. */
  sorted: number
  /** Tables of more than 10,000 rows that were read whole. */
  scans: string[]
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Node[]
}

/** Runs a statement as the server does: by the plan for any values, where it has a name there; else by one for its own. */
async function explained(client: pg.ClientBase, { text, values }: ReadStatement, how: string): Promise<unknown[]> {
  const given = values.map((value) => literal(client, value)).join(', ')
  await client.query(`PREPARE examined AS ${text}`)
  try {
    const { rows } = await client.query<Record<string, unknown>>(
      `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, SUMMARY OFF, ${how}) EXECUTE examined${given ? `(${given})` : ''}`,
    )
    return rows.map((row) => row['QUERY PLAN'])
  } finally {
    await client.query('DEALLOCATE examined')
  }
}

const literal = (client: pg.ClientBase, value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (!Array.isArray(value)) return client.escapeLiteral(String(value))
  return client.escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`)
}

/** A search, whose statement reads words, is planned for these. */
const modeOf = ({ text }: ReadStatement) => (text.includes('::tsquery') ? 'force_custom_plan' : 'force_generic_plan')

export async function examine(client: pg.ClientBase, statement: ReadStatement): Promise<Examined> {
  await client.query(`SET plan_cache_mode = ${modeOf(statement)}`)
  await explained(client, statement, 'FORMAT JSON') // into the cache
  const [plan] = (await explained(client, statement, 'FORMAT JSON')) as [[{ Plan: Node }]]
  const found: Examined = { rows: 0, buffers: 0, sorted: 0, scans: [] }
  const top = plan[0].Plan
  found.buffers = top['Shared Hit Blocks'] + top['Shared Read Blocks']
  const look = (node: Node): void => {
    const rows = node['Actual Rows'] * node['Actual Loops']
    const read =
      rows +
      ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
    if (node['Relation Name']) found.rows += read
    if (node['Node Type'] === 'Seq Scan' && read > 10_000) found.scans.push(String(node['Relation Name']))
    if (/Sort/.test(node['Node Type'])) {
      const taken = (node.Plans ?? []).reduce((sum, each) => sum + each['Actual Rows'] * each['Actual Loops'], 0)
      found.sorted = Math.max(found.sorted, taken)
    }
    for (const inner of node.Plans ?? []) look(inner)
  }
  look(top)
  return found
}

export async function planText(client: pg.ClientBase, statement: ReadStatement): Promise<string> {
  return (await explained(client, statement, 'COSTS OFF')).join('\n')
}
