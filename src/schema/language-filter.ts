import { holds } from './text-filter.js'

interface InLanguage {
  OR: { language: { equals?: string; startsWith?: string; mode: 'insensitive' } }[]
}

/** Filter: one of these BCP 47 ranges, as RFC 4647 (3.3.1) matches them: "en" matches "en" and "en-GB". */
export const inLanguage = (ranges: readonly string[]): InLanguage => ({
  OR: ranges.flatMap((range) => {
    const { contains, mode } = holds(range)
    return [{ language: { equals: contains, mode } }, { language: { startsWith: `${contains}-`, mode } }]
  }),
})
