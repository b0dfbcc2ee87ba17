import { isBody } from '../english/bodies.js'
import { type Attendee, isGroup } from './attendee.js'

type Mode = Attendee['mode']

/** What a label over or before names says of them: how present, in which role, for which body. */
export interface Label {
  readonly mode: Mode
  readonly role: string | null
  readonly body: string | null
}

export const noLabel: Label = { mode: 'PRESENT', role: null, body: null }

/** How those are present whom a label introduces; null where it says nothing of that. */
const modeOf = (label: string): Mode | null => {
  if (/\b(?:apolog|regret|absent|excused|unable)/i.test(label)) return 'APOLOGIES'
  if (/\b(?:remote|online|virtual|video|telephone|by phone)/i.test(label)) return 'REMOTE'
  return /\b(?:present|attend|participant|in person|in the room)/i.test(label) ? 'PRESENT' : null
}

/** "Members", "Officers": those who come anyway; it says of nobody what they are. */
const ofAll =
  /^(?:(?:board|council|committee|panel)\s+)?(?:members|officers|officials|staff|trustees|directors|governors|councill?ors|commissioners|others|also|participants|administration|administrators|management|executives?|faculty|visitors?|ex[- ]officio|presenters|officers of the (?:board|council|committee))$/i

/** "Management side", "the Irish delegation": one of those who met. */
export const isSide = (label: string): boolean => /\s(?:side|delegation|team|party)$/i.test(label.trim())

/** Reads a label that stands after another. */
export const labelAfter = (text: string, before: Label): Label => {
  const label = text.replace(/\*+|:$/g, '').trim()
  const mode = modeOf(label)
  if (mode !== null) return { mode, role: null, body: null }
  if (ofAll.test(label)) return noLabel
  if ((isBody(label) || isSide(label)) && !isGroup(label)) return { ...before, role: null, body: label }
  return { ...before, role: label, body: null }
}
