import { isWholeTitle } from '../english/titles.js'
import type { Office } from './voice.js'

const titleWord = "\\p{Lu}[\\p{L}'’-]*"
const words = `${titleWord}(?:\\s+(?:(?:of|for|the|and|to|at)\\s+){0,3}${titleWord}){0,8}`
const officeAt = new RegExp(`((?:[Tt]he|THE)\\s+|[Hh]is\\s+[Ee]xcellency\\s+the\\s+)(${words})`, 'uy')

/** Offices that are not told by the noun which heads a title. */
const others =
  /^(?:(?:crown )?(?:king|queen|emperor|empress|shah|pope|sultan|emir|amir|prince|princess)|chairperson|(?:co-?|vice-?)?chair|secretariat|presidency|premier|foreign secretary|generalissimo|marshal|aga khan|dalai lama|imam|bey|pasha|viceroy|regent)$/i

/** "THE CHAIRMAN" as "The Chairman". */
export const withoutCapitals = (text: string): string =>
  text
    .replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())
    .replace(/(?<=\S )(?:Of|For|The|And|To|At|In)(?= )/g, (word) => word.toLowerCase())

const isTitle = (text: string): boolean => others.test(text) || (/^\p{Lu}/u.test(text) && isWholeTitle(text))

/** Of capitalized words, the longest beginning that is the title of an office; null for none. */
export const titleIn = (text: string): string | null => {
  for (let end = text.length; end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const part = text.slice(0, end).trim()
    if (/\s(?:of|for|the|and|to|at)$/i.test(part)) continue
    if (isTitle(/\p{Ll}/u.test(part) ? part : withoutCapitals(part))) return part
  }
  return null
}

/** "The Prime Minister", "the Secretary of State": an office that begins at an offset. */
export const officeOf = (text: string, at: number): { office: Office; end: number } | null => {
  officeAt.lastIndex = at
  const found = officeAt.exec(text)
  if (!found) return null
  const [, article = '', capitalized = ''] = found
  const role = titleIn(capitalized)
  if (role === null) return null
  const end = at + article.length + role.length
  if (/^['’]/.test(text[end] ?? '')) return null
  return { office: { printed: text.slice(at, end), role, body: null }, end }
}

const particle =
  /^(?:Prime|Assistant|Deputy|Under|Vice|Parliamentary|Permanent|Private|First|Second|Third|Chief|Acting|Associate|Executive)$/

/** What a title is called for short where only one can be meant: "Foreign Minister" is "the Minister"; null for "Prime Minister". */
export const shortTitle = (title: string): string | null => {
  const core =
    title
      .split(/\s+(?:of|for|to|at|in)\s+|,/)[0]
      ?.trim()
      .split(/\s+/) ?? []
  const [first = '', last = ''] = [core[0], core.at(-1)]
  if (particle.test(first.replace(/-.*$/, '')) || /-/.test(last)) return null
  return last === '' || last === title ? null : last
}
