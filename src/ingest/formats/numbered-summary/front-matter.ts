import type { Finding } from '../../findings.js'
import { finding } from '../../findings.js'
import { fold } from '../../names.js'
import type { MeetingRecord, Pieces } from '../../record.js'
import { datesIn, isoDay, type PrintedDate, weekdayOf } from '../../text/dates.js'
import type { Line } from '../../text/lines.js'
import { timesIn } from '../../text/times.js'
import type { Furniture } from '../format.js'
import { type Block, endsSentence } from './blocks.js'

export type MeetingFacts = Omit<MeetingRecord['meeting'], 'language'>

export interface FrontMatter {
  readonly meeting: MeetingFacts
  readonly findings: Finding[]
  readonly furniture: Furniture[]
  /** Who is printed as holding a role: "Chair: Ms. A. Roe". */
  readonly roleHolders: readonly { readonly role: string; readonly name: string; readonly pieces: Pieces }[]
}

const genreWords =
  "(?:(?:draft|final|provisional|revised|short|brief|informal|analytical|executive|summary|chair(?:person|man)?['’]?s?|co-chairs['’]?|rapporteur['’]?s?)\\s+)*"
const genreNoun =
  '(?:summary(?:\\s+(?:record|report|notes?|minutes))?|report|minutes|records?(?:\\s+of\\s+(?:discussions?|proceedings))?|notes?|proceedings|account|outcome(?:\\s+document)?|meeting\\s+(?:summary|report|notes?|minutes|record))'
const genrePrefix = new RegExp(
  `^(?:the\\s+)?${genreWords}${genreNoun}(?:\\s+(?:of|on|from|for)\\s+(?:the\\s+|an?\\s+)?(?:(?:discussions?|proceedings|deliberations)\\s+(?:of|at|from|during|in)\\s+(?:the\\s+|an?\\s+)?)?|\\s*[:–—-]\\s+)`,
  'i',
)
const genreOnly = new RegExp(
  `^(?:the\\s+)?${genreWords}${genreNoun}(?:\\s+of\\s+(?:the\\s+)?(?:discussions?|proceedings|meeting|deliberations))?$`,
  'i',
)
const genreSuffix = new RegExp(`\\s*(?:[:–—-]\\s*|\\(\\s*)(?:the\\s+)?${genreWords}${genreNoun}\\)?$`, 'i')

/** Whether a line says only what kind of document it is: "Summary record", "Chair's summary". */
export const isGenre = (text: string): boolean => genreOnly.test(unmarked(text).replace(/:$/, ''))

const unmarked = (text: string): string =>
  text
    .replace(/^#+\s*/, '')
    .replace(/\*\*|__/g, '')
    .trim()

type Label = 'when' | 'date' | 'time' | 'venue' | 'title' | 'role' | 'reference'

const labels: readonly (readonly [Label, RegExp])[] = [
  [
    'when',
    /^(?:meeting\s+)?(?:date|day)s?\s*(?:and|&|\/|,)\s*(?:time|hour|place|venue|location)s?$|^when$|^held$|^date\/time$|^time\s+and\s+date$/i,
  ],
  ['date', /^(?:meeting\s+)?(?:date|day)s?(?:\s+(?:of\s+)?(?:the\s+)?(?:meeting|session|consultation|workshop))?$/i],
  ['time', /^(?:meeting\s+)?(?:times?|hours?|duration)$/i],
  [
    'venue',
    /^(?:meeting\s+)?(?:venue|place|location|where|room|held at|held in|site)(?:\s+(?:of\s+)?(?:the\s+)?(?:meeting|session))?$/i,
  ],
  ['title', /^(?:meeting(?:\s+(?:title|name))?|title|subject|event|re|topic)$/i],
  [
    'role',
    /^(?:(?:co-?|vice-?)?chair(?:person|man|woman|ed by|s)?|in the chair|presiding|moderator|moderated by|facilitator|facilitated by|convened by|convenor|convener|rapporteur)s?$/i,
  ],
  [
    'reference',
    /^(?:meeting\s+)?(?:attendance|attendees|participants|present|organi[sz]ers?|organi[sz]ed by|hosts?|hosted by|reference|ref|document|doc|distribution|distr|language|original|status|classification|prepared by|drafted by|minutes by|notes by|note-?taker|secretary|recorded by|file|agenda|version|contact|number|no|format|series|session|website|url|in cooperation with|sponsors?)(?:\s+(?:no|number|list))?$/i,
  ],
]

const labelPattern = /^(?:[-–—*•]\s+)?(?:\*\*|__)?([^:*_\t]{2,40}?)\s*(?:(?:\*\*|__)\s*:|:\s*(?:\*\*|__)?|\t)\s*/

interface Labelled {
  readonly label: Label
  readonly role: string
  /** Where in the line the value begins. */
  readonly valueAt: number
}

const labelOf = (text: string): Labelled | null => {
  const match = labelPattern.exec(text.slice(0, 120))
  if (!match) return null
  const name = (match[1] ?? '').trim()
  const found = labels.find(([, pattern]) => pattern.test(name))
  return found ? { label: found[0], role: name, valueAt: match[0].length } : null
}

const isDateLine = (text: string): boolean => text.length <= 160 && datesIn(text).length > 0 && !/[.!?]$/.test(text)

/** Whether a block can only belong to the front of a record: a labelled fact, a date, what kind of document it is. */
export const isFrontMatter = (text: string): boolean =>
  labelOf(text) !== null || isDateLine(text.slice(0, 400)) || isGenre(text)

interface Facts {
  title: string | null
  date: { printed: PrintedDate; text: string } | null
  times: { startTime: string; endTime: string | null } | null
  venue: string | null
}

const withoutRange = (text: string, start: number, end: number): string =>
  `${text.slice(0, start)}\u0000${text.slice(end)}`

/** What is left of a line once its dates and times are taken out: a place, if it looks like one. */
const placeIn = (text: string): string | null => {
  const parts = text.split('\u0000').map((part) =>
    part
      .replace(/^[\s,;:–—-]+|[\s,;:–—(-]+$/g, '')
      .replace(/^(?:at|in|held at|held in|on|from)\s+(?:the\s+)?(?=\p{Lu})/iu, '')
      .trim(),
  )
  const place = parts.filter((part) => /^\p{Lu}|^\d+\S*\s/u.test(part) && part.length <= 120)
  return place.length > 0 ? place.join(', ') : null
}

/** Dates and times of a line into the facts; gives the line without them. */
const takeWhen = (facts: Facts, text: string): string => {
  let rest = text
  const [printed] = datesIn(text)
  if (printed) {
    facts.date ??= { printed, text: text.slice(printed.start, printed.end) }
    rest = withoutRange(rest, printed.start, printed.end)
  }
  const times = timesIn(rest)
  if (times) {
    facts.times ??= { startTime: times.startTime, endTime: times.endTime }
    rest = withoutRange(rest, times.start, times.end)
  }
  return rest
}

const heldAt =
  /\b(?:held|took place|convened|met)\b[^.]*?\b(?:at|in)\s+(?:the\s+)?(\p{Lu}[^.;]*?)(?=,?\s+(?:on|from|between)\s+(?:\p{Lu}\p{Ll}+day|\d|\p{Lu}\p{Ll}+\s\d)|[.;]|$)/u

/** A sentence that says when and where the meeting was held. */
const takeProse = (facts: Facts, text: string): void => {
  const head = text.slice(0, 600)
  if (!/\b(?:held|took place|convened|met|meeting)\b/i.test(head)) return
  takeWhen(facts, head)
  const [printed] = datesIn(head)
  const without = printed ? `${head.slice(0, printed.start)}on 1${head.slice(printed.end)}` : head
  facts.venue ??=
    heldAt
      .exec(without.replace(/,?\s*(?:on\s+)?on 1/g, ' on 1'))?.[1]
      ?.replace(/,?\s+on 1.*$/, '')
      .trim() ?? null
}

const titleFrom = (lines: readonly Line[]): string => {
  const text = unmarked(lines.map((line) => unmarked(line.text)).join(' '))
  const short = text.replace(genrePrefix, '').replace(genreSuffix, '').trim()
  return short === '' ? text : short
}

/** The year of a date that prints none, from the years that the record prints: one in which the weekday fits. */
const inferYear = (printed: PrintedDate, front: string, body: string): { year: number; reason: string } | null => {
  const years = (text: string) =>
    [...text.matchAll(/(?<![\d./-])(1[89]\d\d|20\d\d)(?![\d/]|\.\d)/g)].map(([year]) => Number(year))
  const fits = (year: number): boolean => {
    const day = isoDay(year, printed.month, printed.day)
    return day !== null && (printed.weekday === null || weekdayOf(day) === printed.weekday)
  }
  const [ofFront] = years(front).filter(fits)
  if (ofFront !== undefined) return { year: ofFront, reason: `the front of the record prints ${ofFront}` }
  if (printed.weekday === null) return null
  const counts = new Map<number, number>()
  for (const year of years(body).filter(fits)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  if (!best) return null
  const others = [...counts.keys()].filter((year) => year !== best[0])
  return {
    year: best[0],
    reason: `the text speaks of ${best[0]}, in which the weekday fits${others.length > 0 ? `; it would also fit ${others.join(', ')}` : ''}`,
  }
}

const meetingOf = (
  facts: Facts,
  title: string,
  front: string,
  body: string,
): { meeting: MeetingFacts; findings: Finding[] } => {
  const { printed, text } = facts.date ?? { printed: null, text: null }
  const findings: Finding[] = []
  let year = printed?.year ?? null
  if (printed && year === null) {
    const inferred = inferYear(printed, front, body)
    if (inferred)
      findings.push(
        finding('YEAR_INFERRED', `“${text}” prints no year; ${inferred.year} is taken, since ${inferred.reason}.`),
      )
    year = inferred?.year ?? null
  }
  const date = printed && year !== null ? isoDay(year, printed.month, printed.day) : null
  const endYear = year !== null && printed?.endMonth != null && printed.endMonth < printed.month ? year + 1 : year
  const endDate =
    date !== null && printed?.endDay != null && endYear !== null
      ? isoDay(endYear, printed.endMonth ?? printed.month, printed.endDay)
      : null
  const certainty = date === null ? 'UNKNOWN' : printed?.year == null ? 'INFERRED_YEAR' : 'EXACT'
  return {
    meeting: {
      title: facts.title ?? title,
      date,
      endDate: endDate !== null && date !== null && endDate > date ? endDate : null,
      dateText: text,
      dateCertainty: certainty,
      startTime: facts.times?.startTime ?? null,
      endTime: facts.times?.endTime ?? null,
      venue: facts.venue,
    },
    findings,
  }
}

const place = (line: Line): [number, number] => [line.start, line.end]

/**
 * What the front of a record says of the meeting: its title without what kind of document this is ("Summary of the …"), its
 * date, times and place, from labelled lines, from lines of their own, or from a sentence.
 */
export const readFrontMatter = (front: readonly Block[], body: string, fileName: string): FrontMatter => {
  const facts: Facts = { title: null, date: null, times: null, venue: null }
  const furniture: Furniture[] = []
  const roleHolders: { role: string; name: string; pieces: Pieces }[] = []
  let title: Line[] = []
  let waiting: Labelled | null = null
  const take = (label: Label, role: string, value: string, line: Line) => {
    if (label === 'when' || label === 'date') facts.venue ??= placeIn(takeWhen(facts, value))
    else if (label === 'time') takeWhen(facts, value)
    else if (label === 'venue') facts.venue ??= placeIn(takeWhen(facts, value)) ?? value
    else if (label === 'title') facts.title ??= titleFrom([{ ...line, text: value }])
    else if (label === 'role')
      roleHolders.push({ role: role.replace(/ed by$/i, ''), name: value, pieces: [place(line)] })
  }
  for (const block of front) {
    for (const line of block.lines) {
      const text = line.text.slice(0, 1000)
      const labelled = labelOf(text)
      const value = labelled ? unmarked(text.slice(labelled.valueAt)) : unmarked(text)
      if (labelled) {
        waiting = value === '' ? labelled : null
        if (value !== '') take(labelled.label, labelled.role, value, line)
        furniture.push({
          kind: labelled.label === 'reference' ? 'front matter' : `meeting ${labelled.label}`,
          pieces: [place(line)],
        })
      } else if (waiting) {
        take(waiting.label, waiting.role, value, line)
        furniture.push({ kind: `meeting ${waiting.label}`, pieces: [place(line)] })
        waiting = null
      } else if (isDateLine(value) && title.length > 0) {
        facts.venue ??= placeIn(takeWhen(facts, value))
        furniture.push({ kind: 'meeting date', pieces: [place(line)] })
      } else if (endsSentence(value) && value.length > 80) {
        takeProse(facts, value)
        furniture.push({ kind: 'front matter', pieces: [place(line)] })
      } else {
        const isFirst = title.length === 0 || title.every((known) => isGenre(known.text))
        const goesOn = block.lines.includes(title.at(-1) ?? line) && title.length > 0
        if (isFirst || goesOn) title = isFirst && !goesOn ? [line] : [...title, line]
        furniture.push({ kind: isFirst || goesOn ? 'title' : 'front matter', pieces: [place(line)] })
      }
    }
  }
  const known = titleFrom(title)
  const isDated = facts.date === null && datesIn(known.slice(0, 400)).length > 0
  if (isDated) takeWhen(facts, known.slice(0, 400))
  const frontText = front.flatMap(({ lines }) => lines.map((line) => line.text.slice(0, 1000))).join('\n')
  return { ...meetingOf(facts, known || fold(fileName) || 'meeting', frontText, body), furniture, roleHolders }
}
