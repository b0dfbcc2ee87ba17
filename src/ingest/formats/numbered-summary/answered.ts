import { identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import type { MeetingRecord } from '../../record.js'
import { printedKey } from '../../reported-speech/speakers.js'
import type { Turn } from '../../reported-speech/turns.js'
import type { ParagraphContext } from './paragraph-context.js'

type Remark = MeetingRecord['remarks'][number]

const takingUp =
  /\b(?:with|to|by|of|on|supported|seconded|endorsed|echoed|echoing|thanked|answered|asked)\s+(?:the\s+(?:proposal|point|comment|suggestion|question|concern|view|remark|statement|intervention|response|observation)s?\s+(?:by|of|from|raised by|made by)\s+)?(?:the\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}|von\s|van\s|de\s)[\p{L}.'’ -]*){0,4})/gu

/** The latest remark before a turn whose speaker, or speaking body, some words name. */
const remarkNamed = (context: ParagraphContext, turn: Turn, words: string, before: readonly Remark[]): Remark[] => {
  const parts = words.split(/\s+/)
  for (let length = parts.length; length > 0; length--) {
    const printed = parts
      .slice(0, length)
      .join(' ')
      .replace(/['’]s?$/u, '')
    const { person } = identify(context.cast, printed)
    const party = context.bodies.byName.get(fold(printed))?.key
    const last = before.findLast((one) => (person !== null && one.speaker === person) || (party && one.party === party))
    if (last && !turn.speakers.includes(person ?? printedKey(printed))) return [last]
  }
  return []
}

/**
 * What a turn answers: the raisers' statements, unless its words name one of the raisers ("agreed with Ms. Roe"); and the
 * remark of somebody else that its words take up.
 */
export const answered = (
  context: ParagraphContext,
  turn: Turn,
  raised: readonly Remark[],
  before: readonly Remark[],
): number[] => {
  const [first] = turn.ranges
  const sentence = first ? context.flow.text.slice(...first) : ''
  const named = [...sentence.matchAll(takingUp)].flatMap((match) => remarkNamed(context, turn, match[1] ?? '', before))
  const isOwn = ({ speaker, speakerAsPrinted }: Remark): boolean =>
    turn.speakers.includes(speaker ?? printedKey(speakerAsPrinted ?? ''))
  // Whoever raised a paragraph answers what was said to that, and not those who raised it too.
  const others = raised.some(isOwn) ? [] : raised
  const ofRaisers = named.filter((one) => raised.includes(one))
  const targets = [...(ofRaisers.length > 0 ? ofRaisers : others), ...named.filter((one) => !raised.includes(one))]
  const last = before.findLast((one) => !isOwn(one)) ?? before.at(-1)
  const positions = (targets.length > 0 || !last ? targets : [last]).map(({ position }) => position)
  return [...new Set(positions)].sort((a, b) => a - b)
}
