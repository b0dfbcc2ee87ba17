import { GraphQLError } from 'graphql'
import { html } from '../pages/html.js'
import { notFoundPage, shownPage } from '../pages/layout.js'
import { signInPage } from '../pages/sign-in-page.js'
import { type Answer, jsonAnswer, pageAnswer } from './answer.js'
import type { Arrival } from './arrival.js'
import { log } from './log.js'
import { maskedError } from './masked-error.js'

const titles: Record<number, string> = {
  403: 'Not allowed',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'The server is busy',
}

/**
 * The answer to a request that is refused, or fails, before GraphQL sees it: a page if a browser asks, otherwise JSON in the shape of
 * a GraphQL answer. What was not meant for the client is masked.
 */
export function refusalAnswer(thrown: unknown, arrival: Pick<Arrival, 'isForBrowser' | 'address'>): Answer {
  if (!(thrown instanceof GraphQLError)) log.error(thrown)
  const error = maskedError(thrown, 'Unexpected error.')
  const { http, ...extensions } = error instanceof GraphQLError ? error.extensions : {}
  const { status = 500, headers = {} } = (http ?? {}) as { status?: number; headers?: Record<string, string> }
  if (!arrival.isForBrowser) return jsonAnswer({ errors: [{ message: error.message, extensions }] }, status, headers)
  if (status === 401) return pageAnswer(signInPage(arrival.address), undefined)
  if (status === 404) return pageAnswer(notFoundPage(error.message), undefined)
  const title = titles[status] ?? 'Bad request'
  const content = html`<h1>${title}</h1><p>${error.message}</p>
<p><a href="/">What is here</a>.</p>`
  return pageAnswer(shownPage({ title, content, status, headers }), undefined)
}
