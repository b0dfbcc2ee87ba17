import { isWholeTitle } from '../english/titles.js'
import type { Office } from '../reported-speech/voice.js'

const words = /[Tt]he\s+((?:\p{Lu}[\p{L}'’-]*)(?:\s+(?:(?:of|and|for|to|the|&)\s+){0,2}\p{Lu}[\p{L}'’-]*){0,8})/uy

/** An office that begins at an offset, by the words for what somebody is: "The Town Clerk", "The Head of Planning". */
export const officeAt =
  (text: string) =>
  (at: number): { readonly office: Office; readonly end: number } | null => {
    words.lastIndex = at
    const found = words.exec(text)
    if (!found) return null
    const [all, name = ''] = found
    const lead = all.length - name.length
    for (let length = name.length; length > 0; length = name.lastIndexOf(' ', length - 1)) {
      const role = name.slice(0, length)
      // "The Head of Planning" goes on behind what is a title by itself.
      if (isWholeTitle(role))
        return { office: { printed: all.slice(0, lead + length), role, body: null }, end: at + lead + length }
    }
    return null
  }
