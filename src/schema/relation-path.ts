/** A path of relation names, ending in a column or relation. */
export type RelationPath = readonly string[]

/** `along(['meeting', 'title'], 'asc')` is `{ meeting: { title: 'asc' } }`. */
export const along = (path: RelationPath, end: unknown): object =>
  Object(path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), end))

/** The value at the end of a path in a row; undefined if a relation on the way is null. */
export const valueAt = (row: unknown, path: RelationPath): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row)
