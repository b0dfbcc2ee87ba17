import { plainLetters } from './names.js'

const longest = 80

/**
 * The ASCII form of a name or title for addresses: lower case, words joined by hyphens, at most 80 characters and cut at a
 * word. A text without any Latin letter or digit gives `fallback`, itself a slug.
 */
export const slugText = (text: string, fallback: string): string => {
  const words = plainLetters(text.replace(/['’]/g, ''))
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  if (words === null) return fallback
  let slug = (words[0] ?? '').slice(0, longest)
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break
    slug += `-${word}`
  }
  return slug
}

/** Gives each text a key that no other has: its slug, numbered where several share it. Takes the same time for each. */
export const keyMaker = (fallback: string): ((text: string) => string) => {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return (text) => {
    const slug = slugText(text, fallback)
    let count = (counts.get(slug) ?? 0) + 1
    let key = count === 1 ? slug : `${slug}-${count}`
    while (taken.has(key)) key = `${slug}-${++count}`
    counts.set(slug, count)
    taken.add(key)
    return key
  }
}
