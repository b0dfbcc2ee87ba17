import { finiteForms } from '../../english/reporting-verbs.js'
import { verbAfter } from '../../english/verb-group.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import type { Turn, Voice } from '../../turns/script.js'

const subject =
  /^(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)(?:\s(?:and|&)\s(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?))?(?=\s\p{Ll})/u
const ahead = /^\((\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)\)\s+(?=\S)/u

const isListed = (cast: Cast, name: string): boolean => {
  const { person } = identify(cast, name)
  return person !== null && cast.byKey.get(person)?.isListed === true
}

const turnOf = (printed: string, names: readonly string[]): Turn => ({
  printed,
  voices: names.map((name): Voice => ({ kind: 'person', name, title: null, body: null })),
  at: null,
  isDoubted: false,
})

/**
 * An item that says in a sentence whose words it holds ("Ada wondered whether it leaks"), or in parentheses before them
 * ("(Ada) It leaks."); null for any other. Only those who are listed as present speak so.
 */
export const reportedItem = (cast: Cast, text: string): { readonly turn: Turn; readonly length: number } | null => {
  const [lead = '', before] = ahead.exec(text) ?? []
  if (before !== undefined)
    return isListed(cast, before) ? { turn: turnOf(before, [before]), length: lead.length } : null
  const [printed = '', ...found] = subject.exec(text) ?? []
  const names = found.filter((name) => name !== undefined)
  if (printed === '' || !names.every((name) => isListed(cast, name))) return null
  return verbAfter(text, printed.length, finiteForms) ? { turn: turnOf(printed, names), length: 0 } : null
}
