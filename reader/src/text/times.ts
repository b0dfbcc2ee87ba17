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

/** A number that may be a time of day: "14:05", "2.30", "14h30", "1430", "2". */
const candidate = /(?:(?<=\dT)|(?<![\p{L}\p{N}.,/:]))(\d{1,2})(?:(\s?h\s?|[:.])?(\d{2}))?(?!\p{N}|[./]\d)/gu
/** What stands before a time, and before few other numbers: a preposition, or the year of its day. */
const leadsToTime =
  /(?:\b(?:1[89]|20)\d\d,?\s|\b(?:at|from|until|till|to|by|about|around|circa|um|ab|von|bis|à|de|a las|alle|ore|kl)\.?|\btime:?)\s*$/iu
const behindHalf = /^\s?([ap])\.?\s?m\b/i
/** "2 to 4 p.m." */
const rangeWithHalf = /^\s*(?:[-–—]|to|until|till|and)\s*\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?\s?m\b/i
/** "1430 hours", "9.30 Uhr", "7 o’clock"; behind one of two times it holds for both. */
const unit = /^(?:\s*(?:[-–—]|to|until|till)\s*\d{1,2}[:.]?\d{2})?\s*(?:hours|hrs|hr|uhr|heures|o['’]clock)(?!\p{L})/iu
const rangeBefore = /(?<!\d)\d{1,2}[:.]?\d{2}\s*[-–—]\s*$/
const rangeBehind = /^\s*(?:[-–—]|to|until|till)\s*\d{1,2}[:.]?\d{2}(?!\d)/
const mayBeYear = /^(?:1[89]|20)$/
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const inWords = new RegExp(`\\b(half|quarter) (past|to) (${numbers.join('|')}|\\d{1,2})\\b`, 'gi')

/** Whether a number is printed as a time of day: by its signs, or by what stands before or behind it. */
const isTimeOfDay = (
  hours: string,
  sign: string,
  minutes: string | undefined,
  before: string,
  behind: string,
): boolean => {
  if (behindHalf.test(behind) || rangeWithHalf.test(behind)) return true
  if (minutes === undefined) return /^\s?(?:uhr|h|o['’]clock)(?!\p{L})/iu.test(behind) && !/^\s?h/i.test(behind)
  if (sign === ':' || /h/.test(sign)) return true
  if (unit.test(behind)) return hours.length === 2 || sign === '.'
  const isBeside = leadsToTime.test(before) || rangeBefore.test(before) || rangeBehind.test(behind)
  return isBeside && (sign === '.' || (hours.length === 2 && !mayBeYear.test(hours)))
}

/**
 * Whether a text prints a time of day ("HH:MM") as one: "14:05", "2.05 p.m.", "from 2 to 4 p.m.", "1405 hours", "half past two", "noon". Years,
 * amounts and the numbers of rooms and items are none. Without a.m. and p.m. a time up to 12 may be of either half of the day.
 */
export const statesTime = (text: string, time: string): boolean => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const isMeant = (hours: number, minutes: number, half12: string | undefined): boolean => {
    if (minutes !== minute) return false
    if (half12 !== undefined) return hours <= 12 && (hours % 12) + (/p/i.test(half12) ? 12 : 0) === hour
    return hours === hour || (hours > 0 && hours <= 12 && (hours % 12) + 12 === hour)
  }
  for (const found of text.matchAll(candidate)) {
    const [all, hours = '', sign = '', minutes] = found
    const before = text.slice(Math.max(0, found.index - 20), found.index)
    const behind = text.slice(found.index + all.length, found.index + all.length + 40)
    if (!isMeant(Number(hours), Number(minutes ?? 0), behindHalf.exec(behind)?.[1])) continue
    if (isTimeOfDay(hours, sign, minutes, before, behind)) return true
  }
  for (const [, part = '', side = '', named = ''] of text.matchAll(inWords)) {
    const hours = numbers.indexOf(named.toLowerCase()) + 1 || Number(named)
    const minutes = /half/i.test(part) ? 30 : 15
    if (/past/i.test(side) ? isMeant(hours, minutes, undefined) : isMeant((hours + 11) % 12, 60 - minutes, undefined))
      return true
  }
  return (
    (hour === 12 && minute === 0 && /\b(?:noon|midday)\b/i.test(text)) ||
    (time === '00:00' && /\bmidnight\b/i.test(text))
  )
}
