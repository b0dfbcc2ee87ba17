import { type Finding, finding } from '../findings.js'
import { particles, plainLetters } from '../names.js'
import type { MeetingRecord } from '../record.js'
import { capital, kindOf, letter } from '../text/characters.js'

type Person = MeetingRecord['people'][number]

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu
/** The same where it begins as names do: "Roe", "d'Roe". */
const nameWord = /(?<![\p{L}\p{M}]|[\p{L}\p{M}]['’])(?:\p{Lu}|[a-z]['’]\p{Lu})[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/uy
/** What stands before the capital letter of "d'Roe". */
const elided = /^[a-z]['’]$/
const numeral = /^(?:II|III|IV|VI{0,3})$/

/** Whether all letters of a name are capitals, and it is no initials. */
const isInCapitals = (name: string): boolean => /\p{Lu}{3}/u.test(name) && !/\p{Ll}/u.test(name)

const titleCase = (part: string): string => part.slice(0, 1) + part.slice(1).toLowerCase()

/** A word of a name as it is usually written: "ROE", "O'ROE", "MCROE". "MAC" may be either, and stays small behind. */
const cased = (printed: string): string => {
  if (printed.length === 1 || numeral.test(printed) || !/[AEIOUY]/.test(plainLetters(printed))) return printed
  return printed
    .split(/(?<=['’])/)
    .map((part) => (/^MC\p{Lu}{2}/u.test(part) ? `Mc${titleCase(part.slice(2))}` : titleCase(part)))
    .join('')
    .replace(/(?<=['’])S$/u, 's')
}

/** A letter alone is an initial: "T E ROE". */
const isParticle = (printed: string): boolean =>
  printed.length > 1 && particles.has(printed.toLowerCase()) && !/^(?:AL|EL|LE|ST)$/.test(printed)

/** How a text writes the words that it prints in capitals elsewhere, for instance "McRoe". */
const formsIn = (text: string, wanted: ReadonlySet<string>): Map<string, string> => {
  const forms = new Map<string, string>()
  const firsts = new Set([...wanted].map((name) => name.charCodeAt(0)))
  const take = (at: number): void => {
    nameWord.lastIndex = at
    const found = nameWord.exec(text)?.[0] ?? ''
    const capitals = found.toUpperCase()
    if (found !== capitals && wanted.has(capitals) && !forms.has(capitals)) forms.set(capitals, found)
  }
  let last = 0
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at))
    if ((kind & capital) !== 0 && (last & letter) === 0) {
      if (elided.test(text.slice(Math.max(0, at - 2), at))) take(at - 2)
      else if (firsts.has(text.charCodeAt(at))) take(at)
    }
    last = kind
  }
  return forms
}

const noForms: ReadonlyMap<string, string> = new Map()

/** A name in capitals with capitals where names have them; `forms` are words as the text writes them elsewhere. */
export const inUsualCase = (name: string, forms = noForms): string =>
  name.replace(word, (printed, at: number) => {
    const isLast = at + printed.length === name.length
    if (!isLast && isParticle(printed)) return printed.toLowerCase()
    return forms.get(printed) ?? cased(printed)
  })

/**
 * Shows those whose names a record prints in capitals only ("MR. MCROE:") in usual case: as the text writes the words
 * elsewhere, else with capitals where names have them. Keys, and the printed forms, stay.
 */
export const withUsualCase = (record: MeetingRecord, text: string): { record: MeetingRecord; findings: Finding[] } => {
  const inCapitals = record.people.filter(({ name }) => isInCapitals(name))
  if (inCapitals.length === 0) return { record, findings: [] }
  const forms = formsIn(text, new Set(inCapitals.flatMap(({ name }) => name.match(word) ?? [])))
  const shown = (person: Person): Person =>
    isInCapitals(person.name) ? { ...person, name: inUsualCase(person.name, forms) } : person
  return {
    record: { ...record, people: record.people.map(shown) },
    findings: inCapitals.map((person) =>
      finding(
        'NAME_VARIANT',
        `“${person.name}” is printed in capitals only, and shown as “${shown(person).name}”.`,
        [],
        [{ list: 'people', key: person.key }],
      ),
    ),
  }
}
