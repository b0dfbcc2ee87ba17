import { fold } from '../../names.js'
import { type Bodies, bodyKey } from '../../people/bodies.js'

/** What a bulletin calls its bodies: an abbreviation's full name, and how a name in capitals is written elsewhere. */
export interface BodyNames {
  /** Full names by the abbreviation that is printed behind them: "Alliance of Reef States (ARS)". */
  readonly fullNames: ReadonlyMap<string, string>
  /** How a name is written where it is not in capitals, by its folded form. */
  readonly written: (name: string) => string | null
}

const definition =
  /((?:\p{Lu}[\p{L}’'-]*|of|for|the|and|on|in)(?:\s+(?:\p{Lu}[\p{L}’'-]*|of|for|the|and|on|in|to)){1,9})\s+\((\p{Lu}[\p{L}\d-]{1,9})\)/gu
const defined = /\s\(\p{Lu}[\p{L}\d-]{1,9}\)/u
const small = /^(?:of|for|the|and|on|in|to|de|la)$/i

/** The last words before a parenthesis whose initials an abbreviation is. */
const spelled = (words: string, abbreviation: string): string | null => {
  const parts = words.split(/\s+/)
  const letters = abbreviation.replace(/[^\p{Lu}]/gu, '')
  for (let from = parts.length - 1; from >= 0; from--) {
    const tail = parts.slice(from)
    const [first = ''] = tail
    if (small.test(first)) continue
    const big = tail.filter((word) => !small.test(word))
    const initials = (some: readonly string[]) => some.map((word) => word[0]?.toUpperCase() ?? '').join('')
    if (initials(big) === letters || initials(tail) === letters) return tail.join(' ')
  }
  return null
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const countries: ReadonlyMap<string, string> = new Map(
  letters.flatMap((a) => letters.flatMap((b) => regions.of(a + b) ?? [])).map((name) => [fold(name), name] as const),
)

/** What a text says of how its bodies are called. */
export const bodyNames = (texts: readonly string[]): BodyNames => {
  const fullNames = new Map<string, string>()
  const written = new Map<string, string>()
  for (const text of texts) {
    for (const [, words = '', abbreviation = ''] of defined.test(text) ? text.matchAll(definition) : []) {
      const full = spelled(words, abbreviation)
      if (full !== null && !fullNames.has(abbreviation)) fullNames.set(abbreviation, full)
    }
    for (const [words] of text.matchAll(
      /\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s+(?:of|and|the)\s+\p{Lu}\p{Ll}+|\s+\p{Lu}\p{Ll}[\p{L}’'-]*)*/gu,
    ))
      if (words.length < 60 && !written.has(fold(words))) written.set(fold(words), words)
  }
  return { fullNames, written: (name) => countries.get(fold(name)) ?? written.get(fold(name)) ?? null }
}

const inCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

const capitalized = (word: string): string => {
  if (small.test(word)) return word.toLowerCase()
  if (word.includes('/')) return word.split('/').map(capitalized).join('/')
  if (/\d/.test(word)) return word
  if (/^NGOS?$/.test(word)) return word.replace(/S$/, 's')
  return word.replace(/\p{L}+/gu, (part, at: number) =>
    part.length === 1 && at > 0 ? part.toLowerCase() : `${part[0] ?? ''}${part.slice(1).toLowerCase()}`,
  )
}

/** A printed name as the body is called: without the article, abbreviations spelled out, "REEF ISLES" as "Reef Isles". */
export const calledBody = (names: BodyNames, printed: string): string => {
  const name = printed
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\s*\(\p{Lu}[\p{L}\d-]{1,9}\)$/u, '')
  const full = names.fullNames.get(name) ?? name
  if (!inCapitals(full)) return full
  const words = full.split(/\s+/)
  const known = names.written(full)
  if (known !== null) return known
  // One word in capitals is an abbreviation, unless it is a country.
  if (words.length === 1 && full.length <= 7 && !full.includes('/')) return full
  return words.map((word, i) => (i === 0 && small.test(word) ? word : capitalized(word))).join(' ')
}

/** The key of a body, the abbreviation by which it is also printed noted beside it. */
export const bodyOf = (bodies: Bodies, names: BodyNames, printed: string): string => {
  const called = calledBody(names, printed)
  const key = bodyKey(bodies, called)
  const row = bodies.byName.get(fold(called) || called)
  const alias = printed.trim().replace(/^the\s+/i, '')
  if (row && fold(alias) !== fold(called) && !row.aliases.includes(alias)) row.aliases.push(alias)
  return key
}
