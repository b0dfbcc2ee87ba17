import { html } from '../html.js'
import type { Picture } from './picture.js'

/** The remarks of one year. */
export interface Year {
  /** Null for undated meetings. */
  year: number | null
  remarks: number
  /** Where they are. */
  link?: string
}

const tall = 140
const width = 720

/** A column for every year from the first to the last, even without remarks; undated meetings last. */
export function yearsPicture(title: string, counted: readonly Year[]): Picture & { columns: number } {
  const years = withGaps(counted)
  const step = Math.min(64, (width - 10) / Math.max(1, years.length))
  const most = Math.max(1, ...years.map(({ remarks }) => remarks))
  const every = Math.ceil(40 / step)
  const columns = years.map((each, i) => {
    const height = Math.round((each.remarks / most) * (tall - 24))
    const middle = Math.round(i * step + step / 2)
    const labelled = i % every === 0
    const title = html`<title>${nameOf(each)}: ${each.remarks}</title>`
    const bar = html`<rect class="bar" x="${Math.round(i * step + step * 0.15)}" y="${tall - height}" width="${Math.max(1, Math.round(step * 0.7))}" height="${height}" rx="2">${title}</rect>`
    return html`
${each.link === undefined || each.remarks === 0 ? bar : html`<a href="${each.link}" aria-label="${nameOf(each)}: ${each.remarks}"><rect class="whole" x="${Math.round(i * step)}" y="0" width="${Math.max(1, Math.round(step))}" height="${tall + 22}"/>${bar}</a>`}${
  labelled || each.remarks === most
    ? html`<text class="num" x="${middle}" y="${tall - height - 6}" text-anchor="middle">${each.remarks}</text>`
    : null
}${labelled ? html`<text class="soft num" x="${middle}" y="${tall + 17}" text-anchor="middle">${nameOf(each)}</text>` : null}`
  })
  return {
    columns: years.length,
    name: 'years',
    isLinked: counted.some(({ link }) => link !== undefined),
    title,
    description: years.map((each) => `${nameOf(each)}: ${each.remarks}`).join('; '),
    width: Math.max(160, Math.ceil(years.length * step) + 10),
    height: tall + 26,
    content: html`${columns}<line class="line" x1="0" x2="${Math.ceil(years.length * step)}" y1="${tall}" y2="${tall}"/>`,
    table: html`<table>
<thead><tr><th scope="col">Year</th><th scope="col" class="num">Remarks</th></tr></thead>
<tbody>${years.map((each) => html`<tr><th scope="row">${each.link === undefined ? nameOf(each) : html`<a href="${each.link}">${nameOf(each)}</a>`}</th><td class="num">${each.remarks}</td></tr>`)}</tbody></table>`,
  }
}

const nameOf = ({ year }: Year) => (year === null ? 'undated' : String(year))

function withGaps(counted: readonly Year[]): Year[] {
  const dated = counted.flatMap(({ year, remarks }) => (year === null ? [] : [{ year, remarks }]))
  const undated = counted.filter(({ year }) => year === null)
  const [first] = dated
  const last = dated.at(-1)
  if (!first || !last) return undated
  const known = new Map(counted.map((each) => [each.year, each]))
  const all = Array.from({ length: last.year - first.year + 1 }, (_, i) => first.year + i)
  return [...all.map((year) => known.get(year) ?? { year, remarks: 0 }), ...undated]
}
