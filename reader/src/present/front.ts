import { structuralHeadings } from '../english/structural-headings.js'
import { fold, splitHonorific } from '../names.js'
import { beginsLabelled } from '../outline/line-shapes.js'
import type { Block, Outline } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import type { Draft } from '../proposal/draft.js'
import { datesIn, isoDay } from '../text/dates.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { timesIn } from '../text/times.js'
import { fieldOf, fieldsEnd } from './fields.js'
import { isDateLine, isFrontMatter, type Labelled, labelOf, saysWhereHeld } from './front-labels.js'
import { isOnlyOrdinal, titleLines, titleOf, unmarked } from './front-title.js'
import { labelAt, labelOf as listLabelOf, modeOfLabel } from './label.js'
import { type Facts, inferYear, isPlaceLine, placeIn, takeProse, takeWhen } from './when-and-where.js'

/** So many blocks at the beginning may state facts of the meeting. */
const most = 20
/** A block that is longer is text. */
const longest = 220
/** So many sentences behind the front may say when and where the meeting was held. */
const openings = 3

const cellsOf = ({ cells, flow }: Block): string[] => cells.map(({ range }) => flow.text.slice(...range).trim())

/** The words of a block; of a row of two cells, as a label and what stands behind it. */
const wordsOf = (block: Block): string => {
  if (block.kind !== 'row') return block.flow.text
  const [first = '', ...others] = cellsOf(block).filter((cell) => cell !== '')
  return others.length === 0 ? first : `${first.replace(/:$/, '')}: ${others.join(' ')}`
}

const lineOf = (block: Block): Line => {
  const [start, end] = [block.flow.pieces[0]?.[0] ?? 0, block.flow.pieces.at(-1)?.[1] ?? 0]
  return { from: start, to: end, start, end, text: wordsOf(block), newPage: false }
}

/** "See Annex A": what a label says that does not name people itself. */
const elsewhere =
  /^[^:]{3,40}:\s*(?:please\s+)?(?:see\s+|as\s+in\s+|in\s+)?(?:the\s+)?(?:annex|appendix|attached|attachment|list)\b/i

/** Whether a block names people, or an office and who holds it: that is no fact of the meeting itself. */
const namesPeople = (text: string): boolean => {
  if (elsewhere.test(text)) return false
  const label = labelAt(text)
  const kind = (label && listLabelOf(label.words)?.kind) ?? null
  const isNamed = splitHonorific(text).honorific !== null && isPersonName(text.split(/[,(;]/)[0] ?? '')
  const isOfInitials = /(?:\(\p{Lu}[\p{L}~]{1,4}\)[,;]\s.{0,60}){2}/u.test(text.slice(0, 400))
  return (
    isOfInitials || kind === 'cue' || kind === 'office' || kind === 'group' || modeOfLabel(text) !== null || isNamed
  )
}

/** Whether somebody says this, or a label over it says who does: a time or a name stands before it, or it is a sentence of speech. */
const isSaid = (text: string): boolean =>
  (/\S\s[|¦]\s.*\S\s[|¦]\s/.test(text) && datesIn(text.slice(0, 400)).length === 0) ||
  /^\[?[\p{L} .'’-]{2,40}\]?\s+[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*$/u.test(text) ||
  /^[^:]{0,60}[?!]$|…/.test(text)

/** So many sentences may stand between what is at the front: "This summary has not been approved." */
const mostSkipped = 2

const isSentence = (text: string): boolean => /\p{Ll}{2}[.]$/u.test(text) && text.split(' ').length > 5

const isFactual = (text: string): boolean =>
  isFrontMatter(text) || (saysWhereHeld(text) && datesIn(text.slice(0, 400)).length > 0)

/** Whether a heading is one of the record's own, and no title: it stands over a number or a labelled turn, or behind facts over text. */
const isOverText = (next: Block | undefined, front: readonly Block[]): boolean => {
  if (!next || next.kind === 'heading') return false
  const text = wordsOf(next)
  if (isFactual(text) || namesPeople(text)) return false
  return next.number !== null || beginsLabelled(text) || front.some((one) => one.kind !== 'heading')
}

/** Whether the front ends before a heading that states no fact: behind text only facts go on with it. */
const endsAtHeading = (front: readonly Block[], next: Block | undefined): boolean => {
  if (!front.some(({ kind }) => kind === 'heading')) return false
  const areTitles = front.every((one) => one.kind === 'heading' || isFactual(wordsOf(one)))
  return (!areTitles && !(next && isFactual(wordsOf(next)))) || isOverText(next, front)
}

/** So many lines at the front may be neither headings nor facts. */
const mostOthers = 8

/** Whether the front ends before a line that states no fact. */
const endsAtText = ({ kind }: Block, text: string, front: readonly Block[]): boolean =>
  kind === 'row' ||
  text.length > longest ||
  (kind === 'item' && front.length > 0) ||
  (beginsLabelled(text) && !elsewhere.test(text) && text !== text.toUpperCase()) ||
  front.filter((one) => one.kind !== 'heading').length >= mostOthers

/** The blocks before the record proper: titles, facts, subtitles, fields. */
const frontOf = ({ outline, taken }: Draft, until: number): Block[] => {
  const front: Block[] = []
  let skipped = 0
  for (const block of outline.blocks) {
    const text = wordsOf(block)
    if ((block.flow.pieces[0]?.[0] ?? until) < until) {
      if (block.kind !== 'item' && !namesPeople(text)) front.push(block)
      continue
    }
    if (front.length >= most || taken.has(block.id) || block.kind === 'cue' || namesPeople(text) || isSaid(text)) break
    if (!isFactual(text)) {
      if (block.number !== null && front.length > 0) break
      if (isSentence(text) && skipped++ < mostSkipped) continue
      const isHeading = block.kind === 'heading'
      if (skipped > 0 || (isHeading ? endsAtHeading(front, outline.blocks[block.id]) : endsAtText(block, text, front)))
        break
    }
    front.push(block)
  }
  return front
}

interface Collected {
  readonly facts: Facts
  /** Lines that are neither facts nor prose: the title, and what stands beside it. */
  readonly others: Line[]
}

const takeLabelled = (facts: Facts, { label }: Labelled, value: string): void => {
  if (label === 'when') facts.venue ??= placeIn(takeWhen(facts, value, 4))
  else if (label === 'time') takeWhen(facts, value, 4)
  else if (label === 'venue') facts.venue ??= placeIn(takeWhen(facts, value, 2)) ?? value
  else if (label === 'title') facts.title ??= titleOf([value])
}

/** Takes one block of the front; gives the label that waits for its value in the next one. */
const takeBlock = ({ facts, others }: Collected, block: Block, waiting: Labelled | null): Labelled | null => {
  const line = lineOf(block)
  const text = line.text.slice(0, 1000)
  const labelled = labelOf(text)
  const value = unmarked(labelled ? text.slice(labelled.valueAt) : text)
  const label = labelled ?? waiting
  if (label && !(label === waiting && block.kind === 'heading')) {
    if (value !== '') takeLabelled(facts, label, value)
    return value === '' ? label : null
  }
  const isProse = (endsSentence(value) && value.length > 80) || (saysWhereHeld(value) && datesIn(value).length > 0)
  if (isProse) takeProse(facts, value)
  else if (isDateLine(value)) takeDateLine(facts, value)
  if (!isProse && (block.kind === 'heading' || !isDateLine(value))) others.push(line)
  return null
}

/** A date beside a place is the meeting's sooner than one by itself. */
const takeDateLine = (facts: Facts, line: string): void => {
  const place = placeIn(takeWhen({ ...facts }, line, 0))
  takeWhen(facts, line, place === null ? 1 : 2)
  facts.venue ??= place
}

const structural = new Set([
  ...structuralHeadings,
  'meeting info',
  'meeting information',
  'table of contents',
  'contents',
  'links',
])

const isStructural = (text: string): boolean => structural.has(fold(unmarked(text)))

/** A sentence is no title, as long as there are other lines. */
const withoutSentences = (lines: readonly Line[]): readonly Line[] => {
  const others = lines.filter(({ text }) => !(/\p{Ll}{2}\.$/u.test(text) && text.split(/\s+/).length > 4))
  return others.length > 0 ? others : lines
}

/** The meeting's title, and the lines that it stands in. */
const titleIn = (others: readonly Line[]): { title: string; lines: readonly Line[] } => {
  const lines = titleLines(withoutSentences(others))
  const own = titleOf(lines.map(({ text }) => text))
  const first = lines[0] ? others.indexOf(lines[0]) : 0
  const above = isOnlyOrdinal(own) ? others.slice(Math.max(0, first - 3), first) : []
  const whole = [...above.map(({ text }) => unmarked(text.slice(0, 200))), own].filter((part) => part !== '')
  return { title: whole.join(', '), lines: [...above, ...lines] }
}

const fileDate = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/

const dateOfFile = (fileName: string): string | null => {
  const [, year, month, day] = fileDate.exec(fileName) ?? []
  const iso = year ? isoDay(Number(year), Number(month), Number(day)) : null
  if (iso !== null && Number(year) > 1800 && Number(year) < 2100) return iso
  const [printed] = datesIn(fileName.replace(/[_-]+/g, ' '))
  return printed?.year ? isoDay(printed.year, printed.month, printed.day) : null
}

interface Days {
  readonly date: string | null
  readonly endDate: string | null
}

/** The day, or the first and the last, that the facts and the file's name state. */
const daysOf = (facts: Facts, front: string, { source }: Outline): Days => {
  const ofFile = dateOfFile(source.fileName)
  const printed = facts.date?.printed
  if (!printed) return { date: ofFile, endDate: null }
  const isOfFile = ofFile !== null && ofFile.slice(5) === isoDay(2000, printed.month, printed.day)?.slice(5)
  const year =
    printed.year ?? (isOfFile ? Number(ofFile.slice(0, 4)) : (inferYear(printed, front, source.text)?.year ?? null))
  if (year === null) return { date: null, endDate: null }
  const date = isoDay(year, printed.month, printed.day)
  const lastMonth = printed.endMonth ?? printed.month
  const last =
    printed.endDay === null ? null : isoDay(lastMonth < printed.month ? year + 1 : year, lastMonth, printed.endDay)
  return { date, endDate: last !== null && date !== null && last > date ? last : null }
}

const opening =
  /\b(?:meeting|session|hearing|council|committee|board|house|assembly|call)\b.{0,80}\b(?:convened|opened|began|commenced|started|to order)\b/i
const closing =
  /\b(?:meeting|session|hearing|council|committee|board|house|assembly|call)\b.{0,60}\b(?:closed|ended|adjourned|rose|concluded|terminated|finished)\b/i
/** So far into the record stands when it opened, and so near to its end when it closed. */
const opens = 40
const closes = 12

/** Takes the times at which sentences say that the meeting opened and closed, where none are known. @returns the blocks that say so */
const takeSittings = (facts: Facts, blocks: readonly Block[]): Block[] => {
  if (facts.times !== null) return []
  const said = (some: readonly Block[], pattern: RegExp) =>
    some.flatMap((block) =>
      block.sentences.flatMap(({ range }) => {
        const found = pattern.exec(block.flow.text.slice(...range).slice(0, 300))
        const times = found && timesIn(found.input.slice(found.index))
        return times ? [{ block, time: times.startTime }] : []
      }),
    )
  const [first] = said(blocks.slice(0, opens), opening)
  const last = first && said(blocks.slice(-closes), closing).at(-1)
  if (first) facts.times = { startTime: first.time, endTime: last?.time ?? null }
  return [first, last].flatMap((one) => (one ? [one.block] : []))
}

const isIncomplete = ({ date, venue }: Facts): boolean => date === null || date.weight < 2 || venue === null

/**
 * Reads when, where and under what title the meeting was held: from labelled lines, lines of their own and sentences at the front, from
 * fields at the head of the file, and from its name. Marks the blocks that say so as taken; lists of people are left.
 */
export const readFront = (draft: Draft): void => {
  const { outline } = draft
  const until = fieldsEnd(outline.source.text)
  const fields = outline.source.text.slice(0, until)
  const front = frontOf(draft, until)
  const facts: Facts = { title: null, date: null, times: null, venue: null }
  const collected: Collected = { facts, others: [] }
  const printed = front.filter(({ flow }) => (flow.pieces[0]?.[0] ?? until) >= until)
  let waiting: Labelled | null = null
  for (const block of printed) waiting = takeBlock(collected, block, waiting)
  const { title, lines } = titleIn(collected.others.filter(({ text }) => !isStructural(text)))
  for (const line of collected.others)
    if (!lines.includes(line) && facts.venue === null && isPlaceLine(unmarked(line.text)))
      facts.venue = unmarked(line.text)
  if (facts.date === null) takeWhen(facts, title.slice(0, 400), 1)
  const behind = outline.blocks.filter((block) => !front.includes(block)).slice(0, openings)
  const telling = behind.filter(({ kind, flow }) => {
    const text = flow.text.slice(0, 400)
    const before = { ...facts }
    if (kind !== 'heading' && isIncomplete(facts) && saysWhereHeld(text)) takeProse(facts, text)
    return before.date !== facts.date || before.venue !== facts.venue || before.times !== facts.times
  })
  const named = fieldOf(fields, 'title')
  for (const field of [named, fieldOf(fields, '(?:\\w+_)?date')])
    if (facts.date === null && field !== null) takeWhen(facts, field, 1)
  const isHeaded = printed.some(({ kind }) => kind === 'heading') && !isDateLine(title)
  const isTitled = isHeaded || facts.date !== null || facts.venue !== null
  const own = facts.title ?? (isHeaded || named === null ? (isTitled ? title : '') : titleOf([named]))
  const sittings = takeSittings(facts, outline.blocks)
  const days = daysOf(facts, front.map((block) => wordsOf(block).slice(0, 1000)).join('\n'), outline)
  for (const { id } of front) draft.taken.add(id)
  draft.meeting = {
    ...(own === '' ? {} : { title: own.slice(0, 300) }),
    ...days,
    startTime: facts.times?.startTime ?? null,
    endTime: facts.times?.endTime ?? null,
    venue: facts.venue,
    at: [...printed, ...telling, ...sittings, ...front.filter((block) => !printed.includes(block))]
      .flatMap(({ id, sentences }) => (sentences.length > 0 ? [`${id}`] : []))
      .slice(0, 50),
  }
}
