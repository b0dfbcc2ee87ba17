import { readFrontMatter } from '../front/front-matter.js'
import { isFrontMatter } from '../front/labels.js'
import { addRoleHolder, identify } from '../identity/within-meeting.js'
import { splitHonorific } from '../names.js'
import type { Block } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { addPerson } from '../people/roster.js'
import type { Draft } from '../proposal/draft.js'
import { datesIn, isoDay } from '../text/dates.js'
import type { Line } from '../text/lines.js'

/** So many blocks at the beginning may state facts of the meeting. */
const most = 14
/** A block that is longer is text. */
const longest = 200

const textOf = ({ kind, cells, flow }: Block): string =>
  kind === 'row' && cells.length === 2
    ? `${flow.text.slice(...(cells[0]?.range ?? [0, 0]))}: ${flow.text.slice(...(cells[1]?.range ?? [0, 0]))}`
    : flow.text

const lineOf = (block: Block): Line => {
  const [start, end] = [block.flow.pieces[0]?.[0] ?? 0, block.flow.pieces.at(-1)?.[1] ?? 0]
  return { from: start, to: end, start, end, text: textOf(block), newPage: false }
}

/** The blocks before the record proper: title, facts, subtitles. */
const frontOf = ({ outline, taken }: Draft): Block[] => {
  const front: Block[] = []
  let headings = 0
  for (const block of outline.blocks.slice(0, most)) {
    if (taken.has(block.id) || block.kind === 'cue') break
    const text = textOf(block)
    const isFact = isFrontMatter(text)
    if (block.kind === 'heading' && ++headings > 1 && !isFact) break
    if (block.number !== null && !isFact) break
    if (!isFact && (text.length > longest || (block.kind === 'item' && front.length > 0))) break
    if (!isFact && front.length >= 3 && block.kind !== 'heading') break
    front.push(block)
  }
  return front
}

const fileDate = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/

const dateOfFile = (fileName: string): string | null => {
  const [, year, month, day] = fileDate.exec(fileName) ?? []
  const iso = year ? isoDay(Number(year), Number(month), Number(day)) : null
  if (iso !== null && Number(year) > 1800 && Number(year) < 2100) return iso
  const [printed] = datesIn(fileName.replace(/[_-]+/g, ' '))
  return printed?.year ? isoDay(printed.year, printed.month, printed.day) : null
}

/** Whether a paragraph prints a fact of the meeting that its front does not. */
const tells = ({ kind, flow }: Block, front: readonly Block[], facts: readonly (string | null)[]): boolean =>
  kind !== 'heading' &&
  facts.some((fact) => fact !== null && flow.text.includes(fact) && !front.some((one) => textOf(one).includes(fact)))

/** Reads when, where and under what title the meeting was held, and who held an office at it. */
export const readFront = (draft: Draft): void => {
  const { outline, roster } = draft
  const front = frontOf(draft)
  const behind = outline.blocks.slice(front.length, front.length + 3)
  const openings = behind.map(({ flow }) => flow.text.slice(0, 400))
  const { meeting, roleHolders } = readFrontMatter(
    [{ lines: front.map(lineOf) }],
    openings,
    outline.source.text,
    outline.source.fileName,
  )
  for (const { id } of front) draft.taken.add(id)
  const isOwn = front.some((block) => textOf(block).includes(meeting.title))
  draft.meeting = {
    ...(isOwn || outline.source.text.includes(meeting.title) ? { title: meeting.title } : {}),
    date: meeting.date ?? dateOfFile(outline.source.fileName),
    endDate: meeting.endDate,
    startTime: meeting.startTime,
    endTime: meeting.endTime,
    venue: meeting.venue,
    at: [...front, ...behind.filter((block) => tells(block, front, [meeting.dateText, meeting.venue]))].flatMap(
      ({ id, sentences }) => (sentences.length > 0 ? [`${id}`] : []),
    ),
  }
  for (const { role, name } of roleHolders) {
    const bare = name.replace(/\s*\([^()]*\)\s*$/, '')
    if (!isPersonName(bare, { single: false })) continue
    const known = identify(roster.cast, bare).person
    const { honorific, name: own } = splitHonorific(bare)
    const person =
      known ?? addPerson(roster, { name: own, printed: [bare], ...(honorific === null ? {} : { honorific }) }).person
    addRoleHolder(roster.cast, role, person)
  }
}
