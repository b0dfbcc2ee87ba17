import { alternatives } from '../english/meeting-words.js'
import { whileReading } from '../once.js'
import { datesIn } from '../text/dates.js'
import { isGenre } from './front-title.js'

export type Label = 'when' | 'time' | 'venue' | 'title' | 'role' | 'reference'

const labels: readonly (readonly [Label, RegExp])[] = [
  [
    'when',
    /^(?:meeting\s+)?(?:date|day)s?(?:\s*(?:and|&|\/|,)\s*(?:time|hour|place|venue|location)s?|\s+(?:of\s+)?(?:the\s+)?(?:meeting|session|consultation|workshop))?$|^when$|^held(?:\s+on)?$|^time\s+and\s+(?:date|place|venue)$/i,
  ],
  ['time', /^(?:meeting\s+)?(?:times?|hours?|duration)$/i],
  [
    'venue',
    /^(?:meeting\s+)?(?:venue|place|location|where|room|held\s+(?:at|in)|site)(?:\s+(?:of\s+)?(?:the\s+)?(?:meeting|session))?$/i,
  ],
  ['title', /^(?:meeting(?:\s+(?:title|name))?|title|subject|event|re|topic)$/i],
  [
    'role',
    /^(?:(?:co-?|vice-?)?chair(?:person|man|woman|ed by|s)?|in the chair|presiding|moderator|moderated by|facilitator|facilitated by|convened by|convenor|convener|rapporteur)s?$/i,
  ],
  [
    'reference',
    new RegExp(
      `^(?:meeting\\s+)?(?:${alternatives(
        'attendance attendees participants present organi[sz]ers? organi[sz]ed_by hosts? hosted_by reference ref document doc',
        'distribution distr language original status classification prepared_by drafted_by minutes_by notes_by note-?taker',
        'secretary recorded_by file agenda version contact number no format series session website url in_cooperation_with',
        'sponsors?',
      )})(?:\\s+(?:no|number|list))?$`,
      'i',
    ),
  ],
]

const pattern = /^(?:[-–—*•]\s+)?(?:\*\*?|__?)?([^:*_\t]{2,40}?)\s*(?:(?:\*\*?|__?)\s*:|:\s*(?:\*\*?|__?)?|\t)\s*/

/** A fact that a line at the front states under a label ("Venue: …"). */
export interface Labelled {
  readonly label: Label
  /** The label's own words. */
  readonly words: string
  /** Where in the line the value begins. */
  readonly valueAt: number
}

export const labelOf = whileReading((text: string): Labelled | null => {
  const match = pattern.exec(text.slice(0, 120))
  if (!match) return null
  const words = (match[1] ?? '').trim().replace(/\.$/, '')
  const found = labels.find(([, names]) => names.test(words))
  return found ? { label: found[0], words, valueAt: match[0].length } : null
})

/** Whether a line is about when the meeting was, and no sentence. */
export const isDateLine = (text: string): boolean =>
  text.length <= 160 && datesIn(text).length > 0 && !/(?<!\b[ap]\.?\s?m)[.!?]$/i.test(text)

/** "Held at the Old Library on 3 May", "The meeting took place …": when and where in a sentence or in half of one. */
export const saysWhereHeld = (text: string): boolean =>
  /^held\b|\b(?:was|were)\s+(?:held|convened)\b|\btook\s+place\b|\bmet\s+(?:on|at|in)\b/i.test(text.slice(0, 300))

/** Whether a block can only belong to the front of a record: a labelled fact, a date, what kind of document it is. */
export const isFrontMatter = whileReading(
  (text: string): boolean =>
    labelOf(text) !== null ||
    isDateLine(text.slice(0, 400)) ||
    isGenre(text) ||
    (saysWhereHeld(text) && datesIn(text.slice(0, 600)).length > 0),
)

/** The label of a fact of the meeting itself, and of nobody at it: "Venue: …". */
export const factOf = (text: string): Label | null => {
  const label = labelOf(text)?.label ?? null
  return label === 'role' || label === 'reference' ? null : label
}
