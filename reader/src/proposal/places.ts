import { labelOf } from '../labelled/label.js'
import type { Block, Outline, Range } from '../outline/outline.js'
import type { Pieces } from '../record.js'
import { piecesOf } from '../text/flow.js'
import { cutsWord } from '../text/whole-words.js'
import type { Passage, Stretch } from './draft.js'

/** Why a line, or a part of it, is not believed: the code of the finding, and what is wrong in words. */
export class Unproven extends Error {
  override readonly name = 'Unproven'
  constructor(
    readonly code: UnprovenCode,
    message: string,
  ) {
    super(message)
  }
}

export type UnprovenCode =
  | 'UNKNOWN_SENTENCE'
  | 'UNKNOWN_KEY'
  | 'UNPROVEN_NAME'
  | 'UNPROVEN_BODY'
  | 'UNPROVEN_TITLE'
  | 'UNPROVEN_DATE'
  | 'UNPROVEN_SPEAKER'
  | 'UNPROVEN_WORDS'
  | 'UNPROVEN_ACT'
  | 'UNPROVEN_PARTY'
  | 'UNPROVEN_VOTE'
  | 'ANSWERS_LATER'
  | 'OVERLAP'
  | 'MALFORMED_LINE'

/** Sentences by their place in the record, so that a range of them can be walked. */
export interface Sentences {
  readonly list: readonly Stretch[]
  /** The place of each sentence, and of each block's first and last. */
  readonly first: ReadonlyMap<string, number>
  readonly last: ReadonlyMap<string, number>
}

export const sentencesIn = ({ blocks }: Outline): Sentences => {
  const list: Stretch[] = []
  const [first, last] = [new Map<string, number>(), new Map<string, number>()]
  for (const block of blocks) {
    if (block.sentences.length === 0) continue
    first.set(`${block.id}`, list.length)
    for (const { id, range } of block.sentences) {
      if (!first.has(id)) first.set(id, list.length)
      last.set(id, list.length)
      list.push({ block, range })
    }
    last.set(`${block.id}`, list.length - 1)
  }
  return { list, first, last }
}

const placeIn = (places: ReadonlyMap<string, number>, id: string): number => {
  const place = places.get(id.trim())
  if (place === undefined) throw new Unproven('UNKNOWN_SENTENCE', `There is no sentence ${id.trim()}.`)
  return place
}

/** @throws Unproven for an id that is none, a range that runs backwards, or parts that overlap or are out of order */
export const stretchesOf = ({ list, first, last }: Sentences, ids: string): Stretch[] => {
  const found: Stretch[] = []
  let before = -1
  for (const part of ids.split(',')) {
    const [from = '', to = from] = part.split('-')
    const [start, end] = [placeIn(first, from), placeIn(last, to)]
    if (end < start) throw new Unproven('UNKNOWN_SENTENCE', `The range ${part.trim()} runs backwards.`)
    if (start <= before) throw new Unproven('UNKNOWN_SENTENCE', `The parts of ${ids} are not in the record's order.`)
    before = end
    for (const stretch of list.slice(start, end + 1)) found.push(stretch)
  }
  return found
}

/** White space as one space each, and where each letter stood. */
const flattened = (text: string, [from, to]: Range): { plain: string; places: number[] } => {
  const places: number[] = []
  let plain = ''
  for (let i = from; i < to; i++) {
    const one = text.charAt(i)
    if (/\s/.test(one) && plain.endsWith(' ')) continue
    plain += /\s/.test(one) ? ' ' : one
    places.push(i)
  }
  return { plain, places }
}

/** Where a passage begins, or ends if `isLast`, by its words at that edge: the first, or last, place where they are whole words. */
const edgeAt = (text: string, words: string, within: Range, isLast: boolean): number | null => {
  const { plain, places } = flattened(text, within)
  const flat = words.replace(/\s+/g, ' ').trim()
  const next = (at: number) =>
    isLast ? (at === 0 ? -1 : plain.lastIndexOf(flat, at - 1)) : plain.indexOf(flat, at + 1)
  if (flat === '') return null
  for (let at = isLast ? plain.lastIndexOf(flat) : plain.indexOf(flat); at >= 0; at = next(at)) {
    const [start, end] = [places[at] ?? 0, (places[at + flat.length - 1] ?? 0) + 1]
    if (!cutsWord(text, start) && !cutsWord(text, end)) return isLast ? end : start
  }
  return null
}

const ofPrograms: ReadonlySet<string> = new Set(['voice', 'chat', 'time'])

/** How long the label is that a block begins with which goes on with a remark: it is no word of what is said. */
const labelLength = (block: Block, as: string | undefined): number => {
  const label = labelOf(block)
  return label && (ofPrograms.has(label.mark) || (label.mark === 'colon' && label.text === as)) ? label.wordsAt : 0
}

/** A passage as stretches of blocks: neighbouring sentences of a block are one. Headings that a range passes over are no words of it. */
export const passageStretches = (sentences: Sentences, { ids, starts, ends }: Passage, as?: string): Stretch[] => {
  const all = stretchesOf(sentences, ids)
  const spoken = all.filter(({ block }) => block.kind !== 'heading')
  const used = spoken.length > 0 ? spoken : all
  const joined: { block: Block; range: [number, number]; first: Range; last: Range }[] = []
  for (const { block, range } of used) {
    const before = joined.at(-1)
    const isNext = before?.block === block && block.flow.text.slice(before.range[1], range[0]).trim() === ''
    if (before && isNext) {
      before.range[1] = range[1]
      before.last = range
    } else joined.push({ block, range: [...range], first: range, last: range })
  }
  const [head, tail] = [joined[0], joined.at(-1)]
  if (!head || !tail) throw new Unproven('UNKNOWN_SENTENCE', `Nothing stands in ${ids}.`)
  if (starts !== undefined) head.range[0] = edge(head.block, starts, head.first, ids, false)
  if (ends !== undefined) tail.range[1] = edge(tail.block, ends, tail.last, ids, true)
  if (tail.range[1] <= tail.range[0]) throw new Unproven('UNPROVEN_WORDS', `The passage ${ids} ends before it begins.`)
  for (const { block, range } of joined.slice(1))
    if (range[0] === 0) range[0] = Math.min(labelLength(block, as), range[1])
  return joined.map(({ block, range }) => ({ block, range })).filter(({ range: [from, to] }) => from < to)
}

const edge = (block: Block, words: string, within: Range, ids: string, isLast: boolean): number => {
  const found = edgeAt(block.flow.text, words, within, isLast)
  if (found === null)
    throw new Unproven(
      'UNPROVEN_WORDS',
      `“${words.slice(0, 80)}” does not stand in the sentence of ${ids} that it is to cut, as whole words.`,
    )
  return found
}

/** Pieces in the order of the source; a row whose cells go over several lines has its words in the order of its cells. */
export const inSourceOrder = (pieces: Pieces): Pieces => {
  const isInOrder = pieces.every(([start], i) => i === 0 || (pieces[i - 1]?.[1] ?? 0) <= start)
  return isInOrder ? pieces : [...pieces].sort((a, b) => a[0] - b[0])
}

export const piecesOfStretches = (stretches: readonly Stretch[]): Pieces =>
  inSourceOrder(stretches.flatMap(({ block, range }) => piecesOf(block.flow, ...range)))
