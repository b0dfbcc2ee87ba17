/** The API's opaque id of a row: base64url of `Table:uuid`. */
export const encodeId = (table: string, id: string): string => Buffer.from(`${table}:${id}`).toString('base64url')
