import { isNameShaped } from '../attendees/person-shape.js'
import { splitHonorific } from '../names.js'
import type { Range } from './voice.js'

/** Somebody whom the parentheses behind a sentence name, and whom they came for; offsets are into the text. */
export interface Attributed {
  readonly printed: string
  readonly start: number
  readonly end: number
  readonly organization: string
  /** Where the sentence ends that is theirs, without the parentheses. */
  readonly wordsEnd: number
}

const atEnd = /\s*\(([^()\n]{6,300})\)[.;]?\s*$/u
const nameAndBody = /^([^,]{3,60}),\s+(\p{Lu}[^;]{2,90})$/u

const entryOf = (entry: string): { name: string; organization: string } | null => {
  const [, name = '', organization = ''] = nameAndBody.exec(entry.trim()) ?? []
  if (name === '' || /\d/.test(organization)) return null
  return isNameShaped(splitHonorific(name).name) || isNameShaped(name.replace(/^\p{Lu}\p{Ll}+\s+/u, ''))
    ? { name, organization }
    : null
}

/**
 * Those to whom the parentheses at the end of a sentence give it: "There were too many sessions (Ada Roe, Sample Trust; Bo Poe, Tide Net)."
 * Nobody, unless every entry is a full name and a body.
 */
export const attributedAtEnd = (text: string, [start, end]: Range): Attributed[] => {
  const match = atEnd.exec(text.slice(start, end))
  if (!match || match.index < 20) return []
  let from = start + match.index + match[0].indexOf('(') + 1
  const found: Attributed[] = []
  for (const entry of (match[1] ?? '').split(';')) {
    const named = entryOf(entry)
    if (!named) return []
    const at = from + entry.indexOf(named.name)
    found.push({
      printed: named.name,
      start: at,
      end: at + named.name.length,
      organization: named.organization.trim(),
      wordsEnd: start + match.index,
    })
    from += entry.length + 1
  }
  return found
}
