/** The id by which the API names a row: base64url of `Table:uuid`. Opaque to whoever receives it. */
export const encodeId = (table: string, id: string): string => Buffer.from(`${table}:${id}`).toString('base64url')
