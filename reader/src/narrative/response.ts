import type { VerbInText } from '../english/verb-group.js'
import { type Cast, identify, roleHolder } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import type { Bodies } from '../people/bodies.js'
import type { MeetingRecord } from '../record.js'
import { actsOf, stanceOf } from '../reported-speech/acts.js'
import { answered } from '../reported-speech/answered.js'
import { printedKey } from '../reported-speech/speakers.js'
import type { Range } from '../reported-speech/voice.js'
import type { Said, Told } from './stretch.js'

type Remark = MeetingRecord['remarks'][number]

/** One speaker's words, or those of several together, over as many paragraphs as they take. */
export interface Turn {
  readonly key: string
  readonly speakers: readonly Said[]
  /** Which turns it answers, as far as its words name nobody; null where it is no answer. */
  readonly answered: readonly Turn[] | null
  /** What was said right before is of somebody without a name. */
  readonly isAfterNobody: boolean
  readonly parts: { readonly told: Told; readonly ranges: Range[]; readonly verbs: VerbInText[] }[]
  /** The utterance that it became. */
  utterance?: number
}

/** What the turns of a record are read with. */
export interface Ground {
  readonly source: string
  readonly cast: Cast
  readonly bodies: Bodies
}

/** How far back the remark is looked for that an answer takes up. */
const reach = 40

const isWhole = ({ parts }: Turn): boolean =>
  parts.every(({ told, ranges }) => {
    const [first, last] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0]
    return `${told.flow.text.slice(0, first)}${told.flow.text.slice(last)}`.trim() === ''
  })

const scopeOf = (turn: Turn): Remark['scope'] => {
  if (turn.speakers.length > 1) return 'JOINT'
  return isWhole(turn) ? 'WHOLE' : 'SPAN'
}

/** "In reply to a question by Ms. Roe", and her name. */
export const replyTo =
  /^(?:in|by way of) (?:reply|response|answer) to (?:(?:an?|the|further) )?(?:(?:question|query|request|comment|point|remark|concern|suggestion|proposal|intervention)s? (?:from|by|of|raised by|made by) )?(?:the )?(\p{Lu}[\p{L}.’'-]*(?:\s+(?:(?:of|and|the)\s+)?\p{Lu}[\p{L}.’'-]*){0,4})/iu

/** "Mr. Poe responded to Ms. Roe that" */
const repliedWith =
  /^[^;:]{2,100}?\s(?:responded|replied|answered)\s+to\s+(?:the\s+)?((?:(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.?\s+)?\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){0,3})/u

/**
 * "In reply to Ms. Roe": the latest remark of whom the words name. Empty where the record has none of theirs, for then nothing
 * of it is answered; null where they name nobody.
 */
const repliedTo = (
  text: string,
  { cast, bodies }: Ground,
  all: readonly Remark[],
  section: number | null,
): number[] | null => {
  // A question that the record does not report is no remark under another heading.
  const before = all.filter((one) => one.section === section)
  const name = (replyTo.exec(text) ?? repliedWith.exec(text))?.[1]?.replace(/['’]s?$/u, '')
  if (name === undefined || !/^\p{Lu}/u.test(name)) return null
  const person = identify(cast, name).person ?? roleHolder(cast, name)
  const party = bodies.byName.get(fold(name))?.key
  const last = before.findLast(
    (one) => (person !== null && one.speaker === person) || (party !== undefined && one.party === party),
  )
  return last ? [last.position] : []
}

/** What a turn is, and whom it answers, among the remarks before it. */
export const responseOf = (turn: Turn, ground: Ground, before: readonly Remark[]): Partial<Remark> => {
  const { cast, bodies } = ground
  const [part] = turn.parts
  if (!turn.answered || !part) return { kind: 'STATEMENT', scope: scopeOf(turn) }
  const { flow, text } = part.told
  const recent = before.slice(-reach)
  const own = { speakers: [], voice: { kind: 'pronoun' as const, start: 0, verbs: [] }, ranges: [], verbs: part.verbs }
  return {
    kind: 'RESPONSE',
    scope: null,
    acts: actsOf(flow, own),
    stance: stanceOf(own),
    inResponseTo:
      repliedTo(text.slice(part.ranges[0]?.[0] ?? 0), ground, recent, part.told.section) ??
      answered({
        text,
        speakers: turn.speakers.map(({ speaker, speakerAsPrinted }) => speaker ?? printedKey(speakerAsPrinted ?? '')),
        ranges: part.ranges,
        raised: [],
        before: recent,
        section: part.told.section,
        last: turn.answered.flatMap(({ utterance }) => utterance ?? []),
        isOfNobody: turn.isAfterNobody,
        cast,
        bodies,
      }),
  }
}
