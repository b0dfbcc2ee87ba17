import type { Finding } from '../findings.js'
import type { Furniture } from '../formats/format.js'
import { type FrontMatter, readFrontMatter } from '../front/front-matter.js'
import { isDateLine, isFrontMatter } from '../front/labels.js'
import { isOnlyOrdinal, titleOf } from '../front/title.js'
import { issueTables } from '../issue-tables/tables.js'
import { marksOf } from '../layout.js'
import { once } from '../once.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { SourceText } from '../source.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { type Block, blocksOf, piecesOfBlock, plainText } from '../turns/blocks.js'
import { readFront } from '../turns/front.js'
import { pagesOf } from '../turns/pages.js'
import { rowsOf } from '../turns/rows.js'
import { isHeading, levelOf } from './heading-block.js'
import { type IssueCell, issueFurniture, withIssues } from './issue-parts.js'
import { type PresentList, presentLists, within } from './lists.js'
import { opensParagraph } from './opens-paragraph.js'
import { withRunIns } from './run-in-headings.js'

/** One thing of a record in prose, in order. */
export type Part =
  | { readonly kind: 'section'; readonly level: number; readonly heading: string; readonly pieces: Pieces }
  | {
      readonly kind: 'paragraph'
      readonly pieces: Pieces
      readonly number: string | null
      /** Where its words begin behind a heading that is run into it, as an offset of the source. */
      readonly wordsFrom?: number
      /** It belongs to the paragraph before it: an item of a list, the rest of a sentence. */
      readonly goesOn: boolean
      /** Where it stands in a table of issues and responses. */
      readonly cell?: IssueCell
    }

/** A record in prose as its parts are told apart. */
export interface NarrativeDocument {
  readonly meeting: Omit<MeetingRecord['meeting'], 'language'>
  readonly roleHolders: FrontMatter['roleHolders']
  readonly findings: readonly Finding[]
  readonly lists: readonly PresentList[]
  /** What stands before the first words, lists left out. */
  readonly front: string
  readonly parts: readonly Part[]
  readonly furniture: readonly Furniture[]
}

/** A paragraph, and no line of the front. */
const isProse = (text: string): boolean =>
  endsSentence(text) && (text.length > 100 || (text.length > 60 && !isFrontMatter(text)))

const presentHeading =
  /^(?:(?:those|members|persons|the following(?: were)?)\s+)?(?:were\s+)?(?:present|in attendance|attendance|attendees)\b[^.]{0,20}$/i

/** "Minutes of a meeting held on …" in two: what was held, and where and when. */
const whereHeld = (line: Line): Line[] => {
  const at = line.text.search(/(?<=\S)\s+held\s+(?:on|at|in)\b/i)
  if (at < 0) return [line]
  const start = line.start + at + 1
  return [
    { ...line, to: line.start + at, end: line.start + at, text: line.text.slice(0, at) },
    { ...line, from: start, start, text: line.text.slice(at + 1) },
  ]
}

const isSentence = (line: string): boolean => /\p{Ll}\.$/u.test(line) && line.split(/\s+/).length > 3

/** No front has more blocks. */
const longestFront = 200

/** How many of the blocks are the front: up to the end of a list of those present, else up to the first prose. */
const frontLength = (source: string, blocks: readonly Block[], lists: readonly PresentList[]): number => {
  const first = blocks.findIndex((block) => isProse(plainText(source, block)))
  const prose = Math.min(longestFront, first < 0 ? blocks.length : first)
  const startOf = (i: number) => blocks[i]?.rows[0]?.start ?? Number.POSITIVE_INFINITY
  const inFront = lists.filter(({ start }) => start <= Math.max(startOf(prose), source.length * 0.4))
  const until = inFront.at(-1)?.end ?? 0
  const after = blocks.findIndex((_, i) => startOf(i) >= until)
  let at = inFront.length > 0 ? (after < 0 ? blocks.length : after) : prose
  if (inFront.length > 0) return at
  // Of headings right over the prose the last opens a section, where there is another for the title.
  const isHeadingAt = (i: number): boolean => blocks[i] !== undefined && isHeading(source, blocks[i])
  while (at > 0 && isHeadingAt(at - 1)) at--
  const headings = blocks.slice(at, prose).length
  const last = blocks[prose - 1]
  if (headings > 0 && last && isDateLine(plainText(source, last))) return prose
  const hasOther = blocks.slice(0, at).some(({ kind }) => kind !== 'rule')
  return at + (hasOther ? Math.max(0, headings - 1) : headings > 1 ? headings - 1 : headings)
}

const note = /^(?:\[\d{1,3}\]|\d{1,3})[.)]?\s+\p{L}/u
const bracketed = /^\[[^[\]]{2,200}\]$/

/** Notes, and what an editor adds in brackets, below the last words of a record. */
const tailLength = (source: SourceText, blocks: readonly Block[]): number => {
  const hasNotes = marksOf(source.layout, 'footnote-reference', 'footnote').length > 0
  let length = 0
  for (const block of [...blocks].reverse()) {
    const text = plainText(source.text, block)
    if (!(bracketed.test(text) || (hasNotes && note.test(text)))) break
    length++
  }
  return length
}

const place = (block: Block): Pieces => piecesOfBlock(block)

/** An item among others, and no heading that is numbered: those below it are as short, and no deeper. */
const isListItem = (source: string, block: Block, next: Block): boolean => {
  if (block.kind !== 'item' || next.kind !== 'item') return false
  const [own, other] = [numberOf(source, block) ?? '', numberOf(source, next) ?? '']
  return !isProse(plainText(source, next)) && !other.startsWith(`${own}.`)
}

/** The number that is printed before a block. */
const numberOf = (source: string, { rows: [row] }: Block): string | null => {
  const printed = row?.marker ? source.slice(...row.marker) : ''
  return /\d/.test(printed) ? printed.replace(/[\s.()]+$/g, '').replace(/^\(/, '') : null
}

const lettered =
  /^(?:\(([a-z]|[ivx]{2,4})\)\s+(?=\p{L})|([a-z])[.)]\s+(?=\p{Lu})|(\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=\p{Lu}))/u

/** "(a) Ms. Roe asked", "2.1 Ms. Roe asked": the words of a paragraph, and its letter or number. */
const withoutLetter = (source: string, block: Block): [Pieces, string | null] => {
  const [first, ...others] = place(block)
  const match = first && block.kind === 'text' ? lettered.exec(source.slice(first[0], first[0] + 12)) : null
  if (!first || !match || first[0] + match[0].length >= first[1]) return [place(block), null]
  return [[[first[0] + match[0].length, first[1]], ...others], match[1] ?? match[2] ?? match[3] ?? null]
}

const lettersOf = (source: string, blocks: readonly Block[], parts: readonly Part[]): Pieces => {
  const starts = new Set(parts.map(({ pieces }) => pieces[0]?.[0]))
  return blocks.flatMap((block): Pieces => {
    const [[at] = [0]] = place(block)
    const [[from] = [0]] = withoutLetter(source, block)[0]
    return from > at && starts.has(from) ? [[at, from]] : []
  })
}

const partsOf = (source: string, blocks: readonly Block[]): Part[] => {
  const parts: Part[] = []
  let before = ''
  for (const [i, block] of blocks.entries()) {
    const text = plainText(source, block)
    const next = blocks[i + 1]
    const opens = isHeading(source, block) && next !== undefined && !isListItem(source, block, next)
    if (opens || block.kind === 'heading') {
      parts.push({ kind: 'section', level: levelOf(source, block), heading: text || '-', pieces: place(block) })
      before = ''
      continue
    }
    if (block.kind === 'rule' || block.kind === 'front-matter') continue
    const isListed = block.kind === 'item' && !isProse(text)
    const goesOn =
      before !== '' &&
      !lettered.test(text) &&
      (/^\p{Ll}/u.test(text) || ((isListed || block.kind === 'quote') && /[:;,—]$/.test(before)))
    const [pieces, letter] = goesOn ? [place(block), null] : withoutLetter(source, block)
    parts.push({ kind: 'paragraph', pieces, number: goesOn ? null : (numberOf(source, block) ?? letter), goesOn })
    before = text
  }
  return parts
}

const merged = (
  ours: NarrativeDocument['meeting'],
  theirs: NarrativeDocument['meeting'],
  isNamed: boolean,
): NarrativeDocument['meeting'] => {
  const own = titleOf([ours.title])
  const when = ours.date !== null || theirs.date === null ? ours : theirs
  return {
    title: isNamed && !isOnlyOrdinal(own) ? own : theirs.title,
    date: when.date,
    endDate: when.endDate,
    dateText: when.dateText,
    dateCertainty: when.dateCertainty,
    startTime: ours.startTime ?? theirs.startTime,
    endTime: ours.endTime ?? theirs.endTime,
    venue: ours.venue ?? theirs.venue,
  }
}

const read = (source: SourceText): NarrativeDocument => {
  const { text } = source
  const lists = presentLists(source)
  const pages = pagesOf(source, rowsOf(source))
  const isIssue = within(issueTables(source))
  const rows = pages.rows.filter(({ start, end }) => !isIssue(start, end))
  const all = blocksOf(rows, opensParagraph(text, rows))
  const isListed = within(lists)
  const inList = ({ rows: [row] }: Block): boolean => row !== undefined && isListed(row.start, row.end)
  const matter = all.filter(({ kind }) => kind === 'front-matter')
  const blocks = all.filter((block) => !inList(block) && block.kind !== 'front-matter')
  const length = frontLength(text, blocks, lists)
  const front = blocks.slice(0, length)
  const rest = blocks.slice(length)
  const tail = tailLength(source, rest)
  const ours = readFront(source, front, all)
  const frontEnd = rest[0]?.rows[0]?.start ?? text.length
  const inFront =
    front.length === 0
      ? []
      : source.lines.filter(
          ({ start, end, text: line }) =>
            line !== '' &&
            end <= frontEnd &&
            !isListed(start, end) &&
            !matter.some(({ rows }) => start >= (rows[0]?.start ?? 0) && end <= (rows.at(-1)?.end ?? 0)),
        )
  // A sentence is no part of a title.
  const lines = inFront.filter((line) => !isSentence(line.text) && !presentHeading.test(line.text)).flatMap(whereHeld)
  const opening = [
    ...inFront.filter((line) => isSentence(line.text)).map((line) => line.text),
    ...rest.slice(0, 3).map((block) => plainText(text, block)),
  ].map((words) => words.slice(0, 400))
  const theirs = readFrontMatter([{ lines }], opening, text, source.fileName)
  const isNamed = [...ours.title].some(({ kind, rows }) => kind === 'heading' || rows.length === 1) || matter.length > 0
  const parts = withIssues(source, withRunIns(text, partsOf(text, rest.slice(0, rest.length - tail))))
  const furniture: Furniture[] = [
    ...theirs.furniture,
    ...pages.furniture,
    ...issueFurniture(source),
    { kind: 'paragraph number', pieces: lettersOf(text, rest, parts) },
    { kind: 'front matter', pieces: [...front, ...matter].flatMap(place) },
    { kind: 'list of those present', pieces: lists.flatMap((list) => list.furniture) },
    { kind: 'stray mark', pieces: lists.flatMap((list) => list.noise) },
    {
      kind: 'paragraph number',
      pieces: rest.flatMap(({ rows: [row] }): Pieces => (row?.marker ? [[...row.marker]] : [])),
    },
    { kind: 'note', pieces: rest.slice(rest.length - tail).flatMap(place) },
    { kind: 'rule', pieces: rest.filter(({ kind }) => kind === 'rule').flatMap(place) },
  ]
  return {
    meeting: merged(ours.meeting, theirs.meeting, isNamed),
    roleHolders: theirs.roleHolders,
    findings: ours.meeting.date !== null ? ours.findings : theirs.findings,
    lists,
    front: front.map((block) => plainText(text, block)).join('\n'),
    parts,
    furniture: furniture.filter(({ pieces }) => pieces.length > 0),
  }
}

/** Tells the parts of a record in prose apart: its front, its lists, its sections and paragraphs. Once for a source. */
export const narrativeDocument = once(read)
