import type { Attendee } from '../../attendees/attendee.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { familyName, honorificPattern } from '../../names.js'
import { matchAt } from '../../text/match-at.js'

/** What stands before whoever is named as speaking inside of a paragraph. */
const leads = /[,.;:]\s+|\b(?:and|but)\s+/gu
const [comma, smallT] = [44, 116]

/** Somebody in office, or with an honorific, and the verb that follows. */
const speaker = new RegExp(
  `(?:[Tt]he\\s+(?:\\p{L}+\\s+){0,3}?(?:\\p{L}+-)?(?:[Cc]hair(?:man|person|woman)?|[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Dd]irector|[Oo]fficer|[Mm]anager|[Ll]eader|[Mm]ayor|[Pp]resident|[Mm]inister|[Ss]ecretariat|[Rr]egistrar|[Cc]hancellor|[Rr]ector|[Pp]rovost|[Dd]ean|[Pp]rincipal|[Ss]uperintendent|[Gg]overnor|[Aa]uditor|[Aa]ttorney|[Aa]dministrator|[Cc]ontroller|[Cc]omptroller|[Bb]ursar|Chief\\s+\\p{L}+)|${honorificPattern}\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3})(?:\\s*\\([^()]{1,120}\\))?,?\\s+(?:also\\s+|then\\s+|had\\s+|\\p{L}+ly\\s+)?(\\p{L}+)\\b`,
  'uy',
)
/** What may stand between somebody's name and the verb. */
const behindName = /\.?(?:\s*\([^()]{1,120}\))?,?\s+(?:also\s+|then\s+|\p{L}+ly\s+)?(\p{L}+)\b/uy

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** No list of those present that is looked for has more people. */
const mostPeople = 300

/** Names by their first characters. */
type Names = ReadonlyMap<string, readonly string[]>

/** How those of a list are called in the text. */
interface Calls {
  readonly initials: Names
  /** In full, by the given name, by office and family name. */
  readonly names: Names
  /** Whether a paragraph ends in the name of whose words it holds: "… worn. (Ada)", "… worn. – Bo Poe". */
  readonly endIn: (text: string) => boolean
}

const byFirstCharacter = (names: readonly string[]): Names => {
  const found = new Map<string, string[]>()
  for (const name of names) {
    const same = found.get(name.charAt(0))
    if (same) same.push(name)
    else found.set(name.charAt(0), [name])
  }
  return found
}

const mayEndInName = /[.?!]["”’]?\s+(?:\(|[–—-]\s)/

const endingIn = (names: readonly string[]): ((text: string) => boolean) => {
  let pattern: RegExp | null = null
  return (text) => {
    const end = text.trimEnd().slice(-200)
    if (names.length === 0 || !mayEndInName.test(end)) return false
    pattern ??= new RegExp(
      `[.?!]["”’]?\\s+(?:\\(|[–—-]\\s+)(?:${names.map(escaped).join('|')})(?:[,;&]?\\s[^()]{2,80})?\\)?$`,
      'u',
    )
    return pattern.test(end)
  }
}

/** How those of a list are called in the text. */
export const callsOf = (attendees: readonly Attendee[]): Calls => {
  const listed = attendees.slice(0, mostPeople)
  const titles = [...new Set(listed.flatMap(({ affiliations }) => affiliations.flatMap(({ title }) => title ?? [])))]
  const given = listed.flatMap(({ name }) => /^\p{Lu}[\p{Ll}'’-]{2,}(?=\s)/u.exec(name)?.[0] ?? [])
  const ofOffice =
    titles.length === 0
      ? []
      : listed.flatMap(({ name }) => titles.slice(0, 20).map((title) => `${title} ${familyName(name)}`))
  return {
    initials: byFirstCharacter(listed.flatMap(({ abbreviation }) => abbreviation ?? [])),
    endIn: endingIn([...listed.map(({ name }) => name), ...given, ...listed.map(({ name }) => familyName(name))]),
    names: byFirstCharacter([...listed.map(({ name }) => name), ...given, ...ofOffice.slice(0, 2000)]),
  }
}

/** The verb behind whoever is named at a place, and where it ends. */
type Named = { readonly verb: string; readonly end: number } | null

const verbAt = (pattern: RegExp, text: string, at: number): Named => {
  const match = matchAt(pattern, text, at)
  return match && { verb: match[1] ?? '', end: at + match[0].length }
}

/** Most words are in small letters, and name nobody. */
const inOffice = (text: string, at: number): Named => {
  const code = text.charCodeAt(at)
  return (code >= 65 && code <= 90) || code === smallT ? verbAt(speaker, text, at) : null
}

const oneOf =
  (names: Names) =>
  (text: string, at: number): Named => {
    for (const name of names.get(text.charAt(at)) ?? []) {
      const found = text.startsWith(name, at) ? verbAt(behindName, text, at + name.length) : null
      if (found) return found
    }
    return null
  }

/** Whether somebody who is named at the start of a clause speaks; behind a comma only whoever is so by office or honorific. */
const says = (text: string, namedAt: (text: string, at: number) => Named, behindCommas: boolean): boolean => {
  let from = 0
  const speaksAt = (start: number, at: number): boolean => {
    const named = start < from ? null : namedAt(text, at)
    if (!named) return false
    from = named.end
    return pastForms.has(named.verb.toLowerCase()) || named.verb === 'did'
  }
  if (speaksAt(0, 0)) return true
  for (const { 0: lead, index } of text.matchAll(leads))
    if ((behindCommas || lead.charCodeAt(0) !== comma) && speaksAt(index, index + lead.length)) return true
  return false
}

/** So much of a paragraph tells whether it reports. */
const longestLook = 600

/** Whether a paragraph says near its start that somebody whom initials stand for spoke. */
export const reportsByInitials = (text: string, { initials }: Calls): boolean =>
  initials.size > 0 && says(text.slice(0, longestLook), oneOf(initials), false)

/** Whether a paragraph says near its start that somebody named, or somebody in office, spoke. */
export const reportsSpeech = (text: string, calls: Calls): boolean => {
  const start = text.slice(0, longestLook)
  return (
    says(start, inOffice, true) ||
    says(start, oneOf(calls.names), false) ||
    reportsByInitials(text, calls) ||
    calls.endIn(text)
  )
}
