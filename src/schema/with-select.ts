/**
 * Makes a query by Pothos acceptable to Prisma. If a client selects nothing of the model but `__typename`, Pothos passes an empty
 * `select`, which Prisma rejects.
 */
export function withSelect<Query extends object>(query: Query): Query {
  const { select } = query as { select?: object | null }
  return select && Object.keys(select).length === 0 ? { ...query, select: { id: true } } : query
}
