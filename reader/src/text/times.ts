export interface PrintedTimes {
  readonly start: number
  readonly end: number
  readonly startTime: string
  readonly endTime: string | null
}

interface Clock {
  readonly hours: number
  readonly minutes: number
  readonly half: 'am' | 'pm' | null
}

const words = '(?:noon|midday|midnight)'
const half = '(?:\\s*([ap])\\.?\\s?m\\b\\.?)'
const clock = `(?:(\\d{1,2})(?:[:.h](\\d{2}))?${half}?|(\\d{2})(\\d{2})(?=\\s*(?:[-–—]|to|hours|hrs|h\\b))|(${words}))`
const range = new RegExp(
  `(?:\\bfrom\\s+|\\bbetween\\s+)?(?<![\\d.,/])\\b${clock}(?:\\s*(?:hours|hrs|h)\\b)?\\s*(?:[-–—]|to|until|till|and)\\s*${clock}(?![\\d/])(?:\\s*(hours|hrs\\.?|h|o['’]clock)(?!\\p{L}))?`,
  'giu',
)
const single = new RegExp(
  `(?<![\\d.,/])\\b(?:(\\d{1,2})[:.h](\\d{2})${half}?|(\\d{1,2})${half}|(${words}))(?!\\d)(?:\\s*(hours|hrs\\.?|h)\\b)?`,
  'giu',
)

const clockOf = (
  hours: string | undefined,
  minutes: string | undefined,
  ap: string | undefined,
  word: string | undefined,
): Clock | null => {
  if (word)
    return word.toLowerCase() === 'midnight'
      ? { hours: 0, minutes: 0, half: null }
      : { hours: 12, minutes: 0, half: null }
  if (hours === undefined) return null
  const value = {
    hours: Number(hours),
    minutes: Number(minutes ?? 0),
    half: ap ? (ap.toLowerCase() === 'a' ? ('am' as const) : ('pm' as const)) : null,
  }
  return value.hours <= 24 && value.minutes < 60 ? value : null
}

const format = ({ hours, minutes, half: part }: Clock, fallback: Clock['half']): string => {
  const half24 = part ?? fallback
  const hour = half24 === 'pm' && hours < 12 ? hours + 12 : half24 === 'am' && hours === 12 ? 0 : hours
  return `${String(hour % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** "2-4 p.m.": the half of the day that is printed once holds for both, unless that would end before it starts. */
const rangeTimes = (from: Clock, to: Clock): [string, string] => {
  const end = format(to, null)
  if (from.half !== null || to.half === null)
    return [
      format(from, null),
      to.half === null && from.half !== null && to.hours < 12 && to.hours > 0
        ? later(format(from, null), to, from.half)
        : end,
    ]
  const start = format(from, to.half)
  return [start <= end ? start : format(from, 'am'), end]
}

const later = (start: string, to: Clock, half12: Clock['half']): string => {
  const same = format(to, half12)
  return same > start ? same : format(to, 'pm')
}

const isTime = (match: RegExpMatchArray): boolean => {
  const [, h1, m1, ap1, a1, , w1, h2, m2, ap2, a2, , w2, unit] = match
  return (
    [m1, ap1, a1, w1, m2, ap2, a2, w2, unit].some((part) => part !== undefined) &&
    (h1 ?? a1 ?? w1) !== undefined &&
    (h2 ?? a2 ?? w2) !== undefined
  )
}

/** The first times that a text prints: "12:30-15:00 hours", "2.30 p.m.", "from 10 am to noon". Give it a line, not a document. */
export const timesIn = (text: string): PrintedTimes | null => {
  for (const match of text.matchAll(range)) {
    const [all, h1, m1, ap1, a1, b1, w1, h2, m2, ap2, a2, b2, w2] = match
    const from = clockOf(h1 ?? a1, m1 ?? b1, ap1, w1)
    const to = clockOf(h2 ?? a2, m2 ?? b2, ap2, w2)
    if (!isTime(match) || from === null || to === null) continue
    const [startTime, endTime] = rangeTimes(from, to)
    return { start: match.index, end: match.index + all.length, startTime, endTime }
  }
  for (const match of text.matchAll(single)) {
    const [all, h1, m1, ap1, h2, ap2, word] = match
    const at = clockOf(h1 ?? h2, m1, ap1 ?? ap2, word)
    if (at !== null)
      return { start: match.index, end: match.index + all.length, startTime: format(at, null), endTime: null }
  }
  return null
}
