import { Chooser } from './chooser.js'
import { by, make } from './dom.js'
import { keepDraft, keptDraft } from './draft.js'
import { queries } from './queries.js'
import { ask } from './server.js'
import { highlight, selectedPlace, wordsOf } from './words.js'

/** @typedef {{ remark: string } | import('./words.js').Place} At what a correction is about, as the API takes it */
/** @typedef {{ name: string, id?: string }} Known a person or body of the record */

/** @param {Known} known @param {'person' | 'organization'} field @param {'name' | 'body'} made */
const choiceOf = ({ name, id }, field, made) => ({
  label: name,
  note: '',
  says: id ? { [field]: id } : { [made]: name },
})

/** Where corrections are written: about chosen words, each sent at once. */
export class Form {
  /** @type {{ at: At, words: string } | null} */ #chosen = null
  /** @type {HTMLElement | null} where the focus goes when it is closed */ #from = null
  /** @type {string | null} */ #kind = null

  /**
   * @param {{ text: () => string, people: () => Known[], bodies: () => Known[], say: (words: string) => void,
   *   send: (at: At, says: object, reason: string) => Promise<boolean>, tried: (work: () => Promise<unknown> | void) => (event?: Event) => void }} desk
   */
  constructor(desk) {
    this.desk = desk
    const hooks = (/** @type {() => Promise<void>} */ say) => ({ changed: () => this.#keep(), done: desk.tried(say) })
    this.who = new Chooser(
      by('desk-who'),
      by('desk-who-list'),
      by('desk-who-row'),
      this.#people(),
      hooks(() => this.#sayWho()),
    )
    this.for = new Chooser(
      by('desk-for'),
      by('desk-for-list'),
      by('desk-for-row'),
      this.#bodies(),
      hooks(() => this.#sayFor()),
    )
    const acts = {
      'desk-nobody': () => this.#send({ nobody: 'ANONYMOUS' }),
      'desk-none': () => this.#send({ noRemark: true }),
      'desk-for-say': () => this.#sayFor(),
      'desk-answers-say': () => this.#send({ answers: this.#answered() }),
      'desk-kind': () => this.#send({ kind: this.#kind === 'Response' ? 'STATEMENT' : 'RESPONSE' }),
      'desk-split': () => this.#send({ split: true }, this.#selectedOr()),
      'desk-join': () => this.#send({ join: true }, this.#selectedOr()),
      'desk-join-next': () => this.#joinNext(),
      'desk-close': async () => this.close(),
    }
    for (const [id, act] of Object.entries(acts)) by(id).addEventListener('click', desk.tried(act))
    by('desk-form').addEventListener(
      'submit',
      desk.tried(() => this.#sayWho()),
    )
    by('desk-reason').addEventListener('input', () => this.#keep())
  }

  get isOpen() {
    return !by('desk-form').hidden
  }

  /**
   * Opens the form about these words.
   *
   * @param {At} at @param {string} words @param {HTMLElement} from where the focus goes afterwards
   */
  async open(at, words, from) {
    this.#from = from
    this.#show(at, words)
    this.who.draft = this.for.draft = { typed: '', chosen: [] }
    by('desk-who').focus()
    await this.#load(at)
  }

  /** Opens what was begun when the page was last left. @returns {Promise<boolean>} whether there was something */
  async reopen() {
    const draft = keptDraft()
    if (!draft) return false
    this.#from = by('desk-select')
    this.#show(draft.at, draft.words)
    by('desk-reason').value = draft.reason
    this.who.draft = draft.who
    this.for.draft = draft.for
    by('desk-who').focus()
    await this.#load(draft.at).catch(() => {}) // the remark may be another by now
    return true
  }

  close() {
    this.#chosen = null
    by('desk-form').hidden = true
    keepDraft(null)
    highlight('', null)
    const from = this.#from?.isConnected ? this.#from : by('desk-select')
    from.focus()
  }

  /** @param {At} at @param {string} words */
  #show(at, words) {
    this.#chosen = { at, words }
    by('desk-words').textContent = words.replace(/\s+/g, ' ').trim()
    by('desk-form').hidden = false
    const isRemark = 'remark' in at
    for (const id of ['desk-kind', 'desk-join-next']) by(id).hidden = !isRemark
    if (!isRemark) highlight(this.desk.text(), at)
    by('desk-kind').hidden = true
    by('desk-answers').replaceChildren()
  }

  /** What is known of a remark: for whom it is said, what it answers, whether it answers. @param {At} at */
  async #load(at) {
    if (!('remark' in at)) return this.#offerAnswers(null, [])
    const { node } = await ask(queries.remark, { id: at.remark })
    if (!node || this.#chosen?.at !== at) return
    this.#kind = node.__typename
    by('desk-kind').hidden = false
    by('desk-kind').textContent = node.__typename === 'Response' ? 'It raises something' : 'It responds'
    highlight(this.desk.text(), node.span)
    if (this.for.draft.chosen.length === 0)
      this.for.draft = {
        typed: '',
        chosen: node.onBehalfOf.map((/** @type {Known} */ body) => choiceOf(body, 'organization', 'body')),
      }
    const answered = (node.inResponseTo ?? []).map((/** @type {{ id: string }} */ { id }) => id)
    this.#offerAnswers(at.remark, answered)
  }

  /** Remarks before this one, the nearest first, as boxes to tick. @param {string | null} remark @param {string[]} answered */
  #offerAnswers(remark, answered) {
    const all = remarksOnPage()
    const place = all.findIndex(({ id }) => id === remark)
    const before = place < 0 ? [] : all.slice(0, place)
    const offered = before.filter(({ id }, i) => answered.includes(id) || i >= before.length - 12).reverse()
    by('desk-answers').replaceChildren(
      ...offered.map(({ id, name, words }) => {
        const box = make('input', { type: 'checkbox', value: id, checked: answered.includes(id) })
        return make('label', { className: 'more' }, box, ` ${name}: ${words.slice(0, 80)}`)
      }),
    )
  }

  #answered() {
    return [...by('desk-answers').querySelectorAll('input:checked')].map(({ value }) => ({ remark: value }))
  }

  /** Selected words, else the chosen ones. @returns {At | undefined} */
  #selectedOr() {
    const selected = selectedPlace(this.desk.text())
    return typeof selected === 'string' ? this.#chosen?.at : selected
  }

  async #joinNext() {
    const at = this.#chosen?.at
    const all = remarksOnPage()
    const next = all[all.findIndex(({ id }) => at && 'remark' in at && id === at.remark) + 1]
    if (!at || !('remark' in at) || !next) return this.desk.say('No remark follows this one.')
    const [one, other] = await Promise.all([at.remark, next.id].map((id) => ask(queries.remark, { id })))
    const [start, end] = [one.node.span.start, other.node.span.end]
    await this.#send({ join: true }, { start, end, words: this.desk.text().slice(start, end) })
  }

  async #sayWho() {
    const chosen = await this.who.all()
    if (chosen.length === 0) return this.desk.say('Say first who it is.')
    await this.#send({ speakers: chosen.map(({ says }) => says) })
  }

  async #sayFor() {
    await this.#send({ onBehalfOf: (await this.for.all()).map(({ says }) => says) })
  }

  /** @param {object} says @param {At} [at] */
  async #send(says, at = this.#chosen?.at) {
    const reason = by('desk-reason').value.trim()
    if (!at) return
    if (reason === '') {
      by('desk-reason').focus()
      return this.desk.say('Say why.')
    }
    this.#keep()
    if (await this.desk.send(at, says, reason)) this.close()
  }

  #keep() {
    if (this.#chosen)
      keepDraft({ ...this.#chosen, reason: by('desk-reason').value, who: this.who.draft, for: this.for.draft })
  }

  /** @returns {import('./chooser.js').Source} */
  #people() {
    return peopleSource(this.desk.people, (name) => [
      { label: name, note: 'a new person', says: { name } },
      { label: name, note: 'a body', says: { body: name } },
      { label: name, note: 'a role, whoever holds it', says: { role: name } },
    ])
  }

  /** @returns {import('./chooser.js').Source} */
  #bodies() {
    return {
      known: () => this.desk.bodies().map((body) => choiceOf(body, 'organization', 'body')),
      search: async (name) => {
        const { search } = await ask(queries.bodies, { name })
        return search.nodes.map((/** @type {Required<Known>} */ { id, name: label }) => ({
          label,
          note: 'in the archive',
          says: { organization: id },
        }))
      },
      others: (name) => [{ label: name, note: 'a new body', says: { body: name } }],
    }
  }
}

/** People to choose from. @param {() => Known[]} people @param {import('./chooser.js').Source['others']} others @returns {import('./chooser.js').Source} */
export const peopleSource = (people, others) => ({
  known: () => people().map((person) => choiceOf(person, 'person', 'name')),
  search: async (name) => {
    const { search } = await ask(queries.people, { name })
    return search.nodes.map(
      (/** @type {Required<Known> & { organization?: Known }} */ { id, name: label, organization }) => ({
        label,
        note: `in the archive${organization ? `, ${organization.name}` : ''}`,
        says: { person: id },
      }),
    )
  },
  others,
})

/** The id of a row as the API has it. @param {string} table @param {string} id */
const opaque = (table, id) => btoa(`${table}:${id}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** The remarks in the order of the record. @returns {{ id: string, name: string, words: string, note: HTMLElement }[]} */
export const remarksOnPage = () =>
  [...document.querySelectorAll('#record .notes .n:has(a[href^="#remark-"])')].map((note) => {
    const letter = note.querySelector('a.l')
    const words = [...(note.closest('article')?.querySelectorAll(`.g.${letter?.textContent}`) ?? [])].map(wordsOf)
    return {
      id: opaque('Remark', letter?.getAttribute('href')?.slice('#remark-'.length) ?? ''),
      name: note.querySelector('b')?.textContent ?? '',
      words: words.join(' ').replace(/\s+/g, ' ').trim(),
      note: /** @type {HTMLElement} */ (note),
    }
  })
