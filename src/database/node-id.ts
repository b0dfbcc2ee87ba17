/** The API's opaque id of a row: base64url of `Table:uuid`. */
export const encodeId = (table: string, id: string): string => Buffer.from(`${table}:${id}`).toString('base64url')

/** The table and the uuid of an opaque id. */
export const decodedNodeId = (text: string): [table: string, id: string] => {
  const [table = '', id = ''] = Buffer.from(text, 'base64url').toString().split(':')
  return [table, id]
}
