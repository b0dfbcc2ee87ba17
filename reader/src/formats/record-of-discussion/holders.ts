import type { Attendee } from '../../attendees/attendee.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { addRoleHolder, type Cast, identify, withoutOffice } from '../../identity/within-meeting.js'
import { splitHonorific } from '../../names.js'
import { addUnlisted } from '../../people/unlisted.js'
import { shortTitle, titleIn, withoutCapitals } from '../../reported-speech/offices.js'
import { asName } from './as-name.js'

const bare = (title: string): string => title.replace(/^the\s+/i, '').trim()

const add = (cast: Cast, title: string, person: string): void => {
  addRoleHolder(cast, bare(title), person)
  const short = shortTitle(bare(title))
  if (short !== null) addRoleHolder(cast, short, person)
}

/** The office right before or behind a name: "the Minister, Mr. Roe,", "Mr. Roe (the Minister)", "Mr. Roe, Minister of Works,". */
const officeBeside = (text: string, { start, end }: NameInText): string | null => {
  const before =
    /(?:^|[^\p{L}])(?:[Tt]he|THE)\s+((?:\p{Lu}[\p{L}'’-]*\s+(?:(?:of|for|and|the)\s+)*){0,7}\p{Lu}[\p{L}'’-]*)(?:,\s+|\s+\()$/u.exec(
      text.slice(Math.max(0, start - 110), start),
    )?.[1]
  const closed = /^\s*[,).]/.test(text.slice(end, end + 2))
  if (before !== undefined && closed && titleIn(before) === before) return before
  const after = /^(?:,\s+|\s+\()(?:the\s+)?(\p{Lu}[^,.;()]{2,80}?)(?=[,)])/u.exec(text.slice(end, end + 100))?.[1]
  return after !== undefined && titleIn(after) === after ? after : null
}

/** What the office is that stands before a name as a title: "Foreign Minister Roe". */
const officeBefore = ({ printed }: NameInText): string | null => {
  const name = withoutOffice(printed)
  return name === printed || splitHonorific(printed).honorific !== null
    ? null
    : printed.slice(0, printed.length - name.length).trim()
}

/**
 * Notes who holds which office, as far as the record says so: in its list, at its front ("Chairman: Mr. Roe"), and beside a name
 * ("the Minister, Mr. Roe,"). An office that two hold, or that a list names without a name, is nobody's.
 */
export const addHolders = (
  cast: Cast,
  attendees: readonly Attendee[],
  ofAttendee: readonly string[],
  offices: readonly string[],
): void => {
  // Whoever holds an office that stands there without a name: not those who have one of the same short title.
  for (const office of offices) for (const unknown of ['?', '??']) add(cast, office, unknown)
  for (const [i, { affiliations }] of attendees.entries())
    for (const { title, status } of affiliations)
      if (title !== null && status === 'CURRENT') add(cast, title, ofAttendee[i] ?? '')
}

export const addHoldersInText = (
  cast: Cast,
  text: string,
  names: readonly NameInText[],
  front: readonly { readonly role: string; readonly name: string }[],
): void => {
  for (const { role, name } of front) {
    const printed = asName(name.replace(/\s*\([^()]*\)\s*$/, ''))
    addUnlisted(cast, [printed])
    const { person } = identify(cast, printed)
    if (person !== null) addRoleHolder(cast, role, person)
  }
  for (const { person, title } of officesInText(cast, text, names)) {
    addRoleHolder(cast, title, person)
    const short = shortTitle(title)
    if (short !== null && !cast.roleHolders.has(short.toLowerCase())) addRoleHolder(cast, short, person)
  }
}

/** Whom a name means of those listed, where a list has the family name alone: "MR. BO POE" of the title is "Mr. Poe" of the list. */
const listed = (cast: Cast, { printed, person }: NameInText): string | null => {
  if (person === null || cast.byKey.get(person)?.isListed === true) return person
  const family = identify(cast, splitHonorific(printed).name.split(/\s+/).at(-1) ?? '').person
  return family !== null && cast.byKey.get(family)?.isListed === true ? family : person
}

/** The offices that a text prints beside names, with whose they are. */
export const officesInText = (
  cast: Cast,
  text: string,
  names: readonly NameInText[],
): { readonly person: string; readonly title: string }[] =>
  names.flatMap((name) => {
    const office = officeBeside(text, name) ?? officeBefore(name)
    const person = office === null ? null : listed(cast, name)
    if (office === null || person === null) return []
    const title = bare(office)
    return [{ person, title: /\p{Ll}/u.test(title) ? title : withoutCapitals(title) }]
  })
