import { isBody } from '../../english/bodies.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { holdsTitle } from '../../english/titles.js'
import { matchesAtSigns } from '../../text/at-signs.js'
import { isDelegation, isGroupShaped } from './groups.js'

/** Somebody whom a bulletin names with the office that makes a person of the name. */
export interface NamedPerson {
  readonly name: string
  readonly start: number
  readonly end: number
  /** The office before the name as printed: "SBI Chair", "Executive Secretary"; null where what follows the name tells the person. */
  readonly role: string | null
  /** The country in parentheses behind the name. */
  readonly country: string | null
  readonly countryAt: readonly [number, number] | null
}

const word = "\\p{Lu}\\p{Ll}?[\\p{L}\\p{M}'’-]*"
const lower = '(?:von|van|de|der|den|del|da|dos|al|el|bin|ibn|la|le|di|du)\\s+'
const name = `(${word}(?:\\s+(?:${lower}){0,2}(?:\\p{Lu}\\.|${word})){1,4}|${word})`
const office =
  '(?:Co-|Vice-|Deputy\\s+|Acting\\s+|Interim\\s+|Executive\\s+|Assistant\\s+)*(?:Chair(?:man|person|woman|s)?|President|Secretary(?:-General|\\s+General)?|Director(?:-General|\\s+General)?|Minister|Ambassador|Facilitator|Rapporteur|Commissioner|Coordinator|Co-ordinator|Administrator|Under-Secretary-General|Moderator|Convenor|Convener|Champion)'
const before = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:[\\p{Lu}\\d][\\p{L}\\d-]*\\s+){0,4}?${office})\\s+${name}(?=\\s*\\(|,|\\s+\\p{Ll})`,
  'uy',
)
const beforeStart = /[\p{Lu}\d]/gu
const anyOffice = new RegExp(office, 'u')
const beside = new RegExp(
  `(?:^|[.;,]\\s+|\\s)[Tt]he\\s+((?:[\\p{Lu}\\d][\\p{L}\\d-]*\\s+){0,3}?${office})(?:\\s+(?:of|for)\\s+(?:the\\s+)?[^,.;()]{2,80})?(?:,\\s+|\\s+\\((?:(?:Mr|Ms|Mrs|Mx|Dr|Prof)\\.?\\s+)?)${name}(?=,|\\s*[()])`,
  'gu',
)
const country = /^\s*\(([^()]{3,60})\)/u

const isName = (words: string): boolean => {
  const parts = words.split(/\s+/)
  return (
    !isDelegation(words) &&
    !isBody(words) &&
    !holdsTitle(words) &&
    parts.every((part) => !/^\p{Lu}{3,}$/u.test(part) || parts.length > 1) &&
    !/^(?:The|This|A|An|In|On|At|He|She|And|Summary|Report|Draft|Text|Proposal|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/.test(
      words,
    )
  )
}

interface Found {
  readonly printed: string
  readonly start: number
  readonly role: string | null
}

const withOffice = (text: string): Found[] =>
  !anyOffice.test(text)
    ? []
    : [...matchesAtSigns(text, beforeStart, before), ...text.matchAll(beside)].map(
        ({ index, 0: all, 1: role = '', 2: printed = '' }) => ({
          printed,
          role,
          start: index + all.lastIndexOf(printed),
        }),
      )

const another = new RegExp(
  `^(?:\\s*\\([^()]{2,60}\\))?(?:,\\s+and\\s+|,\\s+|\\s+and\\s+)${name}(?=\\s*\\(|,|\\s+\\p{Ll})`,
  'u',
)

/** "Co-Chairs Ana Roe (Chile) and Bo Poe (Ghana)": an office in the plural is held by all who follow it. */
const withSharedOffice = (text: string, found: Found): Found[] => {
  if (found.role === null || !/s$/.test(found.role)) return [found]
  const role = found.role.slice(0, -1)
  const all: Found[] = [{ ...found, role }]
  for (let last = all[0]; last && all.length < 6; ) {
    const end = last.start + last.printed.length
    const match = another.exec(text.slice(end, end + 160))
    const printed = match?.[1] ?? ''
    last = match && /\s/.test(printed) ? { printed, role, start: end + match[0].lastIndexOf(printed) } : undefined
    if (last) all.push(last)
  }
  return all
}

const following = new RegExp(
  `(?:^\\s*|[.;]\\s+)${name},\\s+([^,.;]{2,120}),\\s+(?:then\\s+|also\\s+)?(\\p{Ll}+)\\b`,
  'gu',
)
const ofBodies =
  /\b(?:International|Watch|Action|Research|Policy|Earth|Nature|Youth|Women|Farmers|Workers|Indigenous|Peoples?|Business|Industry|Nations?|World|Global|National|Group)\b/

/** "Ana Roe, Director of the Reef Trust, said", "Ana Roe, on behalf of the port, said". */
const withTitle = (text: string): Found[] =>
  [...text.matchAll(following)].flatMap(({ index, 0: all, 1: printed = '', 2: aside = '', 3: verb = '' }) => {
    const isSaid = pastForms.has(verb) && (holdsTitle(aside) || /^on behalf of\b/.test(aside))
    const isPerson = /\s/.test(printed) && !ofBodies.test(printed) && !isGroupShaped(printed)
    return isSaid && isPerson ? [{ printed, role: null, start: index + all.indexOf(printed) }] : []
  })

/** Everybody whom a text names with an office or a title: "SBI Chair Ana Roe (Chile)", "The Executive Secretary, Bo Poe,". */
export const peopleNamed = (text: string): NamedPerson[] =>
  [...withOffice(text).flatMap((found) => withSharedOffice(text, found)), ...withTitle(text)].flatMap(
    ({ printed, role, start }) => {
      if (!isName(printed)) return []
      const end = start + printed.length
      const found = country.exec(text.slice(end, end + 70))
      const inside = found?.[1] ?? ''
      const at = found && isDelegation(inside) ? end + found[0].indexOf(inside) : null
      return [
        {
          name: printed,
          start,
          end,
          role,
          country: at === null ? null : inside,
          countryAt: at === null ? null : ([at, at + inside.length] as const),
        },
      ]
    },
  )
