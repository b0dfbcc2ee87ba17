import type { Finding } from '../findings.js'
import type { Block, Furniture, Outline, Range } from '../outline/outline.js'
import { emptyRoster, type Roster } from '../people/roster.js'
import { cutsWord, wholeWordsAt } from '../text/whole-words.js'
import type { MeetingLine, NobodyLine, RemarkLine, ThemeLine } from './proposal.js'

/** What rules have found so far. Rooms add to it in the order front matter, list of those present, speech. */
export interface Draft {
  readonly outline: Outline
  readonly roster: Roster
  meeting: MeetingLine['meeting'] | null
  readonly themes: ThemeLine[]
  readonly remarks: RemarkLine[]
  readonly nobody: NobodyLine[]
  /** Ids of blocks that are read already: front matter, lists of people. Speech passes over them. */
  readonly taken: Set<number>
  readonly furniture: Furniture[]
  readonly findings: Finding[]
}

/** A draft before anything is read. */
export const emptyDraft = (outline: Outline): Draft => ({
  outline,
  roster: emptyRoster(),
  meeting: null,
  themes: [],
  remarks: [],
  nobody: [],
  taken: new Set(),
  furniture: [],
  findings: [],
})

/** A stretch of one block's words. */
export interface Stretch {
  readonly block: Block
  readonly range: Range
}

/** A passage in the way a line of a proposal names it. */
export interface Passage {
  readonly ids: string
  readonly starts?: string
  readonly ends?: string
}

const trimmed = (text: string, [start, end]: Range): Range => {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text.charAt(from))) from++
  while (to > from && /\s/.test(text.charAt(to - 1))) to--
  return [from, to]
}

/** So many letters are given of an edge, and as many more until they stand nowhere else. */
const edgeLength = 24

/** The nearest offset from one on, forwards or backwards, that cuts no word. */
const wholeFrom = (text: string, at: number, step: 1 | -1): number => {
  let to = at
  while (to > 0 && to < text.length && cutsWord(text, to)) to += step
  return to
}

/** The words by which the beginning of a passage is found in its first sentence; undefined where it begins with the sentence. */
const startsOf = (text: string, sentence: Range, from: number, to: number): string | undefined => {
  if (from <= sentence[0]) return undefined
  const until = Math.min(sentence[1], to)
  for (let end = from; ; ) {
    end = Math.min(wholeFrom(text, end + edgeLength, 1), until)
    const words = text.slice(from, end).trim()
    if (end === until || wholeWordsAt(text, words, [sentence[0], sentence[1]]) === from) return words
  }
}

/** Likewise of the end, in its last sentence. */
const endsOf = (text: string, sentence: Range, from: number, to: number): string | undefined => {
  if (to >= sentence[1]) return undefined
  const start = Math.max(sentence[0], from)
  for (let begin = to; ; ) {
    begin = Math.max(wholeFrom(text, begin - edgeLength, -1), start)
    const words = text.slice(begin, to).trim()
    const isLast = text.lastIndexOf(words, sentence[1] - words.length) === to - words.length
    if (begin === start || isLast) return words
  }
}

/**
 * Names stretches of the record by ids and words. Stretches are in order; only the first may begin, and only the last may end, inside
 * of a sentence: what lies between in a sentence that is cut on both sides counts as a whole.
 */
export const passageOf = (stretches: readonly Stretch[]): Passage => {
  const parts: string[] = []
  let starts: string | undefined
  let ends: string | undefined
  stretches.forEach(({ block, range }, i) => {
    const text = block.flow.text
    const [from, to] = trimmed(text, range)
    const covered = block.sentences.filter(({ range: [a, b] }) => b > from && a < to)
    const [first, last] = [covered[0], covered.at(-1)]
    if (!first || !last) return
    if (i === 0) starts = startsOf(text, first.range, from, to)
    if (i === stretches.length - 1) ends = endsOf(text, last.range, from, to)
    parts.push(first === last ? first.id : `${first.id}-${last.id}`)
  })
  return { ids: joined(parts), ...(starts === undefined ? {} : { starts }), ...(ends === undefined ? {} : { ends }) }
}

/** Ranges that follow each other block by block stay apart: "4-4,5-6" is as good as "4-6", and is what was meant. */
const joined = (parts: readonly string[]): string => parts.join(',')
