import { partKind } from '../../attendees/tail.js'
import { isAcronym, isBody, isCountry } from '../../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../../english/titles.js'
import { honorificPattern } from '../../names.js'
import { whileReading } from '../../once.js'
import { isFullName } from '../../turns/person-words.js'
import { isRole } from '../../turns/roles.js'
import type { Voice } from '../../turns/script.js'

/** Who a heading says is speaking, and whether its form alone tells so. */
export interface SpeakerHeading {
  readonly voice: Voice
  /** False for a bare name: a topic could be written like it. */
  readonly isPlain: boolean
}

const honorific = new RegExp(`^${honorificPattern}\\p{Lu}`, 'u')
const spokesperson =
  /^(?:(?:permanent|deputy permanent|alternate|acting)\s+)?(?:representative|delegate|delegation|observer|spokes(?:person|man|woman)|head of delegation|interpreter)$/i
const unknown = /^(?:un(?:known|identified|named)(?: (?:speaker|participant|person|delegate))?|speaker \d+|\?+)$/i

const isOffice = (text: string): boolean => isRole(text) || spokesperson.test(text)
const isTitle = (text: string): boolean => isOffice(text) || (holdsTitle(text) && partKind(text) !== 'body')
const isParty = (text: string): boolean => isCountry(text) || isAcronym(text) || (isBody(text) && !holdsTitle(text))
const isPerson = (text: string): boolean =>
  honorific.test(text) || (isFullName(text) && !isCountry(text) && !isOffice(text))

const person = (name: string, title: string | null, body: string | null): Voice => ({
  kind: 'person',
  name,
  title,
  body,
})

/** "Body | Name | Role", in whichever order; the name stands in the middle unless only another part can be one. */
const ofThree = ([first = '', second = '', ...others]: readonly string[]): Voice | null => {
  const third = others.join(', ')
  if (isFullName(second) || honorific.test(second))
    return isTitle(first) && !isTitle(third) ? person(second, first, third) : person(second, third, first)
  if (!isPerson(first)) return null
  return isTitle(third) && !isTitle(second) ? person(first, third, second) : person(first, second, third)
}

/** "Body | Role", "Body | Name", "Name | Body", "Name | Role". */
const ofTwo = ([first = '', second = '']: readonly string[]): Voice | null => {
  if (isOffice(second))
    return isPerson(first) && !isParty(first)
      ? person(first, second, null)
      : { kind: 'role', role: second, body: first }
  if (isOffice(first) && isPerson(second)) return person(second, first, null)
  if (isParty(second) && isPerson(first)) return person(first, null, second)
  if (isPerson(second)) return person(second, null, first)
  if (isPerson(first)) return isTitle(second) ? person(first, second, null) : person(first, null, second)
  return isWholeTitle(second) && isParty(first) ? { kind: 'role', role: second, body: first } : null
}

/** A name with what stands behind it: in parentheses, or after a comma or a dash. */
const withAside = (text: string): Voice | null => {
  const match = /^(.{2,80}?)\s*(?:\(([^()]{2,120})\)|(?:,|\s(?:--?|[–—]))\s+(.{2,120}))$/u.exec(text)
  const [name = '', aside = ''] = [match?.[1]?.trim(), (match?.[2] ?? match?.[3])?.trim()]
  if (!match) return null
  if (/^(?:on behalf of|also on behalf of|speaking for|representing)\b/i.test(aside) && isParty(name))
    return { kind: 'party', body: name }
  if (honorific.test(aside) && isParty(name)) return person(aside, null, name)
  if (isOffice(name)) return isPerson(aside) ? person(aside, name, null) : { kind: 'role', role: name, body: aside }
  if (!isPerson(name)) return isParty(name) && isFullName(aside) ? person(aside, null, name) : null
  const [before = '', ...after] = aside.split(/,\s+|\s+(?:--?|[–—])\s+/)
  const rest = after.join(', ')
  if (rest !== '') return isTitle(before) ? person(name, before, rest) : person(name, rest, before)
  return isTitle(aside) ? person(name, aside, null) : person(name, null, aside)
}

const ofOffice = (text: string): Voice | null => {
  const match = /^(?:the )?(.{3,40}?) (?:of|for|from) (?:the )?(.{2,80})$/iu.exec(text)
  const [office = '', body = ''] = [match?.[1], match?.[2]]
  return isOffice(office) && isBody(body) ? { kind: 'role', role: office, body } : null
}

/** When the words were said. */
const time = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?$/

/** A name, a body or a title is no longer than this. */
const longestPart = 90

/** Reads a heading as one over the words of a speaker; null where it names nobody. */
export const speakerHeading = whileReading((heading: string): SpeakerHeading | null => {
  const text = heading.replace(/\s*:$/, '').trim()
  if (text.length < 2 || text.length > 200) return null
  const all = text.split(/\s*[|¦\t]\s*/).filter((part) => part !== '')
  const parts = all.filter((part) => !time.test(part))
  if (parts.length === 1 && all.length > 1) return speakerHeading(parts[0] ?? '')
  if (parts.length > 1 && parts.length < 6 && parts.every((part) => part.length <= longestPart)) {
    const voice = parts.length > 2 ? ofThree(parts) : ofTwo(parts)
    return voice && { voice, isPlain: true }
  }
  if (unknown.test(text)) return { voice: { kind: 'anonymous' }, isPlain: true }
  if (isOffice(text)) return { voice: { kind: 'role', role: text, body: null }, isPlain: true }
  if (isCountry(text) || isAcronym(text)) return { voice: { kind: 'party', body: text }, isPlain: isCountry(text) }
  const voice = ofOffice(text) ?? withAside(text)
  if (voice) return { voice, isPlain: voice.kind !== 'person' || honorific.test(voice.name) || /\)$/.test(text) }
  return isPerson(text) ? { voice: person(text, null, null), isPlain: honorific.test(text) } : null
})
