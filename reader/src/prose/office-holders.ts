import { isWholeTitle } from '../english/titles.js'
import { fold } from '../names.js'
import type { Roster } from '../people/roster.js'
import { roleHolder } from '../people/within-meeting.js'
import type { PersonLine } from '../proposal/proposal.js'
import { knownOf } from './known.js'
import { keyOf } from './named.js'
import { type OfficeWords, officeWords } from './office-words.js'
import { type NamedAt, personAt, type VoiceContext } from './people.js'

/** Offices as they are compared: one word for who chairs, no article. */
const officeKey = (role: string): string =>
  fold(role)
    .replace(/^(?:the|our|madam|mr|mister) /, '')
    .replace(/\bchair(?:man|woman|person)\b/g, 'chair')

/** What an office is called beside its full title: "Clerk and Finance Officer" is the Clerk, "Chair of the Board" the Chair. */
const shorterForms = (title: string): string[] => {
  const inside = /\(([^()]{3,30})\)/.exec(title)?.[1] ?? ''
  const bare = title.replace(/\s*\(.*$/, '')
  const parts = bare.split(/\s+(?:and|&)\s+|\s*[,/;]\s*/)
  const cores = [bare, ...parts].map((part) => part.replace(/\s+(?:of|for|to|at|in)\s.*$/i, ''))
  const letters = bare
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join('')
  const moved = /^(\p{L}+),\s+(.+)$/u.exec(title)
  const turned = moved ? [`${moved[2]} ${moved[1]}`] : []
  const chair = /\s(?:chair(?:man|woman|person)?|president)$/i.exec(bare)?.[0].trim()
  return [
    ...(isWholeTitle(inside) ? [inside] : []),
    ...parts,
    ...cores,
    ...turned,
    ...(chair && !/^(?:vice|deputy|co|former)\b/i.test(bare) ? [chair] : []),
    ...(letters.length === 3 || letters.length === 4 ? [letters] : []),
  ]
}

const titlesOf = ({ title, role, posts }: PersonLine): string[] =>
  [role, title, ...(posts ?? []).filter(({ status }) => status !== 'FORMER').map((post) => post.title)].flatMap(
    (one) => one ?? [],
  )

/** Notes the shorter forms of the offices that a list states; a form that two people have is nobody's. */
export const noteListedOffices = (roster: Roster): void => {
  const { listedOffices } = knownOf(roster)
  const held = new Set<string>()
  for (const line of roster.persons) for (const title of titlesOf(line)) held.add(officeKey(title))
  const note = (formsOf: (title: string) => readonly string[]): void => {
    const found = new Map<string, string>()
    for (const line of roster.persons)
      for (const form of new Set(titlesOf(line).flatMap(formsOf).map(officeKey))) {
        if (form === '' || held.has(form)) continue
        const known = found.get(form)
        found.set(form, known === undefined || known === line.person ? line.person : '')
      }
    for (const [form, person] of found) if (!listedOffices.get(form)) listedOffices.set(form, person)
  }
  // Whose title begins with an office has it before others who have it beside another.
  note((title) => [title.replace(/\s+(?:of|for|to|at|in)\s.*$/i, '')])
  note(shorterForms)
}

/** Who holds an office where it is spoken of: as the text said last, as a list states it, or a shorter form of what a list states. */
export const holderOf = (roster: Roster, role: string): string | null => {
  const key = officeKey(role)
  const { holders, listedOffices } = knownOf(roster)
  return (
    holders.get(key) ??
    roleHolder(roster.cast, role) ??
    roleHolder(roster.cast, key) ??
    (listedOffices.get(key) || null)
  )
}

/** Notes who holds an office from here on; by shorter forms of it too, where those are nobody's yet. */
export const noteHolder = (roster: Roster, role: string, person: string): void => {
  const { holders } = knownOf(roster)
  holders.set(officeKey(role), person)
  for (const form of shorterForms(role)) if (holderOf(roster, form) === null) holders.set(officeKey(form), person)
}

const takesChair = new RegExp(
  '^(?:\\s*\\([^()]{1,60}\\))?(?:,? (?:who )?(?:took|assumed|resumed|was in|occupied) the chair|,? in the chair' +
    '|,? presid(?:ed|ing)|(?: then)? (?:chaired|moderated) the|,? (?:chairing|presiding))\\b',
  'i',
)
const chairedBy =
  /\b(?:(?:chaired|moderated|presided over|facilitated) by|chair(?:manship)?(?: of the meeting)?(?: over)? to)\s+(?:(?:the|its|our)\s+)?$/i
const calledBefore = /(?:^|[\s(])(?:(?:[Tt]he|[Oo]ur|[Ii]ts)\s+)?$/

/** The office whose words end right before a name: "the Chair of the Panel, Ms Roe", "Clerk: Ms Roe". */
const officeBefore = (text: string, at: number, after: number): OfficeWords | null => {
  const lead = /[,:]\s+$/.exec(text.slice(Math.max(0, at - 12), at))?.[0].length ?? 0
  if (lead === 0) return null
  const end = at - lead
  const from = Math.max(0, end - 90)
  for (const found of text.slice(from, end).matchAll(/(?<![\p{L}’'-])\p{L}/gu)) {
    const start = from + found.index
    if (
      !calledBefore.test(text.slice(Math.max(0, start - 5), start)) ||
      /^(?:the|our|its)\s/i.test(text.slice(start, start + 4))
    )
      continue
    const office = officeWords(text, start)
    if (text[end] === ',' && !/^\s*[,.;)(]/.test(text.slice(after, after + 3))) continue
    const isNamed =
      office &&
      office.end === end &&
      (/^\p{Lu}/u.test(office.role) || /\b(?:the|our|its)\s+$/i.test(text.slice(Math.max(0, start - 5), start)))
    if (isNamed) return office
  }
  return null
}

const nextOffice = /^(?:\s*\([^()]{1,60}\))?,\s+(?:(?:the|our|its)\s+)?(?=\p{L})/iu

/** The office that stands right behind a name: "Ms Roe, Chair of the Panel,". */
const officeBehind = (text: string, end: number): OfficeWords | null => {
  const lead = nextOffice.exec(text.slice(end, end + 80))
  const office = lead ? officeWords(text, end + lead[0].length) : null
  if (!office || !lead || !/^\s*[,.;)]/.test(text.slice(office.end, office.end + 3))) return null
  return /^\p{Lu}/u.test(office.role) || /\bthe\s+$/i.test(lead[0]) ? office : null
}

const keyOfPerson = (roster: Roster, { named }: NamedAt): string | null =>
  named.kind === 'person' || named.kind === 'unlisted' ? keyOf(roster, named) : null

/** Notes the offices that a text gives to people: "the Inspector, Mrs Roe", "Ms Poe took the chair". `isFirst` leaves alone what is known. */
export const noteOfficesIn = (context: VoiceContext, isFirst = false): void => {
  const { text, roster, names } = context
  for (const at of names.keys()) {
    const person = personAt(context, at)
    if (!person) continue
    const isChair =
      takesChair.test(text.slice(person.end, person.end + 90)) || chairedBy.test(text.slice(Math.max(0, at - 40), at))
    const found = [
      ...(isChair ? ['Chair'] : []),
      ...[officeBefore(text, at, person.end), officeBehind(text, person.end)].flatMap((office) => office?.role ?? []),
    ]
    const roles = isFirst ? found.filter((role) => holderOf(roster, role) === null) : found
    const key = roles.length > 0 ? keyOfPerson(roster, person) : null
    if (key !== null) for (const role of roles) noteHolder(roster, role, key)
  }
}
