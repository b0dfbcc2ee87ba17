import { isHead } from '../english/titles.js'
import { fold } from '../names.js'

const word = /^[\p{L}’'&-]+/u
const capital = "\\p{Lu}[\\p{L}’'&-]*"
const noTitle = '(?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof)\\b)'
const behindHead = new RegExp(
  `^\\s+(?:of|for|to|on)\\s+(?:the\\s+)?${capital}(?:\\s+(?:(?:of|and|for|the|on|&)\\s+){0,2}${noTitle}${capital}){0,6}`,
  'u',
)

/** The words of an office. */
export interface OfficeWords {
  /** "Head of Audit", without the article. */
  readonly role: string
  readonly end: number
  /** Where the head word ends: "Head". */
  readonly headEnd: number
}

/** The words of an office from an offset on, behind any article: to the last of its title words, and what it is the office of. */
export const officeWords = (text: string, from: number): OfficeWords | null => {
  let at = from
  let head: number | null = null
  for (let i = 0; i < 6; i++) {
    const found = word.exec(text.slice(at, at + 30))?.[0]
    if (!found || found.length > 28) break
    const bare = found.replace(/['’]s?$/, '')
    const isPossessive = bare !== found
    if (isHead(fold(bare.replace(/-/g, ''))) && !isPossessive) head = at + found.length
    else if (head !== null) break
    else if (/^(?:of|for|and|to|in|on|by|at|as|with|from|between|who|was|were|is|had|said)$/.test(found)) break
    at += found.length
    const space = /^\s+/.exec(text.slice(at, at + 3))?.[0].length ?? 0
    if (space === 0) break
    at += space
  }
  if (head === null) return null
  const more = behindHead.exec(text.slice(head, head + 120))?.[0].length ?? 0
  const end = head + text.slice(head, head + more).replace(/['’]s$/, '').length
  return { role: text.slice(from, end).replace(/\s+/g, ' '), end, headEnd: head }
}
