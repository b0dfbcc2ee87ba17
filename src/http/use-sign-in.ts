import type { IncomingMessage } from 'node:http'
import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { authenticate } from '../access/authenticate.js'
import type { Database } from '../database/database.js'
import { signedInPage, signInPage } from '../pages/sign-in-page.js'
import { refusal } from '../schema/errors.js'
import { pageOrJsonRefusal } from './answer-refusal.js'
import { keyCookie, keyInCookie } from './key-cookie.js'
import { maskedError } from './masked-error.js'
import type { RateLimits } from './rate-limit.js'
import { badRequest } from './refusals.js'
import { send } from './send-page.js'

/** Where the pages are, and what counts keys that do not fit. */
export interface SignInOptions {
  /** Where readers reach the server; where the request did, if undefined. */
  readonly publicUrl: string | undefined
  readonly limits: RateLimits | undefined
}

/** A key has 47 characters; the sign-in form never sends more than this. */
const longestForm = 10_000

/**
 * Lets a browser read a closed archive: a page at /sign-in takes a key and keeps it in a cookie, /sign-out forgets it. To be left
 * out where reading is open.
 */
export function useSignIn(
  database: Database,
  { publicUrl, limits }: SignInOptions,
): Plugin<object, { req?: IncomingMessage }> {
  const cookie = (key: string | undefined, request: Request) => keyCookie(key, publicUrl ?? request.url)

  async function signIn(request: Request, req: IncomingMessage | undefined): Promise<Response> {
    const { key, to } = await formOf(request)
    try {
      await authenticate(database, `Bearer ${key}`)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      if (req) limits?.failedKey(req)
      return send(signInPage(to, 'This is no key of this archive, or it was revoked.'), request)
    }
    return goOn(to, cookie(key, request))
  }

  async function answer(request: Request, path: SignInPath, req: IncomingMessage | undefined): Promise<Response> {
    if (request.method === 'POST') {
      if (isForeign(request, publicUrl)) throw refusal(403, 'FORBIDDEN', 'Sign in on a page of this server.')
      return path === '/sign-out' ? goOn('/', cookie(undefined, request)) : signIn(request, req)
    }
    if (path === '/sign-out') throw badRequest('Signing out takes POST.', 405)
    return signInForm(database, request)
  }

  return {
    async onRequest({ request, url: { pathname }, serverContext, endResponse }) {
      if (!isSignInPath(pathname)) return
      endResponse(
        await answer(request, pathname, serverContext.req).catch((error: unknown) =>
          pageOrJsonRefusal(maskedError(error, 'Unexpected error.'), request),
        ),
      )
    },
  }
}

type SignInPath = '/sign-in' | '/sign-out'
const isSignInPath = (path: string): path is SignInPath => path === '/sign-in' || path === '/sign-out'

async function signInForm(database: Database, request: Request): Promise<Response> {
  const key = keyInCookie(request.headers.get('cookie'))
  const access = key ? await authenticate(database, `Bearer ${key}`).catch(() => undefined) : undefined
  return send(access?.key ? signedInPage(access.key.name) : signInPage('/', undefined, 200), request)
}

const goOn = (to: string, cookie: string) =>
  new Response(null, { status: 303, headers: { location: to, 'set-cookie': cookie, 'cache-control': 'no-store' } })

/** Whether a page of another site sent it. */
function isForeign(request: Request, publicUrl: string | undefined): boolean {
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(publicUrl ?? request.url).origin
}

async function formOf(request: Request): Promise<{ key: string; to: string }> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  if (!isForm || !(length <= longestForm)) throw badRequest('Send the form of the page /sign-in.')
  const form = new URLSearchParams(await request.text())
  return { key: (form.get('key') ?? '').trim(), to: ownPath(form.get('to') ?? '/') }
}

/** A path of this server; its first page for anything that could lead to another. */
const ownPath = (to: string) => (/^\/(?![/\\])[\x21-\x7e]*$/.test(to) && !to.includes('\\') ? to : '/')
