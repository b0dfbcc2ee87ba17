import type { Ask } from './ask.js'
import { type Html, html } from './html.js'
import { shownPage } from './layout.js'
import { counted, type Named, queryLink } from './links.js'
import {
  bodyItems,
  type MeetingRow,
  meetingFields,
  meetingItems,
  type PersonRow,
  personItems,
  themeItems,
} from './lists.js'
import { type Settled, settledFragment, settledItems } from './outcome-list.js'
import type { Page } from './page.js'
import { searchForm, searchResults, searchScript } from './search/search-form.js'

export const homeQuery = `# What is in the archive: the newest meetings and decisions, and the themes, people and bodies with most remarks.
query Home {
  meetings(first: 10) { totalCount nodes { ${meetingFields} } }
  themes(first: 24, orderBy: { field: REMARKS, direction: DESC }) { totalCount nodes { slug title } }
  people(first: 24, orderBy: { field: REMARKS, direction: DESC }) { totalCount nodes { slug name organization { slug name } } }
  organizations(first: 24, orderBy: { field: REMARKS, direction: DESC }) { totalCount nodes { slug name } }
  decisions(first: 5) { totalCount nodes { ...Settled } }
  actionItems(first: 5, filter: { isDone: false }) { totalCount nodes { ...Settled } }
}
${settledFragment}`

interface Rows<Row> {
  totalCount: number
  nodes: Row[]
}

interface Answer {
  meetings: Rows<MeetingRow>
  themes: Rows<{ slug: string; title: string }>
  people: Rows<PersonRow>
  organizations: Rows<Named>
  decisions: Rows<Settled>
  actionItems: Rows<Settled>
}

/** The home page: what is in the archive, and a search form. */
export async function homePage(ask: Ask): Promise<Page> {
  const { meetings, themes, people, organizations, decisions, actionItems } = await ask<Answer>(homeQuery)
  const content = html`<h1>What was said, by whom, and where it stands</h1>
<p class="lead">${counted(meetings.totalCount, 'meeting')}, ${counted(themes.totalCount, 'theme')}, ${counted(people.totalCount, 'person', 'people')} and ${counted(organizations.totalCount, 'organization')}, each sentence with its place in the record.</p>
${searchForm()}${searchResults()}
${meetings.totalCount === 0 ? empty : null}
${section('Meetings', '/meetings', meetings, meetingItems)}
${section('Decisions', '/decisions', decisions, settledItems)}
${section('Open action items', '/action-items', actionItems, settledItems)}
${section('Themes', '/themes', themes, themeItems)}
${section('People', '/people', people, personItems)}
${section('Organizations', '/organizations', organizations, bodyItems)}
${queryLink(homeQuery)}
<p class="more noprint">For programs: <a href="/graphql">GraphQL</a>, <a href="/schema.graphql">its schema</a>, <a href="/export.ndjson">everything as NDJSON</a>, <a href="/feed.xml">what has changed</a>.</p>`
  return shownPage({ title: 'Rapporteur', content, script: searchScript })
}

const empty = html`<p>There is no record here yet. <a href="/upload">Add one here</a>, or by <code>npx rapporteur ingest minutes.txt</code>.</p>`

function section<Row>(title: string, path: string, { totalCount, nodes }: Rows<Row>, items: (rows: Row[]) => Html) {
  if (nodes.length === 0) return null
  const more =
    totalCount > nodes.length
      ? html`<p class="more"><a href="${path}">All ${totalCount.toLocaleString('en')} ${title.toLowerCase()}</a></p>`
      : null
  return html`
<section><h2>${title}</h2>${items(nodes)}${more}</section>`
}
