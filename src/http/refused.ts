import { html } from '../pages/html.js'
import { shownPage } from '../pages/layout.js'
import { acceptsHtml } from './accepts-html.js'
import { send } from './page.js'
import { answerOfRefusal, refusalResponse } from './refusal.js'

const titles: Record<number, string> = {
  401: 'Reading here needs a key',
  403: 'This key may not read this',
  404: 'Not found',
  503: 'Not now',
}

/** A refusal outside GraphQL, for whoever asks: a page for a browser, else JSON. */
export async function refused(error: Error, request: Request): Promise<Response> {
  if (!acceptsHtml(request)) return refusalResponse(error)
  const { status, headers } = answerOfRefusal(error)
  const title = titles[status] ?? 'Not so'
  const content = html`<h1>${title}</h1><p>${error.message}</p>
<p>${status === 401 ? html`In <a href="/graphql">GraphiQL</a>, keys go into the tab Headers.` : html`<a href="/">What is here</a>.`}</p>`
  return send(shownPage({ title, content, status, headers }), request)
}
