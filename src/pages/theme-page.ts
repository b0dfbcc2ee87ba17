import type { Ask } from './ask.js'
import { compareAddress } from './compare-page.js'
import { html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { counted, followLink, joined, type Named, personLink, queryLink, seriesLink, type Titled } from './links.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'
import { partFields, partSections } from './parts.js'
import { remarkList, type Said, saidFragment } from './remark-list.js'

const parts = partFields('themes')

export const themeQuery = `# What was said on one theme, in every record that has it.
query Theme($slug: String!, $after: String) {
  theme(slug: $slug) {
    slug
    title
    series { slug title }
    speakers(first: 50) { totalCount nodes { slug name } }
    ${parts.fields}
    remarks(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Said } }
  }
}
${saidFragment}${parts.fragments}`

interface Answer {
  theme: {
    slug: string
    title: string
    series: Titled | null
    speakers: { totalCount: number; nodes: Named[] }
    remarks: { totalCount: number; pageInfo: PageInfo; nodes: Said[] }
  } | null
}

/** The page of a theme. A former slug redirects to the current one. */
export async function themePage(ask: Ask, slug: string, after: string | undefined): Promise<Page | Response> {
  const { theme } = await ask<Answer>(themeQuery, { slug, after })
  if (!theme) return notFoundPage(`There is no theme “${slug}” here.`)
  if (theme.slug !== slug) return new Response(null, { status: 301, headers: { location: `/themes/${theme.slug}` } })
  const { series, speakers, remarks } = theme
  const content = html`<header><p class="facts">Theme${series && html` of ${seriesLink(series)}`}</p>
<h1>${theme.title}</h1>
<p class="more">${counted(remarks.totalCount, 'remark')}${speakers.nodes.length > 0 ? html`, raised by ${joined(speakers.nodes.map(personLink))}${speakers.totalCount > speakers.nodes.length ? html`, <a href="/people?theme=${slug}">and others</a>` : null}` : null}</p>
<p class="more noprint"><a href="${compareAddress('themes', slug)}">Compare with another</a></p>${followLink(`/themes/${slug}/feed.xml`)}${queryLink(themeQuery, { slug, after })}</header>
${after === undefined ? partSections('themes', slug, { ...theme }) : null}
<h2>Remarks</h2>${remarkList(remarks.nodes, 'theme')}${pager(`/themes/${slug}`, remarks.pageInfo)}`
  return shownPage({
    title: theme.title,
    content,
    feed: { address: `/themes/${slug}/feed.xml`, title: theme.title },
  })
}
