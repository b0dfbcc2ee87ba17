import type { Ask } from '../ask.js'
import { notFoundPage } from '../layout.js'
import type { Page } from '../page.js'
import { askedFor, declared, filter, searchAddress, variablesOf } from '../search/asked.js'
import { type FoundEdge, type FoundText, foundFragment, raisersOf } from '../search/results.js'
import { type AtomEntry, atomPage } from './atom.js'

/** How many of the newest are in a feed. */
const SHOWN = 50

interface Dated {
  slug: string
  title: string
  date: string | null
  source: { ingestedAt: string }
}

interface Entered {
  text: string
  permalink: string
  speakerAsPrinted: string | null
  speakerRole: string | null
  speaker: { name: string } | null
  party: { name: string } | null
  theme: { title: string } | null
  meeting: Dated
}

const remarks = (root: string, name: string) => `# The newest remarks, for a feed.
query Followed($slug: String!) {
  of: ${root}(slug: $slug) {
    slug
    ${name}
    remarks(first: ${SHOWN}) { nodes {
      text permalink speakerAsPrinted speakerRole speaker { name } party { name } theme { title }
      meeting { slug title date source { ingestedAt } } } }
  }
}`

/** The queries of the feeds of remarks, by the folder of the addresses. */
export const followedQueries = {
  people: remarks('person', 'name'),
  organizations: remarks('organization', 'name'),
  themes: remarks('theme', 'name: title'),
}

export const followedSeriesQuery = `# The newest meetings of a series, for a feed.
query FollowedSeries($slug: String!) {
  of: series(slug: $slug) {
    slug
    name: title
    meetings(first: ${SHOWN}) { nodes { slug title date venue permalink source { ingestedAt } } }
  }
}`

/** Whose newest remarks or meetings have a feed. */
export type FollowedPath = keyof typeof followedQueries | 'series'

export const isFollowed = (path: string): path is FollowedPath =>
  path === 'series' || Object.hasOwn(followedQueries, path)

export interface FeedOptions {
  ask: Ask
  /** The server's public URL without a trailing slash. */
  origin: string
}

/** The feed of a person, a body, a theme or a series; a former slug redirects to that of the current one. */
export async function followedFeed({ ask, origin }: FeedOptions, path: FollowedPath, slug: string) {
  const { of, entries } = path === 'series' ? await meetingsOf(ask, slug) : await remarksOf(ask, path, slug)
  if (!of) return notFoundPage(`There is nothing “${slug}” here to follow.`)
  const address = `/${path}/${of.slug}`
  if (of.slug !== slug) return new Response(null, { status: 301, headers: { location: `${address}/feed.xml` } })
  return atomPage({ self: `${origin}${address}/feed.xml`, alternate: origin + address, title: of.name, entries })
}

interface Followed {
  slug: string
  name: string
}

async function remarksOf(ask: Ask, path: keyof typeof followedQueries, slug: string) {
  const { of } = await ask<{ of: (Followed & { remarks: { nodes: Entered[] } }) | null }>(followedQueries[path], {
    slug,
  })
  return { of, entries: of?.remarks.nodes.map(remarkEntry) ?? [] }
}

async function meetingsOf(ask: Ask, slug: string) {
  type Meeting = Dated & { venue: string | null; permalink: string }
  const { of } = await ask<{ of: (Followed & { meetings: { nodes: Meeting[] } }) | null }>(followedSeriesQuery, {
    slug,
  })
  const entries = (of?.meetings.nodes ?? []).map(({ permalink, title, date, venue, source }) => ({
    ...{ id: permalink, title, address: permalink, updated: source.ingestedAt, published: publishedOn(date) },
    text: [title, date, venue].filter(Boolean).join(', '),
  }))
  return { of, entries }
}

const publishedOn = (date: string | null) => (date === null ? null : `${date}T00:00:00Z`)

function remarkEntry({ text, permalink, theme, meeting, ...by }: Entered): AtomEntry {
  const name = by.speaker?.name ?? by.party?.name ?? by.speakerRole ?? by.speakerAsPrinted
  return entryOf({ text, permalink, meeting, names: name === null ? [] : [name], about: theme?.title ?? meeting.title })
}

interface EntryParts {
  text: string
  permalink: string
  meeting: Dated
  names: string[]
  about: string
}

const entryOf = ({ text, permalink, meeting, names, about }: EntryParts): AtomEntry => ({
  id: permalink,
  title: names.length > 0 ? `${names.join(', ')}: ${about}` : about,
  updated: meeting.source.ingestedAt,
  published: publishedOn(meeting.date),
  address: permalink,
  authors: names,
  text: `${text}\n\n${[meeting.title, meeting.date].filter(Boolean).join(', ')}`,
})

export const searchFeedQuery = `# What a search finds, the newest first, for a feed.
query SearchFeed(${declared}, $in: [SearchTarget!]) {
  search(query: $query, in: $in, ${filter}, orderBy: NEWEST, first: ${SHOWN}) { edges { ...Found } }
}
${foundFragment}`

/** The feed of a search. Throws BAD_USER_INPUT. */
export async function searchFeed({ ask, origin }: FeedOptions, parameters: URLSearchParams): Promise<Page> {
  const { order: _, ...asked } = askedFor(parameters)
  const { order: __, ...variables } = variablesOf(asked)
  const { search } = await ask<{ search: { edges: FoundEdge[] } }>(searchFeedQuery, variables)
  return atomPage({
    self: origin + searchAddress(asked, '/search/feed.xml'),
    alternate: origin + searchAddress(asked),
    title: `Search: ${asked.q ?? ''}`,
    entries: search.edges.map(({ node, snippet }) =>
      entryOf({
        text: wordsOf(node, snippet),
        permalink: node.permalink,
        meeting: node.meeting,
        names: raisersOf(node),
        about: node.meeting.title,
      }),
    ),
  })
}

const wordsOf = (node: FoundText, snippet: string): string => ('text' in node ? node.text : snippet)
