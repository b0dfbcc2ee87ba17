import { isWholeTitle } from '../english/titles.js'
import { is } from '../english/word-kinds.js'
import { wordAt } from '../english/words.js'
import type { Office } from '../reported-speech/voice.js'
import { skipSpace } from '../text/characters.js'

const words = /[Tt]he\s+((?:\p{Lu}[\p{L}'’-]*)(?:\s+(?:(?:of|and|for|to|the|&)\s+){0,2}\p{Lu}[\p{L}'’-]*){0,8})/uy
const inSmallLetters = /[Tt]he\s+((?:\p{L}[\p{L}'’-]*)(?:\s+\p{L}[\p{L}'’-]*){0,3})/uy

const longestTitle = (at: number, found: RegExpExecArray): { readonly office: Office; readonly end: number } | null => {
  const [all, name = ''] = found
  const lead = all.length - name.length
  for (let length = name.length; length > 0; length = name.lastIndexOf(' ', length - 1)) {
    const role = name.slice(0, length)
    // "The Head of Planning" goes on behind what is a title by itself.
    if (isWholeTitle(role.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())))
      return { office: { printed: all.slice(0, lead + length), role, body: null }, end: at + lead + length }
  }
  return null
}

/** Whether a word that heads a title stands between two offsets: without one nothing there is a title. */
const holdsHead = (text: string, start: number, end: number): boolean => {
  for (let word = wordAt(text, start); word && word.start < end; word = wordAt(text, skipAmpersand(text, word.end)))
    if ((word.kinds & is.title) !== 0) return true
  return false
}

const skipAmpersand = (text: string, offset: number): number => {
  const at = skipSpace(text, offset)
  return text[at] === '&' ? at + 1 : at
}

/** An office that begins at an offset, by the words for what somebody is: "The Town Clerk", "The lead governor". */
export const officeAt =
  (text: string) =>
  (at: number): { readonly office: Office; readonly end: number } | null => {
    if (!text.startsWith('he', at + 1)) return null
    for (const pattern of [words, inSmallLetters]) {
      pattern.lastIndex = at
      const found = pattern.exec(text)
      const office = found && holdsHead(text, at, at + found[0].length) ? longestTitle(at, found) : null
      if (office) return office
    }
    return null
  }
