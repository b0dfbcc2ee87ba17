import { type FrontMatter, readFrontMatter } from '../../front/front-matter.js'
import { titleOf } from '../../front/title.js'
import type { MeetingRecord } from '../../record.js'
import type { SourceText } from '../../source.js'
import { datesIn, isoDay } from '../../text/dates.js'
import type { Line } from '../../text/lines.js'
import type { Prose } from '../../text/prose.js'
import { timesIn } from '../../text/times.js'
import type { Part } from './parts.js'

type Meeting = Omit<MeetingRecord['meeting'], 'language'>

const yaml = (front: string, key: string): string | null =>
  new RegExp(`^${key}:[ \\t]*(["']?)(.+?)\\1[ \\t]*$`, 'im').exec(front)?.[2]?.trim() ?? null

const dayIn = (text: string): { day: string; last: string | null; text: string } | null => {
  const [date] = datesIn(text.slice(0, 300))
  if (date?.year == null) return null
  const day = isoDay(date.year, date.month, date.day)
  if (day === null) return null
  const last = date.endDay === null ? null : isoDay(date.year, date.endMonth ?? date.month, date.endDay)
  return { day, last, text: text.slice(date.start, date.end) }
}

/** The days of the sittings, where the front of a record names none: from the first to the last. */
const ofSittings = (prose: Prose, sittings: readonly Part[]): Partial<Meeting> => {
  const days = sittings.flatMap(({ start, end }) => dayIn(prose.text.slice(start, end)) ?? [])
  const [first] = days
  if (!first) return {}
  const last =
    days
      .map(({ day, last: end }) => end ?? day)
      .sort()
      .at(-1) ?? first.day
  return { date: first.day, endDate: last > first.day ? last : null, dateText: first.text, dateCertainty: 'EXACT' }
}

const called =
  /^(?:the\s+)?(?:meeting|session|sitting|conference|committee)\s+(?:was\s+)?(called to order|opened|met|began|convened|rose|closed|ended|adjourned|concluded)\s+at\s/i

/** When the body says that the only sitting of a meeting began and ended: "The meeting rose at 6 p.m." */
export const hoursIn = (
  prose: Prose,
  body: readonly Part[],
  { startTime, endTime }: Omit<MeetingRecord['meeting'], 'language'>,
): Pick<MeetingRecord['meeting'], 'startTime' | 'endTime'> => {
  const hours = { startTime, endTime }
  if (body.some(({ kind }) => kind === 'sitting')) return hours
  for (const { kind, start, end } of body) {
    const text = kind === 'paragraph' && end - start < 120 ? prose.text.slice(start, end) : ''
    const verb = called.exec(text)?.[1]
    const time = verb === undefined ? null : (timesIn(text)?.startTime ?? null)
    if (verb === undefined || time === null) continue
    if (/order|opened|met|began|convened/i.test(verb)) hours.startTime ??= time
    else hours.endTime = endTime ?? time
  }
  return hours
}

/** A line of the front without the marks that stress it; what is longer is no such line. */
const withoutMarks = (text: string): string => {
  if (text.length > 400) return text
  const bare = text.replace(/^[*_\s]+|[*_\s]+$/g, '')
  // "PORT ORLAN, May 3, 1939." is no sentence.
  return bare.length <= 80 && /\d{4}\.$/.test(bare) && datesIn(bare).length > 0 ? bare.slice(0, -1) : bare
}

/** Reads what stands before the first speech, and the front matter of the file. */
export const readFront = (
  source: SourceText,
  prose: Prose,
  front: readonly Part[],
  all: readonly Part[],
): FrontMatter => {
  const matter = all
    .filter(({ kind }) => kind === 'front-matter')
    .flatMap(({ pieces }) => pieces.map(([start, end]) => source.text.slice(start, end)))
    .join('\n')
  const places = front
    .filter(({ kind }) => kind !== 'front-matter' && kind !== 'furniture')
    .flatMap(({ pieces }) => pieces.map(([start]) => start))
  let next = 0
  const lines: Line[] = source.lines.filter(({ start, end }) => {
    while ((places[next] ?? Number.POSITIVE_INFINITY) < start) next++
    return start < end && (places[next] ?? end) < end
  })
  const bare = lines.map((line) => ({ ...line, text: withoutMarks(line.text) }))
  const read = readFrontMatter([{ lines: bare }], [], prose.text.slice(0, 20_000), source.fileName)
  const title = yaml(matter, 'title')
  const { meeting } = read
  const sittings =
    meeting.date === null
      ? ofSittings(
          prose,
          all.filter(({ kind }) => kind === 'sitting'),
        )
      : {}
  const stated =
    meeting.date === null && sittings.date === undefined ? dayIn(yaml(matter, '(?:doc_)?date') ?? '') : null
  const byMatter: Partial<Meeting> = stated ? { date: stated.day, dateCertainty: 'EXACT' } : {}
  return {
    ...read,
    meeting: { ...meeting, ...sittings, ...byMatter, ...(title === null ? {} : { title: titleOf([title]) }) },
  }
}
