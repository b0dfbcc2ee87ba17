/** What a field knows while its SQL is planned. */
export interface Ask<Args> {
  args: Args
  /** The selection below the field, combined with this query (`where`, `orderBy`, `take`, `select`). */
  nested: (query?: object) => object
  /** Whether the document selects this field below. */
  asks: (field: string) => boolean
}

/**
 * Extensions of a field whose `select` on its parent's row depends on the selection below it. Pothos' own `select` option does not
 * receive that selection, so this sets the extension that plugin-prisma uses for its own connections.
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

/** Extensions of a wrapper type: selections at the end of `paths` below it are selections on rows of `type`. */
export const wraps = (type: string, ...paths: string[][]) => ({
  pothosIndirectInclude: { getType: () => type, paths: paths.map((path) => path.map((name) => ({ name }))) },
})
