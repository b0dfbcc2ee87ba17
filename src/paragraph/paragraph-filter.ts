import type { Prisma } from '../generated/prisma/client.js'
import { builder } from '../schema/builder.js'
import { referredTo } from '../schema/reference.js'
import { containsText } from '../schema/text-filter.js'

const ParagraphFilter = builder.inputType('ParagraphFilter', {
  description:
    'Paragraphs that match all given conditions. A list matches any of its values; an empty list matches nothing. Accepts slugs and ids.',
  fields: (t) => ({
    theme: t.stringList({ description: 'On one of these themes.' }),
    person: t.stringList({ description: 'In which one of these people speaks.' }),
    section: t.intList({ description: 'Directly in one of these sections, by position, from 1.' }),
    text: t.string({ description: 'With this in the text, ignoring case.' }),
  }),
})

export const paragraphArgs = builder.args((t) => ({
  filter: t.field({ type: ParagraphFilter, description: 'Which paragraphs; all of them if null.' }),
}))

/** A filter of paragraphs as a Prisma condition. Throws BAD_USER_INPUT, see `referredTo`. */
export function paragraphWhere(
  filter: typeof ParagraphFilter.$inferInput | null | undefined,
): Prisma.ParagraphWhereInput | undefined {
  if (!filter) return undefined
  const { theme, person, section, text } = filter
  return {
    AND: [
      ...(theme ? [onTheme(theme)] : []),
      ...(person ? [withSpeaker(person)] : []),
      ...(section ? [{ section: { position: { in: section } } }] : []),
      ...(text == null ? [] : [{ text: containsText(text) }]),
    ],
  }
}

const onTheme = (themes: readonly string[]) =>
  referredTo<Prisma.ParagraphWhereInput>('THEME', themes, ['filter', 'theme'], {
    row: (theme) => ({ theme }),
  })

const withSpeaker = (people: readonly string[]) =>
  referredTo<Prisma.ParagraphWhereInput>('PERSON', people, ['filter', 'person'], {
    row: (speaker) => ({ remarks: { some: { speaker } } }),
  })
