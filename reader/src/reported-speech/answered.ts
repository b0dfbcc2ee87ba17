import { type Cast, identify, roleHolder } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import type { Bodies } from '../people/bodies.js'
import type { MeetingRecord } from '../record.js'
import { printedKey } from './speakers.js'
import type { Range } from './voice.js'

type Remark = MeetingRecord['remarks'][number]

/** A turn that answers, among the remarks before it. */
export interface Answer {
  readonly text: string
  /** The keys of those who speak in it. */
  readonly speakers: readonly string[]
  readonly ranges: readonly Range[]
  /** What it answers where its words name nobody. */
  readonly raised: readonly Remark[]
  readonly before: readonly Remark[]
  /** Where it stands: without a name, nothing under another heading is answered. Not given, it may be anywhere. */
  readonly section?: number | null
  /** The utterances that it answers where its words name nobody; not given, what was said last by somebody else. */
  readonly last?: readonly number[]
  /** Who asked has no name in the record: only whom the words name is answered. */
  readonly isOfNobody?: boolean
  readonly cast: Cast
  readonly bodies: Bodies
  /** Those whom the record says belong to a body, by its key: "replying to the representative of Chad". */
  readonly peopleOf?: (body: string) => ReadonlySet<string>
}

const name = "(?:the\\s+)?(\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Lu}|von\\s|van\\s|de\\s)[\\p{L}.'’ -]*){0,4})"
const remarkOf =
  '(?:what\\s+)?(?:(?:the|a|an|another)\\s+(?:further\\s+)?(?:proposal|point|comment|suggestion|question|concern|view|remark|statement|intervention|response|observation)s?\\s+(?:by|of|from|raised by|made by)\\s+)?(?:(?:the\\s+)?(?:representative|delegate|delegation|observer)s?\\s+(?:of|for|from)\\s+)?'
/** Who helps a speaker has said nothing yet: "Mr. Poe, supported by Dr. Lee, asked". */
const helped =
  '(?<!\\b(?:supported|seconded|backed|joined|accompanied|assisted|followed|represented|endorsed|echoed|aided)\\s)'
const takingUp = new RegExp(
  `\\b(?:with|to|${helped}by|of|on|supported|seconded|endorsed|echoed|echoing|thanked|answered|told)\\s+${remarkOf}${name}`,
  'gu',
)
const thanking = new RegExp(
  `\\b(?:thank(?:ed|s|ing)|congratulat(?:ed|ing)|commended|(?:thanks|gratitude|appreciation|tribute)\\s+to)\\s+${name}`,
  'gu',
)

/** The latest remark before a turn whose speaker, or speaking body, some words name. */
const remarkNamed = (answer: Answer, words: string): Remark[] => {
  const { cast, bodies, speakers, peopleOf, section } = answer
  const before = section === undefined ? answer.before : answer.before.filter((one) => one.section === section)
  const parts = words.split(/\s+/)
  for (let length = parts.length; length > 0; length--) {
    const printed = parts
      .slice(0, length)
      .join(' ')
      .replace(/['’]s?$/u, '')
    const person = identify(cast, printed).person ?? roleHolder(cast, printed)
    const party = bodies.byName.get(fold(printed))?.key
    const people = party === undefined ? undefined : peopleOf?.(party)
    const last = before.findLast(
      (one) =>
        (person !== null && one.speaker === person) ||
        (party && (one.party === party || people?.has(one.speaker ?? ''))),
    )
    const isOwn = last && speakers.includes(last.speaker ?? printedKey(last.speakerAsPrinted ?? ''))
    if (last && !isOwn && !speakers.includes(person ?? printedKey(printed))) return [last]
  }
  return []
}

const namedBy = (answer: Answer, pattern: RegExp, ranges: readonly Range[]): Remark[] =>
  ranges.flatMap((range) =>
    [...answer.text.slice(...range).matchAll(pattern)].flatMap((match) => remarkNamed(answer, match[1] ?? '')),
  )

/** What was said last by somebody else, before a turn that names nobody; what several said together as a whole. */
const lastSaid = ({ before, section, last = [] }: Answer, isOwn: (one: Remark) => boolean): Remark[] => {
  const told = before.filter((one) => last.includes(one.utterance) && !isOwn(one))
  if (told.length > 0) return told
  const near = section === undefined ? before : before.filter((one) => one.section === section)
  const { utterance } = near.findLast((one) => !isOwn(one)) ?? near.at(-1) ?? {}
  return before.filter((one) => one.utterance === utterance)
}

/**
 * What a turn answers, as positions: what was raised, unless its first words name one of those who raised it ("agreed with
 * Ms. Roe"); the remark of somebody else that they take up; and that of whoever is thanked anywhere in it.
 */
export const answered = (answer: Answer): number[] => {
  const { speakers, raised } = answer
  const named = namedBy(answer, takingUp, answer.ranges.slice(0, 1))
  const thanked = namedBy(answer, thanking, answer.ranges)
  const isOwn = ({ speaker, speakerAsPrinted }: Remark): boolean =>
    speakers.includes(speaker ?? printedKey(speakerAsPrinted ?? ''))
  // Whoever raised a paragraph answers what was said to that, and not those who raised it too.
  const others = raised.some(isOwn) ? [] : raised
  const ofRaisers = named.filter((one) => raised.includes(one) && !thanked.includes(one))
  const targets = [...(ofRaisers.length > 0 ? ofRaisers : others), ...named, ...thanked]
  const implied = answer.isOfNobody ? [] : lastSaid(answer, isOwn)
  const positions = (targets.length > 0 ? targets : implied).map(({ position }) => position)
  return [...new Set(positions)].sort((a, b) => a - b)
}
