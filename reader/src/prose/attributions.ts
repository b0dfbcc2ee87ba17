import { isBody } from '../english/bodies.js'
import { isHead } from '../english/titles.js'
import { fold } from '../names.js'
import type { Range } from '../outline/outline.js'
import { knownBody, knownOf } from './known.js'
import { partyAt } from './parties.js'
import { type NamedAt, personAt, type VoiceContext } from './people.js'

/** Those in the parentheses behind a sentence, who are said to have said it. */
export interface Attribution {
  readonly named: readonly NamedAt[]
  /** Bodies that they are of. */
  readonly bodies: readonly string[]
  /** Where the words end that are theirs. */
  readonly wordsEnd: number
}

const atEnd = /\s*\(([^()]{3,400})\)\s*[.;:]?\s*$/
/** The word before such parentheses is none of a name, which they would be an aside to. */
const afterWord = /(?:\p{Ll}|\d|["”’%])$/u
/** Shorter words are a label or a cross-reference, and no sentence. */
const shortest = 20

interface Entry {
  readonly start: number
  readonly end: number
}

const entriesIn = (text: string, start: number, end: number, splits: RegExp): Entry[] => {
  const entries: Entry[] = []
  let from = start
  for (const found of text.slice(start, end).matchAll(splits)) {
    entries.push({ start: from, end: start + found.index })
    from = start + found.index + found[0].length
  }
  return [...entries, { start: from, end }]
}

const isKnownParty = ({ roster }: VoiceContext, name: string): boolean =>
  knownBody(roster, name) !== null || knownOf(roster).parties.has(fold(name.replace(/^the\s+/i, ''))) || isBody(name)

const capitalized = /^(?:the\s+)?\p{Lu}[\p{L}’'-]*(?:\s+(?:(?:of|the|and|for)\s+){0,2}\p{Lu}[\p{L}’'-]*){0,7}$/u

const bodyIn = ({ text, roster }: VoiceContext, { start, end }: Entry): NamedAt | null => {
  const words = text.slice(start, end)
  if (!capitalized.test(words)) return null
  const found = partyAt(text, start, roster)
  if (found && found.end >= end) return found
  return { named: { kind: 'body', name: words.replace(/^the\s+/i, '') }, as: words, start, end }
}

interface Entries {
  readonly named: NamedAt[]
  readonly bodies: string[]
}

/** "Ada Roe, Mill Guild", "Norway": who an entry names, and the body behind a person. */
const named = (context: VoiceContext, entry: Entry): Entries | null => {
  const { text } = context
  const person = personAt(context, entry.start)
  if (!person || person.end > entry.end) {
    const body = bodyIn(context, entry)
    return body && { named: [body], bodies: [] }
  }
  const rest = text.slice(person.end, entry.end)
  if (rest.trim() === '') return { named: [person], bodies: [] }
  const lead = /^,\s+(?=\p{Lu})/u.exec(rest)?.[0]
  return lead && rest.length < 110
    ? {
        named: [person],
        bodies: [
          rest
            .slice(lead.length)
            .replace(/^the\s+/i, '')
            .trim(),
        ],
      }
    : null
}

/** "(Ada Roe, Mill Guild; Norway)", "(Norway, Chad and Peru)", "(Ms Roe, Norway)" at the end of a sentence. */
const entriesOf = (context: VoiceContext, start: number, end: number): Entries | null => {
  const { text } = context
  const isListed = text.slice(start, end).includes(';')
  const whole = isListed ? null : named(context, { start, end })
  if (whole && whole.named[0]?.named.kind !== 'body') return whole
  const entries = entriesIn(text, start, end, isListed ? /;\s+(?:and\s+)?/g : /,\s+(?:and\s+)?|\s+and\s+/g)
  const found = entries.map((entry) => named(context, entry))
  if (found.some((one) => one === null)) return whole
  return { named: found.flatMap((one) => one?.named ?? []), bodies: found.flatMap((one) => one?.bodies ?? []) }
}

/** Who is said to have said a sentence by the parentheses behind it; null unless all of them are names. */
export const attributionOf = (context: VoiceContext, [from, to]: Range): Attribution | null => {
  const { text } = context
  const match = atEnd.exec(text.slice(Math.max(from, to - 460), to))
  if (!match) return null
  const open = Math.max(from, to - 460) + match.index
  const before = text.slice(from, open)
  if (before.length < shortest || !afterWord.test(before)) return null
  if (isHead(fold(/\p{L}+$/u.exec(before)?.[0] ?? ''))) return null
  const start = text.indexOf('(', open) + 1
  const found = entriesOf(context, start, start + (match[1]?.length ?? 0))
  if (!found) return null
  const isSure = found.named.some(
    ({ named: one }) => one.kind === 'person' || (one.kind === 'body' && isKnownParty(context, one.name)),
  )
  // Behind a number stand places and sources as well ("on 31 July (Mill Lane, Ferry Road)").
  const hasBodies =
    !/\d$/.test(before) && found.named.some(({ named: one }) => one.kind === 'unlisted') && found.bodies.length > 0
  return isSure || hasBodies ? { ...found, wordsEnd: open } : null
}
