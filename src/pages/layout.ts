import { createHash } from 'node:crypto'
import { Html, html } from './html.js'
import { type Page, page } from './page.js'
import { searchForm } from './search/search-form.js'
import { style } from './style.js'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#1d4ed8" d="M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-7l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z"/><path stroke="#fff" stroke-width="1.6" stroke-linecap="round" d="M6 8h12M6 12h8"/></svg>'

/** Allows nothing to be loaded: the style, and the scripts if there are any, are inline. */
const policy = (scripts: readonly string[]) =>
  [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    "img-src 'self' data:",
    ...(scripts.length === 0 ? [] : [`script-src ${scripts.map(hash).join(' ')}`, "connect-src 'self'"]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const siteName = 'Rapporteur'

export interface Shown {
  /** The window's title; the page's heading is part of `content`. */
  title: string
  /** A sentence for search engines, and for previews of a link that is passed on. */
  description?: string
  content: Html
  status?: number
  headers?: Readonly<Record<string, string>>
  /** A feed of what the page shows. */
  feed?: { address: string; title: string }
  /** Constant scripts. The page also works without them, if less conveniently. */
  script?: string | readonly string[]
}

const whatItIs = 'What was said in meetings, by whom and for whom, with the sentence that proves it.'

/** The frame of every HTML page. */
export function shownPage({
  title,
  description = whatItIs,
  content,
  status = 200,
  headers = {},
  feed,
  script = [],
}: Shown): Page {
  const scripts = typeof script === 'string' ? [script] : script
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === siteName ? title : `${title} · ${siteName}`}</title>
<meta name="description" content="${description}">
<meta property="og:site_name" content="${siteName}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="article">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(logo)}">
<link rel="alternate" type="application/atom+xml" title="Changes" href="/feed.xml">
${feed && html`<link rel="alternate" type="application/atom+xml" title="${feed.title}" href="${feed.address}">\n`}<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top"><a class="home" href="/">Rapporteur</a><nav aria-label="Site"><a href="/meetings">Meetings</a><a href="/themes">Themes</a><a href="/people">People</a><a href="/organizations">Organizations</a><a href="/statistics">Statistics</a><a href="/search">Search</a><a href="/upload">Add a record</a><a href="/graphql">GraphiQL</a></nav></header>
<main id="content">
${content}
</main>
${scripts.map((one) => html`<script>${new Html(one)}</script>`)}
</body>
</html>
`
  const own = { 'content-security-policy': policy(scripts), 'referrer-policy': 'same-origin' }
  return page('text/html', document.markup, { status, headers: { ...headers, ...own } })
}

/** The 404 page. */
export const notFoundPage = (what: string): Page =>
  shownPage({
    title: 'Not found',
    status: 404,
    content: html`<h1>Not found</h1><p>${what} Search for it, or see <a href="/">what is here</a>.</p>
${searchForm()}`,
  })
