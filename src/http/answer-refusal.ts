import { GraphQLError } from 'graphql'
import { html } from '../pages/html.js'
import { notFoundPage, shownPage } from '../pages/layout.js'
import { signInPage } from '../pages/sign-in-page.js'
import { acceptsHtml } from './accepts-html.js'
import { send } from './send-page.js'

/** Status and headers of a refusal (`schema/errors.ts`); 500 for any other error. */
function statusOf(error: Error): { status: number; headers: Record<string, string> } {
  const { http } = error instanceof GraphQLError ? error.extensions : {}
  const { status = 500, headers = {} } = (http ?? {}) as { status?: number; headers?: Record<string, string> }
  return { status, headers }
}

/** Answers a request outside GraphQL that is refused, always as JSON in the shape of a GraphQL answer. */
export function jsonRefusal(error: Error): Response {
  const { http: _, ...extensions } = error instanceof GraphQLError ? error.extensions : {}
  return Response.json({ errors: [{ message: error.message, extensions }] }, statusOf(error))
}

const titles: Record<number, string> = {
  403: 'Not allowed',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'The server is busy',
}

/** Answers a request outside GraphQL that is refused: with a page if a browser asks, otherwise as JSON. */
export async function pageOrJsonRefusal(error: Error, request: Request): Promise<Response> {
  if (!acceptsHtml(request)) return jsonRefusal(error)
  const { status, headers } = statusOf(error)
  const { pathname, search } = new URL(request.url)
  if (status === 401) return send(signInPage(`${pathname}${search}`), request)
  if (status === 404) return send(notFoundPage(error.message), request)
  const title = titles[status] ?? 'Bad request'
  const content = html`<h1>${title}</h1><p>${error.message}</p>
<p><a href="/">What is here</a>.</p>`
  return send(shownPage({ title, content, status, headers }), request)
}
