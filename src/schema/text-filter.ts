/**
 * The condition that a column contains this text, ignoring case. Prisma passes `%`, `_` and `\` in `contains` to LIKE unescaped,
 * where they are wildcards.
 */
export const containsText = (text: string) => ({
  contains: text.replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
})
