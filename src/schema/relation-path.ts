/** Names of relations from a row to another, and of a column or relation at the end. */
export type RelationPath = readonly string[]

/** `along(['meeting', 'title'], 'asc')` is `{ meeting: { title: 'asc' } }`. */
export const along = (path: RelationPath, end: unknown): object =>
  Object(path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), end))

/** What a row that was read holds at the end of a path; undefined where a relation leads nowhere. */
export const valueAt = (row: unknown, path: RelationPath): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row)
