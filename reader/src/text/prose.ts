import { type Layout, marksWithin } from '../layout.js'
import type { Pieces } from '../record.js'
import { matchesAtSigns } from './at-signs.js'

type Range = readonly [start: number, end: number]

/**
 * The running text of a document as it is read aloud: paragraphs, one after another, without marks of emphasis, note
 * references, escapes and line ends. Names, sentences and speakers are looked for in `text`; `at` says where in the source each
 * of its characters stands, -1 between two paragraphs.
 */
export interface Prose {
  readonly source: string
  readonly text: string
  readonly at: Int32Array
  /** Stretches of `text` that are printed bold, in italics or underlined, in order. */
  readonly stressed: readonly Range[]
}

/** Marks that stand for no words: emphasis, a note's reference, the address of a link, an escape, a superscript number. */
const mark =
  /(?<![\p{L}\p{N}])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\p{N}])|(?<=[\p{L}.,;”’"])\(\d{1,2}\)(?=\s|$)|(?<=\S)\s?\[\^?\d{1,3}\](?:\([^()\s]{0,200}\))?|\[(?=[^[\]]{1,200}\]\([^()\s]{1,400}\))|\]\([^()\s]{1,400}\)|\\(?=[^\p{L}\p{N}\s])|[\u00b9\u00b2\u00b3\u2070-\u2079]+|<\/?(?:sup|sub|b|i|em|strong|u)>/uy

interface Writer {
  /** Words and single spaces, one after another. */
  readonly parts: string[]
  /** How many characters they are. */
  length: number
  /** The last of them: '' before the first. */
  last: string
  readonly at: Int32Array
  readonly stressed: [number, number][]
}

const isSpace = (code: number): boolean =>
  code === 32 || (code < 33 && code > 8 && code !== 14) || (code > 127 && /\s/.test(String.fromCharCode(code)))

/** The stretches of a line that its syntax or its layout stresses, as offsets of the source. */
const stressedIn = (source: string, layout: Layout, start: number, end: number): Range[] => {
  const marked = marksWithin(layout, start, end, 'strong', 'emphasis', 'underline').map(
    (one): Range => [one.start, one.end],
  )
  if (layout.length > 0) return marked
  const line = source.slice(start, end)
  if (!/[*_]/.test(line)) return []
  const found = [...line.matchAll(/(?<![\p{L}\p{N}])([*_]{1,3})(?=\S)([^*_]{1,400}?)\1(?![\p{L}\p{N}])/gu)]
  return found.map((match) => [start + match.index, start + match.index + match[0].length])
}

/** What any such mark begins with. */
const markStart = /[*_[\]\\<\u00b9\u00b2\u00b3\u2070-\u2079]|\((?=\d)|\s(?=\[)/g

/** Where the marks of a line stand that are no words. */
const silentIn = (source: string, layout: Layout, start: number, end: number): Range[] => {
  const notes = marksWithin(layout, start, end, 'footnote-reference').map((one): Range => [one.start, one.end])
  const raised = marksWithin(layout, start, end, 'superscript')
    .filter((one) => /^\s*\[?\d{1,3}\]?\s*$/.test(source.slice(one.start, one.end)))
    .map((one): Range => [one.start, one.end])
  const line = source.slice(start, end)
  const syntax = matchesAtSigns(line, markStart, mark).map(
    (match): Range => [start + match.index, start + match.index + match[0].length],
  )
  return [...notes, ...raised, ...syntax].sort((a, b) => a[0] - b[0])
}

const writeSpace = (writer: Writer, offset: number): void => {
  if (writer.last === '' || writer.last === '\n' || writer.last === ' ') return
  writer.at[writer.length++] = offset
  writer.parts.push(' ')
  writer.last = ' '
}

const writeWord = (writer: Writer, word: string, offset: number): void => {
  for (let i = 0; i < word.length; i++) writer.at[writer.length++] = offset + i
  writer.parts.push(word)
  writer.last = word.slice(-1)
}

const word = /\S+/g

/** Writes words as they stand; of white space between them the first character. */
const write = (writer: Writer, source: string, start: number, end: number): void => {
  const text = source.slice(start, end)
  let from = 0
  for (const { 0: found, index } of text.matchAll(word)) {
    if (index > from) writeSpace(writer, start + from)
    writeWord(writer, found, start + index)
    from = index + found.length
  }
  if (from < text.length) writeSpace(writer, start + from)
}

/** The index of the first character from `low` on that was written from `offset` or behind it. */
const firstFrom = ({ at, length }: Writer, from: number, offset: number): number => {
  let [low, high] = [from, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const writeLine = (writer: Writer, source: string, layout: Layout, [start, end]: Range): void => {
  const silent = silentIn(source, layout, start, end)
  const stressed = stressedIn(source, layout, start, end)
  const from = writer.length
  let at = start
  for (const [a, b] of silent) {
    if (a > at) write(writer, source, at, a)
    at = Math.max(at, b)
  }
  if (at < end) write(writer, source, at, end)
  for (const [a, b] of stressed) {
    const [first, last] = [firstFrom(writer, from, a), firstFrom(writer, from, b)]
    if (first < last) writer.stressed.push([first, last])
  }
}

/** Writes paragraphs, each given as the lines of its text, into one prose; `ranges` says where in it each of them stands. */
export const proseOf = (
  source: string,
  layout: Layout,
  paragraphs: readonly Pieces[],
): { readonly prose: Prose; readonly ranges: readonly Range[] } => {
  const most = paragraphs.reduce((sum, lines) => lines.reduce((all, [start, end]) => all + end - start + 1, sum + 1), 0)
  const writer: Writer = { parts: [], length: 0, last: '', at: new Int32Array(most), stressed: [] }
  const ranges = paragraphs.map((lines): Range => {
    const from = writer.length
    for (const [i, line] of lines.entries()) {
      if (i > 0) writeSpace(writer, line[0] - 1)
      writeLine(writer, source, layout, line)
    }
    if (writer.length > from && writer.last === ' ') {
      writer.parts.pop()
      writer.length--
    }
    const to = writer.length
    writer.at[writer.length++] = -1
    writer.parts.push('\n')
    writer.last = '\n'
    return [from, to]
  })
  const { parts, at, length, stressed } = writer
  return { prose: { source, text: parts.join(''), at: at.subarray(0, length), stressed }, ranges }
}

const lineEnd = /[\n\r\f\v\u0085\u2028\u2029]/

/** Whether no line ends between two places; most often one space is there. */
const isOneLine = (source: string, from: number, to: number): boolean =>
  (to - from === 1 && source.charCodeAt(from) === 32) || !lineEnd.test(source.slice(from, to))

/** Marks that stand right before or behind a word belong to it. */
const grown = (source: string, [start, end]: [number, number]): [number, number] => {
  let [from, to] = [start, end]
  while (from > 0 && /[*_]/.test(source[from - 1] ?? '')) from--
  while (to < source.length && /[*_]/.test(source[to] ?? '')) to++
  return [from, to]
}

/** The pieces of the source that `[start, end)` of a prose was written from, one for each line. */
export const proseSource = (prose: Prose, [start, end]: Range): Pieces => {
  const { source, at, text } = prose
  const pieces: [number, number][] = []
  let last: [number, number] | null = null
  for (let i = start; i < end; i++) {
    const offset = at[i] ?? -1
    if (offset < 0 || isSpace(text.charCodeAt(i))) continue
    if (last !== null && (offset === last[1] || isOneLine(source, last[1], offset))) last[1] = offset + 1
    else {
      last = [offset, offset + 1]
      pieces.push(last)
    }
  }
  const whole = pieces.map((piece) => grown(source, piece))
  return whole.map(([from, to], i) => [Math.max(from, whole[i - 1]?.[1] ?? 0), to])
}

/** How many characters of `[start, end)` the first stressed stretch in it holds. */
const stressedFrom = ({ stressed }: Prose, [start, end]: Range): number => {
  let [low, high] = [0, stressed.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stressed[middle]?.[1] ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const [from, to] = stressed[low] ?? [end, end]
  return Math.max(0, Math.min(end, to) - Math.max(start, from))
}

/** Whether most of `[start, end)` of a prose is stressed. */
export const isStressed = (prose: Prose, range: Range): boolean => stressedFrom(prose, range) * 2 > range[1] - range[0]

/** Whether all of it is, but for a mark at its end. */
export const isAllStressed = (prose: Prose, range: Range): boolean =>
  stressedFrom(prose, range) >= range[1] - range[0] - 1
