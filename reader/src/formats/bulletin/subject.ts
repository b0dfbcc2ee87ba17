import { isAcronym } from '../../english/bodies.js'
import { finiteForms, pastForms } from '../../english/reporting-verbs.js'
import { type VerbInText, verbAfter, verbsJoined } from '../../english/verb-group.js'
import { wordAt } from '../../english/words.js'
import type { Range } from '../../reported-speech/voice.js'
import { isDelegation, isGroupShaped, isObserver } from './groups.js'
import type { Style } from './style.js'

/** A body that is the subject of a clause, and those for whom it says that it speaks. */
export interface SpeakingBody {
  readonly start: number
  readonly end: number
  readonly printed: string
  readonly onBehalfOf: readonly string[]
}

/** Bodies that speak together in one clause. */
export interface PartySubject {
  readonly start: number
  readonly bodies: readonly SpeakingBody[]
  readonly verbs: readonly VerbInText[]
}

/** A paragraph as parties are looked for in it. */
export interface PartyText {
  readonly text: string
  readonly style: Style
  readonly strong: readonly Range[]
  /** Codes of states by which it calls delegations: "DE". */
  readonly codes: ReadonlySet<string>
  /** Abbreviations of the meeting itself and of its parts, which do not speak as parties do. */
  readonly isOwnBody: (name: string) => boolean
}

const nameWords =
  /(?:[Tt]he\s+|THE\s+)?(\p{Lu}[\p{L}\d.’'&-]*(?:\/\p{Lu}[\p{L}\d-]*)?(?:\s+(?:(?:and|of|the|for|AND|OF|THE|FOR)\s+){0,2}\p{Lu}[\p{L}\d.’'&-]*(?:\/\p{Lu}[\p{L}\d-]*)?){0,9})/uy

const isCapitals = (name: string): boolean =>
  name === name.toUpperCase() && /\p{Lu}{2}/u.test(name) && !/^\p{Lu}\p{Ll}/u.test(name)

/** Whether a name is set off as that of a speaker, in the way of this bulletin. */
const isSetOff = ({ style, strong }: PartyText, start: number, end: number, name: string): boolean => {
  if (style === 'capitals') return isCapitals(name)
  return style === 'bold' && strong.some(([from, to]) => from <= start && start < to && end <= to + 1)
}

const trailing = /['’]s?$|[.,]+$/u

interface Name {
  readonly start: number
  readonly end: number
  readonly printed: string
  /** It is surely a delegation, whatever verb follows. */
  readonly isSure: boolean
}

/** The body whose name begins at an offset. */
const nameAt = (party: PartyText, at: number): Name | null => {
  nameWords.lastIndex = at
  const match = nameWords.exec(party.text)
  if (!match) return null
  const words = (match[1] ?? '').replace(trailing, '')
  const start = at + match[0].length - (match[1] ?? '').length
  for (let length = words.length; length > 0; length = words.lastIndexOf(' ', length - 1)) {
    const name = words.slice(0, length).replace(/[\s,]+$/, '')
    if (name === '' || /['’]s?$/u.test(name)) continue
    const end = start + name.length
    const aside = /^\s*\(\p{Lu}[\p{L}\d-]{1,9}\)/u.exec(party.text.slice(end, end + 16))?.[0].length ?? 0
    const known = isDelegation(name) || party.codes.has(name)
    const setOff = isSetOff(party, start, end, name)
    if (party.style !== 'plain' && known && !setOff && !isAcronym(name) && !/[a-z]/.test(name)) continue
    if (known && (party.style === 'plain' || setOff)) return { start, end: end + aside, printed: name, isSure: true }
    const isOther = setOff || isGroupShaped(name) || isObserver(name) || (isAcronym(name) && !name.includes(' '))
    const isSure = setOff && party.style === 'capitals' && !isAcronym(name)
    if (isOther && !party.isOwnBody(name)) return { start, end: end + aside, printed: name, isSure }
  }
  return null
}

const behalf = /^\s*,?\s+(?:also\s+)?(?:speaking\s+)?(?:on\s+behalf\s+of|in\s+the\s+name\s+of|for)\s+/u
const memberStates = /^\s+and\s+(?:its|their)\s+(?:\d+\s+)?[Mm]ember\s+[Ss]tates/u
const helper =
  /^(?:,\s+)?(?:and\s+)?(?:supported|seconded|opposed|backed|joined|echoed|endorsed|followed)\s+by\b|^,?\s*(?:and\s+)?(?:with|supporting|opposing)\b/u

/** The bodies that words after "on behalf of" name. */
const bodiesIn = (words: string): string[] =>
  words
    .split(/\s*(?:,|;|\band\b|&)\s*(?:(?:and|also)\s+)?/u)
    .map((part) => part.replace(/^(?:the|its|a number of)\s+/iu, '').trim())
    .filter((part) => /^(?:\p{Lu}|\d|[a-z]+ (?:NGOs|countries|group))/u.test(part) && part.length < 90)

interface Beside {
  readonly end: number
  readonly onBehalfOf: readonly string[]
}

const ending = /,(?=\s)|\s(?=(?:and\s+)?(?:supported|seconded|opposed|backed|endorsed)\s+by\b)/gu

/** What stands between a name and its verb: for whom it speaks, who supports it. Tries each place where that may end. */
const besides = (text: string, from: number): Beside[] => {
  const found: Beside[] = [{ end: from, onBehalfOf: [] }]
  const rest = text.slice(from, from + 400)
  const stop = rest.search(/[.;:](?:\s|$)/)
  const clause = stop < 0 ? rest : rest.slice(0, stop)
  const members = memberStates.exec(clause)
  if (members) return [{ end: from + members[0].length, onBehalfOf: [] }]
  const lead = behalf.exec(clause)
  if (lead) {
    const until = [...clause.matchAll(ending)].map(({ index }) => index).find((index) => index >= lead[0].length)
    const named = clause.slice(lead[0].length, until ?? clause.length)
    if (until === undefined) return found
    const onBehalfOf = bodiesIn(named)
    for (const { index } of clause.matchAll(/,(?=\s)/g))
      if (index >= until) found.push({ end: from + index + 1, onBehalfOf })
    return found
  }
  if (/^\s*,/.test(clause) || helper.test(clause.trimStart()) || /^\s*\(/.test(clause)) {
    for (const { index } of clause.matchAll(/,(?=\s)|\)(?=\s)/g))
      if (index > 0) found.push({ end: from + index + 1, onBehalfOf: [] })
  }
  return found
}

const state =
  /^(?:is|are|was|were|could|can|cannot|would|did|does|has|have|had|needs?|wants?|continues?|remains?|plans?|intends?|holds?|held|made|took|gave|put|sought|submitted|tabled|led|joined|called|pointed|drew|spoke|read|urged|disagreed|preferred|requested|objected|\p{Ll}{3,}ed)$/u

const verbFrom = (party: PartyText, at: number, isSure: boolean): VerbInText | null => {
  const verb = verbAfter(party.text, at, isSure && party.style !== 'plain' ? finiteForms : pastForms)
  return verb && verb.start - at <= 60 ? verb : null
}

/** Whether a plain verb follows a delegation that is set off, as in "PERU has completed its inventory". */
const hasState = (party: PartyText, at: number): boolean => {
  const next = wordAt(party.text, at)
  const second = next && /ly$|^(?:also|then|further|again)$/.test(next.text) ? wordAt(party.text, next.end) : next
  return second !== null && state.test(second.text)
}

const listing = /^(?:\s*,\s+and\s+|\s*,\s+|\s+and\s+|\s+&\s+|\s+as well as\s+|\s+or\s+)(?=(?:the\s+|The\s+)?\p{Lu})/u
const joining = /^\s+(?:and\s+)?(?=(?:the\s+)?\p{Lu})/u
/** No clause has more parties for its subject. */
const mostBodies = 40

interface Read {
  readonly bodies: readonly SpeakingBody[]
  readonly verb: VerbInText | null
}

interface Search {
  readonly party: PartyText
  /** How many more names are looked at: lists of bodies are long, and may be read in many ways. */
  left: number
  /** One of the names so far is surely a delegation. */
  isSure: boolean
}

/** Where a list goes on after a name, or after what stands beside it; null where it does not. */
const nextName = ({ party }: Search, name: Name, { end, onBehalfOf }: Beside): Name | null => {
  const after = party.text.slice(end, end + 24)
  const separator =
    end === name.end ? listing.exec(after)?.[0] : onBehalfOf.length > 0 ? joining.exec(after)?.[0] : undefined
  return separator === undefined ? null : nameAt(party, end + separator.length)
}

const readFrom = (search: Search, name: Name, before: readonly SpeakingBody[]): Read | null => {
  const { party } = search
  if (search.left-- <= 0) return null
  search.isSure ||= name.isSure
  for (const beside of besides(party.text, name.end)) {
    const { end, onBehalfOf } = beside
    const bodies = [...before, { start: name.start, end: name.end, printed: name.printed, onBehalfOf }]
    const verb = verbFrom(party, end, name.isSure)
    if (verb) return { bodies, verb }
    if (search.isSure && party.style !== 'plain' && hasState(party, end)) return { bodies, verb: null }
    const next = bodies.length > mostBodies ? null : nextName(search, name, beside)
    const read = next ? readFrom(search, next, bodies) : null
    if (read) return read
  }
  return null
}

/** The parties that are the subject of a clause which begins at an offset; null where no party speaks there. */
export const partySubject = (party: PartyText, at: number, limit: number): PartySubject | null => {
  const name = nameAt(party, at)
  const read = name ? readFrom({ party, left: 60, isSure: false }, name, []) : null
  if (!read || (read.verb?.end ?? 0) > limit) return null
  const verbs = read.verb ? [read.verb, ...verbsJoined(party.text, read.verb, limit)] : []
  return { start: at, bodies: read.bodies, verbs }
}

const viewHolder = /(?:In the (?:view|opinion) of|According to)\s+/uy

/** The party whose view a sentence gives, or whose name and a colon stand before it: "In the view of Norway, …", "DE: …". */
export const partyBefore = (party: PartyText, at: number): PartySubject | null => {
  viewHolder.lastIndex = at
  const lead = viewHolder.exec(party.text)?.[0].length ?? 0
  if (lead === 0 && party.codes.size === 0) return null
  const name = nameAt(party, at + lead)
  if (!name || party.text[name.end] !== (lead > 0 ? ',' : ':')) return null
  return { start: at, bodies: [{ ...name, onBehalfOf: [] }], verbs: [] }
}
