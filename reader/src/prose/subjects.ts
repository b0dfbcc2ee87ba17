import { commonWords } from '../english/common-words.js'
import { isTitleHead, isWholeTitle } from '../english/titles.js'
import { type NameInText, namesInText } from '../identity/names-in-text.js'
import { addRoleHolder, identify, roleHolder } from '../identity/within-meeting.js'
import { fold, splitHonorific } from '../names.js'
import { isPersonName } from '../people/person-name.js'
import { bodyOf, personOf, type Roster } from '../people/roster.js'
import { partiesAt } from './parties.js'

/** Who is said to speak, as far as one sentence tells. */
export type Subject =
  | {
      readonly kind: 'people'
      readonly by: readonly string[]
      readonly as: string
      readonly role: string | null
      readonly for: readonly string[]
    }
  | { readonly kind: 'role'; readonly as: string }
  | { readonly kind: 'pronoun'; readonly as: string; readonly plural: boolean; readonly gender: 'f' | 'm' | null }
  | { readonly kind: 'anonymous' | 'impersonal'; readonly wording: string }

/** A text with what is known of its names. */
export interface VoiceContext {
  readonly text: string
  readonly roster: Roster
  readonly names: readonly NameInText[]
}

export const voiceContext = (text: string, roster: Roster): VoiceContext => ({
  text,
  roster,
  names: namesInText({ text }, roster.cast),
})

/** What may be a subject. Nobody is added to the roster before it is settled, for many a name stands where no voice is. */
export interface Candidate {
  readonly end: number
  readonly kind: 'person' | 'party' | 'role' | 'pronoun'
  readonly settle: () => Subject
}

const pronouns = /^(?:(He|She|They)|(?:Both|The (?:latter|former)))\b/
const oneWord = /^\p{Lu}[\p{L}\p{M}’'-]+(?!\s+\p{Lu})/u

/** "Roe", "Ada": one word by which only one of those who are known can be meant. */
const singleName = (text: string, roster: Roster, at: number): NameInText | null => {
  const printed = oneWord.exec(text.slice(at, at + 40))?.[0].replace(/['’]s?$/, '')
  if (!printed || commonWords.has(printed.toLowerCase()) || isTitleHead(fold(printed))) return null
  const found = identify(roster.cast, printed)
  return found.person === null ? null : { ...found, start: at, end: at + printed.length, printed, isPerson: true }
}

const initialsOnly = /^(?:\p{Lu}\.?[ -]?){1,3}(?=\s)/u

/** A list has initials only ("A. Roe"); the text prints the given name ("Ms Ada Roe"): that is the name. */
const learnName = (roster: Roster, key: string, printed: string): void => {
  const line = roster.persons.find(({ person }) => person === key)
  const { name } = splitHonorific(printed)
  if (!line || !initialsOnly.test(`${line.name} `) || !/^\p{Lu}\p{Ll}+ /u.test(name) || !isPersonName(printed)) return
  line.printed = [...new Set([...(line.printed ?? [line.name]), printed])]
  line.name = name
}

/** Somebody who is known, or whom an honorific or a full name shows to be a person. */
const settledPerson = (roster: Roster, name: NameInText): string | null => {
  const key = name.person ?? personOf(roster, name.printed).person
  if (key !== null) learnName(roster, key, name.printed)
  return key
}

const nameAt = ({ text, names, roster }: VoiceContext, at: number): NameInText | null => {
  const name = names.find(({ start }) => start === at) ?? singleName(text, roster, at)
  if (!name || /^['’]s?\s/.test(text.slice(name.end, name.end + 3))) return null
  const isNew = name.person === null && name.isPerson && name.candidates.length === 0 && isPersonName(name.printed)
  return name.person !== null || isNew ? name : null
}

/** "Chair Roe", "Minister Ada Poe": an office that stands before a name as an honorific does. */
const titledName =
  /^((?:(?:Co|Vice|Deputy|Acting)[- ])*\p{Lu}[\p{L}-]+)\s+((?:\p{Lu}[\p{L}.’'-]*\s?){1,3})(?=\s|[,.;:(]|$)/u

const titledAt = ({ text, roster }: VoiceContext, at: number): { name: NameInText; role: string } | null => {
  const match = titledName.exec(text.slice(at, at + 80))
  const [all = '', role = '', printed = ''] = match ?? []
  const head = fold(role.replace(/^(?:(?:co|vice|deputy|acting)[- ])+/i, ''))
  const name = printed.trim()
  if (!match || !isTitleHead(head) || !isPersonName(`Mr ${name}`)) return null
  const known = identify(roster.cast, name)
  if (known.candidates.length > 0) return null
  return { role, name: { ...known, start: at, end: at + all.trimEnd().length, printed: name, isPerson: true } }
}

interface Named {
  readonly name: NameInText
  readonly role: string | null
}

const namedAt = (context: VoiceContext, at: number): Named | null => {
  const titled = titledAt(context, at)
  if (titled) return titled
  const name = nameAt(context, at)
  return name && { name, role: null }
}

/** "and Ms Poe", "Ms Poe and Mr Lim" behind a person: those who speak jointly. */
const joinedNames = (context: VoiceContext, first: Named): Named[] => {
  const all = [first]
  for (;;) {
    const end = all.at(-1)?.name.end ?? 0
    const skip = /^(?:\s*\([^()]{1,60}\))?(?:,\s+and\s+|,\s+|\s+(?:and|&)\s+)/.exec(context.text.slice(end, end + 80))
    const next = skip && namedAt(context, end + skip[0].length)
    if (!next) return all
    // "Mr Roe, Ms Poe said": two subjects, unless "and" joins them.
    const isJoined =
      /\band\b|&/.test(skip[0]) || /^,?\s+(?:and|&)\s/.test(context.text.slice(next.name.end, next.name.end + 8))
    if (!isJoined) return all
    all.push(next)
  }
}

const personAt = (context: VoiceContext, at: number): Candidate | null => {
  const first = namedAt(context, at)
  if (!first) return null
  const all = joinedNames(context, first)
  const end = all.at(-1)?.name.end ?? first.name.end
  return {
    end,
    kind: 'person',
    settle: () => {
      const by = all.flatMap(({ name, role }) => {
        const key = settledPerson(context.roster, name)
        if (key !== null && role !== null) addRoleHolder(context.roster.cast, role, key)
        return key ?? []
      })
      return {
        kind: 'people',
        by: [...new Set(by)],
        as: context.text.slice(at, end).replace(/\s+/g, ' '),
        role: null,
        for: [],
      }
    },
  }
}

/** Offices that are printed in small letters. */
const smallOffices =
  /^(?:chair|chairman|chairwoman|chairperson|president|secretary|treasurer|clerk|convenor|convener|moderator|facilitator|rapporteur|director|mayor|vice-chair|co-chair|deputy chair|auditor|warden|headteacher|governor|chief executive)$/

const word = /[\p{L}’'-]+/gu

/** "The Chair", "the Treasurer (Ms Roe)", "The Head of Audit". */
const officeAt = ({ text, roster }: VoiceContext, at: number): Candidate | null => {
  const article = /^(?:the|madam|mr\.?|mister)\s+/i.exec(text.slice(at, at + 10))
  if (!article) return null
  const from = at + article[0].length
  const words = [...text.slice(from, from + 110).matchAll(word)].slice(0, 8)
  for (let length = words.length; length > 0; length--) {
    const last = words[length - 1]
    if (!last) continue
    const end = from + last.index + last[0].length
    const role = text.slice(from, end)
    if (/[.;:()]|,/.test(role)) continue
    const holder = roleHolder(roster.cast, role)
    const inside = /^\s*[(,]\s*([^(),]{3,60})[),]/u.exec(text.slice(end, end + 70))?.[1] ?? null
    const named = inside !== null && isPersonName(inside) ? inside : null
    const isOffice =
      isWholeTitle(role.charAt(0).toUpperCase() + role.slice(1)) &&
      (/\p{Lu}/u.test(role) || smallOffices.test(role) || named !== null)
    if (holder === null && !isOffice) continue
    if (
      /^(?:members?|participants?|delegates?|representatives?|leaders?|staff|officers?|directors|trustees|governors)$/i.test(
        role,
      )
    )
      return null
    const printed = text.slice(at, end).replace(/\s+/g, ' ')
    return {
      end,
      kind: 'role',
      settle: () => {
        const person = named === null ? holder : personOf(roster, named).person
        if (person === null) return { kind: 'role', as: printed }
        if (named !== null) addRoleHolder(roster.cast, role, person)
        return { kind: 'people', by: [person], as: named ?? printed, role, for: [] }
      },
    }
  }
  return null
}

const partyAt = ({ text, roster }: VoiceContext, at: number): Candidate | null => {
  const party = partiesAt(text, at, roster)
  return (
    party && {
      end: party.end,
      kind: 'party',
      settle: () => ({
        kind: 'people',
        by: party.names.map((name) => bodyOf(roster, name)),
        as: text.slice(at, party.end),
        role: null,
        for: [],
      }),
    }
  )
}

/** Who may be the subject of a clause that begins at an offset. */
export const subjectAt = (context: VoiceContext, at: number): Candidate | null => {
  const pronoun = pronouns.exec(context.text.slice(at, at + 20))
  if (!pronoun) return personAt(context, at) ?? officeAt(context, at) ?? partyAt(context, at)
  const [printed, own] = pronoun
  return {
    end: at + printed.length,
    kind: 'pronoun',
    settle: () => ({
      kind: 'pronoun',
      as: printed,
      plural: own === 'They' || own === undefined,
      gender: own === 'He' ? 'm' : own === 'She' ? 'f' : null,
    }),
  }
}
