import { slugText } from '../slug.js'

/** A key that is not in use yet: the slug of a text, numbered where it stands for several. */
export const freshKey = (text: string, taken: ReadonlySet<string>, fallback: string): string => {
  const slug = slugText(text, fallback)
  let key = slug
  for (let i = 2; taken.has(key); i++) key = `${slug}-${i}`
  return key
}
