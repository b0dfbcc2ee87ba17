import { type Html, html } from '../html.js'
import { type Named, personLink } from '../links.js'
import { type Picture, shortened, widthOf } from './picture.js'

/** Who answered whom, and the number of responses. */
export interface ExchangeCount {
  from: Named
  to: Named
  responses: number
}

const cell = 28
const MAX_LABEL_LENGTH = 26
/** How many people of each side are drawn, those with the most responses; the table has all that were counted. */
const MAX_DRAWN = 30

/** A matrix of who answered (rows) whom (columns), with darker squares for more responses. */
export function exchangesPicture(exchanges: readonly ExchangeCount[]): Picture {
  const rows = byCount(exchanges, ({ from }) => from)
  const columns = byCount(exchanges, ({ to }) => to)
  const left = Math.max(80, ...rows.map(({ name }) => widthOf(shortened(name, MAX_LABEL_LENGTH)))) + 12
  const top =
    Math.round(Math.max(60, ...columns.map(({ name }) => widthOf(shortened(name, MAX_LABEL_LENGTH)))) * 0.72) + 20
  const highest = Math.max(1, ...exchanges.map(({ responses }) => responses))
  const x = (slug: string) => columns.findIndex((person) => person.slug === slug)
  const y = (slug: string) => rows.findIndex((person) => person.slug === slug)
  const drawn = exchanges.filter(({ from, to }) => x(to.slug) >= 0 && y(from.slug) >= 0)
  const wide = left + columns.length * cell
  return {
    name: 'exchanges',
    title: 'Who answered whom',
    description: `Rows: those who answered. Columns: those who were answered. ${drawn.map(sentence).join('; ')}`,
    width: wide + Math.round(top * 0.8),
    height: top + rows.length * cell + 6,
    content: html`${grid({ left, top, rows: rows.length, columns: columns.length })}${rows.map(
      ({ name }, i) => html`
<text x="${left - 10}" y="${top + i * cell + 18}" text-anchor="end">${shortened(name, MAX_LABEL_LENGTH)}</text>`,
    )}${columns.map(
      ({ name }, i) => html`
<text transform="translate(${left + i * cell + 17} ${top - 8}) rotate(-45)">${shortened(name, MAX_LABEL_LENGTH)}</text>`,
    )}${drawn.map(
      ({ from, to, responses }) => html`
<rect class="cell" x="${left + x(to.slug) * cell + 1}" y="${top + y(from.slug) * cell + 1}" width="${cell - 2}" height="${cell - 2}" rx="3" fill-opacity="${(0.16 + (0.3 * responses) / highest).toFixed(2)}"/><text class="num" x="${left + x(to.slug) * cell + cell / 2}" y="${top + y(from.slug) * cell + 18}" text-anchor="middle">${responses}</text>`,
    )}`,
    table: table(exchanges),
  }
}

const sentence = ({ from, to, responses }: ExchangeCount) => `${from.name} answered ${to.name}: ${responses}`

/** The people of one side, those with the most responses first. */
function byCount(exchanges: readonly ExchangeCount[], side: (exchange: ExchangeCount) => Named): Named[] {
  const counts = new Map<string, { person: Named; count: number }>()
  for (const exchange of exchanges) {
    const person = side(exchange)
    counts.set(person.slug, { person, count: (counts.get(person.slug)?.count ?? 0) + exchange.responses })
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, MAX_DRAWN)
    .map(({ person }) => person)
}

interface Grid {
  left: number
  top: number
  rows: number
  columns: number
}

const grid = ({ left, top, rows, columns }: Grid): Html[] => [
  ...Array.from(
    { length: rows + 1 },
    (_, i) =>
      html`<line class="line" x1="${left}" x2="${left + columns * cell}" y1="${top + i * cell}" y2="${top + i * cell}"/>`,
  ),
  ...Array.from(
    { length: columns + 1 },
    (_, i) =>
      html`<line class="line" y1="${top}" y2="${top + rows * cell}" x1="${left + i * cell}" x2="${left + i * cell}"/>`,
  ),
]

const table = (exchanges: readonly ExchangeCount[]) => html`<table>
<thead><tr><th scope="col">Who answered</th><th scope="col">Whom</th><th scope="col" class="num">Responses</th></tr></thead>
<tbody>${exchanges.map(({ from, to, responses }) => html`<tr><th scope="row">${personLink(from)}</th><td>${personLink(to)}</td><td class="num">${responses}</td></tr>`)}</tbody></table>`
