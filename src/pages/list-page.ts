import { byName as organizationsByName } from '../organization/organization-order.js'
import { byName as peopleByName } from '../person/person-order.js'
import type { Order } from '../schema/order.js'
import { byTitle } from '../theme/theme-order.js'
import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { shownPage } from './layout.js'
import { letterRow } from './letters.js'
import { counted, type Named, queryLink } from './links.js'
import {
  bodyItems,
  type MeetingRow,
  meetingFields,
  meetingItems,
  type PersonRow,
  personItems,
  seriesItems,
  type Titled,
  themeItems,
} from './lists.js'
import { addressOf, type NodeKind, narrowedBy, narrowedTo, narrowingForm } from './narrowing.js'
import { type Settled, settledFragment, settledItems } from './outcome-list.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'

interface List<Row> {
  title: string
  query: string
  items: (rows: readonly Row[]) => Html
  /** What words are looked for in; null if the list takes none. */
  words: string | null
  /** The nodes that it can be narrowed to. */
  kinds: readonly NodeKind[]
  /** The order by name that it has; null if it has another. */
  byLetter: Order | null
}

interface ListOptions<Row> {
  title: string
  /** The field of Query, and the fields of its rows. */
  name: string
  fields: string
  items: (rows: readonly Row[]) => Html
  /** The filter's field for words, and the label of it. */
  words?: { field: string; label: string }
  kinds?: readonly NodeKind[]
  byLetter?: Order
  /** A condition of the filter that always holds. */
  only?: string
  /** A fragment that `fields` spreads. */
  fragment?: string
}

/** So many rows are on a page: more are also reached by their letter. */
const pageSize = 100

function list<Row>({
  title,
  name,
  fields,
  items,
  words,
  kinds = [],
  byLetter,
  only,
  fragment = '',
}: ListOptions<Row>): List<unknown> {
  const declared = [...(words ? ['$q: String'] : []), ...kinds.map((kind) => `$${kind}: [String!]`), '$after: String']
  const given = [
    ...(only ? [only] : []),
    ...(words ? [`${words.field}: $q`] : []),
    ...kinds.map((kind) => `${kind}: $${kind}`),
  ]
  const filter = given.length > 0 ? `, filter: { ${given.join(', ')} }` : ''
  return {
    title,
    query: `# All ${title.toLowerCase()}, or those of what is given.
query List(${declared.join(', ')}) {
  rows: ${name}(first: ${pageSize}, after: $after${filter}) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } }
}
${fragment}`,
    items: (rows: readonly unknown[]) => items(rows as readonly Row[]), // as selected by `fields`
    words: words?.label ?? null,
    kinds,
    byLetter: byLetter ?? null,
  }
}

/** A list of outcomes. */
const settled = (title: string, name: string, only?: string): List<unknown> =>
  list<Settled>({
    title,
    name,
    fields: '...Settled',
    fragment: settledFragment,
    items: settledItems,
    words: { field: 'text', label: 'Words of it' },
    kinds: ['series', 'meeting', 'theme', 'organization', 'person'],
    ...(only === undefined ? {} : { only }),
  })

/** The list pages, by path. */
export const lists = {
  '/meetings': list<MeetingRow>({
    title: 'Meetings',
    name: 'meetings',
    fields: meetingFields,
    items: meetingItems,
    words: { field: 'text', label: 'Words of the title or of the record' },
    kinds: ['series', 'theme', 'organization', 'person'],
  }),
  '/series': list<Titled>({ title: 'Series', name: 'allSeries', fields: 'slug title', items: seriesItems }),
  '/themes': list<Titled>({
    title: 'Themes',
    name: 'themes',
    fields: 'slug title',
    items: themeItems,
    words: { field: 'title', label: 'Words of the title' },
    kinds: ['series', 'meeting', 'person'],
    byLetter: byTitle,
  }),
  '/people': list<PersonRow>({
    title: 'People',
    name: 'people',
    fields: 'slug name organization { slug name }',
    items: personItems,
    words: { field: 'name', label: 'Part of the name' },
    kinds: ['series', 'meeting', 'theme', 'organization'],
    byLetter: peopleByName,
  }),
  '/organizations': list<Named>({
    title: 'Organizations',
    name: 'organizations',
    fields: 'slug name',
    items: bodyItems,
    words: { field: 'name', label: 'Part of the name' },
    kinds: ['series', 'meeting'],
    byLetter: organizationsByName,
  }),
  '/decisions': settled('Decisions', 'decisions'),
  '/motions': settled('Motions', 'motions'),
  '/action-items': settled('Open action items', 'actionItems', 'isDone: false'),
} satisfies Record<string, List<unknown>>

export type ListPath = keyof typeof lists

export const isListPath = (path: string): path is ListPath => Object.hasOwn(lists, path)

interface Answer {
  rows: { totalCount: number; pageInfo: PageInfo; nodes: unknown[] }
}

/** A page that lists everything of one kind, or what fits the address's parameters. */
export async function listPage(ask: Ask, path: ListPath, parameters: URLSearchParams): Promise<Page> {
  const { title, query, items, words, kinds, byLetter }: List<unknown> = lists[path]
  const after = parameters.get('after') ?? undefined
  const narrowed = narrowedBy(kinds, parameters)
  const [{ rows }, only] = await Promise.all([
    ask<Answer>(query, { ...narrowed, after }),
    narrowedTo(ask, path, narrowed),
  ])
  const content = html`<h1>${title}</h1>
${only}
<p class="more">${counted(rows.totalCount, 'in all', 'in all')}.</p>
${words && narrowingForm(path, narrowed, words)}
${byLetter && (rows.totalCount > pageSize || after !== undefined) ? letterRow(path, narrowed, byLetter) : null}
${rows.nodes.length > 0 ? items(rows.nodes) : html`<p>Nothing fits.</p>`}${pager(addressOf(path, narrowed), rows.pageInfo)}
${queryLink(query, { ...narrowed, after })}`
  return shownPage({ title, content })
}
