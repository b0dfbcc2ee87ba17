import { GraphQLError } from 'graphql'
import type { Ask } from '../ask.js'
import { type Html, html } from '../html.js'
import { shownPage } from '../layout.js'
import { counted, followLink, queryLink } from '../links.js'
import { narrowedTo } from '../narrowing.js'
import type { Page } from '../page.js'
import { type PageInfo, pager } from '../pager.js'
import { type Asked, askedFor, chosen, declared, filter, searchAddress, variablesOf } from './asked.js'
import { type Counts, countFields, countFragment, facets } from './facets.js'
import { namedWords } from './named-words.js'
import { type FoundEdge, type FoundName, foundFragment, foundNames, foundTexts } from './results.js'
import { searchForm, searchResults, searchScript } from './search-form.js'

export const searchQuery = `# What was said, by its words; how much of it, by kind, speaker, body, theme, series and year; and whatever is called so.
query Search(${declared}, $in: [SearchTarget!], $order: SearchOrder, $after: String) {
  search(query: $query, in: $in, ${filter}, orderBy: $order, first: 20, after: $after) {
    pageInfo { hasNextPage endCursor }
    totalCount
    totalCountIsExact
    edges { ...Found }
  }
  searchCounts(query: $query, ${filter}) { ${countFields} }
}
${foundFragment}${countFragment}`

export const calledQuery = `query Called(${declared}) {
  search(query: $query, in: [PEOPLE, ORGANIZATIONS, THEMES, MEETINGS], ${filter}, first: 10) { edges { ...Found } }
}
${foundFragment}`

interface Answer {
  search: { pageInfo: PageInfo; totalCount: number; totalCountIsExact: boolean; edges: FoundEdge[] }
  searchCounts: Counts
}

/** The results page of a search, best first: texts, and behind them whatever is called so. Throws BAD_USER_INPUT. */
export async function searchPage(ask: Ask, parameters: URLSearchParams): Promise<Page> {
  const asked = askedFor(parameters)
  const { q: words = '' } = asked
  const [results, only] = await Promise.all([
    words === '' ? null : found(ask, asked, parameters.get('after') ?? undefined),
    narrowedTo(ask, '/search', asked),
  ])
  const content = html`<h1>Search</h1>${searchForm(words, choices(asked))}${only}${chosen(asked, '/search')}${searchResults(results)}`
  return shownPage({
    title: words === '' ? 'Search' : `Search: ${words}`,
    content,
    script: searchScript,
    ...(words === '' ? {} : { feed: { address: searchAddress(asked, '/search/feed.xml'), title: `Search: ${words}` } }),
  })
}

async function found(ask: Ask, asked: Asked, after: string | undefined): Promise<Html> {
  const { q = '', ...narrowed } = asked
  const variables = { ...variablesOf(asked), after }
  const { in: _, order: __, ...ofNames } = variablesOf(asked)
  const isFirst = after === undefined
  const [texts, names, byName] = await Promise.all([
    orRefusal(ask<Answer>(searchQuery, variables)),
    isFirst ? orRefusal(ask<{ search: { edges: FoundEdge<FoundName>[] } }>(calledQuery, ofNames)) : null,
    isFirst && Object.keys(narrowed).every((name) => name === 'order') ? namedWords(ask, q) : null,
  ])
  const called = names instanceof GraphQLError ? [] : (names?.search.edges ?? [])
  // A query of "the" and the like has no word by which texts are found, and may still be a name.
  if (texts instanceof GraphQLError && (names === null || names instanceof GraphQLError)) throw texts
  const answer = texts instanceof GraphQLError ? null : texts
  const link = called.length > 0 ? html` <a href="#called">${counted(called.length, 'name')}</a> with it.` : null
  return html`<p class="more">${answer ? totalOf(answer) : 'Nothing is found.'}${link}</p>${followLink(searchAddress(asked, '/search/feed.xml'))}
${isFirst && answer ? facets(answer.searchCounts, asked) : null}${byName}
${answer && html`${foundTexts(answer.search.edges)}${pager(searchAddress(asked), answer.search.pageInfo)}`}
${called.length > 0 ? html`<h2 id="called">Called so</h2>${foundNames(called)}` : null}
${queryLink(searchQuery, variables)}`
}

const totalOf = ({ search: { totalCount, totalCountIsExact } }: Answer): string =>
  totalCount === 0 ? 'Nothing is found.' : `${totalCount.toLocaleString('en')}${totalCountIsExact ? '' : '+'} found.`

/** What is asked for, or why the API refuses it. */
async function orRefusal<Data>(asked: Promise<Data>): Promise<Data | GraphQLError> {
  return asked.catch((error) => {
    if (error instanceof GraphQLError) return error
    throw error
  })
}

/** The days and the order, in the form; what else the results are narrowed to is kept with it. */
const choices = ({ q: _, from = '', to = '', order, ...kept }: Asked): Html => html`
<div class="choices"><label for="from">From</label><input id="from" name="from" type="date" value="${from}"><label for="to">to</label><input id="to" name="to" type="date" value="${to}"><label for="order">Order</label><select id="order" name="order"><option value="">best first</option><option value="newest"${order ? html` selected` : null}>newest first</option></select></div>${Object.entries(
  kept,
).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
