/** What the desk asks of the API. */
export const deskQueries = {
  open: `query Desk($slug: String!) { meeting(slug: $slug) { source { text }
    corrections(inForce: true, first: 100) { nodes { id summary lost reason by } } } }`,
  place: 'query Place($id: ID!) { node(id: $id) { ... on Paragraph { span { start end } } } }',
  people: `query People($name: String!) { search(query: $name, in: [PEOPLE], first: 5) { nodes { __typename ... on Person { id name } } } }`,
  correct: `mutation Correct($input: CorrectInput!) { correct(input: $input) {
    __typename ... on CorrectSuccess { corrections { id summary } } ... on UserError { message } } }`,
  undo: `mutation UndoCorrection($input: UndoCorrectionInput!) { undoCorrection(input: $input) {
    __typename ... on UserError { message } } }`,
} as const

/**
 * The script of the desk on a reading page: with a key, remarks and selected words can be given to somebody else. Each correction is
 * sent at once; if that fails, what was typed stays. Everything from a record is inserted as text, never as markup.
 */
export const deskScript = `
const queries = ${JSON.stringify(deskQueries)}
const by = (id) => document.getElementById(id)
const slug = location.pathname.split('/').pop()
const opaque = (table, id) => btoa(table + ':' + id).replace(/[+/=]/g, (one) => ({ '+': '-', '/': '_', '=': '' })[one])
const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text }, more)
let key = '', text = '', seen = [], chosen = null
const say = (words) => { by('desk-says').textContent = words }

async function ask(query, variables) {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-rapporteur-csrf': '1', authorization: 'Bearer ' + key }
  const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(errors[0].message)
  return data
}
/** Does what can fail, and says what went wrong. */
const tried = (work) => async (event) => {
  event?.preventDefault()
  try { await work(event) } catch (error) { say('Nothing was changed: ' + error.message + ' What you typed is still here.') }
}

function choose(at, words, from) {
  chosen = { at, from }
  by('desk-words').textContent = words.replace(/\\s+/g, ' ').trim()
  by('desk-form').hidden = false
  say('')
  by('desk-who').focus()
}
const remarkOf = (note) => note.querySelector('a.l').getAttribute('href').slice('#remark-'.length)
function addButtons() {
  const names = new Set()
  for (const note of document.querySelectorAll('.notes .n')) {
    const name = note.querySelector('b').textContent
    names.add(name)
    const article = note.closest('article')
    const letter = note.querySelector('a.l').textContent
    const words = [...article.querySelectorAll('.g.' + letter)].map((one) => wordsOf(one)).join(' ')
    const button = make('button', 'Correct', { type: 'button', className: 'desk' })
    button.setAttribute('aria-label', 'Correct who says: ' + words.slice(0, 60))
    button.addEventListener('click', () => choose({ remark: opaque('Remark', remarkOf(note)) }, words, button))
    note.querySelector('div').append(button)
  }
  for (const link of document.querySelectorAll('#present ~ * a[href^="/people/"], section a[href^="/people/"]')) names.add(link.textContent)
  by('desk-people').replaceChildren(...[...names].sort().map((name) => make('option', '', { value: name })))
}
/** The words of an element without the letters that lead to notes. */
function wordsOf(element) {
  const copy = element.cloneNode(true)
  for (const letter of copy.querySelectorAll('a.l')) letter.remove()
  return copy.textContent
}
/** Where selected words stand in the document's text: the first time from the beginning of their paragraph on. */
async function chooseSelected() {
  const selection = getSelection()
  const article = selection.anchorNode?.parentElement?.closest('article[id^="paragraph-"]')
  if (!article || selection.isCollapsed) return say('Select words of a paragraph first.')
  const holder = document.createElement('div')
  holder.append(selection.getRangeAt(0).cloneContents())
  const words = wordsOf(holder).trim()
  const { node } = await ask(queries.place, { id: opaque('Paragraph', article.id.slice('paragraph-'.length)) })
  const pattern = words.split(/\\s+/).map((word) => word.replace(/[\\\\^$.*+?()[\\]{}|]/g, '\\\\$&')).join('\\\\s+')
  const found = new RegExp(pattern).exec(text.slice(node.span.start))
  if (!found || node.span.start + found.index > node.span.end) return say('These words are cut by a page or a note. Select fewer.')
  const start = node.span.start + found.index
  choose({ start, end: start + found[0].length, words: found[0] }, words, by('desk-select'))
}
/** Somebody of the archive of just this name, else the name itself. */
async function speaker(name) {
  const { search } = await ask(queries.people, { name })
  const same = search.nodes.filter((one) => one.__typename === 'Person' && one.name === name)
  return same.length === 1 ? { person: same[0].id } : { name }
}
async function send(says) {
  const reason = by('desk-reason').value.trim()
  if (reason === '') return by('desk-reason').focus()
  const input = { meeting: slug, reason, seen, corrections: [{ at: chosen.at, ...says }] }
  const { correct } = await ask(queries.correct, { input })
  if (correct.__typename !== 'CorrectSuccess') return say(correct.message)
  by('desk-form').hidden = true
  by('desk-who').value = ''
  await refresh()
  say(correct.corrections[0].summary)
}
async function undo(id) {
  const reason = by('desk-reason').value.trim() || 'Taken back at the desk.'
  const { undoCorrection } = await ask(queries.undo, { input: { correction: id, reason } })
  await refresh()
  say(undoCorrection.message || 'Undone.')
}
/** Shows the record as it is now, and the corrections in force. */
async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname, { cache: 'no-cache' })).text(), 'text/html')
  by('record').replaceChildren(...page.getElementById('record').childNodes)
  const { meeting } = await ask(queries.open, { slug })
  text = meeting.source.text
  seen = meeting.corrections.nodes.map(({ id }) => id)
  by('desk-list').replaceChildren(...meeting.corrections.nodes.map(({ id, summary, lost, reason, by: who }) => {
    const button = make('button', 'Undo', { type: 'button', className: 'desk' })
    button.setAttribute('aria-label', 'Undo: ' + summary)
    button.addEventListener('click', tried(() => undo(id)))
    const item = make('li', summary + ' ' + who + ': ' + reason + (lost ? ' (It does not fit: ' + lost + '.) ' : ' '))
    item.append(button)
    return item
  }))
  addButtons()
}
by('desk-open').addEventListener('submit', tried(async () => {
  key = by('desk-key').value.trim()
  await refresh()
  by('desk-open').hidden = true
  by('desk-on').hidden = false
  say('Choose “Correct” at a remark, or select words.')
}))
by('desk-select').addEventListener('click', tried(chooseSelected))
by('desk-form').addEventListener('submit', tried(async () => {
  const name = by('desk-who').value.trim()
  if (name !== '') await send({ speakers: [await speaker(name)] })
}))
by('desk-nobody').addEventListener('click', tried(() => send({ nobody: 'ANONYMOUS' })))
by('desk-none').addEventListener('click', tried(() => send({ noRemark: true })))
by('desk-form').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  by('desk-form').hidden = true
  chosen.from.focus()
})
by('desk').hidden = false
`
