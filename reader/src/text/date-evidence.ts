/** How a text states a day: the words, and whether the year is among them. */
export interface DateEvidence {
  readonly text: string
  readonly certainty: 'EXACT' | 'INFERRED_YEAR'
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

/** Whether a text states this day (ISO), in full or without its year; null where it does not. Placeholder: digits and English months. */
export const dateEvidence = (text: string, date: string): DateEvidence | null => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const name = months[month - 1] ?? ''
  const monthWord = `(?:${name}|${name.slice(0, 3)})\\.?`
  const two = (n: number) => `0?${n}`
  const full = new RegExp(
    `${year}[-/. ]?${two(month)}[-/. ]?${two(day)}(?!\\d)|(?<!\\d)${two(day)}(?:st|nd|rd|th)?,?[ .-](?:of )?${monthWord},?[ -]${year}|${monthWord} ${two(day)}(?:st|nd|rd|th)?,? ${year}|(?<!\\d)${two(day)}[/.]${two(month)}[/.]${year}|(?<!\\d)${two(month)}[/.]${two(day)}[/.]${year}`,
    'i',
  ).exec(text)
  if (full) return { text: full[0], certainty: 'EXACT' }
  const short = new RegExp(
    `(?<!\\d)${two(day)}(?:st|nd|rd|th)? (?:of )?${monthWord}|${monthWord} ${two(day)}(?!\\d)`,
    'i',
  ).exec(text)
  return short ? { text: short[0], certainty: 'INFERRED_YEAR' } : null
}
