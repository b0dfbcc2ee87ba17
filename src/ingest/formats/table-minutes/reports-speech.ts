import type { Attendee } from '../../attendees/attendee.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { familyName, honorificPattern } from '../../names.js'

const speaker = new RegExp(
  `(?:^|[,.;:]\\s+|\\b(?:and|but)\\s+)(?:[Tt]he\\s+(?:\\p{L}+\\s+){0,3}?(?:\\p{L}+-)?(?:[Cc]hair(?:man|person|woman)?|[Cc]lerk|[Ss]ecretary|[Tt]reasurer|[Dd]irector|[Oo]fficer|[Mm]anager|[Ll]eader|[Mm]ayor|[Pp]resident|[Mm]inister|[Ss]ecretariat|[Rr]egistrar|[Cc]hancellor|[Rr]ector|[Pp]rovost|[Dd]ean|[Pp]rincipal|[Ss]uperintendent|[Gg]overnor|[Aa]uditor|[Aa]ttorney|[Aa]dministrator|[Cc]ontroller|[Cc]omptroller|[Bb]ursar|Chief\\s+\\p{L}+)|${honorificPattern}\\p{Lu}[\\p{L}.'’-]*(?:\\s\\p{Lu}[\\p{L}.'’-]*){0,3})(?:\\s*\\([^()]{1,120}\\))?,?\\s+(?:also\\s+|then\\s+|had\\s+|\\p{L}+ly\\s+)?(\\p{L}+)\\b`,
  'gu',
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** No list of those present that is looked for has more people. */
const mostPeople = 300

/** How those of a list are called in the text, as patterns; null for nobody. */
interface Calls {
  readonly initials: RegExp | null
  /** In full, by the given name, by office and family name. */
  readonly names: RegExp | null
  /** Behind the words that are theirs: "… worn. (Ada)", "… worn. – Bo Poe". */
  readonly behind: RegExp | null
}

const behindWords = (names: readonly string[]): RegExp | null =>
  names.length === 0
    ? null
    : new RegExp(
        `[.?!]["”’]?\\s+(?:\\(|[–—-]\\s+)(?:${names.map(escaped).join('|')})(?:[,;&]?\\s[^()]{2,80})?\\)?$`,
        'u',
      )

/** How those of a list are called in the text. */
export const callsOf = (attendees: readonly Attendee[]): Calls => {
  const listed = attendees.slice(0, mostPeople)
  const pattern = (words: readonly string[]) =>
    words.length === 0
      ? null
      : new RegExp(
          `(?:^|[.;:]\\s+|\\b(?:and|but)\\s+)(?:${words.map(escaped).join('|')})\\.?(?:\\s*\\([^()]{1,120}\\))?,?\\s+(?:also\\s+|then\\s+|\\p{L}+ly\\s+)?(\\p{L}+)\\b`,
          'gu',
        )
  const titles = [...new Set(listed.flatMap(({ affiliations }) => affiliations.flatMap(({ title }) => title ?? [])))]
  const given = listed.flatMap(({ name }) => /^\p{Lu}[\p{Ll}'’-]{2,}(?=\s)/u.exec(name)?.[0] ?? [])
  const ofOffice =
    titles.length === 0
      ? []
      : listed.flatMap(({ name }) => titles.slice(0, 20).map((title) => `${title} ${familyName(name)}`))
  return {
    initials: pattern(listed.flatMap(({ abbreviation }) => abbreviation ?? [])),
    behind: behindWords([...listed.map(({ name }) => name), ...given, ...listed.map(({ name }) => familyName(name))]),
    names: pattern([...listed.map(({ name }) => name), ...given, ...ofOffice.slice(0, 2000)]),
  }
}

const saysBy = (pattern: RegExp | null, text: string): boolean => {
  if (pattern === null) return false
  for (const [, verb = ''] of text.slice(0, 600).matchAll(pattern))
    if (pastForms.has(verb.toLowerCase()) || verb === 'did') return true
  return false
}

/** Whether a paragraph says near its start that somebody whom initials stand for spoke. */
export const reportsByInitials = (text: string, { initials }: Calls): boolean => saysBy(initials, text)

/** Whether a paragraph says near its start that somebody named, or somebody in office, spoke. */
export const reportsSpeech = (text: string, calls: Calls): boolean =>
  saysBy(speaker, text) ||
  saysBy(calls.names, text) ||
  saysBy(calls.initials, text) ||
  (calls.behind?.test(text.trimEnd().slice(-200)) ?? false)
