import type { Ask } from './ask.js'
import { html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { counted, followLink, queryLink } from './links.js'
import { type MeetingRow, meetingFields, meetingItems } from './lists.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'

export const seriesQuery = `# One series: its meetings, the newest first.
query Series($slug: String!, $after: String) {
  series(slug: $slug) {
    slug
    title
    meetings(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${meetingFields} } }
  }
}`

interface Answer {
  series: {
    slug: string
    title: string
    meetings: { totalCount: number; pageInfo: PageInfo; nodes: MeetingRow[] }
  } | null
}

/** The page of a series. A former slug redirects to the current one. */
export async function seriesPage(ask: Ask, slug: string, after: string | undefined): Promise<Page | Response> {
  const { series } = await ask<Answer>(seriesQuery, { slug, after })
  if (!series) return notFoundPage(`There is no series “${slug}” here.`)
  if (series.slug !== slug) return new Response(null, { status: 301, headers: { location: `/series/${series.slug}` } })
  const { title, meetings } = series
  const content = html`<header><p class="facts">Series</p>
<h1>${title}</h1>
<p class="more">${counted(meetings.totalCount, 'meeting')}. Its <a href="/themes?series=${slug}">themes</a>, <a href="/people?series=${slug}">people</a>, <a href="/organizations?series=${slug}">organizations</a>, <a href="/statistics?series=${slug}">statistics</a>.</p>
${followLink(`/series/${slug}/feed.xml`)}${queryLink(seriesQuery, { slug, after })}</header>
<h2>Meetings</h2>${meetingItems(meetings.nodes)}${pager(`/series/${slug}`, meetings.pageInfo)}`
  return shownPage({
    title: title,
    content,
    feed: { address: `/series/${slug}/feed.xml`, title: title },
  })
}
