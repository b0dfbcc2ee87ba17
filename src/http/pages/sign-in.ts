import { GraphQLError } from 'graphql'
import { authenticate } from '../../access/authenticate.js'
import type { Database } from '../../database/database.js'
import { signedInPage, signInPage } from '../../pages/sign-in-page.js'
import { refusal } from '../../schema/errors.js'
import { type Answer, pageAnswer } from '../answer.js'
import type { Arrival } from '../arrival.js'
import { readBody } from '../checks/body.js'
import { keyCookie, keyInCookie } from '../checks/key-cookie.js'
import { isForeign } from '../checks/own-host.js'
import type { RateLimits } from '../checks/rate-limit.js'
import { badRequest } from '../refusals.js'

/** A key has 47 characters; the sign-in form never sends more than this. */
const longestForm = 10_000

/**
 * Lets a browser read a closed archive: a page at /sign-in takes a key and keeps it in a cookie, /sign-out forgets it. Undefined for
 * other paths. To be left out where reading is open.
 *
 * @param limits counts keys that do not fit.
 */
export const signInAnswers =
  (database: Database, limits: RateLimits | undefined) =>
  (arrival: Arrival): Promise<Answer> | undefined => {
    const { path } = arrival
    return path === '/sign-in' || path === '/sign-out' ? answer(arrival, path, { database, limits }) : undefined
  }

interface SignIn {
  database: Database
  limits: RateLimits | undefined
}

async function answer(arrival: Arrival, path: '/sign-in' | '/sign-out', parts: SignIn): Promise<Answer> {
  const { request, origin } = arrival
  if (request.method === 'POST') {
    if (isForeign(request, origin)) throw refusal(403, 'FORBIDDEN', 'Sign in on a page of this server.')
    return path === '/sign-out' ? goOn('/', keyCookie(undefined, origin)) : signIn(arrival, parts)
  }
  if (path === '/sign-out') throw badRequest('Signing out takes POST.', 405)
  const key = keyInCookie(request.headers.cookie)
  const access = key ? await authenticate(parts.database, `Bearer ${key}`).catch(() => undefined) : undefined
  return pageAnswer(access?.key ? signedInPage(access.key.name) : signInPage('/', undefined, 200), undefined)
}

async function signIn({ request, origin }: Arrival, { database, limits }: SignIn): Promise<Answer> {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    throw badRequest('Send the form of the page /sign-in.')
  const form = new URLSearchParams((await readBody(request, longestForm)).toString())
  const key = (form.get('key') ?? '').trim()
  const to = ownPath(form.get('to') ?? '/')
  try {
    await authenticate(database, `Bearer ${key}`)
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    limits?.failedKey(request)
    return pageAnswer(signInPage(to, 'This is no key of this archive, or it was revoked.'), undefined)
  }
  return goOn(to, keyCookie(key, origin))
}

const goOn = (to: string, cookie: string): Answer => ({
  status: 303,
  headers: { location: to, 'set-cookie': cookie, 'cache-control': 'no-store' },
  body: null,
})

/** A path of this server; its first page for anything that could lead to another. */
const ownPath = (to: string) => (/^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') ? to : '/')
