/** Options of a field `formerSlugs`: the slugs that lead to a row, except its current one. */
export const formerSlugs = (description: string, owner: 'personId' | 'organizationId') => ({
  description,
  extensions: {
    read: {
      json: (row: string) => `(select coalesce(json_agg(s."text" order by s."text"), '[]')::text from "Slug" s
      where s."${owner}" = ${row}."id" and s."text" <> ${row}."slug")`,
    },
  },
  select: { slug: true, slugs: { orderBy: { text: 'asc' }, select: { text: true } } } as const,
  resolve: ({ slug, slugs }: { slug: string; slugs: { text: string }[] }) =>
    slugs.map(({ text }) => text).filter((text) => text !== slug),
})
