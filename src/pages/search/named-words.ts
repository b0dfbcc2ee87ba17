import { GraphQLError } from 'graphql'
import type { Ask } from '../ask.js'
import { type Html, html } from '../html.js'
import { counted } from '../links.js'
import { searchAddress } from './asked.js'
import { type FoundEdge, foundFragment, foundTexts } from './results.js'

/** How many words of a query can be a name, at its beginning or its end. */
const MAX_NAME = 3
/** A query with more words is no name with a word or two. */
const MAX_WORDS = 8
const SHOWN = 5

/** A query taken as a name and other words. */
interface Division {
  name: string
  words: string
}

interface Named {
  __typename: 'Person' | 'Organization'
  slug: string
  name: string
}

interface Candidate {
  kind: 'person' | 'organization'
  named: Named[]
  words: string
}

/**
 * The remarks of somebody with other words, where a query has their name and these words: "kamau depth". Null if the query is no such
 * thing, or nothing is found.
 */
export async function namedWords(ask: Ask, query: string): Promise<Html | null> {
  const divisions = divisionsOf(query)
  if (divisions.length === 0) return null
  try {
    const candidates = await candidatesOf(ask, divisions)
    for (const candidate of candidates) {
      const found = await saidBy(ask, candidate)
      if (found) return found
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error // one of the parts has no word that can be searched for
  }
  return null
}

/** Each way to take a query for a name and words, longer names first; none if it has signs of its own. */
function divisionsOf(query: string): Division[] {
  const words = query.split(/\s+/)
  const isPlain = words.every(
    (word) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u.test(word) && word.toLowerCase() !== 'or',
  )
  if (!isPlain || words.length < 2 || words.length > MAX_WORDS) return []
  const lengths = Array.from({ length: Math.min(MAX_NAME, words.length - 1) }, (_, i) => i + 1).toReversed()
  return lengths.flatMap((length) => [
    { name: words.slice(0, length).join(' '), words: words.slice(length).join(' ') },
    { name: words.slice(-length).join(' '), words: words.slice(0, -length).join(' ') },
  ])
}

const namesQuery = (count: number) => `query Names(${each(count, (i) => `$n${i}: String!`).join(', ')}) {
  ${each(count, (i) => `n${i}: search(query: $n${i}, in: [PEOPLE, ORGANIZATIONS], first: 5) { edges { score node { __typename ... on Person { slug name } ... on Organization { slug name } } } }`).join('\n  ')}
}`

const each = (count: number, text: (i: number) => string) => Array.from({ length: count }, (_, i) => text(i))

/** From this score on a name has the very words. */
const exact = 0.8

async function candidatesOf(ask: Ask, divisions: readonly Division[]): Promise<Candidate[]> {
  const variables = Object.fromEntries(divisions.map(({ name }, i) => [`n${i}`, name]))
  const answer = await ask<Record<string, { edges: { score: number; node: Named }[] }>>(
    namesQuery(divisions.length),
    variables,
  )
  return divisions.flatMap(({ words }, i) => {
    const named = (answer[`n${i}`]?.edges ?? []).flatMap(({ score, node }) => (score >= exact ? [node] : []))
    return (['Person', 'Organization'] as const).flatMap((type) => {
      const some = named.filter(({ __typename }) => __typename === type)
      return some.length > 0
        ? [{ kind: type === 'Person' ? 'person' : 'organization', named: some, words } as const]
        : []
    })
  })
}

const saidQuery = `query SaidBy($query: String!, $person: [String!], $organization: [String!]) {
  search(query: $query, in: [REMARKS], filter: { person: $person, organization: $organization }, first: ${SHOWN}) { totalCount edges { ...Found } }
}
${foundFragment}`

async function saidBy(ask: Ask, { kind, named, words }: Candidate): Promise<Html | null> {
  const slugs = named.map(({ slug }) => slug)
  const { search } = await ask<{ search: { totalCount: number; edges: FoundEdge[] } }>(saidQuery, {
    query: words,
    [kind]: slugs,
  })
  if (search.totalCount === 0) return null
  const links = named.map(
    ({ slug, name }, i) => html`${i > 0 ? ', ' : ''}<a href="${searchAddress({ q: words, [kind]: slug })}">${name}</a>`,
  )
  return html`<section class="by-name"><h2>“${words}” ${kind === 'person' ? 'by' : 'for'} ${links}</h2>
<p class="more">${counted(search.totalCount, 'remark')}.</p>${foundTexts(search.edges)}</section>`
}
