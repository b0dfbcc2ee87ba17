import { type Html, html } from './html.js'
import type { ReadParagraph } from './load-meeting.js'

/**
 * A paragraph's text with a place to jump to where each remark begins. Remarks may lie inside one another or share their words,
 * so that the places are empty and no markup has to nest.
 */
export function marked({ text, pieces, remarks }: ReadParagraph): Html[] {
  const starts = remarks.map((remark) => ({
    id: remark.id,
    at: offsetInText(pieces, remark.pieces[0] ?? 0, text.length),
  }))
  starts.sort((a, b) => a.at - b.at)
  const parts: Html[] = []
  let done = 0
  for (const { id, at } of starts) {
    parts.push(html`${text.slice(done, at)}<span id="remark-${id}"></span>`)
    done = at
  }
  return [...parts, html`${text.slice(done)}`]
}

/** Where a place of the source stands in a text that is the source's pieces joined by one space. */
export function offsetInText(pieces: readonly number[], place: number, length: number): number {
  let before = 0
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const [start = 0, end = 0] = pieces.slice(i, i + 2)
    if (place < end) return Math.min(before + Math.max(place - start, 0), length)
    before += end - start + 1
  }
  return length
}
