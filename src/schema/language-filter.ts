import { containsText } from './text-filter.js'

type InLanguage =
  | { OR: { language: { equals?: string; startsWith?: string; mode: 'insensitive' } }[] }
  | { language: { in: string[] } }

/** The condition that a language matches one of these BCP 47 ranges (RFC 4647, 3.3.1): "en" matches "en" and "en-GB". */
export function inLanguage(ranges: readonly string[]): InLanguage {
  if (ranges.length === 0) return { language: { in: [] } } // Prisma drops an empty OR inside an AND, which would match everything
  return {
    OR: ranges.flatMap((range) => {
      const { contains, mode } = containsText(range)
      return [{ language: { equals: contains, mode } }, { language: { startsWith: `${contains}-`, mode } }]
    }),
  }
}
