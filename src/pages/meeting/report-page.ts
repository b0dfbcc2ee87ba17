import type { Ask } from '../ask.js'
import { html } from '../html.js'
import { notFoundPage, shownPage } from '../layout.js'
import type { Page } from '../page.js'
import { rangeOf, sourceQuery } from './source-page.js'

/** In characters. */
export const MAX_REPORT = 1000

/** How much of the passage is shown. */
const SHOWN = 600

interface Answer {
  meeting: { slug: string; title: string; source: { text: string } } | null
}

/** The form in which a reader says what is wrong with a passage, or with the record. A former slug works too. */
export async function reportPage(ask: Ask, slug: string, at: string | null): Promise<Page> {
  const { meeting } = await ask<Answer>(sourceQuery, { slug })
  if (!meeting) return notFoundPage(`There is no meeting “${slug}” here.`)
  const { title, source } = meeting
  const range = rangeOf(at, source.text.length)
  const passage = range && source.text.slice(...range)
  const content = html`<header><p class="facts"><a href="/meetings/${meeting.slug}">${title}</a></p>
<h1>Report an error</h1>
<p class="lead">Say what is wrong: who really said it, what is missing, which name is misread. Whoever keeps this archive sees it among the findings of the record, as everybody does.</p></header>
${passage && html`<blockquote class="passage">${passage.length > SHOWN ? `${passage.slice(0, SHOWN)}…` : passage}</blockquote>`}
<form class="upload" method="post" action="/meetings/${meeting.slug}/report">${range && html`<input type="hidden" name="at" value="${range.join('-')}">`}
<p><label for="what">What is wrong</label><textarea id="what" name="what" required maxlength="${MAX_REPORT}" rows="5"></textarea><span class="more">Your name is not needed, and is not kept.</span></p>
<p><button>Report it</button></p></form>`
  return shownPage({ title: `Report an error: ${title}`, content })
}

/** What is said to a reader who has reported an error. */
export const reportedPage = (slug: string): Page =>
  shownPage({
    title: 'Reported',
    content: html`<h1>Thank you</h1>
<p>It stands among <a href="/meetings/${slug}#findings">the findings of the record</a>, where those who keep this archive see it.</p>`,
  })
