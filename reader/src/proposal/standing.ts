import { fold } from '../names.js'
import type { Block, Outline, Range } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { labelOf, type Mode, modeOfLabel } from '../present/label.js'
import { besideName, isName, isOffice, isOthersName, type NamePlaces } from './beside.js'
import { type Printed, type PrintedWords, placesOf } from './printed.js'

/** What the record prints of somebody beside their name: in the entry of a list, over it, and wherever the name stands. */
export interface Standing {
  readonly names: NamePlaces
  /** What is theirs of the list's entry. */
  readonly entry: readonly Printed[]
  /** Labels and headings that they are listed under, the nearest first. */
  readonly heads: readonly Printed[]
}

/** An entry is no longer, where several stand in one block. */
const longestEntry = 400

/** Where an entry ends that begins with a name: where another name or label begins. */
const endOfEntry = (text: string, from: number): number => {
  const until = Math.min(text.length, from + longestEntry)
  let depth = 0
  for (let at = from; at < until; at++) {
    const sign = text.charAt(at)
    if (sign === '(' || sign === '[') depth++
    else if (sign === ')' || sign === ']') depth--
    else if (depth <= 0 && /[,;.\n|–—]|\s/.test(sign) && /^(?:[,;.|–—\n]\s*|\s+and\s+)/.test(text.slice(at, at + 6))) {
      const next = text.slice(at, at + 90).replace(/^(?:[,;.|–—\n]\s*|\s+and\s+)/, '')
      const [words = ''] = next.split(/[,;:(\n|]|\.(?=\s|$)|\s(?:and|–|—)\s/)
      const isLabel = next.charAt(words.length) === ':'
      if (isLabel || isOthersName(words.trim())) return at
    }
  }
  return until
}

/** The last label before a place in a text: "Apologies" in "Present: Ada Quill. Apologies: Bram Osei". */
const labelBefore = (text: string, until: number): Range | null => {
  let found: Range | null = null
  for (const { index, 1: words = '' } of text
    .slice(0, until)
    .matchAll(/(?<![\p{L}\p{N}])(\p{L}[^:.;\n]{0,89}):(?=\s|$)/gu))
    found = [index, index + words.length]
  return found
}

/** So many blocks above an entry its labels are looked for. */
const reach = 60

/** What heads the entries below it: a heading, a line that is a label, or any line that is neither a name nor a sentence. */
const headOf = (block: Block): Head | null => {
  const known = headsOfBlocks.get(block)
  if (known !== undefined) return known
  const found = headIn(block)
  headsOfBlocks.set(block, found)
  return found
}

interface Head {
  readonly kind: string
  readonly place: Printed
}

/** What each block heads, told once for all who are listed below it. */
const headsOfBlocks = new WeakMap<Block, Head | null>()

const headIn = ({ id, kind, flow: { text } }: Block): Head | null => {
  if (text.length > 240 || kind === 'row') return null
  const place = { block: id, range: [0, text.length] as const }
  if (kind === 'heading' || /:\s*$/.test(text)) return { kind: kind === 'heading' ? kind : 'colon', place }
  const label = kind === 'item' && text.length > 40 ? null : labelOf(text)
  if (label) return { kind: label.kind, place }
  return text.length <= 80 && !/[,;.]/.test(text) && !isPersonName(text) ? { kind: 'line', place } : null
}

/** Headings and labels above a block; of each kind the nearest. */
const headsOver = ({ blocks }: Outline, first: Block): Printed[] => {
  const found: Printed[] = []
  const kinds = new Set<string>()
  for (let id = first.id - 1; id >= Math.max(1, first.id - reach); id--) {
    const block = blocks[id - 1]
    const head = block ? headOf(block) : null
    if (head?.kind === 'heading') break
    if (!head || kinds.has(head.kind)) continue
    kinds.add(head.kind)
    found.push(head.place)
  }
  for (let over = first.section; over !== null; over = blocks[over - 1]?.section ?? null)
    found.push({ block: over, range: [0, blocks[over - 1]?.flow.text.length ?? 0] })
  return found
}

/** The heads of a table's columns, and cells above that go on through empty ones: a body's name beside the first of its people. */
const cellsOver = ({ blocks }: Outline, { id, table, cells }: Block): Printed[] => {
  if (table === null) return []
  const found: Printed[] = []
  const open = new Set(cells.filter(({ range: [start, end] }) => start === end).map(({ column }) => column))
  let over = id - 1
  for (; blocks[over - 1]?.table === table && id - over <= reach; over--)
    for (const { column, range } of blocks[over - 1]?.cells ?? [])
      if (range[1] > range[0] && open.delete(column)) found.push({ block: over, range })
  const first = blocks[over]
  const own = new Set(cells.map(({ column }) => column))
  for (const { column, range, header } of first?.cells ?? [])
    if (header && own.has(column)) found.push({ block: first?.id ?? id, range })
  return found
}

export const standingOf = (
  outline: Outline,
  names: NamePlaces,
  entry: readonly Block[],
  named: Printed | null,
): Standing => {
  const [first] = entry
  if (!first || !named) return { names, entry: [], heads: [] }
  const parts = entry.map((block): Printed => {
    const { text } = block.flow
    if (block.id !== named.block || block.kind === 'row') return { block: block.id, range: [0, text.length] }
    return { block: block.id, range: [named.range[0], endOfEntry(text, named.range[1])] }
  })
  const block = outline.blocks[named.block - 1] ?? first
  const label = labelBefore(block.flow.text, named.range[0])
  const own = label ? [{ block: block.id, range: label }] : []
  return { names, entry: parts, heads: [...own, ...cellsOver(outline, block), ...headsOver(outline, block)] }
}

const within = (index: PrintedWords, words: string, parts: readonly Printed[]): Printed | null => {
  for (const {
    block,
    range: [from, to],
  } of parts)
    for (const place of placesOf(index, words, new Set([block])))
      if (place.range[0] >= from && place.range[1] <= to) return place
  return null
}

/** Where words are printed as what somebody is: in their entry, beside their name, or over the entries that theirs is one of. */
export const saidOf = (outline: Outline, index: PrintedWords, standing: Standing, words: string): Printed | null =>
  within(index, words, standing.entry) ??
  besideName(outline, index, standing.names, words) ??
  within(index, words, standing.heads)

/** Words of an office that say nothing of whose it is. */
const anyones = new Set(
  'the of from for to and at in his her their its s mr madam mister hon right worship honour excellency representative representatives delegate delegation observer member spokesperson spokesman spokeswoman senator'.split(
    ' ',
  ),
)

const initialsIn = (text: string): string =>
  [...text.matchAll(/(?<!\p{L})\p{Lu}(?=\p{L})/gu)].map(([letter]) => letter).join('')

const chairing = /\b(?:took|takes|taking|in|assumed|resumed) the chair\b|\bchair(?:s|ed|ing)\b|\bpresid(?:ed|es|ing)\b/i
/** So far from a name it may be said that its bearer chaired, in characters. */
const besideChair = 80

/** Whether the record says that somebody chaired, without the word for who does. */
export const isChairing = (index: PrintedWords, { names, entry }: Standing): boolean => {
  const places = [...names].flatMap(([block, ranges]) => ranges.map((range) => ({ block, range })))
  return [...places, ...entry].some(({ block, range: [from, to] }) =>
    chairing.test(index.blocks.get(block)?.text.slice(Math.max(0, from - besideChair), to + besideChair) ?? ''),
  )
}

/** Whether a word is printed of somebody, or begins as one that is: "Norlandish" as "Norland". */
const isSaidOf = (outline: Outline, index: PrintedWords, standing: Standing, word: string): boolean => {
  if (saidOf(outline, index, standing, word) !== null) return true
  const stem = word.slice(0, Math.max(4, word.length - 3))
  const places = [...standing.entry, ...standing.heads]
  return (
    word.length > 5 &&
    places.some((place) =>
      fold(textOf(outline, place))
        .split(' ')
        .some((one) => one.startsWith(stem)),
    )
  )
}

/** Whether the record ties an office, a body or a handle to a name, so that it may be called by it: "the Chair", "the CFO", "the delegate of Norland". */
export const isCalled = (outline: Outline, index: PrintedWords, standing: Standing, form: string): boolean => {
  const bare = form.replace(/^(?:(?:the|mr|madam|mister|madame)\s+)+(?=\S)/i, '')
  if (besideName(outline, index, standing.names, bare) !== null) return true
  if (isName(bare) || !isOffice(bare)) return false
  if (saidOf(outline, index, standing, bare) !== null) return true
  if (/^chair/i.test(bare) && isChairing(index, standing)) return true
  if (/^\p{Lu}{2,5}$/u.test(bare))
    return standing.entry.some((part) => initialsIn(textOf(outline, part)).includes(bare))
  const words = fold(bare)
    .split(' ')
    .filter((word) => !anyones.has(word))
  return words.length > 0 && words.every((word) => isSaidOf(outline, index, standing, word))
}

const textOf = ({ blocks }: Outline, { block, range }: Printed): string =>
  blocks[block - 1]?.flow.text.slice(...range) ?? ''

/** So much text before a name may say how its bearer took part: "Apologies were received from …". */
const longestLead = 240

/** Modes that cells of the rows above an entry are labels of. */
const modesInRows = ({ blocks }: Outline, entry: readonly Printed[]): Mode[] => {
  const own = blocks[(entry[0]?.block ?? 0) - 1]
  const found: Mode[] = []
  for (let id = (own?.id ?? 1) - 1; own?.table && blocks[id - 1]?.table === own.table && own.id - id < reach; id--)
    for (const { range } of blocks[id - 1]?.cells ?? []) {
      const mode = modeOfLabel(blocks[id - 1]?.flow.text.slice(...range) ?? '')
      if (mode !== null) found.push(mode)
    }
  return found
}

export interface PrintedModes {
  /** The entry and the sentence that it stands in, folded. */
  readonly own: string
  /** What the label right over it says. */
  readonly label: Mode | null
  /** What any label over it says, the nearest first. */
  readonly labels: readonly Mode[]
}

/** What the record prints of how somebody took part. */
export const modesOf = (outline: Outline, { entry, heads }: Standing): PrintedModes => {
  const modes = heads.map((head) => modeOfLabel(textOf(outline, head)))
  const texts = entry.map(({ block, range: [from, to] }) => {
    const text = outline.blocks[block - 1]?.flow.text ?? ''
    const lead = text.slice(Math.max(0, from - longestLead), from)
    return (lead.split(/[.:;]\s/).at(-1) ?? '') + text.slice(from, to)
  })
  const labels = [...modes.flatMap((mode) => mode ?? []), ...modesInRows(outline, entry)]
  return { own: fold(texts.join(' ')), label: modes[0] ?? null, labels }
}
