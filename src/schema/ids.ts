import { encodeId as encodeNodeId } from '../database/node-id.js'
import { type ArgumentPath, badInput } from './errors.js'
import { readAs } from './read-as.js'

/** The tables whose rows are Nodes: an id names the table and not the GraphQL type, so that it outlives a change of type. */
export const nodeTables = [
  'Series',
  'Meeting',
  'Section',
  'Paragraph',
  'Theme',
  'Remark',
  'UnattributedPassage',
  'Mention',
  'Person',
  'Organization',
  'Affiliation',
  'Attendance',
  'SourceDocument',
  'Finding',
  'Change',
] as const
export type NodeTable = (typeof nodeTables)[number]

export interface NodeId {
  table: NodeTable
  /** The row's uuid. */
  id: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const isNodeTable = (name: string): name is NodeTable => nodeTables.some((table) => table === name)

/** The id that the API gives to a row. */
export const encodeId: (table: NodeTable, id: string) => string = encodeNodeId

/** The row that an id of the API names; undefined for any other text. */
export function decodeId(text: string): NodeId | undefined {
  const [table = '', id = ''] = Buffer.from(text, 'base64url').toString().split(':')
  if (!isNodeTable(table) || !uuid.test(id) || encodeId(table, id) !== text) return undefined
  return { table, id }
}

/** The id of a merge: no row that could be asked for, but what `undoMerge` takes. */
export const mergeIds = {
  encode: (id: string): string => encodeNodeId('Merge', id),
  decode: (text: string): string | undefined => {
    const id = Buffer.from(text, 'base64url').toString().split(':')[1] ?? ''
    return uuid.test(id) && encodeNodeId('Merge', id) === text ? id : undefined
  },
}

/** As `decodeId`, for an argument that has to be an id. */
export function requireId(text: string, argument: ArgumentPath): NodeId {
  const id = decodeId(text)
  if (!id) throw badInput(`${JSON.stringify(text)} is no id. Give an "id" as this API gave it out.`, argument)
  return id
}

/** A field `id: ID!` of the rows of this table: `id: t.id(idOf('Theme'))`. */
export const idOf = (table: NodeTable) => ({
  description: 'Stays the same for as long as the row exists, also when the record is read again. Opaque.',
  extensions: readAs({ id: table }),
  resolve: (row: { id: string }) => encodeId(table, row.id),
})
