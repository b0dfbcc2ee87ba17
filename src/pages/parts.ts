import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { notFoundPage, shownPage } from './layout.js'
import { counted, queryLink } from './links.js'
import { type Cast, castFragment, castItems, type Settled, settledFragment, settledItems } from './outcome-list.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'

/** How many rows of a part are on the page of what has it; the part's own page has all. */
const SHOWN = 10

interface Part {
  /** The name in the address of its page. */
  path: string
  /** The connection of the API. */
  field: string
  title: string
  what: [one: string, several: string]
  row: { name: string; fragment: string; items: (rows: readonly unknown[]) => Html }
}

const settled = {
  name: 'Settled',
  fragment: settledFragment,
  items: (rows: readonly unknown[]) => settledItems(rows as readonly Settled[]), // as selected by the fragment
}
const cast = {
  name: 'Cast',
  fragment: castFragment,
  items: (rows: readonly unknown[]) => castItems(rows as readonly Cast[]),
}

const moved: Part = {
  ...{ path: 'moved', field: 'moved', title: 'Moved', what: ['motion moved', 'motions moved'], row: settled },
}
const seconded: Part = {
  ...{ path: 'seconded', field: 'seconded', title: 'Seconded', what: ['motion seconded', 'motions seconded'] },
  row: settled,
}
const votes: Part = { path: 'votes', field: 'votes', title: 'Votes', what: ['vote', 'votes'], row: cast }
const actions: Part = {
  ...{
    path: 'action-items',
    field: 'actionItems',
    title: 'To do',
    what: ['action item', 'action items'],
    row: settled,
  },
}
const outcomes: Part = {
  ...{ path: 'outcomes', field: 'outcomes', title: 'What was decided', what: ['outcome', 'outcomes'], row: settled },
}

interface Whole {
  /** The field of the API that finds it by slug. */
  root: string
  name: string
  parts: readonly Part[]
}

/** What people, bodies and themes have a part in, by the folder of their pages' addresses. */
const wholes = {
  people: { root: 'person', name: 'name', parts: [moved, seconded, votes, actions] },
  organizations: { root: 'organization', name: 'name', parts: [votes, actions] },
  themes: { root: 'theme', name: 'name: title', parts: [outcomes] },
} satisfies Record<string, Whole>

export type WholePath = keyof typeof wholes

interface Rows {
  totalCount: number
  nodes: unknown[]
}

const fragmentsOf = (parts: readonly Part[]) => [...new Set(parts.map(({ row }) => row.fragment))].join('')

/** The parts that pages show first of each, as fields of a query, with the fragments behind it. */
export const partFields = (path: WholePath) => ({
  fields: wholes[path].parts
    .map(({ field, row }) => `${field}(first: ${SHOWN}) { totalCount nodes { ...${row.name} } }`)
    .join('\n    '),
  fragments: fragmentsOf(wholes[path].parts),
})

/** The sections of a page about its parts, each with a link to the rest; what there is none of is left out. */
export const partSections = (path: WholePath, slug: string, answer: Readonly<Record<string, unknown>>): Html[] =>
  wholes[path].parts.map((part) => {
    const { totalCount, nodes } = answer[part.field] as Rows // as selected by `partFields`
    if (totalCount === 0) return html``
    const more =
      totalCount > nodes.length
        ? html`<p class="more"><a href="/${path}/${slug}/${part.path}">All ${counted(totalCount, ...part.what)}</a></p>`
        : null
    return html`
<section><h2>${part.title}</h2>${part.row.items(nodes)}${more}</section>`
  })

const partQuery = ({ root, name }: Whole, part: Part) => `# ${part.title}: all of them.
query Part($slug: String!, $after: String) {
  whole: ${root}(slug: $slug) {
    slug
    ${name}
    part: ${part.field}(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ...${part.row.name} } }
  }
}
${part.row.fragment}`

/** The queries of the pages of parts, by address. */
export const partQueries: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries<Whole>(wholes).flatMap(([path, whole]) =>
    whole.parts.map((part) => [`/${path}/…/${part.path}`, partQuery(whole, part)]),
  ),
)

interface Answer {
  whole: { slug: string; name: string; part: Rows & { pageInfo: PageInfo } } | null
}

/** The page of `/people/SLUG/votes` and the like; undefined if there is no such part. A former slug leads to the current one. */
export function partPage(
  ask: Ask,
  [path, slug, name]: readonly [string, string, string],
  after: string | undefined,
): (() => Promise<Page | Response>) | undefined {
  const whole = Object.entries<Whole>(wholes).find(([known]) => known === path)?.[1]
  const part = whole?.parts.find((each) => each.path === name)
  if (!whole || !part) return undefined
  return async () => {
    const query = partQuery(whole, part)
    const answer = await ask<Answer>(query, { slug, after })
    if (!answer.whole) return notFoundPage(`There is nothing “${slug}” here.`)
    const address = `/${path}/${answer.whole.slug}`
    if (answer.whole.slug !== slug)
      return new Response(null, { status: 301, headers: { location: `${address}/${name}` } })
    const { totalCount, nodes, pageInfo } = answer.whole.part
    const content = html`<header><p class="facts"><a href="${address}">${answer.whole.name}</a></p>
<h1>${part.title}</h1>
<p class="more">${counted(totalCount, ...part.what)}.</p>
${queryLink(query, { slug, after })}</header>
${part.row.items(nodes)}${pager(`${address}/${name}`, pageInfo)}`
    return shownPage({ title: `${part.title}: ${answer.whole.name}`, content })
  }
}
