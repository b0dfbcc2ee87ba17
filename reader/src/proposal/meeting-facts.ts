import { type Finding, finding, titleInferred } from '../findings.js'
import { inferLanguage } from '../language.js'
import { isLanguage } from '../language-tag.js'
import type { Block, Outline } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { type DateEvidence, dateEvidence } from '../text/date-evidence.js'
import { datesIn } from '../text/dates.js'
import { piecesOf } from '../text/flow.js'
import { statesTime } from '../text/times.js'
import type { Doubt } from './attendance.js'
import { type Sentences, stretchesOf } from './places.js'
import { asPrinted, type PrintedWords } from './printed.js'
import type { MeetingLine } from './proposal.js'

type Meeting = MeetingRecord['meeting']

/** How many blocks at the beginning may tell when and where a meeting was, for a proposal that names no sentences. */
const front = 40

export interface MeetingFacts {
  readonly meeting: Meeting
  /** The blocks that state them. */
  readonly at: readonly number[]
  readonly findings: readonly Finding[]
}

/** The name of a file without folder, ending, and underscores. */
const nameOfFile = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? fileName)
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[_-]+/g, ' ')
    .trim() || 'Meeting'

/** What is said of the meeting, as far as the sentences (or the file's name) say so. */
export const meetingFacts = (
  outline: Outline,
  sentences: Sentences,
  line: MeetingLine['meeting'] | null,
  index: PrintedWords,
  doubt: Doubt,
): MeetingFacts => {
  const { fileName } = outline.source
  const stated = (line?.at ?? []).flatMap((id) => {
    try {
      return stretchesOf(sentences, id)
    } catch {
      doubt('UNKNOWN_SENTENCE', `There is no sentence ${id}, which is to state facts of the meeting.`, [])
      return []
    }
  })
  const blocks = stated.length > 0 ? [...new Set(stated.map(({ block }) => block))] : outline.blocks.slice(0, front)
  const text = blocks.map(({ flow }) => flow.text).join('\n')
  const places = (stated.length > 0 ? blocks : []).flatMap(({ flow }) => flow.pieces)
  const findings: Finding[] = []
  const title = line?.title ? (asPrinted(index, line.title) ?? inParts(index, line.title)) : null
  if (line?.title && title === null) doubt('UNPROVEN_WORDS', `The title “${line.title}” is not printed.`, places)
  if (title === null) findings.push(titleInferred(nameOfFile(fileName)))
  const evidenceOf = (day: string | null | undefined): DateEvidence | null => {
    if (!day) return null
    const found = dateEvidence(`${text}\n${fileName}\n${nameOfFile(fileName)}`, day)
    if (found?.certainty === 'EXACT' || (found && isYearPrinted(outline, day.slice(0, 4)))) return found
    doubt('UNPROVEN_DATE', `The sentences that are to state it do not say ${day}.`, places)
    return null
  }
  const [date, endDate] = [evidenceOf(line?.date), evidenceOf(line?.endDate)]
  const venue = line?.venue ? asPrinted(index, line.venue) : null
  if (line?.venue && venue === null) doubt('UNPROVEN_WORDS', `The venue “${line.venue}” is not printed.`, places)
  const time = (clock: string | null | undefined) => {
    if (!clock) return null
    if (statesTime(text, clock)) return clock
    doubt('UNPROVEN_DATE', `The sentences that are to state it do not say ${clock} as a time of day.`, places)
    return null
  }
  const language =
    (line?.language && isLanguage(line.language) ? line.language : null) ??
    inferLanguage(
      outline.blocks
        .map(({ flow }) => flow.text.slice(0, 1000))
        .join('\n')
        .slice(0, 8000),
    )
  if (!line?.language && language !== null)
    findings.push(
      finding('LANGUAGE_INFERRED', `The language is taken to be “${language}”, from the words of the record.`),
    )
  if (date?.certainty === 'INFERRED_YEAR')
    findings.push(
      finding(
        'YEAR_INFERRED',
        `The record prints no year with “${date.text}”; ${line?.date?.slice(0, 4)} is inferred.`,
        placeOfWords(blocks, date.text),
      ),
    )
  return {
    meeting: {
      title: title ?? nameOfFile(fileName),
      date: date ? (line?.date ?? null) : null,
      endDate: date && endDate && (line?.date ?? '') <= (line?.endDate ?? '') ? (line?.endDate ?? null) : null,
      dateText: date?.text ?? (stated.length === 0 ? null : dayWithoutYear(text)),
      dateCertainty: date?.certainty ?? 'UNKNOWN',
      startTime: time(line?.startTime),
      endTime: time(line?.endTime),
      venue,
      language: language ?? null,
    },
    at: stated.length > 0 ? blocks.map(({ id }) => id) : [],
    findings,
  }
}

/** Whether the record, or the name of its file, prints a year. */
const isYearPrinted = ({ blocks, source }: Outline, year: string): boolean => {
  const printed = new RegExp(`(?<!\\d)${year}(?!\\d)`)
  return printed.test(source.fileName) || blocks.some(({ flow }) => printed.test(flow.text))
}

/** The words of a day that a text prints without its year. */
const dayWithoutYear = (text: string): string | null => {
  const printed = datesIn(text).find(({ year }) => year === null)
  return printed ? text.slice(printed.start, printed.end) : null
}

/** Where the first of some blocks to print words prints them. */
const placeOfWords = (blocks: readonly Block[], words: string): Pieces => {
  for (const { flow } of blocks) {
    const at = flow.text.indexOf(words)
    if (at >= 0) return piecesOf(flow, at, at + words.length)
  }
  return []
}

/** A title that is put together of two lines: "Tide Board, First Session". */
const inParts = (index: PrintedWords, title: string): string | null => {
  const parts = title.split(', ').map((part) => asPrinted(index, part))
  return parts.length > 1 && parts.every((part) => part !== null) ? parts.join(', ') : null
}
