import { anonymousAgent, anonymousSubject } from '../english/anonymous.js'
import { commonWords } from '../english/common-words.js'
import { impersonalAt } from '../english/impersonal.js'
import { isWholeTitle } from '../english/titles.js'
import { type VerbInText, verbAfter, verbsJoined } from '../english/verb-group.js'
import { type NameInText, namesInText } from '../identity/names-in-text.js'
import { addRoleHolder, identify, roleHolder } from '../identity/within-meeting.js'
import type { Range } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { personOf, type Roster } from '../people/roster.js'
import { isPartyName, partyOf } from './parties.js'

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

/** A subject with the verb that reports what it says. */
export interface Voice {
  readonly subject: Subject
  readonly start: number
  readonly end: number
  readonly verbs: readonly VerbInText[]
  /** "In reply", "responding to Mr Roe": what stands before the subject in its sentence. */
  readonly lead: string
}

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

const pronouns = /^(?:(He|She|They)|(?:Both|The (?:latter|former)))\b/
const behindName = /^\s*\(([^()]{1,90})\)/
const apposition =
  /^,\s+((?:the |its |an? |speaking |representing |on behalf of |for |from |who |as )?[^,.;:]{2,110}),/u
const supporters = /^,?\s+(?:supported|seconded|backed|echoed|joined|accompanied) by [^,;]{2,120},/u
const behalf = /\b(?:on behalf of|speaking for|representing)\s+(?:the\s+)?([\p{L}][^,.;()]{1,80})/iu

interface Found {
  readonly subject: Subject
  readonly end: number
}

const oneWord = /^\p{Lu}[\p{L}\p{M}’'-]+(?!\s+\p{Lu})/u

/** "Roe", "Ada": one word by which only one of those who are known can be meant. */
const singleName = (text: string, roster: Roster, at: number): NameInText | null => {
  const printed = oneWord.exec(text.slice(at, at + 40))?.[0].replace(/['’]s$/, '')
  if (!printed || commonWords.has(printed.toLowerCase())) return null
  const found = identify(roster.cast, printed)
  return found.person === null ? null : { ...found, start: at, end: at + printed.length, printed, isPerson: true }
}

/** A person at an offset: a name that the cast knows, or that has an honorific or is printed in full. */
const personAt = ({ text, roster, names }: VoiceContext, at: number): (Found & { readonly keys: string[] }) | null => {
  const name = names.find(({ start }) => start === at) ?? singleName(text, roster, at)
  if (!name || /^['’]s?\s/.test(text.slice(name.end, name.end + 3))) return null
  const known =
    name.person ??
    (name.isPerson && name.candidates.length === 0 && isPersonName(name.printed)
      ? personOf(roster, name.printed).person
      : null)
  if (known === null) return null
  return {
    keys: [known],
    end: name.end,
    subject: { kind: 'people', by: [known], as: name.printed, role: null, for: [] },
  }
}

/** "and Ms Poe", "Ms Poe and Mr Lim" behind a person: those who speak jointly. */
const joinedAt = (context: VoiceContext, first: { keys: string[]; end: number }): { keys: string[]; end: number } => {
  const keys = [...first.keys]
  let end = first.end
  for (;;) {
    const skip = /^(?:\s*\([^()]{1,60}\))?(?:,\s+|\s+(?:and|&)\s+|,\s+and\s+)/.exec(context.text.slice(end, end + 80))
    const next = skip && personAt(context, end + skip[0].length)
    if (!next) return { keys, end }
    // "Mr Roe, Ms Poe said": two subjects, unless "and" joins them.
    if (!/and|&/.test(skip[0]) && !/^(?:,?\s+(?:and|&)\s)/.test(context.text.slice(next.end, next.end + 8)))
      return { keys, end }
    keys.push(...next.keys)
    end = next.end
  }
}

const roleAt =
  /^(?:the|Madam|Mr\.?|Mister)\s+((?:[\p{L}’'-]+\s+){0,6}?[\p{L}’'-]+(?:\s+(?:of|for)\s+(?:the\s+)?[\p{L}’'-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}’'-]+){0,5})?)(?=\s|[,.;:(]|$)/iu

/** "The Chair", "the Treasurer (Ms Roe)", "The Head of Audit". */
const officeAt = ({ text, roster }: VoiceContext, at: number): Found | null => {
  const head = text.slice(at, at + 140)
  if (!/^(?:the|madam|mr\.?)\s/i.test(head)) return null
  const words = head.split(/\s+/).slice(0, 9)
  for (let length = Math.min(words.length, 8); length > 1; length--) {
    const printed = words
      .slice(0, length)
      .join(' ')
      .replace(/[,.;:]+$/, '')
    const role = printed.replace(/^\S+\s+/, '')
    if (printed.length >= head.length || (!roleAt.test(`${printed} `) && length > 2)) continue
    const holder = roleHolder(roster.cast, role)
    if (
      holder === null &&
      !(
        isWholeTitle(role.charAt(0).toUpperCase() + role.slice(1)) &&
        (/\p{Lu}/u.test(role) ||
          /^(?:chair|chairman|chairwoman|chairperson|president|secretary|treasurer|clerk)$/.test(role))
      )
    )
      continue
    const end =
      at +
      text.slice(at).indexOf(words[length - 1] ?? '', printed.length - (words[length - 1]?.length ?? 0)) +
      (words[length - 1] ?? '').replace(/[,.;:]+$/, '').length
    const inside = /^\s*[(,]\s*([^(),]{3,60})[),]/u.exec(text.slice(end, end + 70))?.[1]
    if (inside && isPersonName(inside)) {
      const { person } = personOf(roster, inside)
      if (person !== null) {
        addRoleHolder(roster.cast, role, person)
        return { end, subject: { kind: 'people', by: [person], as: inside, role, for: [] } }
      }
    }
    if (holder !== null) return { end, subject: { kind: 'people', by: [holder], as: printed, role, for: [] } }
    return /^(?:members?|participants?|delegates?|representatives?)$/i.test(role)
      ? null
      : { end, subject: { kind: 'role', as: printed } }
  }
  return null
}

const partyAt = ({ text, roster }: VoiceContext, at: number): Found | null => {
  const party = partyOf(text, at, roster)
  return (
    party && {
      end: party.end,
      subject: { kind: 'people', by: party.keys, as: text.slice(at, party.end), role: null, for: party.for },
    }
  )
}

const subjectAt = (context: VoiceContext, at: number): Found | null => {
  const { text } = context
  const pronoun = pronouns.exec(text.slice(at, at + 20))
  if (pronoun) {
    const word = pronoun[1]
    return {
      end: at + pronoun[0].length,
      subject: {
        kind: 'pronoun',
        as: pronoun[0],
        plural: word === 'They' || word === undefined,
        gender: word === 'He' ? 'm' : word === 'She' ? 'f' : null,
      },
    }
  }
  const person = personAt(context, at)
  if (person) {
    const all = joinedAt(context, person)
    return {
      end: all.end,
      subject: { kind: 'people', by: all.keys, as: text.slice(at, all.end).replace(/\s+/g, ' '), role: null, for: [] },
    }
  }
  return officeAt(context, at) ?? partyAt(context, at)
}

/** Skips what stands between a subject and its verb: parentheses, an apposition, who supports it. */
const overAside = (text: string, end: number): { end: number; aside: string } => {
  let at = end
  for (let i = 0; i < 3; i++) {
    const rest = text.slice(at, at + 180)
    const skip =
      behindName.exec(rest)?.[0].length ?? supporters.exec(rest)?.[0].length ?? (apposition.exec(rest)?.[0].length || 0)
    if (skip === 0) break
    at += skip
  }
  return { end: at, aside: text.slice(end, at) }
}

/** Opening and closing a meeting, and handing out the floor, say nothing. */
const procedural =
  /^(?:opened|opens|closed|closes|chaired|adjourned|declared|called|welcomed|thanked|invited|began|started|ended|led|introduced)$/
const proceduralObject =
  /^\s+(?:the (?:meeting|session|proceedings|floor|discussion|item)\b(?! by)|(?:everyone|members|all|those|participants|delegates)\b|to order|(?:\p{Lu}[\p{L}.]*\s){1,4}to (?:speak|present|take))/u

const isProcedural = (text: string, { word, end }: VerbInText): boolean =>
  procedural.test(word) &&
  proceduralObject.test(text.slice(end, end + 60)) &&
  !/\bby\s+\w+ing\b|\bthat\b|\bnot(?:ing|ed)\b/.test(text.slice(end, end + 160))

/** Where a clause may begin in a sentence: at its beginning, behind what leads it in, behind what joins clauses. */
export const clauseStarts = (text: string, [from, to]: Range): number[] => {
  const starts = [from]
  const sentence = text.slice(from, to)
  for (const found of sentence.matchAll(
    /,\s+(?:(?:and|but|while|whereas|whilst|although|to which|in response,?)\s+)?|;\s+(?:and\s+|but\s+)?|:\s+|\s(?:and|but|while|whereas)\s+(?=(?:the\s+)?\p{Lu})|\s[–—-]\s/gu,
  )) {
    const at = from + found.index + found[0].length
    if (at < to) starts.push(at)
  }
  const quote = /^["“(‘'[]\s*/.exec(sentence)?.[0].length ?? 0
  if (quote > 0) starts.push(from + quote)
  return starts
}

const opensSubordinate =
  /\b(?:that|if|whether|when|because|since|as|unless|until|after|before|which|who|whom|where|than|of|to|for|by|with|from|asked|told)\s*,?\s*(?:also\s+)?$/i

/** The voice whose subject begins at an offset; null where none does. */
export const voiceAt = (context: VoiceContext, at: number, [from, to]: Range): Voice | null => {
  const { text } = context
  const isFirst =
    text
      .slice(from, at)
      .trim()
      .replace(/^["“(‘'[]+/, '') === ''
  if (!isFirst && opensSubordinate.test(text.slice(Math.max(from, at - 24), at))) return null
  const lead = isFirst ? '' : text.slice(from, at).trim()
  const found = subjectAt(context, at)
  if (found) {
    const { end, aside } = overAside(text, found.end)
    const verb = verbAfter(text, end)
    if (verb && verb.end <= to && !isProcedural(text, verb)) {
      const said = behalf.exec(aside)?.[1]
      const own =
        found.subject.kind === 'people' && said && isPartyName(said)
          ? { ...found.subject, for: [...found.subject.for, ...partyKeys(said, context.roster)] }
          : found.subject
      return { subject: own, start: at, end, verbs: [verb, ...verbsJoined(text, verb, to)], lead }
    }
    if (!verb && /^\s+(?:was|were|is|are)\s+of the (?:view|opinion)\b/.test(text.slice(end, end + 40)))
      return { subject: found.subject, start: at, end, verbs: [], lead }
    return null
  }
  const anonymous = anonymousSubject(text, at)
  if (anonymous)
    return {
      subject: { kind: 'anonymous', wording: text.slice(anonymous.start, anonymous.end) },
      start: at,
      end: anonymous.end,
      verbs: [],
      lead,
    }
  const impersonal = impersonalAt(text, at, to)
  if (impersonal && (isFirst || impersonal.isSure || lead.length < 60)) {
    const agent = anonymousAgent(text, at, to)
    const named = namedAgent(context, impersonal.end, to)
    if (named) return { subject: named, start: at, end: impersonal.end, verbs: [], lead }
    const subject: Subject = agent
      ? { kind: 'anonymous', wording: text.slice(agent.start, agent.end) }
      : { kind: 'impersonal', wording: text.slice(at, impersonal.end) }
    return { subject, start: at, end: impersonal.end, verbs: [], lead }
  }
  return null
}

const partyKeys = (name: string, roster: Roster): string[] => partyOf(name, 0, roster)?.keys ?? []

/** "It was suggested by Mr Roe": who did what is said of nobody. */
const namedAgent = (context: VoiceContext, from: number, to: number): Subject | null => {
  const found = /^\s+by\s+/.exec(context.text.slice(from, Math.min(to, from + 12)))
  const person = found && (personAt(context, from + found[0].length) ?? officeAt(context, from + found[0].length))
  return person ? person.subject : null
}

/** "agreed with Ms Poe", "in reply to the Chair": whom a stretch of text says that it answers. */
export const namedIn = (context: VoiceContext, [from, to]: Range): string[] =>
  context.names
    .filter(({ start, end, person }) => start >= from && end <= to && person !== null)
    .flatMap(({ person }) => person ?? [])
