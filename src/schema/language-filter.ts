import { holds } from './text-filter.js'

type InLanguage =
  | { OR: { language: { equals?: string; startsWith?: string; mode: 'insensitive' } }[] }
  | { language: { in: string[] } }

/** Filter: one of these BCP 47 ranges, as RFC 4647 (3.3.1) matches them: "en" matches "en" and "en-GB". */
export function inLanguage(ranges: readonly string[]): InLanguage {
  if (ranges.length === 0) return { language: { in: [] } } // an empty OR within an AND Prisma leaves out, and fits all
  return {
    OR: ranges.flatMap((range) => {
      const { contains, mode } = holds(range)
      return [{ language: { equals: contains, mode } }, { language: { startsWith: `${contains}-`, mode } }]
    }),
  }
}
