import type { Ask } from '../ask.js'
import { type Named, themeLink } from '../links.js'
import { ofYear } from '../remarks-page.js'
import { barsPicture } from './bars.js'
import { type ExchangeCount, exchangesPicture } from './exchanges.js'
import type { Picture } from './picture.js'
import { type Year, yearsPicture } from './years.js'

export const meetingCounts = `# Who answered whom at one meeting, and how much was said on each of its themes.
query Counts($slug: String!) {
  statistics(filter: { meeting: [$slug] }) {
    exchanges(first: 100) { from { slug name } to { slug name } responses }
    byTheme(first: 30) { theme { slug title } remarks }
  }
}`

interface MeetingCounts {
  statistics: {
    exchanges: ExchangeCount[]
    byTheme: { theme: { slug: string; title: string }; remarks: number }[]
  }
}

export type MeetingPicture = 'exchanges' | 'themes'

/** The pictures of a meeting, without those that would be empty. The slug must be that of a meeting. */
export async function meetingPictures(ask: Ask, slug: string): Promise<Partial<Record<MeetingPicture, Picture>>> {
  const { statistics } = await ask<MeetingCounts>(meetingCounts, { slug })
  const bars = statistics.byTheme.map(({ theme, remarks }) => ({
    label: theme.title,
    link: themeLink(theme),
    count: remarks,
  }))
  return {
    ...(statistics.exchanges.length > 0 ? { exchanges: exchangesPicture(statistics.exchanges) } : {}),
    ...(bars.length > 0
      ? {
          themes: barsPicture({
            name: 'by-theme',
            title: 'Themes by number of remarks',
            heads: ['Theme', 'Remarks'],
            bars,
          }),
        }
      : {}),
  }
}

export const yearCounts = {
  person: `# How much one person said in each year.
query Years($slug: String!) {
  person(slug: $slug) { slug name }
  statistics(filter: { person: [$slug] }) { byYear { year remarks } }
}`,
  organization: `# How much was said for one body in each year.
query Years($slug: String!) {
  organization(slug: $slug) { slug name }
  statistics(filter: { organization: [$slug] }) { byYear { year remarks } }
}`,
}

type YearCounts = Record<'person' | 'organization', Named | null> & { statistics: { byYear: Year[] } }

/** The remarks of a person or for a body over the years; null if there is no such person or body, or nothing was said. */
export async function yearPicture(ask: Ask, of: keyof typeof yearCounts, slug: string) {
  const { statistics, ...found } = await ask<YearCounts>(yearCounts[of], { slug })
  const who = found[of]
  return who && statistics.byYear.length > 0
    ? yearsPicture(
        `${who.name}: remarks by year`,
        statistics.byYear.map((each) =>
          each.year === null ? each : { ...each, link: ofYear(each.year, { [of]: slug }) },
        ),
      )
    : null
}
