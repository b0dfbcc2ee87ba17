import { isCountry } from '../english/bodies.js'
import { datesIn, isoDay, type PrintedDate, weekdayOf } from '../text/dates.js'
import { timesIn } from '../text/times.js'

/** What is known of a meeting so far; the first that the record says of each counts. */
export interface Facts {
  title: string | null
  /** `weight` says how surely it is the meeting's date, and not that of the document. */
  date: { printed: PrintedDate; text: string; weight: number } | null
  times: { startTime: string; endTime: string | null } | null
  venue: string | null
}

const blanked = (text: string, start: number, end: number): string => `${text.slice(0, start)}\ufffc${text.slice(end)}`

const leadIn =
  /^(?:(?:which\s+was\s+|was\s+)?held|took\s+place|at|in|on|from|met)\s+(?:(?:at|in|on|from)\s+)?(?:the\s+)?/i

/** What a record is called, with its date on the same line, is no place. */
const ofRecord =
  /^(?:(?:draft|final|approved|unconfirmed|confirmed)\s+)*(?:minutes|notes|record|report|summary|proceedings|transcript|agenda)\b/i
/** Words that say what was held, and not where. */
const ofGathering =
  /\b(?:minutes|notes|meeting|session|summary|record|transcript|proceedings)\b(?!\s+(?:room|hall|house|rooms))/i

/** What is left of a line once its dates and times are taken out: a place, if it looks like one. */
export const placeIn = (text: string): string | null => {
  const places = text.split('\ufffc').flatMap((part) => {
    const bare = part.replace(/^[\s,;:.|–—(-]+|[\s,;:|–—(-]+$/g, '')
    const place = bare
      .split(/,\s*/)
      .filter((words) => !ofGathering.test(words))
      .join(', ')
      .replace(leadIn, '')
      .replace(/\s+(?:on|from|at)$/i, '')
      .replace(/^(?:held|on|from|at|in)$/i, '')
    return /^(?:\p{Lu}|\d+\S*\s)/u.test(place) && place.length <= 120 && !ofRecord.test(place) ? [place] : []
  })
  return places.length > 0 ? places.join(', ') : null
}

/**
 * Takes the date and the times of a line into the facts; gives the line with them blanked out. A date of more weight takes
 * the place of one of less: under a label 4, in a sentence 3, beside a place 2, by itself 1.
 */
export const takeWhen = (facts: Facts, text: string, weight: number): string => {
  let rest = text
  const [printed] = datesIn(text)
  if (printed) {
    if ((facts.date?.weight ?? 0) < weight)
      facts.date = { printed, text: text.slice(printed.start, printed.end), weight }
    rest = blanked(rest, printed.start, printed.end)
  }
  const times = timesIn(rest)
  if (times) {
    facts.times ??= { startTime: times.startTime, endTime: times.endTime }
    rest = blanked(rest, times.start, times.end)
  }
  return rest
}

const heldAt =
  /\b(?:at|in)\s+(?:the\s+)?(\p{Lu}[^.;\ufffc]*?)(?=\s*(?:,?\s+(?:on|from|between|in)?\s*\ufffc|[.;,]?\s*$|[.;]))/u

/** Takes what a sentence says of when and where the meeting was held. */
export const takeProse = (facts: Facts, text: string): void => {
  const rest = takeWhen(facts, text.slice(0, 600), 3)
  const at = rest.search(/\b(?:held|took place|convened|met)\b/i)
  const place = at < 0 ? undefined : heldAt.exec(rest.slice(at).replace(/,?\s*(?:on|from)?\s*\ufffc/g, ' \ufffc'))?.[1]
  facts.venue ??= place?.replace(/[\s,]+$/, '') ?? null
}

const placeWord =
  /\b(?:hall|room|hotel|house|centre|center|building|palace|library|headquarters|hq|museum|school|street|road|square|avenue|auditorium|theatre|theater|chambers?|club|campus|church|castle|floor|pavilion|inn|barn|station|online|zoom)\b/i

/** Whether a line by itself is a place: it holds a word for one, or ends in a country. */
export const isPlaceLine = (text: string): boolean =>
  text.length <= 120 &&
  !/[.:;]$/.test(text) &&
  (placeWord.test(text) || isCountry(text.split(',').at(-1)?.trim() ?? ''))

const yearsIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\d./-])(1[89]\d\d|20\d\d)(?![\d/]|\.\d)/g)].map(([year]) => Number(year))

/**
 * The year of a date that prints none: one that the record prints and in which the weekday fits. Of several, that of the
 * front, then the one printed most often, then the latest.
 */
export const inferYear = (
  printed: PrintedDate,
  front: string,
  body: string,
): { year: number; reason: string } | null => {
  const fits = (year: number): boolean => {
    const day = isoDay(year, printed.month, printed.day)
    return day !== null && (printed.weekday === null || weekdayOf(day) === printed.weekday)
  }
  const [ofFront] = yearsIn(front).filter(fits)
  if (ofFront !== undefined) return { year: ofFront, reason: `the front of the record prints ${ofFront}` }
  if (printed.weekday === null) return null
  const counts = new Map<number, number>()
  for (const year of yearsIn(body).filter(fits)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (!best) return null
  const others = [...counts.keys()].filter((year) => year !== best[0])
  const alternatives = others.length > 0 ? `; it would also fit ${others.join(', ')}` : ''
  return { year: best[0], reason: `the text speaks of ${best[0]}, in which the weekday fits${alternatives}` }
}
