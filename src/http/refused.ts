import { html } from '../pages/html.js'
import { notFoundPage, shownPage } from '../pages/layout.js'
import { signInPage } from '../pages/sign-in-page.js'
import { acceptsHtml } from './accepts-html.js'
import { answerOfRefusal, refusalResponse } from './refusal.js'
import { send } from './send-page.js'

const titles: Record<number, string> = {
  403: 'Not allowed',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'The server is busy',
}

/** A refusal outside GraphQL, for whoever asks: a page for a browser, else JSON. */
export async function refused(error: Error, request: Request): Promise<Response> {
  if (!acceptsHtml(request)) return refusalResponse(error)
  const { status, headers } = answerOfRefusal(error)
  const { pathname, search } = new URL(request.url)
  if (status === 401) return send(signInPage(`${pathname}${search}`), request)
  if (status === 404) return send(notFoundPage(error.message), request)
  const title = titles[status] ?? 'Bad request'
  const content = html`<h1>${title}</h1><p>${error.message}</p>
<p><a href="/">What is here</a>.</p>`
  return send(shownPage({ title, content, status, headers }), request)
}
