/**
 * Filter: the column holds this text, in upper or lower case. Prisma hands `%`, `_` and `\` of `contains` to LIKE as they
 * are, where they would match anything.
 */
export const holds = (text: string) => ({ contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const })
