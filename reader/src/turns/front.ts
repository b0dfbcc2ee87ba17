import { isBody } from '../english/bodies.js'
import { endsOpen } from '../english/titles.js'
import { type Finding, finding, titleInferred } from '../findings.js'
import { fold } from '../names.js'
import type { MeetingRecord } from '../record.js'
import type { SourceText } from '../source.js'
import { isAllCapitals } from '../text/all-capitals.js'
import { datesIn, isoDay, type PrintedDate } from '../text/dates.js'
import { timesIn } from '../text/times.js'
import { type Block, plain, plainRow, plainText } from './blocks.js'

type Meeting = MeetingRecord['meeting']

/** What stands before the first words: the meeting's title, day, times and place, and which blocks hold them. */
export interface Front {
  readonly meeting: Omit<Meeting, 'language'>
  readonly title: ReadonlySet<Block>
  readonly dateLines: ReadonlySet<Block>
  /** What the record says that it is about as a whole: "Oral evidence: Mill dams, HC 12". */
  readonly topic: string | null
  readonly findings: readonly Finding[]
}

const ofMeetings =
  /\b(?:minutes|meeting|notes|transcript|session|summary|record|briefing|report|proceedings|call|hearing|workshop|board|committee|council|plenary|assembly|conference|sync|telecon|standup|town hall)\b/i
const label = (name: string) => new RegExp(`^(?:${name})\\s*[:：]\\s*(.{2,200})$`, 'iu')
const placeLine = label('location|venue|place|where|ort|lieu|lugar|場所|開催場所|会場')
const dateLine = label('date|when|day|date and time|held on|datum|fecha|日時|開催日時|開催日|日にち')
const topicLine =
  /^(?:(?:(?:un)?corrected )?(?:oral|transcript of(?: oral)?) evidence|inquiry|subject|topic|hearing on)\s*:\s*(.{3,120}?)(?:,?\s+\(?\p{Lu}{2,4}\s?\d{1,5}\)?[^,]{0,20})?$/iu
const deposition = /^((?:(?:videotaped|video|oral|remote|continued)\s+)*deposition of .{3,100})$/iu
const timeLine = label('time|times|when|date and time|duration|zeit|uhrzeit|beginn|heure|hora|日時|開催日時|時間')

const yaml = (front: string, key: string): string | null =>
  new RegExp(`^${key}:[ \\t]*(["']?)(.+?)\\1[ \\t]*$`, 'im').exec(front)?.[2]?.trim() ?? null

const bareFileName = (fileName: string): string =>
  (fileName.split(/[/\\]/).at(-1) ?? fileName)
    .replace(/\.[a-z0-9]{1,8}$/i, '')
    .replace(/[-_]+/g, ' ')
    .trim()

interface Named {
  readonly title: string
  readonly blocks: ReadonlySet<Block>
  /** The record prints none; it is the file's name. */
  readonly isGuessed?: boolean
}

/** Whether a line is a day, or a day and its time, and no title that holds one. */
const isDay = (text: string): boolean => {
  const [date] = datesIn(text.slice(0, 300))
  return date !== undefined && (text.slice(0, date.start) + text.slice(date.end)).replace(/[^\p{L}]/gu, '').length < 8
}

const isSentence = (text: string): boolean =>
  /[.!?]["”’)]?$/.test(text) && !/\b(?:Inc|Ltd|Co|St|No|a\.m|p\.m)\.$/.test(text)

/** The title that the first lines of a text without headings hold; null where they are prose, labels or notes. */
const titleLine = (source: string, block: Block): string | null => {
  const rows = block.rows.map((row) => plainRow(source, row))
  if (rows.length > 6 || rows.some((text) => text.length > 200)) return null
  const own = rows.filter((text) => !isDay(text))
  const at = own.findIndex((text) => /\p{L}{2}/u.test(text) && !/^[[(#<]|^[^:]{1,30}:(?:\s|$)/.test(text))
  const first = own[at]
  if (first === undefined || at > 1 || isSentence(first)) return null
  const title = [first]
  for (const text of own.slice(at + 1)) {
    const last = title.at(-1) ?? ''
    const goesOn = endsOpen(last) || /^\p{Ll}/u.test(text) || (isAllCapitals(last) && isAllCapitals(text))
    if (!goesOn || datesIn(text).length > 0) break
    title.push(text)
  }
  return title.join(' ')
}

const titleOf = (source: SourceText, front: string, blocks: readonly Block[], all: readonly Block[]): Named => {
  const given = yaml(front, 'title')
  const headings = blocks.filter(({ kind }) => kind === 'heading')
  const [first] = headings
  const words = first ? plainText(source.text, first) : ''
  const isOnly =
    first !== undefined && all.filter(({ kind, level }) => kind === 'heading' && level <= first.level).length === 1
  const isTitle = first !== undefined && (isOnly || ofMeetings.test(words) || datesIn(words.slice(0, 300)).length > 0)
  if (given !== null)
    return {
      title: given,
      blocks: new Set(first && (fold(words) === fold(given) || (isOnly && ofMeetings.test(words))) ? [first] : []),
    }
  if (first && isTitle) return { title: words, blocks: new Set([first]) }
  const [line] = blocks.filter(({ kind }) => kind === 'text')
  const printed = line && headings.length === 0 ? titleLine(source.text, line) : null
  if (line && printed !== null) return { title: printed, blocks: new Set([line]) }
  return { title: bareFileName(source.fileName) || source.fileName, blocks: new Set(), isGuessed: true }
}

interface Day {
  readonly date: PrintedDate
  readonly text: string
}

const dayIn = (text: string): Day | null => {
  const line = text.slice(0, 300)
  const [date] = datesIn(line)
  return date ? { date, text: line.slice(date.start, date.end) } : null
}

const yearIn = (text: string): number | null => {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}

const dated = (
  day: Day | null,
  fileName: string,
): Pick<Meeting, 'date' | 'endDate' | 'dateText' | 'dateCertainty'> & { inferred: boolean } => {
  const inName = dayIn(fileName.replace(/_/g, ' '))
  const found = day ?? (inName?.date.year ? inName : null)
  const none = {
    date: null,
    endDate: null,
    dateText: day?.text ?? null,
    dateCertainty: 'UNKNOWN' as const,
    inferred: false,
  }
  if (!found) return none
  const year = found.date.year ?? yearIn(fileName)
  if (year === null) return none
  const date = isoDay(year, found.date.month, found.date.day)
  if (date === null) return none
  const { endDay, endMonth } = found.date
  const end = endDay === null ? null : isoDay(year, endMonth ?? found.date.month, endDay)
  const inferred = found.date.year === null
  return {
    date,
    endDate: end !== null && end > date ? end : null,
    dateText: day?.text ?? null,
    dateCertainty: inferred ? 'INFERRED_YEAR' : 'EXACT',
    inferred,
  }
}

const firstMatch = (lines: readonly string[], pattern: RegExp): string | null =>
  lines.flatMap((line) => pattern.exec(line)?.[1]?.trim() ?? [])[0] ?? null

const rowTexts = (source: string, blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ rows }) => rows.map(({ start, end }) => plain(source, [[start, Math.min(end, start + 300)]])))

/** A line by itself that says that the title is what a hearing is about. */
const hearing = /^(?:(?:public|joint|field|oversight|virtual) )?hearings?$/i

const topicOf = (source: string, blocks: readonly Block[], title: Named): string | null => {
  const rows = rowTexts(source, blocks)
  const stated = firstMatch(rows, topicLine) ?? firstMatch(rows, deposition)
  return (
    stated ?? (!title.isGuessed && !isBody(title.title) && rows.some((row) => hearing.test(row)) ? title.title : null)
  )
}

/** Reads the blocks before the first turn. `all` are those of the whole document. */
export const readFront = (source: SourceText, before: readonly Block[], all: readonly Block[]): Front => {
  const blocks = before.filter(({ kind }) => kind === 'heading' || kind === 'text' || kind === 'item').slice(0, 40)
  const front = all.filter(({ kind }) => kind === 'front-matter')
  const matter = front.flatMap(({ rows }) => rows.map(({ start, end }) => source.text.slice(start, end))).join('\n')
  const title = titleOf(source, matter, blocks, all)
  const lines = blocks.map((block) => plainText(source.text, block)).filter((line) => line.length <= 300)
  const labelled = firstMatch(lines, dateLine)
  const days = [title.title, labelled ?? '', yaml(matter, 'date') ?? '', ...lines].map(dayIn)
  const day = days.find((one) => one?.date.year != null) ?? days.find((one) => one !== null) ?? null
  const { inferred, ...when } = dated(day, source.fileName)
  const timeText = firstMatch(lines, timeLine) ?? lines.find((line) => day !== null && line.includes(day.text)) ?? ''
  const times = timesIn(timeText.replace(day?.text ?? '\0', ' ').slice(0, 200))
  const dateLines = blocks.filter((block) => {
    if (block.kind !== 'heading' || title.blocks.has(block)) return false
    const found = dayIn(plainText(source.text, block))
    return found !== null && found.text === day?.text
  })
  return {
    meeting: {
      title: title.title,
      ...when,
      startTime: times?.startTime ?? null,
      endTime: times?.endTime ?? null,
      venue: firstMatch(lines, placeLine),
    },
    title: title.blocks,
    topic: topicOf(source.text, blocks, title),
    dateLines: new Set(dateLines),
    findings: [
      ...(inferred ? [finding('YEAR_INFERRED', `The year of “${day?.text}” is taken from the name of the file.`)] : []),
      ...(title.isGuessed ? [titleInferred(title.title)] : []),
    ],
  }
}
