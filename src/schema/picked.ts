/**
 * The query that Pothos made, fit for Prisma: where the client asks nothing of the model (only `__typename`), Pothos hands
 * over an empty `select`, which Prisma refuses.
 */
export function picked<Query extends object>(query: Query): Query {
  const { select } = query as { select?: object | null }
  return select && Object.keys(select).length === 0 ? { ...query, select: { id: true } } : query
}
