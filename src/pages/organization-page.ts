import type { Ask } from './ask.js'
import { compareAddress } from './compare-page.js'
import { html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { allOf, bodyLink, counted, followLink, type Named, personLink, queryLink } from './links.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'
import { partFields, partSections } from './parts.js'
import { yearPicture } from './pictures/counted.js'
import { figure } from './pictures/picture.js'
import { remarkList, type Said, saidFragment } from './remark-list.js'

const parts = partFields('organizations')

export const organizationQuery = `# One body: its people, and what was said for it.
query Organization($slug: String!, $after: String) {
  organization(slug: $slug) {
    slug
    name
    aliases
    parent { slug name }
    people(first: 100) { totalCount nodes { slug name } }
    ${parts.fields}
    remarks(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Said } }
  }
}
${saidFragment}${parts.fragments}`

interface Answer {
  organization: {
    slug: string
    name: string
    aliases: string[]
    parent: Named | null
    people: { totalCount: number; nodes: Named[] }
    remarks: { totalCount: number; pageInfo: PageInfo; nodes: Said[] }
  } | null
}

/** The page of a body. A former slug, or that of a merged body, redirects to the current one. */
export async function organizationPage(ask: Ask, slug: string, after: string | undefined): Promise<Page | Response> {
  const [{ organization }, years] = await Promise.all([
    ask<Answer>(organizationQuery, { slug, after }),
    yearPicture(ask, 'organization', slug),
  ])
  if (!organization) return notFoundPage(`There is no organization “${slug}” here.`)
  if (organization.slug !== slug)
    return new Response(null, { status: 301, headers: { location: `/organizations/${organization.slug}` } })
  const { name, aliases, parent, people, remarks } = organization
  const content = html`<header><p class="facts">Organization${parent && html`, part of ${bodyLink(parent)}`}</p>
<h1>${name}</h1>
<p class="more">${counted(people.totalCount, 'person', 'people')}, ${counted(remarks.totalCount, 'remark')} for it.${aliases.length > 0 ? ` Also printed as ${aliases.join(', ')}.` : ''}</p>
<p class="more noprint"><a href="${compareAddress('organizations', slug)}">Compare with another</a></p>${followLink(`/organizations/${slug}/feed.xml`)}${queryLink(organizationQuery, { slug, after })}</header>
${people.nodes.length > 0 ? html`<h2>People</h2><ul class="index">${people.nodes.map((person) => html`<li>${personLink(person)}</li>`)}</ul>${allOf(people.nodes.length, people.totalCount, 'people', `/people?organization=${slug}`)}` : null}
${years && years.columns > 1 && after === undefined ? html`<h2>Over the years</h2>${figure(years, `/organizations/${slug}/years.svg`)}` : null}
${after === undefined ? partSections('organizations', slug, { ...organization }) : null}
${remarks.nodes.length > 0 ? html`<h2>Said for it</h2>${remarkList(remarks.nodes, 'organization')}` : null}${pager(`/organizations/${slug}`, remarks.pageInfo)}`
  return shownPage({
    title: name,
    content,
    feed: { address: `/organizations/${slug}/feed.xml`, title: name },
  })
}
