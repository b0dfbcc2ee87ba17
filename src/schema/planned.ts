/** What a field may know while its SQL is planned. */
export interface Ask<Args> {
  args: Args
  /** The selection beneath the field, with this query (`where`, `orderBy`, `take`, `select`) around it. */
  nested: (query?: object) => object
  /** Whether the document asks for this field beneath. */
  asks: (field: string) => boolean
}

/**
 * Extensions of a field that tells, knowing what is asked beneath it, what it needs of its parent's row. The `select` of
 * Pothos' field options is not told, so this sets the extension that plugin-prisma sets for its own connections.
 */
export const planned = <Args>(plan: (ask: Ask<Args>) => object) => ({
  pothosPrismaSelect: (
    args: Args,
    _context: object,
    nested: (query: object | true) => object,
    selected: () => ReadonlySet<string>,
  ) => ({
    select: plan({ args, nested: (query) => nested(query ?? true), asks: (field) => selected().has(field) }),
  }),
})

/** Extensions of a wrapper: what is asked at the end of `paths` beneath it is asked of rows of `type`. */
export const wraps = (type: string, ...paths: string[][]) => ({
  pothosIndirectInclude: { getType: () => type, paths: paths.map((path) => path.map((name) => ({ name }))) },
})
