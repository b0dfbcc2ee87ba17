import { leadsAnswer, utterances } from '../english/meeting-words.js'
import type { Range } from '../outline/outline.js'
import { knownBody } from './known.js'
import type { Named } from './named.js'
import type { VoiceContext } from './people.js'
import { namedAt } from './subjects.js'
import type { Voice } from './voices.js'

/** Whom the words of a turn say that it answers. */
export interface TakenUp {
  /** Keys of those who are in the roster. */
  readonly keys: readonly string[]
  /** Somebody is named, whether known or not. */
  readonly isNamed: boolean
}

const what = `(?:(?:the|a|an|another|what)\\s+(?:further\\s+)?(?:${utterances})\\s+(?:by|of|from|raised by|made by|put by)\\s+)?`
const inReply = new RegExp(
  `(?:in (?:reply|response|answer) to|(?:responding|replying|reacting|answering) to|asked(?: [^,.;]{1,60}?)? by|with|to|of)` +
    `\\s+${what}(?=\\S)`,
  'giu',
)
const siding = new RegExp(`^\\s+(?:(?:with|to|by|on|upon|from|fully|strongly)\\s+){0,2}${what}(?=\\S)`, 'iu')
const leads = new RegExp(`^(?:${leadsAnswer}|thanking|agreeing|echoing|taking up|supporting|following)\\b`, 'i')

const keyOf = ({ roster }: VoiceContext, named: Named): string | null =>
  named.kind === 'person' ? named.key : named.kind === 'body' ? knownBody(roster, named.name) : null

/** Those named from an offset on, joined by "and". */
const namesFrom = (context: VoiceContext, from: number, to: number): { keys: string[]; isNamed: boolean } => {
  const keys: string[] = []
  let isNamed = false
  for (let at = from; at < to && keys.length < 12; ) {
    const found = namedAt(context, at)
    if (!found || found.end > to) break
    isNamed = true
    const key = keyOf(context, found.named)
    if (key !== null) keys.push(key)
    const join = /^(?:['’]s\s[^,.;]{2,40})?(?:,\s+(?:and\s+)?|\s+and\s+(?:of\s+|to\s+|with\s+)?)/.exec(
      context.text.slice(found.end, found.end + 60),
    )
    if (!join) break
    at = found.end + join[0].length
  }
  return { keys, isNamed }
}

const answering = new Set(['ANSWER', 'AGREE', 'DISAGREE', 'ACKNOWLEDGE'])

/** The people and bodies whom a turn says that it answers: named in what leads it in, beside its subject, or behind a verb of reply. */
export const takenUp = (context: VoiceContext, [from, to]: Range, { start, end, verbs, lead }: Voice): TakenUp => {
  const found: { keys: string[]; isNamed: boolean }[] = []
  const [first] = verbs
  const stretches: [number, number][] = [
    ...(leads.test(lead) ? [[from, start] as [number, number]] : []),
    // "Ms Roe, responding to Mr Poe, said"
    ...(first && /\b(?:respon|repl|react|answer|thanking)/.test(context.text.slice(start, first.start))
      ? [[start, first.start] as [number, number]]
      : []),
  ]
  for (const [a, b] of stretches)
    for (const match of context.text.slice(a, b).matchAll(inReply)) {
      const names = namesFrom(context, a + match.index + match[0].length, b)
      if (names.isNamed) {
        found.push(names)
        break
      }
    }
  if (first && (answering.has(first.verb.kind) || /^(?:told|supported|seconded|echoed|shared)$/.test(first.word))) {
    const skip = siding.exec(context.text.slice(first.end, first.end + 80))
    if (skip) found.push(namesFrom(context, first.end + skip[0].length, to))
  }
  const own = namesFrom(context, start, end).keys
  return {
    keys: [...new Set(found.flatMap(({ keys }) => keys))].filter((key) => !own.includes(key)),
    isNamed: found.some(({ isNamed }) => isNamed),
  }
}
