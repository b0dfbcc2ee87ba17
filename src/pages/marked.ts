import { type Html, html } from './html.js'
import type { ReadParagraph } from './load-meeting.js'

/**
 * A paragraph's text with a place to jump to where each remark begins, and with the passages that the record gives to nobody
 * set off. Remarks may lie inside one another or share their words, so that their places are empty and no markup has to nest.
 */
export function marked({ text, pieces, remarks, unattributed }: ReadParagraph): Html[] {
  const at = (place: number) => offsetInText(pieces, place, text.length)
  const places = remarks.map((remark) => ({ id: remark.id, at: at(remark.pieces[0] ?? 0) }))
  const passages = unattributed.flatMap((passage) => pairs(passage.pieces)).map(([start, end]) => [at(start), at(end)])
  const cuts = new Set([0, text.length, ...places.map((place) => place.at), ...passages.flat()])
  return [...cuts]
    .sort((a, b) => a - b)
    .map((start, i, all) => {
      const words = text.slice(start, all[i + 1] ?? text.length)
      const anchors = places
        .filter((place) => place.at === start)
        .map(({ id }) => html`<span id="remark-${id}"></span>`)
      const isNobodys = passages.some(([from = 0, to = 0]) => from <= start && start < to)
      return html`${anchors}${isNobodys ? html`<span class="nobody">${words}</span>` : words}`
    })
}

const pairs = (offsets: readonly number[]): [number, number][] =>
  offsets.flatMap((start, i): [number, number][] => (i % 2 === 0 ? [[start, offsets[i + 1] ?? start]] : []))

/** Where a place of the source stands in a text that is the source's pieces joined by one space. */
export function offsetInText(pieces: readonly number[], place: number, length: number): number {
  let before = 0
  for (const [start, end] of pairs(pieces)) {
    if (place <= end) return Math.min(before + Math.max(place - start, 0), length)
    before += end - start + 1
  }
  return length
}
