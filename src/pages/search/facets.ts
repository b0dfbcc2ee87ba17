import { type Html, html } from '../html.js'
import { drawn } from '../pictures/picture.js'
import { yearsPicture } from '../pictures/years.js'
import { type Asked, type KindName, kinds, searchAddress } from './asked.js'

/** The fields of the counts that the page of a search shows. */
export const countFields = `total isExact byKind { ...Numbered } bySeries { ...Numbered } byPerson { ...Numbered } byOrganization { ...Numbered } byTheme { ...Numbered } byYear { ...Numbered }`
export const countFragment = `
fragment Numbered on SearchCount { value name results }`

export interface Count {
  value: string
  name: string
  results: number
}

export type Counts = Record<'byKind' | 'bySeries' | 'byPerson' | 'byOrganization' | 'byTheme' | 'byYear', Count[]> & {
  total: number
  isExact: boolean
}

/** How many of each list are shown at once; the others open. */
const SHOWN = 6

/** What the results have in common, each a link to those of that kind alone, and how many there are of each year. */
export function facets(counts: Counts, asked: Asked): Html | null {
  const link =
    (parameter: string) =>
    ({ value, name, results }: Count) =>
      html`<a href="${searchAddress({ ...asked, [parameter]: value })}">${name}</a> <span class="count">${results.toLocaleString('en')}</span>`
  const ofNodes = (parameter: keyof Asked, title: string, found: readonly Count[]) =>
    asked[parameter] !== undefined || found.length === 0 ? null : row(title, found.map(link(parameter)))
  const byKind = counts.byKind.flatMap(({ value, results }) => {
    const kind = (Object.keys(kinds) as KindName[]).find((name) => kinds[name].type === value)
    return kind ? [link('kind')({ value: kind, name: kinds[kind].name, results })] : []
  })
  const rows = [
    asked.kind === undefined && byKind.length > 1 ? row('Kind', byKind) : null,
    ofNodes('person', 'By', counts.byPerson),
    ofNodes('organization', 'For', counts.byOrganization),
    ofNodes('theme', 'On', counts.byTheme),
    ofNodes('series', 'In', counts.bySeries),
  ].filter((each) => each !== null)
  const years = counts.byYear.length > 1 ? yearsOf(counts.byYear, asked) : null
  if (rows.length === 0 && years === null) return null
  return html`<nav class="facets noprint" aria-label="Narrow the results">${rows}${years}</nav>`
}

const row = (title: string, links: readonly Html[]): Html => html`
<div><b>${title}</b><ul>${items(links.slice(0, SHOWN))}${
  links.length > SHOWN
    ? html`<li><details><summary>more</summary><ul>${items(links.slice(SHOWN))}</ul></details></li>`
    : null
}</ul></div>`

const items = (links: readonly Html[]) => links.map((link) => html`<li>${link}</li>`)

const yearsOf = (found: readonly Count[], asked: Asked): Html =>
  drawn(
    yearsPicture(
      'Remarks with these words by year',
      found.map(({ value, results }) => ({
        year: Number(value),
        remarks: results,
        link: searchAddress({ ...asked, from: `${value}-01-01`, to: `${value}-12-31` }),
      })),
    ),
  )
