import { decodedNodeId, encodeId as encodeNodeId } from '../database/node-id.js'
import { type ArgumentPath, badInput } from './errors.js'

/** The tables whose rows are nodes. An id names the table rather than the GraphQL type, so that it survives a change of type. */
export const nodeTables = [
  'Series',
  'Meeting',
  'Section',
  'Paragraph',
  'Theme',
  'Remark',
  'Outcome',
  'Vote',
  'UnattributedPassage',
  'Mention',
  'Person',
  'Organization',
  'Affiliation',
  'Attendance',
  'SourceDocument',
  'Finding',
  'Correction',
  'Merge',
  'Change',
] as const

/** A table whose rows have an id in the API. */
export type NodeTable = (typeof nodeTables)[number]

/** What an opaque id says. */
export interface NodeId {
  table: NodeTable
  /** The row's uuid. */
  id: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isNodeTable = (name: string): name is NodeTable => nodeTables.some((table) => table === name)

/** The API's id of a row. */
export const encodeId: (table: NodeTable, id: string) => string = encodeNodeId

/** The row that an API id names; undefined for any other text. */
export function decodeId(text: string): NodeId | undefined {
  const [table, id] = decodedNodeId(text)
  if (!isNodeTable(table) || !uuid.test(id) || encodeId(table, id) !== text) return undefined
  return { table, id }
}

/** Like `decodeId`, but throws BAD_USER_INPUT if the argument is not an id. */
export function requireId(text: string, argument: ArgumentPath): NodeId {
  const id = decodeId(text)
  if (!id) throw badInput(`${JSON.stringify(text)} is not an id. Give an "id" that this API returned.`, argument)
  return id
}

/** Options of the field `id: ID!` for rows of this table: `id: t.id(idOf('Theme'))`. */
export const idOf = (table: NodeTable) => ({
  description: 'Stays the same as long as the row exists, even if the record is read again. Opaque.',
  extensions: { read: { id: table } },
  resolve: (row: { id: string }) => encodeId(table, row.id),
})

/** SQL for what `encodeId` does: the opaque id of a text `Table:uuid`, as JSON. */
export const encodedIdSql = (text: string): string =>
  `to_json(translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text`

/** SQL for what `decodeId` does: the text `Table:uuid` of an opaque id, which is base64url. */
export const decodedIdSql = (id: string): string =>
  `convert_from(decode(rpad(translate(${id}, '-_', '+/'), (length(${id}) + 3) / 4 * 4, '='), 'base64'), 'UTF8')`
