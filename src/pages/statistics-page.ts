import type { Ask } from './ask.js'
import { html } from './html.js'
import { shownPage } from './layout.js'
import {
  bodyLink,
  counted,
  joined,
  type Named,
  personLink,
  queryLink,
  seriesLink,
  type Titled,
  themeLink,
} from './links.js'
import { narrowedBy, narrowedTo } from './narrowing.js'
import type { Page } from './page.js'
import { barsPicture } from './pictures/bars.js'
import { type ExchangeCount, exchangesPicture } from './pictures/exchanges.js'
import { drawn, type Picture } from './pictures/picture.js'
import { type Year, yearsPicture } from './pictures/years.js'
import { ofYear, remarksAddress } from './remarks-page.js'

export const statisticsQuery = `# How much was said, when, on what, by whom and for whom, and who answered whom.
query Statistics($series: [String!]) {
  statistics(filter: { series: $series }) {
    meetings remarks responses people organizations themes decisions motions voteEvents actionItems
    byYear { year remarks }
    byTheme(first: 20) { theme { slug title } remarks }
    byPerson(first: 20) { person { slug name } remarks }
    byOrganization(first: 20) { organization { slug name } remarks }
    exchanges(first: 30) { from { slug name } to { slug name } responses }
  }
  allSeries(first: 50) { nodes { slug title } }
}`

interface Answer {
  statistics: Record<
    'meetings' | 'remarks' | 'responses' | 'people' | 'organizations' | 'themes' | 'decisions' | 'motions',
    number
  > & {
    byYear: Year[]
    byTheme: { theme: Titled; remarks: number }[]
    byPerson: { person: Named; remarks: number }[]
    byOrganization: { organization: Named | null; remarks: number }[]
    exchanges: ExchangeCount[]
  }
  allSeries: { nodes: Titled[] }
}

/** The numbers of the archive, or of one series, as pictures; each bar leads to the remarks that it counts. */
export async function statisticsPage(ask: Ask, parameters: URLSearchParams): Promise<Page> {
  const narrowed = narrowedBy(['series'], parameters)
  const { series } = narrowed
  const of = series === undefined ? {} : { series }
  const [{ statistics, allSeries }, only] = await Promise.all([
    ask<Answer>(statisticsQuery, { series }),
    narrowedTo(ask, '/statistics', of),
  ])
  const years = statistics.byYear.map((each) => (each.year === null ? each : { ...each, link: ofYear(each.year, of) }))
  const bodies = statistics.byOrganization.flatMap(({ organization, remarks }) =>
    organization ? [{ organization, remarks }] : [],
  )
  const bars = (name: string, title: string, rows: Parameters<typeof barsPicture>[0]['bars']): Picture | null =>
    rows.length === 0
      ? null
      : barsPicture({ name, title: `${title} by number of remarks`, heads: [title, 'Remarks'], bars: rows })
  const pictures = [
    years.length > 0 ? yearsPicture('Remarks by year', years) : null,
    bars(
      'by-theme',
      'Themes',
      statistics.byTheme.map(({ theme, remarks }) => ({
        label: theme.title,
        link: themeLink(theme),
        address: remarksAddress({ ...of, theme: theme.slug }),
        count: remarks,
      })),
    ),
    bars(
      'by-person',
      'People',
      statistics.byPerson.map(({ person, remarks }) => ({
        label: person.name,
        link: personLink(person),
        address: remarksAddress({ ...of, person: person.slug }),
        count: remarks,
      })),
    ),
    bars(
      'by-body',
      'Organizations',
      bodies.map(({ organization, remarks }) => ({
        label: organization.name,
        link: bodyLink(organization),
        address: remarksAddress({ ...of, organization: organization.slug }),
        count: remarks,
      })),
    ),
    statistics.exchanges.length > 0 ? exchangesPicture(statistics.exchanges) : null,
  ].filter((picture) => picture !== null)
  const content = html`<h1>Statistics</h1>${only}
<p class="lead">${counted(statistics.remarks, 'remark')} at ${counted(statistics.meetings, 'meeting')}, ${statistics.responses.toLocaleString('en')} of them answers; ${counted(statistics.people, 'person', 'people')}, ${counted(statistics.organizations, 'organization')}, ${counted(statistics.themes, 'theme')}; ${counted(statistics.decisions, 'decision')}, ${counted(statistics.motions, 'motion')}.</p>
${series === undefined && allSeries.nodes.length > 1 ? html`<p class="more">Of one series: ${joined(allSeries.nodes.map(({ slug, title }) => html`<a href="/statistics?series=${slug}">${title}</a>`))}</p>` : null}${series === undefined ? null : html`<p class="more">${joined(allSeries.nodes.filter(({ slug }) => slug === series).map(seriesLink))}</p>`}
${pictures.map((picture) => html`<section><h2>${picture.title}</h2>${drawn(picture)}</section>`)}
${queryLink(statisticsQuery, { series })}`
  return shownPage({ title: 'Statistics', content })
}
