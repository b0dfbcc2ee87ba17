import type { Block, Outline } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { datesIn, isoDay } from '../text/dates.js'
import { textOf } from '../text/flow.js'
import { wholeWordsAt } from '../text/whole-words.js'
import { inSourceOrder } from './places.js'
import type { ThemeLine } from './proposal.js'

/** Sections and paragraphs of a record, and which row each block became. */
export interface Structure {
  readonly sections: MeetingRecord['sections']
  readonly paragraphs: MeetingRecord['paragraphs']
  /** By block id. */
  readonly sectionOf: ReadonlyMap<number, number>
  readonly paragraphOf: ReadonlyMap<number, number>
  readonly themeOf: ReadonlyMap<number, string>
  /** Headings over nothing but lists of people and facts of the meeting. */
  readonly bareHeadings: readonly Block[]
}

/** The headings that a block stands under, the nearest first. */
const headingsOver = (outline: Outline, block: Block): Block[] => {
  const found: Block[] = []
  for (let id = block.section; id !== null; ) {
    const heading = outline.blocks[id - 1]
    if (!heading) break
    found.push(heading)
    id = heading.section
  }
  return found
}

/** Headings with a block of their own that is no list and no fact of the meeting. */
const headingsWithContent = (outline: Outline, aside: ReadonlySet<number>): Set<number> => {
  const kept = new Set<number>()
  const hasBlocks = new Set<number>()
  for (const block of outline.blocks) {
    const own = block.kind === 'heading' ? [] : headingsOver(outline, block)
    for (const heading of own) {
      hasBlocks.add(heading.id)
      if (!aside.has(block.id)) kept.add(heading.id)
    }
  }
  for (const block of outline.blocks) if (block.kind === 'heading' && !hasBlocks.has(block.id)) kept.add(block.id)
  return kept
}

const isNumbered = (outline: Outline, aside: ReadonlySet<number>): boolean => {
  const own = outline.blocks.filter(({ id, kind }) => kind === 'paragraph' && !aside.has(id))
  return own.length > 0 && own.filter(({ number }) => number !== null).length * 2 >= own.length
}

/**
 * Blocks that introduce a section: without a number, before its first numbered paragraph, in a record whose paragraphs are numbered.
 * Where somebody speaks in one of them, they are paragraphs.
 */
export const introductionsOf = (
  outline: Outline,
  aside: ReadonlySet<number>,
  spoken: ReadonlySet<number> = new Set(),
): Map<number, Block[]> => {
  const found = new Map<number, Block[]>()
  if (!isNumbered(outline, aside)) return found
  let section: number | null = null
  let waiting: Block[] = []
  for (const block of outline.blocks) {
    if (block.kind === 'heading') [section, waiting] = [block.id, []]
    else if (block.kind === 'paragraph' && block.number === null && section !== null && !aside.has(block.id))
      waiting.push(block)
    else if (block.kind === 'paragraph' && block.number !== null) {
      if (section !== null && waiting.length > 0 && !waiting.some(({ id }) => spoken.has(id)))
        found.set(section, waiting)
      section = null
    }
  }
  return found
}

/** A heading's words are the run-in heading of a paragraph where a theme is placed at it. */
const runInHeading = (block: Block, title: string | undefined): string | null =>
  title !== undefined && wholeWordsAt(block.flow.text, title, [0, title.length + 12]) >= 0 ? title : null

const themesByBlock = (outline: Outline, themes: readonly ThemeLine[]): Map<number, ThemeLine> => {
  const byBlock = new Map(themes.map((theme) => [Number(theme.at.split('.', 1)[0]), theme]))
  const found = new Map<number, ThemeLine>()
  for (const block of outline.blocks) {
    const over = byBlock.get(block.id) ?? headingsOver(outline, block).flatMap(({ id }) => byBlock.get(id) ?? [])[0]
    if (over) found.set(block.id, over)
  }
  return found
}

const wordsOf = ({ source }: Outline, { kind, flow }: Block): { text: string; pieces: Pieces } => {
  const pieces = inSourceOrder([...flow.pieces])
  return { pieces, text: kind === 'row' ? textOf(source.text, pieces) : flow.text }
}

/** The one day that a heading states with its year. */
const dayOf = (heading: string): string | null => {
  const [date, ...more] = datesIn(heading.slice(0, 200))
  return date && date.year !== null && date.endDay === null && more.length === 0
    ? isoDay(date.year, date.month, date.day)
    : null
}

/** Makes the rows that the outline alone tells, of all blocks that are not `aside`: lists of people and facts of the meeting. */
export const structureOf = (
  outline: Outline,
  themes: readonly ThemeLine[],
  aside: ReadonlySet<number>,
  spoken: ReadonlySet<number>,
): Structure => {
  const kept = headingsWithContent(outline, aside)
  const introductions = introductionsOf(outline, aside, spoken)
  const introducing = new Set([...introductions.values()].flat().map(({ id }) => id))
  const themeOf = themesByBlock(outline, themes)
  const sections: MeetingRecord['sections'] = []
  const paragraphs: MeetingRecord['paragraphs'] = []
  const [sectionOf, paragraphOf] = [new Map<number, number>(), new Map<number, number>()]
  const bareHeadings: Block[] = []
  for (const block of outline.blocks) {
    const parent = headingsOver(outline, block).flatMap(({ id }) => sectionOf.get(id) ?? [])[0] ?? null
    if (block.kind === 'heading') {
      if (aside.has(block.id)) continue
      if (!kept.has(block.id)) {
        bareHeadings.push(block)
        continue
      }
      const own = introductions.get(block.id) ?? []
      sections.push({
        position: sections.length + 1,
        level: (sections[(parent ?? 0) - 1]?.level ?? 0) + 1,
        parent,
        heading: block.flow.text,
        introduction: own.length > 0 ? own.map(({ flow }) => flow.text).join('\n\n') : null,
        date: dayOf(block.flow.text),
        pieces: [...block.flow.pieces, ...own.flatMap(({ flow }) => flow.pieces)],
      })
      sectionOf.set(block.id, sections.length)
      continue
    }
    if (parent !== null) sectionOf.set(block.id, parent)
    if (aside.has(block.id) || introducing.has(block.id) || block.flow.text.trim() === '') continue
    const theme = themeOf.get(block.id)
    const isOwn = theme !== undefined && Number(theme.at.split('.', 1)[0]) === block.id
    paragraphs.push({
      position: paragraphs.length + 1,
      number: block.number,
      heading: isOwn ? runInHeading(block, theme.title) : null,
      section: parent,
      theme: theme?.theme ?? null,
      ...wordsOf(outline, block),
    })
    paragraphOf.set(block.id, paragraphs.length)
  }
  return {
    sections,
    paragraphs,
    sectionOf,
    paragraphOf,
    themeOf: new Map([...themeOf].map(([id, { theme }]) => [id, theme])),
    bareHeadings,
  }
}
