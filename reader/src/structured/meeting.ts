import { type Finding, finding } from '../findings.js'
import { inferLanguage } from '../language.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { datesIn, isoDay } from '../text/dates.js'

export interface Meeting {
  readonly facts: MeetingRecord['meeting']
  readonly findings: Finding[]
}

/** What is longer than this is no title. */
const longest = 500

/** The first of several texts that can be a title. */
export const chosenTitle = (candidates: readonly string[], fileName: string): string =>
  candidates.find((words) => words.length <= longest && /\p{L}/u.test(words)) ??
  (fileName.replace(/(?<=.)\.\w+$/, '') || 'Untitled')

/** The day of a TEI or ISO date; null for a year or a month alone, and for a day that no calendar has. */
export const dayOf = (value: string | null | undefined): string | null => {
  const text = /^\d{4}-\d{2}-\d{2}/.exec(value?.trim() ?? '')?.[0]
  if (text === undefined) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text
}

/** A date that is stated in the markup, and what is printed of it. */
export interface StatedDate {
  readonly day: string | null
  readonly printed: string | null
  readonly pieces: Pieces
}

/** No record of a meeting is from before or after these; such years stand where a date was not known. */
const isPlausible = (day: string): boolean => day >= '1200' && day < '2100'

/** The day of a meeting: as printed, else as the markup of the page says, else as the file's metadata say. */
export const chosenDate = (
  { printed, day: marked, pieces }: StatedDate,
  metadata: string | null,
): { day: string | null; findings: Finding[] } => {
  const date = printed === null ? undefined : datesIn(printed.slice(0, 300))[0]
  const read = date?.year == null ? null : isoDay(date.year, date.month, date.day)
  const day = [read, marked, metadata].find((one) => one !== null && isPlausible(one)) ?? null
  const others = [...new Set([marked, metadata])].filter((other) => other !== null && other !== day)
  const findings = others.map((other) =>
    isPlausible(other ?? '')
      ? finding('DATE_CONTRADICTED', `The markup says ${other}, the record ${day}; the record is taken.`, pieces)
      : finding('PLACEHOLDER_DATE', `The markup says ${other}, where a date was not known.`, pieces),
  )
  return { day, findings }
}

/** BCP 47 for a code of ISO 639-1 to 3; null for none, and for "undetermined" and "multiple". */
const canonical = (code: string | null | undefined): string | null => {
  try {
    const [language] = Intl.getCanonicalLocales((code ?? '').trim().replace(/_/g, '-'))
    return language === undefined || /^(?:und|mul|mis|zxx)\b/.test(language) ? null : language
  } catch {
    return null
  }
}

/** The language asked for, else the one that the file states, else the one its words show. */
export const chosenLanguage = (
  asked: string | null,
  stated: string | null | undefined,
  words: string,
): { language: string | null; findings: Finding[] } => {
  const known = asked ?? canonical(stated)
  const language = known ?? inferLanguage(words)
  if (known !== null || language === null) return { language, findings: [] }
  const message = `The language is taken to be “${language}”, from the words of the record.`
  return { language, findings: [finding('LANGUAGE_INFERRED', message)] }
}
