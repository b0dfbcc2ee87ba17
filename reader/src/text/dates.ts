import { whileReading } from '../once.js'

/** A day or a run of days as printed; `year` null where none is printed. Months count from 1. */
export interface PrintedDate {
  readonly start: number
  readonly end: number
  readonly day: number
  readonly month: number
  readonly endDay: number | null
  readonly endMonth: number | null
  readonly year: number | null
  /** 0 is Sunday; null where no weekday is printed. */
  readonly weekday: number | null
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const monthNames =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
const weekdayNames = '(?:Sun|Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?\\.?'
const day = '(\\d{1,2})(?:st|nd|rd|th)?'
const dash = '\\s*(?:[-–—/]|to|and|until|&)\\s*'
const year = '(?:,?\\s+(\\d{4}))?'
const optionalWeekday = `(?:(${weekdayNames}),?\\s+(?:the\\s+)?)?`

const dayFirst = new RegExp(
  `\\b${optionalWeekday}${day}(?:\\s+of)?(?:\\s+(${monthNames})(?:,?\\s+(\\d{4}))?)?(?:${dash}(?:${weekdayNames},?\\s+)?${day})?\\s+(?:of\\s+)?(${monthNames})(?!\\p{L})${year}`,
  'giu',
)
const dayOnly = new RegExp(`\\b${optionalWeekday}${day}\\s+(?:of\\s+)?(${monthNames})(?!\\p{L})${year}`, 'giu')
const monthFirst = new RegExp(
  `\\b${optionalWeekday}(${monthNames})\\s+${day}(?!\\d)(?:${dash}(?:(${monthNames})\\s+)?${day}(?!\\d|:))?${year}`,
  'giu',
)
const iso = /\b(\d{4})-(\d{2})-(\d{2})(?:\s*(?:\/|to|–|—)\s*(\d{4})-(\d{2})-(\d{2}))?\b/g
const numeric = /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g

/** Months as German, French, Spanish, Portuguese, Italian and Dutch write them, by number. */
const monthsElsewhere: readonly string[] = [
  'januar|jänner|janvier|enero|janeiro|gennaio|januari',
  'februar|février|febrero|fevereiro|febbraio|februari',
  'märz|mars|marzo|março|maart',
  'april|avril|abril|aprile',
  'mai|mayo|maio|maggio|mei',
  'juni|juin|junio|junho|giugno',
  'juli|juillet|julio|julho|luglio',
  'august|août|agosto|augustus',
  'september|septembre|septiembre|setiembre|setembro|settembre',
  'oktober|octobre|octubre|outubro|ottobre',
  'november|novembre|noviembre|novembro',
  'dezember|décembre|diciembre|dezembro|dicembre|december',
]
/** "4. März 2031", "1er mars 2031", "4 de marzo de 2031"; always with a year. */
const elsewhere = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:\\.|er|º|°)?\\s+(?:de\\s+)?(${monthsElsewhere.join('|')})(?:\\s+(?:de|del)\\s+|\\s+)(\\d{4})(?!\\d)`,
  'giu',
)
/** "Tue Mar  4 15:00:02 2031", as programs write it. */
const ofPrograms =
  /\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+(\d{1,2})\s+\d{2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{3,4}\s+)?(\d{4})\b/g

const monthNumber = (name: string): number =>
  months.findIndex((month) => month.startsWith(name.toLowerCase().replace('.', '').slice(0, 3))) + 1
const weekdayNumber = (name: string | undefined): number | null =>
  name ? weekdays.findIndex((weekday) => weekday.startsWith(name.toLowerCase().slice(0, 3))) : null
/** Signs without which a text has no date of a kind: most lines with numbers hold none. */
const signs = {
  month: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/iu,
  yearBehindWord: /[^\d\s]\s+\d{4}/,
  yearBefore: /\d-\d{2}-/,
  yearBehind: /\d[./]\d{4}/,
  clock: /\d{2}:\d{2}/,
} as const
const numberOrNull = (text: string | undefined): number | null => (text ? Number(text) : null)

const valid = (date: PrintedDate): boolean =>
  date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12 && (date.endDay === null || date.endDay <= 31)

const dayFirstDates = (text: string): PrintedDate[] =>
  [...text.matchAll(dayFirst)].map((match) => {
    const [all, weekday, first, firstMonth, , last, month = '', printedYear] = match
    return {
      start: match.index,
      end: match.index + all.length,
      day: Number(first),
      month: monthNumber(firstMonth ?? month),
      endDay: numberOrNull(last),
      endMonth: last ? monthNumber(month) : null,
      year: numberOrNull(printedYear),
      weekday: weekdayNumber(weekday),
    }
  })

const dayOnlyDates = (text: string): PrintedDate[] =>
  [...text.matchAll(dayOnly)].map((match) => {
    const [all, weekday, first, month = '', printedYear] = match
    return {
      start: match.index,
      end: match.index + all.length,
      day: Number(first),
      month: monthNumber(month),
      endDay: null,
      endMonth: null,
      year: numberOrNull(printedYear),
      weekday: weekdayNumber(weekday),
    }
  })

const monthFirstDates = (text: string): PrintedDate[] =>
  [...text.matchAll(monthFirst)].map((match) => {
    const [all, weekday, month = '', first, lastMonth, last, printedYear] = match
    return {
      start: match.index,
      end: match.index + all.length,
      day: Number(first),
      month: monthNumber(month),
      endDay: numberOrNull(last),
      endMonth: last ? monthNumber(lastMonth ?? month) : null,
      year: numberOrNull(printedYear),
      weekday: weekdayNumber(weekday),
    }
  })

const isoDates = (text: string): PrintedDate[] =>
  [...text.matchAll(iso)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
    endMonth: numberOrNull(match[5]),
    endDay: numberOrNull(match[6]),
    weekday: null,
  }))

const numericDates = (text: string): PrintedDate[] =>
  [...text.matchAll(numeric)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    day: Number(match[1]),
    month: Number(match[2]),
    year: Number(match[3]),
    endDay: null,
    endMonth: null,
    weekday: null,
  }))

const wholeDate = (match: RegExpExecArray, day: string | undefined, month: number): PrintedDate => ({
  start: match.index,
  end: match.index + match[0].length,
  day: Number(day),
  month,
  year: Number(match[3]),
  endDay: null,
  endMonth: null,
  weekday: null,
})

const datesElsewhere = (text: string): PrintedDate[] =>
  [...text.matchAll(elsewhere)].map((match) => {
    const name = (match[2] ?? '').toLowerCase()
    return wholeDate(match, match[1], monthsElsewhere.findIndex((names) => names.split('|').includes(name)) + 1)
  })

const datesOfPrograms = (text: string): PrintedDate[] =>
  [...text.matchAll(ofPrograms)].map((match) => wholeDate(match, match[2], monthNumber(match[1] ?? '')))

/** The first year of each era, less one. */
const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 }
const eastAsian = /(?:(令和|平成|昭和)\s?)?(元|\d{1,4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu

const eastAsianDates = (text: string): PrintedDate[] =>
  [...text.matchAll(eastAsian)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    year: (match[2] === '元' ? 1 : Number(match[2])) + (eras[match[1] ?? ''] ?? 0),
    month: Number(match[3]),
    day: Number(match[4]),
    endMonth: null,
    endDay: null,
    weekday: null,
  }))

/** The dates that a text prints, in order; where two readings overlap, the longer. Give it a line, not a document. */
export const datesIn = whileReading((text: string): readonly PrintedDate[] => {
  if (!/\d/.test(text)) return []
  const all = [
    ...(signs.month.test(text) ? [...dayFirstDates(text), ...dayOnlyDates(text), ...monthFirstDates(text)] : []),
    ...(signs.yearBefore.test(text) ? isoDates(text) : []),
    ...(signs.yearBehind.test(text) ? numericDates(text) : []),
    ...(signs.yearBehindWord.test(text) ? datesElsewhere(text) : []),
    ...(signs.clock.test(text) ? datesOfPrograms(text) : []),
    ...(text.includes('日') ? eastAsianDates(text) : []),
  ]
  const found: PrintedDate[] = []
  for (const date of all.filter(valid).sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (date.start >= (found.at(-1)?.end ?? 0)) found.push(date)
  }
  return found
})

const two = (number: number): string => String(number).padStart(2, '0')

/** `YYYY-MM-DD`, or null where the calendar has no such day. */
export const isoDay = (year: number, month: number, dayOfMonth: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth
  return exists ? `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` : null
}

/** 0 is Sunday. */
export const weekdayOf = (isoDate: string): number => new Date(`${isoDate}T00:00:00Z`).getUTCDay()
