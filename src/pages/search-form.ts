import { type Html, html } from './html.js'

/** The search form, which shows results as you type; without a script it leads to the results page. */
export const searchForm = (query = '', results: Html | null = null): Html => html`
<form class="search noprint" role="search" action="/search"><label for="q">Find</label><input id="q" name="q" type="search" value="${query}" maxlength="500" autocomplete="off" spellcheck="false" placeholder="words, “a phrase”, a name; -without"><button>Search</button></form>
<div id="results" aria-live="polite">${results}</div>`

/** The script that shows the results page's results as you type, always those of the latest query. */
export const searchScript = `
const field = document.getElementById('q'), place = document.getElementById('results')
let asked = 0, timer
field.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(async () => {
    const mine = ++asked, query = field.value.trim()
    if (!query) return place.replaceChildren()
    const answer = await fetch('/search?q=' + encodeURIComponent(query), { headers: { accept: 'text/html' } }).catch(() => null)
    if (!answer || mine !== asked) return
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('results')
    if (found && mine === asked) place.replaceChildren(...found.childNodes)
  }, 150)
})
`
