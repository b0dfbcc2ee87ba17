import { splitHonorific } from '../names.js'
import { isPersonName } from '../people/person-name.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { keyOf } from './named.js'
import { noteHolder } from './office-holders.js'
import { officeAt } from './offices.js'
import { partyAt } from './parties.js'
import { type NamedAt, personAt, type VoiceContext } from './people.js'

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
  /** Those who do something else than speak, as far as they are known. */
  | { readonly kind: 'other'; readonly by: readonly string[] }

/** What may be a subject. Nobody is added to the roster before it is settled, for many a name stands where no voice is. */
export interface Candidate {
  readonly start: number
  readonly end: number
  readonly kind: 'person' | 'party' | 'delegation' | 'role' | 'pronoun'
  /** Several speak jointly. */
  readonly isPlural: boolean
  /** Those of them who are in the roster. */
  readonly known: readonly string[]
  readonly settle: (more?: readonly NamedAt[], forBodies?: readonly string[]) => Subject
}

const initialsOnly = /^(?:\p{Lu}\.?[ -]?){1,3}(?=\s)/u

/** A list has initials only ("A. Roe"); the text prints the given name ("Ms Ada Roe"): that is the name. */
const learnName = (roster: Roster, key: string, printed: string): void => {
  const line = roster.personByKey.get(key)
  const { name } = splitHonorific(printed)
  if (!line || !initialsOnly.test(`${line.name} `) || !/^\p{Lu}\p{Ll}+ /u.test(name) || !isPersonName(printed)) return
  line.printed = [...new Set([...(line.printed ?? [line.name]), printed])]
  line.name = name
}

/** Initials, a given name and the words of an office are printed forms of whoever is meant by them. */
const learnForm = (roster: Roster, key: string, printed: string): void => {
  const line = roster.personByKey.get(key)
  if (line && !line.printed?.includes(printed)) line.printed = [...(line.printed ?? [line.name]), printed]
}

const kindOf = ({ named: { kind }, isRepresented }: NamedAt): Candidate['kind'] => {
  if (kind === 'body') return isRepresented ? 'delegation' : 'party'
  return kind === 'office' ? 'role' : 'person'
}

/** Those whom parentheses behind a sentence name, as who says it. */
export const settledTogether = (
  context: VoiceContext,
  all: readonly NamedAt[],
  forBodies: readonly string[],
): Subject => settled(context, all, forBodies)

/** Those named, as who speaks: their keys, the role where one speaks in it. */
const settled = ({ roster }: VoiceContext, all: readonly NamedAt[], forBodies: readonly string[]): Subject => {
  const [first] = all
  const keys = all.flatMap(({ named, as }) => {
    const key = keyOf(roster, named)
    if (key !== null && named.kind === 'person') {
      learnName(roster, key, as)
      if (all.length > 1 || identify(roster.cast, as).person !== key) learnForm(roster, key, as)
    }
    if (key !== null && named.kind === 'unlisted' && named.title !== null) noteHolder(roster, named.title, key)
    return key ?? []
  })
  const role = all.length === 1 && first && 'role' in first ? (first as NamedAt & { role: string }).role : null
  if (keys.length === 0) return { kind: 'role', as: first?.as ?? '' }
  if (role !== null && first?.named.kind === 'unlisted' && keys[0]) noteHolder(roster, role, keys[0])
  const as = first?.printed ?? first?.as ?? ''
  return { kind: 'people', by: [...new Set(keys)], as: all.length === 1 ? as : '', role, for: forBodies }
}

export const namedAt = (context: VoiceContext, at: number): NamedAt | null =>
  personAt(context, at) ?? officeAt(context, at) ?? partyAt(context.text, at, context.roster)

const joint = /^(?:\s*\([^()]{1,60}\))?(?:,\s+(?:and\s+)?|\s+(?:and|&|und)\s+|\s+together with\s+)/

/** More do not speak together. */
const mostTogether = 20

/** Those named one after another from an offset, joined by commas and "and". */
const joinedAt = (context: VoiceContext, first: NamedAt): NamedAt[] => {
  const all = [first]
  const { text } = context
  while (all.length < mostTogether) {
    const end = all.at(-1)?.end ?? 0
    const join = joint.exec(text.slice(end, end + 80))
    const next = join && namedAt(context, end + join[0].length)
    if (!next) break
    // "Mr Roe, Ms Poe said": two subjects, unless "and" joins them.
    const isJoined =
      /\b(?:and|with)\b|&/.test(join[0]) ||
      /^(?:\s*\([^()]{1,60}\))?(?:,?\s+(?:and|&)\s|,\s+(?:the\s+)?\p{Lu})/u.test(text.slice(next.end, next.end + 70))
    if (!isJoined) break
    all.push(next)
  }
  return all
}

const pronouns = /^(?:(He|She|They)|(?:Both|The (?:latter|former)))\b/i

/** Who may be the subject of a clause that begins at an offset. */
export const subjectAt = (context: VoiceContext, at: number): Candidate | null => {
  const { text } = context
  const pronoun = pronouns.exec(text.slice(at, at + 20))
  const both = /^(?:both|neither)\s+(?=\p{L})/iu.exec(text.slice(at, at + 12))?.[0].length ?? 0
  const first = pronoun && both === 0 ? null : namedAt(context, at + both)
  if (first) {
    const all = joinedAt(context, first)
    const last = all.at(-1) ?? first
    return {
      start: at,
      end: last.end,
      kind: kindOf(first),
      isPlural: all.length > 1,
      known: all.flatMap(({ named }) => (named.kind === 'person' ? named.key : [])),
      settle: (more = [], forBodies = []) => settled(context, [...all, ...more], forBodies),
    }
  }
  if (!pronoun) return null
  const [printed, own] = pronoun
  const word = own?.toLowerCase()
  return {
    start: at,
    end: at + printed.length,
    kind: 'pronoun',
    isPlural: word === 'they' || word === undefined,
    known: [],
    settle: () => ({
      kind: 'pronoun',
      as: printed,
      plural: word === 'they' || /^both/i.test(printed),
      gender: word === 'he' ? 'm' : word === 'she' ? 'f' : null,
    }),
  }
}
