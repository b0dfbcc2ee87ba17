import { html } from '../html.js'
import { type Picture, shortened, widthOf } from './picture.js'

/** What held from one day to another, as far as records state it. */
export interface Span {
  label: string
  /** ISO 8601. */
  from: string
  to: string
}

const row = 24
/** In characters. */
const MAX_LABEL_LENGTH = 42
const width = 720

/** Lines in time, one below the other in the order of their beginning, over a scale of years; null if all are of one day. */
export function timelinePicture(title: string, spans: readonly Span[]): Omit<Picture, 'table'> | null {
  const ordered = spans.toSorted((one, other) => one.from.localeCompare(other.from) || one.to.localeCompare(other.to))
  const years = spans.flatMap(({ from, to }) => [yearOf(from), yearOf(to)])
  const [first, last] = [Math.floor(Math.min(...years)), Math.floor(Math.max(...years)) + 1]
  if (spans.length === 0 || ordered.every(({ from, to }) => from === to && from === ordered[0]?.from)) return null
  const labels = ordered.map(({ label }) => shortened(label, MAX_LABEL_LENGTH))
  const left = Math.min(300, Math.max(...labels.map(widthOf))) + 10
  const at = (year: number) => Math.round(left + ((year - first) / (last - first)) * (width - left - 20))
  const every = Math.ceil((last - first) / 8)
  const scale = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => first + i * every)
  const bottom = ordered.length * row + 6
  return {
    name: 'affiliations',
    title,
    description: ordered.map(({ label, from, to }) => `${label}: ${from} to ${to}`).join('; '),
    width,
    height: bottom + 24,
    content: html`${scale.map(
      (year) =>
        html`<line class="line" x1="${at(year)}" x2="${at(year)}" y1="0" y2="${bottom}"/><text class="soft num" x="${at(year)}" y="${bottom + 16}" text-anchor="middle">${year}</text>`,
    )}${ordered.map(
      ({ from, to }, i) => html`
<text x="${left - 10}" y="${i * row + 18}" text-anchor="end">${labels[i] ?? ''}</text><rect class="bar" x="${at(yearOf(from)) - 2}" y="${i * row + 9}" width="${Math.max(5, at(yearOf(to)) - at(yearOf(from)) + 4)}" height="8" rx="4"><title>${from} to ${to}</title></rect>`,
    )}`,
  }
}

/** A day as a number of years: 2031-07-02 is 2031.5. */
const yearOf = (day: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return year + (month - 1) / 12 + (date - 1) / 366
}
