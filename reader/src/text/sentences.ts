import { whileReading } from '../once.js'
import { beforeNumbers, maybeLast, neverLast, sentenceOpeners } from './abbreviations.js'
import { trimRange } from './flow.js'

/** `[start, end)` of one sentence in a text, white space left out. */
export type Sentence = readonly [start: number, end: number]

/**
 * Intl.Segmenter (Unicode TR 29) copies its whole input for every segment it gives, so it gets windows of this many
 * characters: time stays linear in the text. A sentence that is longer than a window is put together from several.
 */
const windowSize = 2048

const segmenters = new Map<string, Intl.Segmenter>()

const segmenter = (language: string): Intl.Segmenter => {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

/** Where sentences may begin, by the Unicode rules alone. */
function* boundaries(text: string, language: string): Generator<number> {
  let from = 0
  while (from < text.length) {
    const window = text.slice(from, from + windowSize)
    const isLast = from + windowSize >= text.length
    let last = 0
    for (const { index } of segmenter(language).segment(window)) {
      if (index > 0) yield from + index
      last = index
    }
    // The last segment of a window may be cut short: it is read again with what follows, unless it fills the window.
    from += isLast ? window.length : last > 0 ? last : window.length
  }
}

const closing = '"\'”’)]'
const letterOrStop = /[\p{L}.]/u
const beforeWord = /[\s(["'“‘/]/

/** The word that a text ends in where a full stop follows it: "Dr" of "to (Dr.) "; without one, undefined. */
const lastWord = (text: string): string | undefined => {
  let end = text.trimEnd().length
  while (end > 0 && closing.includes(text.charAt(end - 1))) end--
  if (text[--end] !== '.') return undefined
  let start = end
  while (start > 0 && letterOrStop.test(text.charAt(start - 1))) start--
  const isWord = start < end && text[start] !== '.' && (start === 0 || beforeWord.test(text.charAt(start - 1)))
  return isWord ? text.slice(start, end) : undefined
}

const initial = /(?:^|[\s(.])\p{Lu}\.\s*$/u
const firstWord = /^["'“‘([]*([\p{L}]+)/u

/** Whether a boundary of the Unicode rules lies inside a sentence after all: after "Dr.", "No.", an initial. */
const isInsideSentence = (before: string, after: string): boolean => {
  const next = firstWord.exec(after)?.[1] ?? ''
  if (next !== '' && next === next.toLowerCase() && next !== next.toUpperCase()) return true
  const printed = lastWord(before)
  const word = printed?.toLowerCase()
  if (word === undefined) return false
  if (neverLast.has(word)) return true
  // "P. Roe" has an initial, "p. 5" a page.
  if (beforeNumbers.has(word) && !/^\p{Lu}$/u.test(printed ?? '')) return /^[\s(]*[\d§IVX]/.test(after)
  if (maybeLast.has(word)) return next === '' || !sentenceOpeners.has(next.toLowerCase())
  return initial.test(before) && !sentenceOpeners.has(next.toLowerCase())
}

/** The sentences of a text, in order. They cover all of it but the white space between them. */
export const sentencesOf = (text: string, language = 'en'): readonly Sentence[] => {
  const known = sentencesIn.get(language)
  if (known) return known(text)
  if (sentencesIn.size >= mostLanguages) return split(text, language)
  const found = whileReading((words) => split(words, language))
  sentencesIn.set(language, found)
  return found(text)
}

/** Sentences are remembered of so many languages: a language can be whatever a client says. */
const mostLanguages = 50
const sentencesIn = new Map<string, (text: string) => readonly Sentence[]>()

/** What a sentence can end with, and line ends. */
const terminal = /[\p{Sentence_Terminal}\u2024\n\r\u0085\u2028\u2029]/u

/** Whether no sentence ends before the end of a text, so that it need not be cut. */
const isOne = (text: string): boolean => {
  const at = text.search(terminal)
  return at < 0 || text.slice(at + 1).trim() === ''
}

const split = (text: string, language: string): readonly Sentence[] => {
  if (isOne(text)) {
    const range = trimRange(text, 0, text.length)
    return range ? [range] : []
  }
  const starts = [0]
  for (const at of boundaries(text, language)) {
    if (at <= (starts.at(-1) ?? 0)) continue
    if (!isInsideSentence(text.slice(Math.max(0, at - 40), at), text.slice(at, at + 40))) starts.push(at)
  }
  return starts.flatMap((start, i) => {
    const raw = text.slice(start, starts[i + 1] ?? text.length)
    const from = start + (raw.length - raw.trimStart().length)
    const to = start + raw.trimEnd().length
    return from < to ? [[from, to] as const] : []
  })
}
