import type { Element } from '../layout.js'
import type { Pieces } from '../record.js'
import { trimRange } from '../text/flow.js'

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

/** The descendants of these names, in document order, without looking inside of those that are found. */
export const outermost = (element: Element, names: ReadonlySet<string>): Element[] => {
  const found: Element[] = []
  const look = (inside: Element): void => {
    for (const child of inside.children) {
      if (names.has(child.name)) found.push(child)
      else look(child)
    }
  }
  look(element)
  return found
}

/** The first descendant of one of these names. */
export const firstOf = (element: Element | null, ...names: string[]): Element | null => {
  for (const child of element?.children ?? []) {
    const found = names.includes(child.name) ? child : firstOf(child, ...names)
    if (found) return found
  }
  return null
}
