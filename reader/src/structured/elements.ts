import type { Element } from '../layout.js'
import type { Pieces } from '../record.js'
import { trimRange } from '../text/flow.js'

/** An element that holds nothing, where one is asked of that is not there. */
export const nothing: Element = { name: '', attributes: {}, start: 0, end: 0, parent: null, children: [] }

type Range = readonly [start: number, end: number]

/** The lines of `[start, end)` that say something, less what is left out; `without` is in order. */
export const linesOf = (text: string, [start, end]: Range, without: readonly Range[] = []): Pieces => {
  const pieces: Pieces = []
  let from = start
  for (const [open, close] of [...without, [end, end] as const]) {
    // An empty element parts nothing.
    if (close < from || (open === close && close < end)) continue
    addLines(text, from, Math.min(open, end), pieces)
    from = Math.max(from, close)
  }
  return pieces
}

const addLines = (text: string, start: number, end: number, pieces: Pieces): void => {
  let from = start
  while (from < end) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 || newline > end ? end : newline
    const line = trimRange(text, from, to)
    if (line) pieces.push(line)
    from = to + 1
  }
}

/** The words of an element on one line. */
export const wordsOf = (text: string, { start, end }: Element): string =>
  text.slice(start, end).replace(/\s+/g, ' ').trim()

/** The first descendant of one of these names. */
export const firstOf = (element: Element | null, ...names: string[]): Element | null => {
  for (const child of element?.children ?? []) {
    const found = names.includes(child.name) ? child : firstOf(child, ...names)
    if (found) return found
  }
  return null
}

/** What a reference points to, without its sign, file and path: "#ada-roe" and "/ontology/person/ada-roe" are "ada-roe". */
export const bareReference = (reference: string): string => {
  const trimmed = reference.trim()
  const sign = trimmed.lastIndexOf('#')
  if (sign >= 0) return trimmed.slice(sign + 1)
  const path = trimmed.replace(/\/+$/, '')
  return path.slice(path.lastIndexOf('/') + 1)
}

/** An identifier longer than this names nobody. */
const longest = 200

const capitalized = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1)

/**
 * An identifier as a name that people can read: "AdaDeLaRoe" is "Ada De La Roe", "mr-b-roe" is "Mr B Roe". One with digits is
 * a number of somebody's, and stays as it is.
 */
export const readableIdentifier = (reference: string): string => {
  const bare = bareReference(reference).slice(0, longest)
  const last = bare
    .slice(bare.lastIndexOf('/') + 1)
    .replace(/^(?:person|party|org|organization|role)[.:_-](?=\p{L})/iu, '')
    // A year of birth tells namesakes apart.
    .replace(/(?<=\p{L})[._-](?:1[89]|20)\d{2}$/u, '')
  if (/\d/.test(last)) return last
  const words = last
    .replace(/(?<!Mc)(?<!Mac)(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[\s._-]+/)
    .filter((word) => word !== '')
  return words.map(capitalized).join(' ') || bare || 'nobody'
}
