import { type Html, html } from '../html.js'

/**
 * The search form. Without a script it leads to the results page.
 *
 * @param more further fields, and what the results are narrowed to
 */
export const searchForm = (query = '', more: Html | null = null): Html => html`
<form id="search" class="search noprint" role="search" action="/search"><label for="q">Find</label><input id="q" name="q" type="search" value="${query}" maxlength="500" autocomplete="off" spellcheck="false" placeholder="words, “a phrase”, a name; -without"><button>Search</button>${more}</form>`

/** Where the results show as one types. */
export const searchResults = (results: Html | null = null): Html =>
  html`<div id="results" aria-live="polite">${results}</div>`

/**
 * The script that shows the results page's results as you type, always those of the latest query. The query is kept with the page's
 * place in the history, so that it is there again after Back.
 */
export const searchScript = `
const field = document.getElementById('q'), place = document.getElementById('results'), form = document.getElementById('search')
let asked = 0, timer
async function show() {
  const mine = ++asked
  history.replaceState({ q: field.value }, '')
  if (!field.value.trim()) return place.replaceChildren()
  const given = [...new FormData(form)].filter(([, value]) => value !== '')
  const answer = await fetch('/search?' + new URLSearchParams(given), { headers: { accept: 'text/html' } }).catch(() => null)
  if (!answer || mine !== asked) return
  const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('results')
  if (found && mine === asked) place.replaceChildren(...found.childNodes)
}
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(show, 150)
})
const before = history.state?.q
if (before !== undefined && before !== field.value) {
  field.value = before
  show()
}
`
