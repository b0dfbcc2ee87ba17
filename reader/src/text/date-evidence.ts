import { datesIn, isoDay } from './dates.js'

/** How a text states a day: the words, and whether the year is among them. */
export interface DateEvidence {
  readonly text: string
  readonly certainty: 'EXACT' | 'INFERRED_YEAR'
}

const digits = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g

/** Whether a text states this day (ISO), in full or without its year; null where it does not. */
export const dateEvidence = (text: string, date: string): DateEvidence | null => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  let short: DateEvidence | null = null
  for (const printed of datesIn(text)) {
    const words = text.slice(printed.start, printed.end)
    const isDay = printed.month === month && printed.day === day
    const isLast = printed.endDay === day && (printed.endMonth ?? printed.month) === month
    if (!isDay && !isLast) continue
    if (printed.year === year) return { text: words, certainty: 'EXACT' }
    if (printed.year === null) short ??= { text: words, certainty: 'INFERRED_YEAR' }
  }
  for (const [words, y, m, d] of text.matchAll(digits))
    if (isoDay(Number(y), Number(m), Number(d)) === date) return { text: words, certainty: 'EXACT' }
  return short
}
