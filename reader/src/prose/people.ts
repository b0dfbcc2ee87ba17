import { countryNames, holdsBodyWord, isCountry } from '../english/bodies.js'
import { commonWords } from '../english/common-words.js'
import { isHead, isWholeTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import { once } from '../once.js'
import { type NameInText, namesInText } from '../people/names-in-text.js'
import { isPersonName } from '../people/person-name.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import type { HasText } from '../text/capitals.js'
import { fullNameOf, knownBody, noteFullName, noteGender, personOfInitials } from './known.js'
import type { Named } from './named.js'

/** A text with what is known of its names. */
export interface VoiceContext {
  readonly text: string
  readonly roster: Roster
  readonly names: ReadonlyMap<number, NameInText>
}

/** Marks behind a stretch of bold type stand apart in a flow: "Roe , who" is read as "Roe,  who", so that no offset changes. */
const marksMoved = (text: string): string => text.replace(/ ([,.;:!?)]|['’]s)(?= )/g, '$1 ')

/** The text of a flow as it is looked through; the same object each time, for what is found in it is remembered. */
const wordsOf = once((flow: HasText): HasText => ({ text: marksMoved(flow.text) }))

const contexts = new WeakMap<
  HasText,
  { readonly roster: Roster; readonly members: number; readonly context: VoiceContext }
>()

/** A paragraph with the names in it by where they begin. People's honorifics are noted on the way. */
export const voiceContext = (flow: HasText, roster: Roster): VoiceContext => {
  const members = roster.cast.members.length
  const known = contexts.get(flow)
  if (known && known.roster === roster && known.members === members) return known.context
  const of = wordsOf(flow)
  const names = namesInText(of, roster.cast)
  for (const { person, printed } of names) if (person !== null) noteGender(roster, person, printed)
  const context = { text: of.text, roster, names: new Map(names.map((name) => [name.start, name])) }
  contexts.set(flow, { roster, members, context })
  return context
}

/** Somebody named at an offset, and where the words end that name them. */
export interface NamedAt {
  /** The name as printed, where words of an office stand around it. */
  readonly printed?: string
  /** A body that speaks by those who are there for it: "the delegation of Norway". */
  readonly isRepresented?: boolean
  readonly named: Named
  readonly as: string
  readonly start: number
  readonly end: number
}

const capitalWord = "(?:(?:\\p{Lu}\\.){2,3}|\\p{Lu}[\\p{L}\\p{M}’'-]*\\.?)"
const run = new RegExp(
  `(?:${capitalWord})(?:\\s+(?:(?:van|von|der|de|del|di|da|la|le|al|bin|ten|ter)\\s+){0,2}(?:${capitalWord})){0,6}`,
  'uy',
)

const runAt = (text: string, at: number): string => {
  run.lastIndex = at
  return run.exec(text)?.[0].replace(/['’]s?$/, '') ?? ''
}

const person = (key: string, text: string, start: number, end: number): NamedAt => ({
  named: { kind: 'person', key },
  as: text.slice(start, end).replace(/\s+/g, ' '),
  start,
  end,
})

/** Where the first words of a run end. */
const endOfWords = (text: string, at: number, words: readonly string[], count: number): number => {
  let end = at
  for (const word of words.slice(0, count)) end = text.indexOf(word, end) + word.length
  return end
}

/** "City Manager Roe", "Provost Poe": an office and a name of one to three words; somebody new where nobody of the roster fits. */
const withOffice = ({ text, roster }: VoiceContext, at: number): NamedAt | null => {
  const words = runAt(text, at).split(/\s+/)
  for (let length = Math.min(5, words.length - 1); length > 0; length--) {
    const office = words.slice(0, length).join(' ')
    if (!isWholeTitle(office) || /[.'’]$|['’]s$|^The\s/.test(office)) continue
    for (let size = Math.min(3, words.length - length); size > 0; size--) {
      const end = endOfWords(text, at, words, length + size)
      const printed = text.slice(at, end)
      const name = words.slice(length, length + size).join(' ')
      const known = identify(roster.cast, name)
      if (known.person !== null) return person(known.person, text, at, end)
      const isName = isPersonName(name, { single: true }) && !isCountry(name) && !isHead(fold(name))
      if (size === words.length - length && known.candidates.length === 0 && isName)
        return {
          named: { kind: 'unlisted', name, honorific: null, title: office, printed },
          as: printed,
          start: at,
          end,
        }
    }
  }
  return null
}

/** "Roe", "Ada", "AR": one word that only one of those who are known can be meant by. */
const byOneWord = ({ text, roster }: VoiceContext, at: number): NamedAt | null => {
  const printed = /^\p{Lu}[\p{L}\p{M}’'-]+(?!\.?\s+\p{Lu}\p{Ll})/u
    .exec(text.slice(at, at + 40))?.[0]
    .replace(/['’]s?$/, '')
  const isCapitals = printed !== undefined && /^\p{Lu}{2,4}$/u.test(printed)
  if (!printed || (!isCapitals && commonWords.has(printed.toLowerCase()))) return null
  const { person: known, candidates } = identify(roster.cast, printed)
  if (known !== null) return person(known, text, at, at + printed.length)
  if (!isCapitals) {
    const name = candidates.length > 0 ? null : fullNameOf(roster, printed)
    if (name === null || knownBody(roster, printed) !== null) return null
    const named: Named = { kind: 'unlisted', name, honorific: null, title: null, printed }
    return { named, as: printed, start: at, end: at + printed.length }
  }
  if (knownBody(roster, printed) !== null) return null
  const initialled = personOfInitials(roster, printed)
  return initialled === null ? null : person(initialled, text, at, at + printed.length)
}

const countries = new Set(countryNames)

const unlistedAt = (text: string, start: number, end: number): NamedAt => {
  const printed = text.slice(start, end)
  const { honorific, name } = splitHonorific(printed)
  return { named: { kind: 'unlisted', name, honorific, title: null, printed }, as: printed, start, end }
}

/** "Ada Roe": a full name of somebody who is in no list. */
const byFullName = ({ text, roster }: VoiceContext, at: number): NamedAt | null => {
  const words = runAt(text, at).split(/\s+/)
  for (let length = Math.min(4, words.length); length > 1; length--) {
    const end = endOfWords(text, at, words, length)
    const printed = text.slice(at, end)
    const folded = fold(printed)
    if (!isPersonName(printed) || /\.$/.test(printed) || commonWords.has(fold(words[0] ?? ''))) continue
    if (/^\p{Lu}[\p{Lu}\s'’-]+$/u.test(printed) || holdsBodyWord(printed) || countries.has(folded)) continue
    if (knownBody(roster, printed) !== null || length < words.length) continue
    const generation = /^\s+(?:senior|junior|Sr\.?|Jr\.?)(?=[\s,(])/.exec(text.slice(end, end + 9))?.[0] ?? ''
    if (generation !== '') return unlistedAt(text, at, end + generation.length)
    const { honorific, name } = splitHonorific(printed)
    return { named: { kind: 'unlisted', name, honorific, title: null, printed }, as: printed, start: at, end }
  }
  return null
}

/** Notes the full names that sentences begin with: who is called by a given or a family name alone may be one of them. */
export const noteFullNames = (flow: HasText, roster: Roster, starts: readonly number[]): void => {
  const { text } = wordsOf(flow)
  for (const at of starts) {
    const words = runAt(text, at).split(/\s+/)
    for (let length = Math.min(3, words.length); length > 1; length--) {
      const name = text.slice(at, endOfWords(text, at, words, length))
      if (!isPersonName(name) || !/^\p{Lu}\p{Ll}+ .*\p{Ll}$/su.test(name) || holdsBodyWord(name)) continue
      if (identify(roster.cast, name).person === null) noteFullName(roster, splitHonorific(name).name)
      break
    }
  }
}

const ofPlace =
  /^(?:(?:County|District|Borough|Parish|Town|City|State|Ward|Deputy|Acting|Honorary|Former)\s+){1,2}(?=\p{Lu})/u

/** Where the name begins behind words of an honorific that are none by themselves: "County" of "County Cllr Roe". */
const nameStart = ({ text, names }: VoiceContext, at: number): number => {
  const lead = names.has(at) ? null : ofPlace.exec(text.slice(at, at + 30))
  return lead && names.has(at + lead[0].length) ? at + lead[0].length : at
}

/** A person at an offset: a name that the cast knows, one with an honorific or an office, initials, or a name printed in full. */
export const personAt = (context: VoiceContext, at: number): NamedAt | null => {
  const { text, names } = context
  const name = names.get(nameStart(context, at))
  if (name?.person) return person(name.person, text, at, name.end)
  if (name?.isPerson && name.candidates.length === 0 && isPersonName(name.printed)) {
    const { honorific, name: bare } = splitHonorific(name.printed)
    const printed = name.printed
    return {
      named: { kind: 'unlisted', name: bare, honorific, title: null, printed },
      as: printed,
      start: at,
      end: name.end,
    }
  }
  if (name && name.candidates.length > 1) return null
  return withOffice(context, at) ?? byOneWord(context, at) ?? byFullName(context, at)
}
