import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { shownPage } from './layout.js'
import { counted, type Named, queryLink } from './links.js'
import { bodyItems, type MeetingRow, meetingItems, type PersonRow, personItems, themeItems } from './lists.js'
import type { Page } from './page.js'
import { type PageInfo, pager } from './pager.js'

interface List<Row> {
  title: string
  query: string
  items: (rows: readonly Row[]) => Html
}

const queryOf = (name: string, fields: string) => `# All ${name}.
query All($after: String) {
  rows: ${name}(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${fields} } }
}`

const list = <Row>(title: string, name: string, fields: string, items: List<Row>['items']) => ({
  title,
  query: queryOf(name, fields),
  items: (rows: readonly unknown[]) => items(rows as readonly Row[]), // as selected by `fields`
})

/** The list pages, by path. */
export const lists = {
  '/meetings': list<MeetingRow>(
    'Meetings',
    'meetings',
    'slug title date dateText venue series { title }',
    meetingItems,
  ),
  '/themes': list<{ slug: string; title: string }>('Themes', 'themes', 'slug title', themeItems),
  '/people': list<PersonRow>('People', 'people', 'slug name organization { slug name }', personItems),
  '/organizations': list<Named>('Organizations', 'organizations', 'slug name', bodyItems),
} satisfies Record<string, List<unknown>>

export type ListPath = keyof typeof lists

export const isListPath = (path: string): path is ListPath => Object.hasOwn(lists, path)

interface Answer {
  rows: { totalCount: number; pageInfo: PageInfo; nodes: unknown[] }
}

/** A page that lists everything of one kind. */
export async function listPage(ask: Ask, path: ListPath, after: string | undefined): Promise<Page> {
  const { title, query, items } = lists[path]
  const { rows } = await ask<Answer>(query, { after })
  const content = html`<h1>${title}</h1>
<p class="more">${counted(rows.totalCount, 'in all', 'in all')}.</p>
${queryLink(query, { after })}
${items(rows.nodes)}${pager(path, rows.pageInfo)}`
  return shownPage({ title, content })
}
