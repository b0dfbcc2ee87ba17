import { type Affiliation, affiliationTable } from './affiliation-table.js'
import type { Ask } from './ask.js'
import { compareAddress } from './compare-page.js'
import { html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { allOf, counted, followLink, queryLink, type Titled, themeLink } from './links.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'
import { partFields, partSections } from './parts.js'
import { yearPicture } from './pictures/counted.js'
import { figure } from './pictures/picture.js'
import { remarkList, type Said, saidFragment } from './remark-list.js'

const parts = partFields('people')

export const personQuery = `# One person over the years: titles and bodies as records state them, and what the person said.
query Person($slug: String!, $after: String) {
  person(slug: $slug) {
    slug
    name
    printedNames
    affiliations { title status note firstStated lastStated organization { slug name } }
    themes(first: 50) { totalCount nodes { slug title } }
    meetings(first: 0) { totalCount }
    ${parts.fields}
    remarks(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...Said } }
  }
}
${saidFragment}${parts.fragments}`

interface Answer {
  person: {
    slug: string
    name: string
    printedNames: string[]
    affiliations: Affiliation[]
    themes: { totalCount: number; nodes: Titled[] }
    meetings: { totalCount: number }
    remarks: { totalCount: number; pageInfo: PageInfo; nodes: Said[] }
  } | null
}

/** The page of a person. A former slug, or that of a merged person, redirects to the current one. */
export async function personPage(ask: Ask, slug: string, after: string | undefined): Promise<Page | Response> {
  const [{ person }, years] = await Promise.all([
    ask<Answer>(personQuery, { slug, after }),
    yearPicture(ask, 'person', slug),
  ])
  if (!person) return notFoundPage(`There is nobody “${slug}” here.`)
  if (person.slug !== slug) return new Response(null, { status: 301, headers: { location: `/people/${person.slug}` } })
  const { name, printedNames, affiliations, themes, meetings, remarks } = person
  const others = printedNames.filter((printed) => printed !== name)
  const content = html`<header><p class="facts">Person</p>
<h1>${name}</h1>
<p class="more">${counted(remarks.totalCount, 'remark')} in <a href="/meetings?person=${slug}">${counted(meetings.totalCount, 'meeting')}</a>.${others.length > 0 ? ` Also printed as ${others.join(', ')}.` : ''}</p>
<p class="more noprint"><a href="${compareAddress('people', slug)}">Compare with another</a></p>${followLink(`/people/${slug}/feed.xml`)}${queryLink(personQuery, { slug, after })}</header>
${affiliations.length > 0 ? affiliationTable(affiliations) : null}
${themes.nodes.length > 0 ? html`<h2>Themes</h2><ul class="index">${themes.nodes.map((theme) => html`<li>${themeLink(theme)}</li>`)}</ul>${allOf(themes.nodes.length, themes.totalCount, 'themes', `/themes?person=${slug}`)}` : null}
${years && years.columns > 1 && after === undefined ? html`<h2>Over the years</h2>${figure(years, `/people/${slug}/years.svg`)}` : null}
${after === undefined ? partSections('people', slug, { ...person }) : null}
${remarks.nodes.length > 0 ? html`<h2>Remarks</h2>${remarkList(remarks.nodes, 'person')}` : null}${pager(`/people/${slug}`, remarks.pageInfo)}`
  return shownPage({
    title: name,
    content,
    feed: { address: `/people/${slug}/feed.xml`, title: name },
  })
}
