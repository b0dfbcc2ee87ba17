import { slugText } from '../slug.js'

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
