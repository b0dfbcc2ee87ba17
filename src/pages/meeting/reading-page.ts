import type { Database } from '../../database/database.js'
import type { Ask } from '../ask.js'
import { type Html, html } from '../html.js'
import { notFoundPage, shownPage } from '../layout.js'
import { queryLink, seriesLink } from '../links.js'
import type { Page } from '../page.js'
import { meetingPictures } from '../pictures/counted.js'
import { figure } from '../pictures/picture.js'
import { attendeeTable } from './attendee-table.js'
import { copyScript } from './copy-script.js'
import { decided } from './decided.js'
import { desk } from './desk.js'
import { deskScript } from './desk-script.js'
import { findingTable } from './finding-table.js'
import { loadAttendances, loadFindings } from './load-margins.js'
import { loadMeeting, loadParagraphs, loadTurns, type ReadMeeting, type ReadParagraph } from './load-meeting.js'
import { loadOutcomes, type ReadOutcome } from './load-outcomes.js'
import { record } from './record.js'

export interface ReadingOptions {
  database: Database
  ask: Ask
  /** The server's public URL without a trailing slash. */
  baseUrl: string
}

/**
 * The reading page of a meeting, to which permalinks lead. A former slug redirects to the current one.
 */
export async function readingPage({ database, ask, baseUrl }: ReadingOptions, slug: string): Promise<Page | Response> {
  const meeting = await loadMeeting(database, slug)
  if (!meeting) return notFoundPage(`There is no meeting “${slug}” here.`)
  if (meeting.slug !== slug)
    return new Response(null, { status: 301, headers: { location: `/meetings/${meeting.slug}` } })
  const [paragraphs, turns, outcomes, attendances, findings, pictures] = await Promise.all([
    loadParagraphs(database, meeting.id),
    loadTurns(database, meeting.id),
    loadOutcomes(database, meeting.id),
    loadAttendances(database, meeting.id),
    loadFindings(database, meeting.id),
    meetingPictures(ask, slug),
  ])
  const content = html`<header>
<h1${inLanguage(meeting)}>${meeting.title}</h1>
<p class="facts">${facts(meeting)}</p>
${inSeries(meeting)}
<p class="facts printed">${baseUrl}/meetings/${slug}</p>
<p class="more">${files(meeting)}${outcomes.length > 0 ? tables(meeting) : null} <a href="/meetings/${slug}/report">Report an error</a></p>
${queryLink(meetingQuery, { slug })}
${searchWithin(slug)}
</header>
<div><nav class="contents noprint" aria-label="Contents">${contents(meeting, { outcomes, pictures, attendances: attendances.length, findings: findings.length })}</nav>${decided(outcomes, inLanguage(meeting))}
${themeIndex(meeting, paragraphs)}
${key(outcomes)}
<div id="record"${inLanguage(meeting)}>${record({ meeting, paragraphs, turns, outcomes, findings, baseUrl })}
</div></div>
${counts(meeting, pictures)}
${attendances.length > 0 ? attendeeTable(attendances) : null}
${findings.length > 0 ? findingTable(findings, meeting, paragraphs) : null}
${desk}`
  return shownPage({
    title: meeting.title,
    description: described(meeting, {
      paragraphs: paragraphs.length,
      decisions: outcomes.filter(({ kind }) => kind === 'DECISION').length,
      present: attendances.length,
    }),
    content,
    script: [deskScript, copyScript],
  })
}

export const meetingQuery = `# One meeting: what was said in its paragraphs, by whom, for whom, and how that is known.
query Meeting($slug: String!) {
  meeting(slug: $slug) {
    title
    paragraphs(first: 20) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number
        heading
        citation
        permalink
        remarks(first: 20) {
          nodes {
            __typename
            text
            speaker { name }
            speakerAsPrinted
            speakerMatch
            organization { name }
            ... on Response { acts { verb } inResponseTo { speaker { name } } }
          }
        }
        unattributed { kind text }
      }
    }
    outcomes(first: 50) { nodes { __typename text permalink } }
    attendances(first: 50) { nodes { nameAsPrinted affiliations { title status organization { name } } } }
    findings(first: 50) { nodes { severity code message } }
  }
}`

/** The `lang` attribute for the record's words; the rest of the page is English. */
const inLanguage = ({ language }: ReadMeeting): Html | null => (language ? html` lang="${language}"` : null)

const key = (
  outcomes: readonly ReadOutcome[],
) => html`<p class="key">Words are underlined in their speaker’s colour, and a letter leads to who that is; words that
several people raised together bear the colours of all. <span class="nobody">Slanted words</span> are nobody’s: the record does
not say whose they are. ${outcomes.length > 0 ? tinted : null}Each paragraph’s number is its link.</p>`

const tinted = html`<span class="o">Words on a ground</span> are what was decided, moved, voted or given somebody to do; a tag leads
to what is known of it. `

interface Counts {
  paragraphs: number
  decisions: number
  present: number
}

/** "2025-10-16, Marrowick. 30 paragraphs on 13 themes, 2 decisions, 22 people present." */
function described({ date, venue, themes }: ReadMeeting, { paragraphs, decisions, present }: Counts): string {
  const where = [date, venue].filter((part) => part !== null).join(', ')
  const on = themes.length > 0 ? ` on ${counted(themes.length, 'theme', 'themes')}` : ''
  const settled = decisions > 0 ? `, ${counted(decisions, 'decision', 'decisions')}` : ''
  const who = present > 0 ? `, ${counted(present, 'person', 'people')} present` : ''
  return `${where === '' ? '' : `${where}. `}${counted(paragraphs, 'paragraph', 'paragraphs')}${on}${settled}${who}.`
}

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`

const facts = ({ date, endDate, dateText, venue, startTime, endTime }: ReadMeeting) =>
  [
    date &&
      html`<time datetime="${date}">${dateText ?? date}</time>${dateText && !dateText.includes(date.slice(0, 4)) ? ` (${date})` : ''}`,
    !date && dateText ? html`${dateText}` : null,
    endDate && html` to <time datetime="${endDate}">${endDate}</time>`,
    startTime && html` · ${startTime}${endTime && `–${endTime}`}`,
    venue && html` · ${venue}`,
  ].filter((part) => part !== null)

/** The series, and the meetings before and after it. */
const inSeries = ({ series, earlier, later }: ReadMeeting): Html | null =>
  series &&
  html`
<p class="facts">${seriesLink({ slug: series.slug, title: series.name })}${earlier && html` · before it: <a rel="prev" href="/meetings/${earlier.slug}">${earlier.name}</a>`}${later && html` · after it: <a rel="next" href="/meetings/${later.slug}">${later.name}</a>`}</p>`

const searchWithin = (slug: string): Html => html`
<form class="search noprint" role="search" action="/search"><label for="within">Find in this record</label><input id="within" name="q" type="search" maxlength="500" autocomplete="off" placeholder="words in this record"><input type="hidden" name="meeting" value="${slug}"><button>Find</button></form>`

interface Contents {
  pictures: Awaited<ReturnType<typeof meetingPictures>>
  outcomes: readonly ReadOutcome[]
  attendances: number
  findings: number
}

function contents(meeting: ReadMeeting, counts: Contents): Html[] {
  const todo = counts.outcomes.filter(({ kind }) => kind === 'ACTION_ITEM').length
  const links = [
    counts.outcomes.length > todo ? html`<a href="#decided">What was decided</a>` : null,
    todo > 0 ? html`<a href="#todo">${todo} to do</a>` : null,
    meeting.themes.length > 0 ? html`<a href="#themes">${meeting.themes.length} themes</a>` : null,
    html`<a href="#record">The record</a>`,
    counts.pictures.exchanges ? html`<a href="#exchanges">Who answered whom</a>` : null,
    counts.attendances > 0 ? html`<a href="#present">${counts.attendances} present</a>` : null,
    counts.findings > 0 ? html`<a href="#findings">${counts.findings} findings of the reading</a>` : null,
  ].filter((link) => link !== null)
  return links
}

const readers = {
  MARKUP: 'by its own marks',
  RULES: 'by rules',
  MODEL: 'by a language model',
  PERSON: 'by a person',
} as const

const files = ({ slug, fileName, readBy, readModel }: ReadMeeting): Html =>
  html`Read from <a href="/meetings/${slug}/source">${fileName}</a>, ${readers[readBy]}${readModel === null ? '' : html` (${readModel})`}. Take it as ${['md', 'json', 'csv', 'xml'].map((ending, i) => html`${i > 0 ? ', ' : ''}<a href="/meetings/${slug}.${ending}">${names[ending] ?? ending}</a>`)}.`

const tables = ({ slug }: ReadMeeting): Html =>
  html` Tables: ${['decisions', 'motions', 'vote-events', 'votes', 'action-items'].map((name, i) => html`${i > 0 ? ', ' : ''}<a href="/meetings/${slug}.${name}.csv">${name.replace('-', ' ')}</a>`)}.`

const names: Record<string, string> = { md: 'Markdown', json: 'JSON', csv: 'CSV', xml: 'Akoma Ntoso' }

const counts = ({ slug }: ReadMeeting, { exchanges, themes }: Awaited<ReturnType<typeof meetingPictures>>) =>
  html`${
    exchanges &&
    html`
<section><h2 id="exchanges">Who answered whom</h2>${figure(exchanges, `/meetings/${slug}/exchanges.svg`)}</section>`
  }${
    themes &&
    html`
<section><h2 id="counts">How much was said on what</h2>${figure(themes, `/meetings/${slug}/themes.svg`)}</section>`
  }`

/** The themes in the order of the record, each with a link to its first paragraph. */
function themeIndex(meeting: ReadMeeting, paragraphs: readonly ReadParagraph[]): Html | null {
  if (meeting.themes.length === 0) return null
  const first = new Map(paragraphs.toReversed().map(({ theme, id }) => [theme, id]))
  return html`<nav aria-labelledby="themes"><h2 id="themes">Themes</h2>
<ul class="index"${inLanguage(meeting)}>${meeting.themes.map(({ id, title, remarks }) => {
    const paragraph = first.get(id)
    const name = paragraph ? html`<a href="#paragraph-${paragraph}">${title}</a>` : html`${title}`
    return html`<li>${name} <span class="count">${remarks}</span></li>`
  })}</ul></nav>`
}
