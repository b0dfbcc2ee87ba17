import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { verbAfter } from '../english/verb-group.js'
import { fold } from '../names.js'
import { isPersonName } from '../people/person-name.js'
import { knownBody, knownOf } from './known.js'
import { partyAt } from './parties.js'
import { type NamedAt, personAt, type VoiceContext } from './people.js'

/** What stands between a subject and its verb. */
export interface Aside {
  readonly end: number
  /** Names of bodies that the subject speaks for, or is of. */
  readonly bodies: readonly string[]
  /** Who is said to support the subject, and so says the same. */
  readonly supporters: readonly NamedAt[]
}

const parentheses = /^\s*\(([^()]{1,90})\)/
const supported =
  /^,?\s+(?:and\s+)?(?:strongly\s+|also\s+)?(?:supported|seconded|backed|echoed|joined) by ((?:[^,;.]|\.(?=\s\p{Lu})){2,160}),?(?=\s)/u
const apposition =
  /^,\s((?:[^,.;:]|\.(?=\s\p{Lu}|\p{L}|,)|,(?=\s(?:and\s)?\p{Lu}[^,.;:]{1,60},\s\p{Ll})){2,130}?),(?=\s)/u
const ofBody =
  /^\s+(?:of|from|for|at)\s+((?:the\s+)?\p{Lu}[\p{L}&.’'-]*(?:\s+(?:(?:of|and|for|the|&)\s+){0,2}\p{Lu}[\p{L}&.’'-]*){0,7})(?=\s)/u

const speakingFor = new RegExp(
  '^(?:and\\s+)?(?:(?:also\\s+)?(?:speaking|talking|commenting|appearing)\\s+)?(?:also\\s+)?' +
    '(?:on behalf(?:\\s+also)? of|for|representing|from|of|with|at)\\s+(?:the\\s+)?',
  'i',
)

/** Words of a body: two that "and" joins, where each is one by itself. */
const bodiesIn = (context: VoiceContext, words: string): string[] => {
  const name = words
    .replace(/^the\s+/i, '')
    .replace(/\s*\(.*$|\s+and\s+(?:supported|seconded|backed|joined)\b.*$/, '')
    .trim()
  if (!/^\p{Lu}/u.test(name)) return []
  const isNamed = (one: string) =>
    isBody(one) || knownBody(context.roster, one) !== null || knownOf(context.roster).parties.has(fold(one))
  const parts = name.split(/,\s+(?:and\s+)?(?:the\s+)?|\s+and\s+(?:the\s+)?/)
  if (parts.length > 1 && parts.every((part) => isNamed(part.trim()))) return parts.map((part) => part.trim())
  return [name]
}

/** The bodies that an aside names: "for the Mill Guild", "(Norway)", "Chair of the Mill Guild", "Mill Guild". */
const bodiesOf = (context: VoiceContext, aside: string): string[] => {
  const behalf = speakingFor.exec(aside)
  const words = aside.slice(behalf?.[0].length ?? 0).trim()
  if (/\d{3}|^\p{Ll}/u.test(words)) return officeOfBody(context, words)
  const isSaid = behalf !== null && /behalf|speaking|representing|^for/i.test(behalf[0])
  const found = bodiesIn(context, words)
  if (isSaid)
    return isPersonName(words) &&
      !isBody(words) &&
      found.length === 1 &&
      personAt({ ...context, text: words, names: new Map() }, 0)?.named.kind === 'person'
      ? []
      : found
  return found.filter(
    (name) =>
      knownBody(context.roster, name) !== null ||
      knownOf(context.roster).parties.has(fold(name)) ||
      (isBody(name) && !holdsTitle(name)),
  )
}

const titleOf = /^(?:the\s+|an?\s+)?[\p{L} ’'-]{2,40}?\s(?:of|for|at|from)\s+(?:the\s+)?(\p{Lu}.*)$/u
const officeOfBody = (context: VoiceContext, words: string): string[] => {
  const name = titleOf.exec(words)?.[1]
  if (!name) return []
  const found = partyAt(`${name} `, 0, context.roster)
  return found?.named.kind === 'body' && found.end >= name.length ? [found.named.name] : []
}

const supportersAt = (context: VoiceContext, from: number, to: number): NamedAt[] => {
  const found: NamedAt[] = []
  for (let at = from; at < to; ) {
    const skip = /^(?:,?\s*(?:and\s+)?(?:by\s+)?)/.exec(context.text.slice(at, at + 12))?.[0].length ?? 0
    const next = personAt(context, at + skip)
    if (!next) break
    found.push(next)
    at = next.end + (parentheses.exec(context.text.slice(next.end, next.end + 92))?.[0].length ?? 0)
  }
  return found
}

/** Goes over what stands between a subject and its verb: parentheses, an apposition, for whom it speaks, who supports it. */
export const asideAfter = (context: VoiceContext, end: number): Aside => {
  const { text } = context
  const bodies: string[] = []
  const supporters: NamedAt[] = []
  let at = end
  for (let i = 0; i < 4; i++) {
    const rest = text.slice(at, at + 240)
    const support = supported.exec(rest)
    const inside = support ?? parentheses.exec(rest) ?? ofBody.exec(rest) ?? apposition.exec(rest)
    if (!inside) break
    if (support) {
      const from = at + support[0].indexOf(' by ') + 4
      supporters.push(...supportersAt(context, from, at + support[0].length))
    } else bodies.push(...bodiesOf(context, inside[1] ?? ''))
    at += inside[0].length
    // One comma ends an aside and begins the next.
    if (inside[0].endsWith(',') && verbAfter(text, at) === null) at--
  }
  return { end: text[at] === ',' ? at + 1 : at, bodies, supporters }
}
