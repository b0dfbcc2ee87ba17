import { plainLetters } from '@rapporteur/reader/names'

/**
 * The condition that a column contains this text, ignoring case. Prisma passes `%`, `_` and `\` in `contains` to LIKE unescaped,
 * where they are wildcards.
 */
export const containsText = (text: string) => ({
  contains: text.replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
})

/** The same for a column `nameForms`, which has names with plain Latin letters (`name_forms` in SQL). */
export const containsName = (text: string) =>
  containsText(
    text
      .replace(/\p{Script=Latin}\p{M}*/gu, plainLetters)
      .replace(/[’‘‚‛ʼ]/g, "'")
      .normalize('NFKC'),
  )
