import type { Html } from '../html.js'
import { html } from '../html.js'
import { type Picture, shortened, widthOf } from './picture.js'

/** One bar with what is written beside it. */
export interface Bar {
  label: string
  /** The name in the table; by default the label. */
  link?: Html
  /** Where what it counts is. */
  address?: string
  count: number
}

/** What is drawn, and what the whole is called. */
export interface BarsOptions {
  name: string
  title: string
  /** The table's headings for the bars and for their numbers. */
  heads: [string, string]
  bars: readonly Bar[]
}

const row = 24
/** In characters. */
const MAX_LABEL_LENGTH = 42
const width = 720

/** A bar chart in the given order, with the number after each bar. */
export function barsPicture({ name, title, heads, bars }: BarsOptions): Picture {
  const labels = bars.map(({ label }) => shortened(label, MAX_LABEL_LENGTH))
  const left = Math.min(300, Math.max(0, ...labels.map(widthOf))) + 10
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const length = (count: number) => Math.round((count / most) * (width - left - 50))
  return {
    name,
    title,
    description: bars.map(({ label, count }) => `${label}: ${count}`).join('; '),
    width,
    height: bars.length * row + 8,
    isLinked: bars.some(({ address }) => address !== undefined),
    content: html`${bars.map(({ count, address }, i) => {
      const drawn = html`<text x="${left - 10}" y="${i * row + 18}" text-anchor="end">${labels[i] ?? ''}</text> <rect class="bar" x="${left}" y="${i * row + 5}" width="${Math.max(1, length(count))}" height="${row - 8}" rx="2"/><text class="soft num" x="${left + length(count) + 8}" y="${i * row + 18}">${count}</text>`
      return address === undefined
        ? html`
${drawn}`
        : html`
<a href="${address}"><rect class="whole" x="0" y="${i * row}" width="${width}" height="${row}"/>${drawn}</a>`
    })}`,
    table: table(heads, bars),
  }
}

/** The same numbers as a table. */
const table = ([what, number]: [string, string], bars: readonly Bar[]) => html`<table>
<thead><tr><th scope="col">${what}</th><th scope="col" class="num">${number}</th></tr></thead>
<tbody>${bars.map(({ label, link, count }) => html`<tr><th scope="row">${link ?? label}</th><td class="num">${count}</td></tr>`)}</tbody></table>`
