import { isBody } from '../english/bodies.js'
import { fold } from '../names.js'
import { whileReading } from '../once.js'
import { inUsualCase } from '../people/usual-case.js'
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
  /^(?:(?:board|council|committee|panel)\s+)?(?:members|officers|officials|staff|trustees|directors|governors|councill?ors|commissioners|others|also|participants|administration|administrators|management|executives?|faculty|visitors?|ex[- ]officio|presenters|officers of the (?:board|council|committee)|committee|board|council|bureau)$/i

/** "Management side", "the Irish delegation": one of those who met. */
export const isSide = (label: string): boolean => /\s(?:side|delegation|team|party)$/i.test(label.trim())

const sideName = "\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+)?"
const ofSides = new RegExp(
  `(?:\\b(?:the|THE|The)\\s+)?(?<![\\p{L}])(?!(?:THE|The)\\s)(${sideName})(?:\\s+(?:and|AND)\\s+(?:(?:the|THE)\\s+)?(${sideName}))?\\s+(?:delegations?|DELEGATIONS?|sides?)\\b`,
  'gu',
)

/** The noun right behind a word with a capital: without one, a text names no sides. */
const behindName = /\s(?:delegation|DELEGATION|side)(?<=\p{Lu}[\p{L}'’-]+\s+\p{L}+)/u

/** A record says who met in its title, or soon after; so many characters are looked at. */
const front = 4000

/** Those who met, folded, as a text names their sides: "between the Upland and the Lowland delegations". */
export const sidesIn = whileReading((text: string): ReadonlySet<string> => {
  const sides = new Set<string>()
  const words = text.slice(0, front)
  if (!behindName.test(words)) return sides
  for (const [, one = '', other] of words.matchAll(ofSides))
    for (const name of [one, other]) if (name !== undefined) sides.add(fold(name))
  return sides
})

/** "Present for the Mill Guild": for whom those came that stand behind it. */
const presentFor =
  /^(?:also )?(?:present|attending|in attendance) (?:for|from|on behalf of) (?:the )?(\p{Lu}.{2,60})$/iu

/** "For the Mill Guild (“the Guild”)" is the Mill Guild. */
const bodyIn = (label: string): string =>
  label
    .replace(/^(?:[Ff]or|FOR|[Oo]n behalf of|[Rr]epresenting)\s+(?:(?:[Tt]he|THE)\s+)?(?=\p{Lu})/u, '')
    .replace(/\s*\((?:hereinafter\s+|henceforth\s+)?["“'‘][^()]{2,40}["”'’]\)$/i, '')

/** Reads a label that stands after another; `isSideHere` tells whether folded words name one of those who met. */
export const labelAfter = (
  text: string,
  before: Label,
  isSideHere: (folded: string) => boolean = () => false,
): Label => {
  const label = bodyIn(text.replace(/\*+|:$/g, '').trim())
  if (/^[Ff]or\s+\p{Ll}/u.test(label)) return { ...before, role: null, body: null }
  if (label.length < 40 && isSideHere(fold(label))) return { ...before, role: null, body: label }
  const mode = modeOf(label)
  const body = presentFor.exec(label)?.[1]
  if (mode !== null) return { mode, role: null, body: body !== undefined && isBody(body) ? body : null }
  if (ofAll.test(label)) return noLabel
  if ((isBody(label) || isSide(label)) && !isGroup(label)) return { ...before, role: null, body: label }
  return { ...before, role: label, body: null }
}

/** What a head says of those under it where another stands beside it: how present they were, or else for which side. */
export const labelOfSide = (text: string): Label => {
  const label = bodyIn(text.replace(/\*+|:$/g, '').trim())
  return modeOf(label) === null && !isGroup(label) && !ofAll.test(label)
    ? { ...noLabel, body: inUsualCase(label) }
    : labelAfter(text, noLabel)
}
