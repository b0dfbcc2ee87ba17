import type { Database } from '../database/database.js'
import { type Page, page } from '../http/page.js'
import { type Html, html } from './html.js'
import { loadMeeting, type ReadMeeting, type ReadParagraph, type ReadSection } from './load-meeting.js'
import { marked } from './marked.js'

/**
 * A meeting to read, at the address that permalinks lead to: plain markup, no script. A former slug leads to the current one.
 */
export async function readingPage(database: Database, slug: string): Promise<Page | Response> {
  const meeting = await loadMeeting(database, slug)
  if (!meeting) return page('text/html', document(null, 'Not found', notFound(slug)).markup, { status: 404, headers })
  if (meeting.slug !== slug)
    return new Response(null, { status: 301, headers: { location: `/meetings/${meeting.slug}` } })
  return page('text/html', document(meeting.language, meeting.title, body(meeting)).markup, { headers })
}

const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
}

const style = `
  :root { color-scheme: light dark }
  body { font: 1.0625rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
  h1 { line-height: 1.25 }
  .facts, .said { font: 0.875rem/1.5 system-ui, sans-serif }
  .number { font-variant-numeric: tabular-nums }
  .nobody { font-style: italic }
  :target { outline: 2px solid; outline-offset: 0.25rem }
`

const document = (language: string | null, title: string, content: Html): Html => html`<!doctype html>
<html lang="${language ?? ''}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${content}
</body>
</html>
`

const notFound = (slug: string) => html`<main lang="en">
<h1>Not found</h1>
<p>There is no meeting “${slug}” here.</p>
</main>`

const body = (meeting: ReadMeeting) => html`<main>
<header>
<h1>${meeting.title}</h1>
<p class="facts">${facts(meeting)}</p>
</header>
${inSections(meeting).map(([section, paragraphs]) => html`${section && heading(section)}${paragraphs.map(article)}`)}
</main>`

const facts = ({ date, endDate, dateText, venue, startTime, endTime }: ReadMeeting) =>
  [
    date && html`<time datetime="${day(date)}">${dateText ?? day(date)}</time>`,
    !date && dateText ? html`${dateText}` : null,
    endDate && html` to <time datetime="${day(endDate)}">${day(endDate)}</time>`,
    startTime && html`, ${startTime}${endTime && `–${endTime}`}`,
    venue && html`, ${venue}`,
  ].filter((part) => part !== null)

const day = (date: Date) => date.toISOString().slice(0, 10)

/** Sections with their paragraphs, in the order of the record; what stands before any section comes first. */
function inSections({ sections, paragraphs }: ReadMeeting): [ReadSection | null, ReadParagraph[]][] {
  const of = (id: string | null) => paragraphs.filter((paragraph) => paragraph.sectionId === id)
  return [[null, of(null)], ...sections.map((section): [ReadSection, ReadParagraph[]] => [section, of(section.id)])]
}

/** The meeting's title is the one heading of level 1, and paragraphs stand below their section's. */
function heading({ id, level, heading, introduction }: ReadSection): Html {
  const text = html`${heading}`
  return html`
${level <= 1 ? html`<h2 id="section-${id}">${text}</h2>` : html`<h3 id="section-${id}">${text}</h3>`}
${introduction && html`<p>${introduction}</p>`}`
}

const article = (paragraph: ReadParagraph) => html`
<article id="paragraph-${paragraph.id}">
<p>${paragraph.number && html`<span class="number">${paragraph.number}.</span> `}${marked(paragraph)}</p>
${paragraph.remarks.length > 0 ? html`<ul class="said">${paragraph.remarks.map(said)}</ul>` : null}${
  paragraph.unattributed.length > 0
    ? html`<p class="said">In italics: what the record does not say who said.</p>`
    : null
}
</article>`

const said = ({ id, kind, speaker, organization }: ReadParagraph['remarks'][number]) =>
  html`<li><a href="#remark-${id}">${kind === 'STATEMENT' ? 'Said by' : 'Answered by'} ${speaker}</a>${organization && ` (${organization})`}</li>`
