import { type Html, html } from './html.js'
import { shownPage } from './layout.js'
import type { Page } from './page.js'

/**
 * The page of a closed archive that asks for a key.
 *
 * @param to path and query of the page to go on to.
 * @param problem what was wrong with the key that was given.
 */
export function signInPage(to: string, problem?: string, status = 401): Page {
  const content = html`<h1>This archive is closed</h1>
<p class="lead">Reading it needs a key. Whoever runs the server makes one for you: <code>rapporteur key create --name YOU --scope read</code></p>
${problem === undefined ? null : html`<p role="alert">${problem}</p>`}
${keyForm(to)}`
  return shownPage({
    title: 'Sign in',
    content,
    status,
    headers: { 'www-authenticate': 'Bearer', 'cache-control': 'no-store' },
  })
}

const keyForm = (to: string): Html => html`<form class="upload" method="post" action="/sign-in">
<input type="hidden" name="to" value="${to}">
<p><label for="key">Key</label><input id="key" name="key" type="password" autocomplete="current-password" required autofocus aria-describedby="about-key"><span id="about-key" class="more">This browser keeps it in a cookie until it is closed, and reads with it; it writes nothing.</span></p>
<p><button>Read</button></p>
</form>`

/** The page at /sign-in of whoever is signed in. */
export const signedInPage = (name: string): Page =>
  shownPage({
    title: 'Signed in',
    content: html`<h1>Signed in</h1>
<p>You read with the key “${name}”. <a href="/">What is here</a>.</p>
<form class="upload" method="post" action="/sign-out"><p><button>Sign out</button></p></form>`,
    headers: { 'cache-control': 'no-store' },
  })
