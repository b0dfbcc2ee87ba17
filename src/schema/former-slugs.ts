/** A field `formerSlugs`: the slugs that lead to a row, less its present one. */
export const formerSlugs = (description: string) => ({
  description,
  select: { slug: true, slugs: { orderBy: { text: 'asc' }, select: { text: true } } } as const,
  resolve: ({ slug, slugs }: { slug: string; slugs: { text: string }[] }) =>
    slugs.map(({ text }) => text).filter((text) => text !== slug),
})
