import { listChanges } from './changes.js'
import { Chooser } from './chooser.js'
import { button, by } from './dom.js'
import { Doubts } from './doubts.js'
import { Form, peopleSource, remarksOnPage } from './form.js'
import { listenToKeys } from './keys.js'
import { queries } from './queries.js'
import { allOf, ask, KeyRefused, useKey } from './server.js'
import { noteAt, selectedPlace } from './words.js'

/**
 * The desk of a reading page: with a key, what was read wrongly is mended where it is read. Each act is sent at once; if that fails,
 * what was typed stays. Everything from a record is inserted as text, never as markup.
 */

const slug = location.pathname.split('/').pop() ?? ''
let text = ''
/** @type {import('./changes.js').Correction[]} */ let corrections = []
/** @type {Set<string>} ids of the corrections in force that were shown here */ let seen = new Set()
/** @type {Set<string>} ids of those made here */ const own = new Set()
/** @type {import('./changes.js').Act[]} */ const acts = []
/** @type {import('./form.js').Known[]} */ let present = []

/** @param {string} words */
const say = (words) => {
  by('desk-says').textContent = words
}
/** @param {number} seconds */
const waits = (seconds) => say(`The server does not answer. It is asked again in ${seconds} s; what you typed is kept.`)

/** Does what can fail, and says what went wrong. @param {(event: Event) => Promise<unknown> | void} work */
const tried =
  (work) =>
  async (event = new Event('act')) => {
    event.preventDefault()
    try {
      await work(event)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (error instanceof KeyRefused) askForKey()
      say(`Nothing was changed: ${message} What you typed is still here.`)
    }
  }

function askForKey() {
  by('desk-open').hidden = false
  by('desk-key').value = ''
  by('desk-key').focus()
}

/** People of the record: those present, then others who speak in it. */
function people() {
  const known = new Map(present.map((person) => [person.name, person]))
  for (const link of document.querySelectorAll('#record .n b a[href^="/people/"]')) {
    const name = link.textContent ?? ''
    if (!known.has(name)) known.set(name, { name })
  }
  return [...known.values()]
}

/** Bodies of the record. */
const bodies = () =>
  [...new Set([...document.querySelectorAll('main a[href^="/organizations/"]')].map((link) => link.textContent ?? ''))]
    .sort()
    .map((name) => ({ name }))

/**
 * Sends corrections of the same words. Where another curator has changed them meanwhile, that is shown, and what was typed stays.
 *
 * @param {import('./form.js').At} at @param {object} says @param {string} reason @returns {Promise<boolean>} whether it was made
 */
async function send(at, says, reason) {
  const input = { meeting: slug, reason, seen: [...seen], corrections: [{ at, ...says }] }
  const { correct } = await ask(queries.correct, { input }, waits)
  if (correct.__typename === 'CorrectSuccess') {
    for (const { id } of correct.corrections) own.add(id)
    await refresh()
    by('desk-changes').open = true
    say(correct.corrections[0].summary)
    return true
  }
  if (correct.__typename === 'ConflictError') await refresh()
  say(correct.message)
  return false
}

/** @param {import('./changes.js').Correction} correction */
async function undo({ id }) {
  const { undoCorrection } = await ask(
    queries.undo,
    { input: { correction: id, reason: 'Taken back at the desk.' } },
    waits,
  )
  await refresh()
  say(undoCorrection.message ?? 'Undone.')
}

/** Takes back what was done last here, else the last correction in force. */
async function undoLast() {
  const inForce = corrections.filter(({ undoneAt }) => undoneAt === null)
  const last = inForce.findLast(({ id }) => own.has(id)) ?? inForce.at(-1)
  if (last) await undo(last)
  else say('There is nothing to take back.')
}

/** By type: what merges, and its name in the answer. */
const merges = {
  Person: { query: queries.merge, field: 'mergePeople' },
  Organization: { query: queries.mergeBodies, field: 'mergeOrganizations' },
  Theme: { query: queries.mergeThemes, field: 'mergeThemes' },
}

/** @param {keyof typeof merges} type @param {string} into @param {string[]} from */
async function merge(type, into, from) {
  const { query, field } = merges[type]
  const reason = by('desk-reason').value.trim()
  const done = (await ask(query, { input: { into, from, reason } }, waits))[field]
  if (done.message) return say(done.message)
  const { name, title } = done.person ?? done.organization ?? done.theme
  /** @type {import('./changes.js').Act} */
  const act = {
    summary: `They are one: ${name ?? title}.`,
    reason,
    undo: () => tried(() => undoMerge(done.merge, act))(),
  }
  acts.push(act)
  await refresh()
  by('desk-changes').open = true
  say(act.summary)
}

/** @param {string} id @param {import('./changes.js').Act} act */
async function undoMerge(id, act) {
  const { undoMerge: done } = await ask(
    queries.undoMerge,
    { input: { merge: id, reason: 'Taken back at the desk.' } },
    waits,
  )
  if (!done.message) acts.splice(acts.indexOf(act), 1)
  await refresh()
  say(done.message ?? 'Undone.')
}

/** @param {Event} event */
async function mergeChosen(event) {
  const [ones, intos] = await Promise.all([one.all(), into.all()])
  const ids = (/** @type {import('./chooser.js').Choice[]} */ list) => list.flatMap(({ says }) => says.person ?? [])
  const [kept] = ids(intos)
  const from = ids(ones).filter((id) => id !== kept)
  if (kept === undefined || from.length === 0) return say('Choose people of the archive in both fields.')
  await merge('Person', kept, from)
  one.draft = into.draft = { typed: '', chosen: [] }
  const form = /** @type {HTMLFormElement} */ (event.target)
  form.querySelector('input')?.focus()
}

async function retract() {
  const reason = by('desk-retract-reason').value.trim()
  const { retractMeeting } = await ask(queries.retract, { input: { meeting: slug, reason } }, waits)
  if (retractMeeting.message) return say(retractMeeting.message)
  location.reload() // to where it can be restored
}

/** Adds to each remark what opens the form about it. */
function addButtons() {
  for (const { id, words, note } of remarksOnPage()) {
    const label = `Correct who says: ${words.slice(0, 60)}`
    const act = tried(() => form.open({ remark: id }, words, made))
    /** @type {HTMLElement} */
    const made = button('Correct', label, () => act())
    note.querySelector('div')?.append(made)
  }
}

/** Goes to the next remark, or the one before. @param {1 | -1} step */
function goToRemark(step) {
  const buttons = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('#record button.desk'))]
  const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement))
  const inSight = buttons.findIndex((made) => made.getBoundingClientRect().top >= 0)
  const next = buttons[at < 0 ? Math.max(0, inSight) : (at + step + buttons.length) % buttons.length]
  next?.scrollIntoView({ block: 'center' })
  next?.focus({ preventScroll: true })
}

const correctSelected = tried(() => {
  const place = selectedPlace(text)
  if (typeof place === 'string') return say(place)
  return form.open(place, place.words, by('desk-select'))
})

/** @param {import('./doubts.js').Finding} finding */
function placeOf({ span }) {
  return span && { ...span, words: text.slice(span.start, span.end) }
}

/** Opens the form about the remark in which a doubt stands, else about its words. @param {import('./doubts.js').Finding} finding */
function mend(finding) {
  const place = placeOf(finding)
  if (!place) return say('This doubt is about no words. Select those to be mended.')
  const note = noteAt(text, place.start)
  const remark = remarksOnPage().find((one) => one.note === note)
  if (remark) return form.open({ remark: remark.id }, remark.words, by('desk-next'))
  return form.open(place, place.words, by('desk-next'))
}

/** @param {import('./doubts.js').Finding} finding */
async function confirm(finding) {
  const place = placeOf(finding)
  if (!place) return say('This doubt is about no words. Mend it, or leave it.')
  if (await send(place, { right: finding.code }, by('desk-reason').value.trim() || 'As in the record.')) goToDoubt(1)
}

/** @param {1 | -1} step */
function goToDoubt(step) {
  by('desk-doubts').open = true
  if (!doubts.go(step)) say('Nothing is in doubt any more.')
}

/** Shows the record as it is now, what is in doubt and what was changed. */
async function refresh() {
  const answer = await fetch(location.pathname, { cache: 'no-cache' })
  if (!answer.ok) throw new Error('The record could not be loaded again. Load the page again.')
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  for (const id of ['record', 'findings', 'present']) {
    const part = (/** @type {Document} */ from) =>
      id === 'record' ? from.getElementById(id) : from.getElementById(id)?.closest('section')
    const read = part(page)
    if (read) part(document)?.replaceChildren(...read.childNodes)
  }
  const [{ meeting }, made, findings, rows] = await Promise.all([
    ask(queries.text, { slug }, waits),
    allOf(queries.corrections, slug),
    allOf(queries.findings, slug),
    allOf(queries.present, slug),
  ])
  const others = made.filter(({ id, undoneAt }) => undoneAt === null && !own.has(id) && !seen.has(id))
  const isFirst = text === ''
  text = meeting.source.text
  corrections = made
  present = rows.map(({ person }) => person)
  seen = new Set(made.filter(({ undoneAt }) => undoneAt === null).map(({ id }) => id))
  listChanges(corrections, acts, (correction) => tried(() => undo(correction))())
  doubts.all = findings
  addButtons()
  if (!isFirst && others.length > 0) by('desk-changes').open = true
}

const doubts = new Doubts({
  text: () => text,
  confirm: (finding) => tried(() => confirm(finding))(),
  mend: (finding) => tried(() => mend(finding))(),
  merge: (type, into, from) => tried(() => merge(/** @type {keyof typeof merges} */ (type), into, from))(),
})
const form = new Form({ text: () => text, people, bodies, say, send, tried })
const hooks = { changed: () => {}, done: () => by('desk-merge').requestSubmit() }
const source = peopleSource(people, () => [])
const one = new Chooser(by('desk-one'), by('desk-one-list'), by('desk-one-row'), source, hooks)
const into = new Chooser(by('desk-into'), by('desk-into-list'), by('desk-into-row'), source, hooks)

by('desk-open').addEventListener(
  'submit',
  tried(async () => {
    useKey(by('desk-key').value.trim())
    const isFirst = text === ''
    await refresh()
    by('desk-open').hidden = true
    by('desk-on').hidden = false
    by('desk').classList.add('on')
    say('Choose “Correct” at a remark, or select words. The key ? shows all keys.')
    if (!isFirst && form.isOpen) return by('desk-who').focus()
    if (await form.reopen()) say('What you had begun when the page was left is here again.')
    else if (isFirst) by('desk-next').focus()
  }),
)
by('desk-select').addEventListener('click', correctSelected)
by('desk-next').addEventListener('click', () => goToDoubt(1))
by('desk-keys').addEventListener('click', () => by('desk-help').showModal())
by('desk-merge').addEventListener('submit', tried(mergeChosen))
by('desk-retract').addEventListener('submit', tried(retract))
const ofShown = (/** @type {(finding: import('./doubts.js').Finding) => unknown} */ act) =>
  tried(async () => (doubts.shown ? act(doubts.shown) : say('Go to a doubt first, by n.')))
const isOn = (/** @type {() => unknown} */ act) => () => {
  if (!by('desk-on').hidden) act()
}
listenToKeys({
  n: isOn(() => goToDoubt(1)),
  p: isOn(() => goToDoubt(-1)),
  j: isOn(() => goToRemark(1)),
  k: isOn(() => goToRemark(-1)),
  c: isOn(() => correctSelected()),
  y: isOn(() => ofShown(confirm)()),
  m: isOn(() => ofShown(mend)()),
  u: isOn(() => tried(undoLast)()),
  '?': isOn(() => by('desk-help').showModal()),
  Escape: isOn(() => (form.isOpen ? form.close() : doubts.close())),
})
by('desk').hidden = false
