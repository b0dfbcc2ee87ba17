import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { shownPage } from './layout.js'
import { bodyLink, type Named, personLink, queryLink, themeLink } from './links.js'
import { placeLink, type Settled, settledFacts, settledFragment } from './outcome-list.js'
import { dotted } from './outcome-words.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'
import { searchForm, searchScript } from './search-form.js'

export const searchQuery = `# What was said, by its words, and whatever is called so.
query Search($query: String!, $after: String) {
  search(query: $query, first: 20, after: $after) {
    totalCount
    totalCountIsExact
    pageInfo { hasNextPage endCursor }
    edges {
      snippet
      matches { start end }
      node {
        __typename
        ... on Remark { permalink citation speaker { slug name } party { slug name } theme { slug title } }
        ... on Paragraph { permalink citation }
        ...Settled
        ... on Person { slug name organization { slug name } }
        ... on Organization { slug name }
        ... on Theme { slug title }
        ... on Meeting { slug title date }
      }
    }
  }
}
${settledFragment}`

type Found =
  | {
      __typename: 'Statement' | 'Response'
      permalink: string
      citation: string
      speaker: Named | null
      party: Named | null
      theme: { slug: string; title: string } | null
    }
  | { __typename: 'Paragraph'; permalink: string; citation: string }
  | Settled
  | ({ __typename: 'Person'; organization: Named | null } & Named)
  | ({ __typename: 'Organization' } & Named)
  | { __typename: 'Theme'; slug: string; title: string }
  | { __typename: 'Meeting'; slug: string; title: string; date: string | null }

interface Edge {
  snippet: string
  matches: { start: number; end: number }[]
  node: Found
}

interface Answer {
  search: { totalCount: number; totalCountIsExact: boolean; pageInfo: PageInfo; edges: Edge[] }
}

/** The results page of a search, best first. */
export async function searchPage(ask: Ask, query: string, after: string | undefined): Promise<Page> {
  const words = query.replaceAll('\0', '').trim()
  const results = words === '' ? null : await found(ask, words, after)
  const content = html`<h1>Search</h1>${searchForm(query, results)}`
  return shownPage({ title: words === '' ? 'Search' : `Search: ${words}`, content, script: searchScript })
}

async function found(ask: Ask, query: string, after: string | undefined): Promise<Html> {
  const { search } = await ask<Answer>(searchQuery, { query, after })
  const { totalCount, totalCountIsExact, edges, pageInfo } = search
  return html`<p class="more">${totalCount === 0 ? 'Nothing is found.' : `${totalCount.toLocaleString('en')}${totalCountIsExact ? '' : '+'} found.`}</p>
<ol class="found">${edges.map(item)}</ol>${pager(`/search?q=${encodeURIComponent(query)}`, pageInfo)}
${queryLink(searchQuery, { query, after })}`
}

const kinds: Record<Found['__typename'], string> = {
  Statement: 'Statement',
  Response: 'Response',
  Paragraph: 'Paragraph',
  Decision: 'Decision',
  Motion: 'Motion',
  VoteEvent: 'Vote',
  ActionItem: 'Action item',
  Person: 'Person',
  Organization: 'Organization',
  Theme: 'Theme',
  Meeting: 'Meeting',
}

const item = (edge: Edge): Html => html`
<li><span class="kind">${kinds[edge.node.__typename]}</span> ${shown(edge)}</li>`

function shown({ node, snippet, matches }: Edge): Html {
  const text = lit(snippet, matches)
  switch (node.__typename) {
    case 'Statement':
    case 'Response': {
      const by = node.speaker ? personLink(node.speaker) : node.party ? bodyLink(node.party) : html`nobody named`
      return html`${by}${node.theme && html` <span class="count">on ${themeLink(node.theme)}</span>`}<p>${text} ${placeLink(node)}</p>`
    }
    case 'Paragraph':
      return html`<p>${text} ${placeLink(node)}</p>`
    case 'Decision':
    case 'Motion':
    case 'VoteEvent':
    case 'ActionItem':
      return html`<p>${text} ${placeLink(node)}</p><span class="count">${dotted(settledFacts(node))}</span>`
    case 'Person':
      return html`${personLink(node)}${node.organization && html` <span class="count">${node.organization.name}</span>`}`
    case 'Organization':
      return bodyLink(node)
    case 'Theme':
      return themeLink(node)
    case 'Meeting':
      return html`<a href="/meetings/${node.slug}">${node.title}</a> <span class="count">${node.date ?? 'undated'}</span>`
  }
}

/** A text with its matches marked. */
function lit(text: string, matches: Edge['matches']): Html[] {
  const ends = [0, ...matches.map(({ end }) => end)]
  return [
    ...matches.map(({ start, end }, i) => html`${text.slice(ends[i], start)}<mark>${text.slice(start, end)}</mark>`),
    html`${text.slice(ends.at(-1))}`,
  ]
}
