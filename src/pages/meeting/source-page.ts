import type { Ask } from '../ask.js'
import { html } from '../html.js'
import { notFoundPage, shownPage } from '../layout.js'
import { queryLink } from '../links.js'
import type { Page } from '../page.js'

export const sourceQuery = `# The text that a record was read from.
query Source($slug: String!) {
  meeting(slug: $slug) { slug title source { fileName text } }
}`

interface Answer {
  meeting: { slug: string; title: string; source: { fileName: string; text: string } } | null
}

export interface SourceOptions {
  ask: Ask
  /** Where the marked words stand, as `START-END`, in UTF-16 units of the text; null for none. */
  at: string | null
  /** Whether the file itself can be downloaded. */
  hasFile: boolean
}

/** The original text of a meeting, with a place marked. A former slug redirects to the current one. */
export async function sourcePage({ ask, at, hasFile }: SourceOptions, slug: string): Promise<Page | Response> {
  const { meeting } = await ask<Answer>(sourceQuery, { slug })
  if (!meeting) return notFoundPage(`There is no meeting “${slug}” here.`)
  const address = `/meetings/${meeting.slug}`
  if (meeting.slug !== slug) return new Response(null, { status: 301, headers: { location: `${address}/source` } })
  const { title, source } = meeting
  const [start, end] = rangeOf(at, source.text.length) ?? [0, 0]
  const { text } = source
  const words =
    start < end
      ? html`${text.slice(0, start)}<mark id="at">${text.slice(start, end)}</mark>${text.slice(end)}`
      : html`${text}`
  const content = html`<header><p class="facts"><a href="${address}">${title}</a></p>
<h1>The original</h1>
<p class="more">The text of ${source.fileName}, as it was read${start < end ? html`; <a href="#at">the marked words</a>` : null}. <a href="${address}/report${start < end ? `?at=${start}-${end}` : ''}">Report an error</a> in the reading${start < end ? ' of them' : ''}.${hasFile ? html` <a href="${address}/file">Download the file</a>.` : null}</p>
${queryLink(sourceQuery, { slug })}</header>
<pre class="source" tabindex="0" role="region" aria-label="The original text">${words}</pre>`
  return shownPage({ title: `The original of ${title}`, content })
}

/** A place in a text as addresses have it; undefined if it is none. */
export function rangeOf(at: string | null, length: number): [start: number, end: number] | undefined {
  const [, from = '', to = ''] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  const [start, end] = [Number(from), Math.min(Number(to), length)]
  return from !== '' && start < end ? [start, end] : undefined
}
