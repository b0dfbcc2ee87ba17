import { holdsTitle } from '../english/titles.js'
import { type Finding, finding, titleInferred } from '../findings.js'
import type { Furniture } from '../formats/format.js'
import type { MeetingRecord } from '../record.js'
import { datesIn, isoDay } from '../text/dates.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { isDateLine, type Labelled, labelOf, saysWhereHeld } from './labels.js'
import { isOnlyOrdinal, titleLines, titleOf, unmarked } from './title.js'
import { type Facts, inferYear, isPlaceLine, placeIn, takeProse, takeWhen } from './when-and-where.js'

export type MeetingFacts = Omit<MeetingRecord['meeting'], 'language'>

export interface FrontMatter {
  readonly meeting: MeetingFacts
  readonly findings: Finding[]
  readonly furniture: Furniture[]
  /** Who is printed as holding a role: "Chair: Ms. A. Roe". */
  readonly roleHolders: readonly { readonly role: string; readonly name: string }[]
}

interface Collected {
  readonly facts: Facts
  readonly furniture: Furniture[]
  readonly roleHolders: { role: string; name: string }[]
  /** Lines that are neither facts nor prose: the title, and what stands beside it. */
  readonly others: Line[]
}

const place = (line: Line): [number, number] => [line.start, line.end]

/** "Chair: Ada Roe, President of the Board": who chairs, and what else the line says that the holder is. */
const holdersOf = (words: string, value: string): { role: string; name: string }[] => {
  const [, name = value, title = ''] = /^(.*?),\s+([^,]*)$/.exec(value) ?? []
  const role = /^(?:presiding|in the chair)/i.test(words) ? 'chair' : words.replace(/ed by$/i, '')
  if (!holdsTitle(title)) return [{ role, name: value }]
  const short = title.split(/\s+(?:of|for)\s+/)[0] ?? title
  return [{ role, name }, ...[...new Set([title, short])].map((each) => ({ role: each, name }))]
}

const takeLabelled = ({ facts, roleHolders }: Collected, { label, words }: Labelled, value: string): void => {
  if (label === 'when') facts.venue ??= placeIn(takeWhen(facts, value, 4))
  else if (label === 'time') takeWhen(facts, value, 4)
  else if (label === 'venue') facts.venue ??= placeIn(takeWhen(facts, value, 2)) ?? value
  else if (label === 'title') facts.title ??= titleOf([value])
  else if (label === 'role') roleHolders.push(...holdersOf(words, value))
}

/** A date beside a place is the meeting's sooner than one by itself. */
const takeDateLine = (facts: Facts, line: string): void => {
  const place = placeIn(takeWhen({ ...facts }, line, 0))
  takeWhen(facts, line, place === null ? 1 : 2)
  facts.venue ??= place
}

/** Takes one line at the front; gives the label that waits for its value in the next line. */
const takeLine = (collected: Collected, line: Line, waiting: Labelled | null): Labelled | null => {
  const { facts, furniture, others } = collected
  const text = line.text.slice(0, 1000)
  const labelled = labelOf(text)
  const value = unmarked(labelled ? text.slice(labelled.valueAt) : text)
  const is = (kind: string) => furniture.push({ kind, pieces: [place(line)] })
  const label = labelled ?? waiting
  if (label) {
    is(label.label === 'reference' ? 'front matter' : `meeting ${label.label}`)
    if (value !== '') takeLabelled(collected, label, value)
    return value === '' ? label : null
  }
  const isProse = (endsSentence(value) && value.length > 80) || (saysWhereHeld(value) && datesIn(value).length > 0)
  if (isProse) takeProse(facts, value)
  else if (isDateLine(value)) takeDateLine(facts, value)
  else others.push(line)
  if (isProse || isDateLine(value)) is('front matter')
  return null
}

/** A sentence is no title, as long as there are other lines. */
const withoutSentences = (lines: readonly Line[]): readonly Line[] => {
  const others = lines.filter(({ text }) => !(/\p{Ll}{2}\.$/u.test(text) && text.split(/\s+/).length > 4))
  return others.length > 0 ? others : lines
}

const isIncomplete = ({ date, venue }: Facts): boolean => date === null || date.weight < 2 || venue === null

const meetingOf = (
  facts: Facts,
  title: string,
  front: string,
  body: string,
): Pick<FrontMatter, 'meeting' | 'findings'> => {
  const { printed, text } = facts.date ?? { printed: null, text: null }
  const inferred = printed && printed.year === null ? inferYear(printed, front, body) : null
  const year = printed?.year ?? inferred?.year ?? null
  const date = printed && year !== null ? isoDay(year, printed.month, printed.day) : null
  const lastMonth = printed?.endMonth ?? printed?.month ?? 1
  const lastYear = year !== null && printed && lastMonth < printed.month ? year + 1 : year
  const last = printed?.endDay != null && lastYear !== null ? isoDay(lastYear, lastMonth, printed.endDay) : null
  const isInferred = inferred !== null && date !== null
  return {
    meeting: {
      title: facts.title ?? title,
      date,
      endDate: last !== null && date !== null && last > date ? last : null,
      dateText: text,
      dateCertainty: date === null ? 'UNKNOWN' : isInferred ? 'INFERRED_YEAR' : 'EXACT',
      startTime: facts.times?.startTime ?? null,
      endTime: facts.times?.endTime ?? null,
      venue: facts.venue,
    },
    findings: isInferred
      ? [finding('YEAR_INFERRED', `“${text}” prints no year; ${year} is taken, since ${inferred.reason}.`)]
      : [],
  }
}

/**
 * What the front of a record says of the meeting: its title without what kind of document this is ("Summary of the …"), its
 * date, times and place, from labelled lines, from lines of their own, or from a sentence; what it does not say, the first
 * sentences of the text may (`openings`).
 */
export const readFrontMatter = (
  front: readonly { readonly lines: readonly Line[] }[],
  openings: readonly string[],
  body: string,
  fileName: string,
): FrontMatter => {
  const facts: Facts = { title: null, date: null, times: null, venue: null }
  const collected: Collected = { facts, furniture: [], roleHolders: [], others: [] }
  const lines = front.flatMap((block) => block.lines)
  let waiting: Labelled | null = null
  for (const line of lines) waiting = takeLine(collected, line, waiting)
  const title = titleLines(withoutSentences(collected.others))
  const own = titleOf(title.map(({ text }) => text))
  const first = title[0] ? collected.others.indexOf(title[0]) : 0
  const above = isOnlyOrdinal(own) ? collected.others.slice(Math.max(0, first - 3), first) : []
  for (const line of collected.others) {
    const isTitle = title.includes(line)
    if (!isTitle && !above.includes(line) && facts.venue === null && isPlaceLine(unmarked(line.text)))
      facts.venue = unmarked(line.text)
    collected.furniture.push({ kind: isTitle ? 'title' : 'front matter', pieces: [place(line)] })
  }
  const known = [...above.map(({ text }) => unmarked(text.slice(0, 200))), own].join(', ')
  if (facts.date === null) takeWhen(facts, known.slice(0, 400), 1)
  for (const sentence of openings) if (isIncomplete(facts) && saysWhereHeld(sentence)) takeProse(facts, sentence)
  const frontText = lines.map(({ text }) => text.slice(0, 1000)).join('\n')
  const named = known || fileName.replace(/\.[^.]*$/, '').trim() || 'Meeting'
  const told = meetingOf(facts, named, frontText, body)
  const isGuessed = facts.title === null && known === ''
  return {
    meeting: told.meeting,
    findings: isGuessed ? [titleInferred(named), ...told.findings] : told.findings,
    furniture: collected.furniture,
    roleHolders: collected.roleHolders,
  }
}
