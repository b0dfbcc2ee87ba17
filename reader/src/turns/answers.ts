import { type Cast, identify } from '../identity/within-meeting.js'
import type { MeetingRecord } from '../record.js'

type Remark = MeetingRecord['remarks'][number]

const name = "(\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3})"
const honorific = '(?:(?:Mr|Ms|Mrs|Dr|Prof|Mx)\\.?\\s+)?'
const what =
  '(?:(?:the|that|this|your)\\s+)?(?:(?:very\\s+)?(?:good|great|excellent|helpful|useful|important)\\s+)?(?:questions?|points?|comments?|concerns?|remarks?|suggestions?|interventions?|objections?)'

/** Words at the beginning of a turn, or in a note there, that say whom it answers. */
const patterns: readonly RegExp[] = [
  new RegExp(
    `^\\W*(?:(?:yes|no|so|well|okay|ok|right|sure|just|and)\\W+){0,2}(?:in (?:reply|response|answer) to|(?:replying|responding|answering|reply|response|answer) to|to (?:answer|respond to|reply to))\\s+(?:${what}\\s+(?:of|from|by)\\s+)?(${honorific}${name})`,
    'iu',
  ),
  new RegExp(
    `^\\W*(?:thank you|thanks)(?: very much| so much| a lot)? for ${what}\\s*,\\s*(${honorific}${name})`,
    'iu',
  ),
  new RegExp(
    `^\\W*(?:thank you|thanks)(?: very much| so much)?\\s*,?\\s*(${honorific}${name})\\s*,?\\s+for ${what}`,
    'iu',
  ),
]
/** The same in the label: "ABC (in reply to DE)". */
const inLabel = new RegExp(
  `\\((?:in )?(?:(?:reply|response|answer)(?:ing)?|responding|answering|replying)(?: to)?\\s+(${honorific}${name})\\)`,
  'iu',
)

/** The start of a turn: what it answers is said there. */
const openingLength = 240

const printedIn = (label: string, words: string): string | null => {
  const inWords = patterns.flatMap((pattern) => pattern.exec(words.slice(0, openingLength))?.[1] ?? [])
  return inLabel.exec(label)?.[1] ?? inWords[0] ?? null
}

/** Whom a printed name means; of "Ben I think", where no comma parts them, the longest that anybody has. */
const personNamed = (cast: Cast, printed: string): string | null => {
  const words = printed.replace(/['’]s$/u, '').split(/\s+/)
  for (let length = words.length; length > 0; length--) {
    const part = words
      .slice(0, length)
      .join(' ')
      .replace(/['’]s$|[.,]$/u, '')
    const [one, ...more] = cast.byAbbreviation.get(part) ?? []
    if (one && more.length === 0) return one.key
    const { person } = identify(cast, part)
    if (person !== null) return person
  }
  return null
}

/**
 * The remark that a turn answers: the latest before it, under the same heading, of whom the record says that the turn answers
 * them. That one stands next to the other says nothing, and neither does "as Roe said". Null where it answers none.
 */
export const answeredBy = (
  cast: Cast,
  turn: { readonly label: string; readonly words: string },
  before: readonly Remark[],
  place: Pick<Remark, 'section'>,
): Remark | null => {
  const printed = printedIn(turn.label, turn.words)
  const person = printed === null ? null : personNamed(cast, printed)
  if (person === null) return null
  return before.findLast((remark) => remark.speaker === person && remark.section === place.section) ?? null
}
