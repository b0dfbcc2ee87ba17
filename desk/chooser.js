import { make } from './dom.js'

/**
 * @typedef {{ label: string, note: string, says: { name?: string, person?: string, body?: string, organization?: string, role?: string } }} Choice one of those to choose from; `says` is what the API takes
 * @typedef {{ known: () => Choice[], search: (name: string) => Promise<Choice[]>, others: (name: string) => Choice[] }} Source
 *   `known` are of the record and come first, `search` finds those of the archive, `others` are made of the name as typed
 */

const plain = (/** @type {string} */ name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** Whether each word that was typed begins one of the name. @param {string} name @param {string} typed */
function fits(name, typed) {
  const words = plain(name).split(/[^\p{L}\p{N}]+/u)
  return plain(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)))
}

const most = 8
const pause = 200 // milliseconds without a key, before the archive is searched

/**
 * A field in which one or several are chosen by typing a part of a name: a combobox with a list of those who fit, and the chosen in
 * front of it. Enter takes the marked one and finishes; a click, or Control and Enter, takes it and goes on.
 */
export class Chooser {
  /** @type {Choice[]} */ #shown = []
  /** @type {Choice[]} */ #chosen = []
  /** @type {Promise<void>} */ #searching = Promise.resolve()
  #marked = -1
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer

  /**
   * @param {HTMLInputElement} input @param {HTMLElement} list @param {HTMLElement} row where the chosen are shown
   * @param {Source} source @param {{ changed: () => void, done: () => void }} hooks
   */
  constructor(input, list, row, source, hooks) {
    this.input = input
    this.list = list
    this.row = row
    this.source = source
    this.hooks = hooks
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', (event) => this.#key(event))
  }

  /** What was chosen, and what is marked while a name is typed. @returns {Promise<Choice[]>} */
  async all() {
    await this.#searched()
    const marked = this.input.value.trim() === '' ? undefined : this.#shown[this.#marked]
    return marked ? [...this.#chosen, marked] : this.#chosen
  }

  /** What was typed and chosen so far. */
  get draft() {
    return { typed: this.input.value, chosen: this.#chosen }
  }

  /** @param {{ typed: string, chosen: Choice[] }} draft */
  set draft({ typed, chosen }) {
    this.input.value = typed
    this.#chosen = chosen
    this.#showChosen()
    this.#show([])
    if (typed !== '') this.#typed()
  }

  /** Waits for the archive, if a name was just typed. */
  async #searched() {
    if (this.#timer !== undefined) this.#search()
    await this.#searching
  }

  #typed() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#search(), pause)
    this.#show([])
    this.hooks.changed()
  }

  #search() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const name = this.input.value.trim()
    if (name === '') return
    this.#searching = this.source.search(name).then(
      (found) => {
        if (this.input.value.trim() === name) this.#show(found)
      },
      () => {}, // the record's own can be chosen all the same
    )
  }

  /** @param {Choice[]} found in the archive */
  #show(found) {
    const typed = this.input.value.trim()
    const known = typed === '' ? [] : this.source.known().filter(({ label }) => fits(label, typed))
    const exactFirst = known.toSorted(
      (a, b) => Number(plain(b.label) === plain(typed)) - Number(plain(a.label) === plain(typed)),
    )
    const own = exactFirst.slice(0, most)
    const ids = new Set(this.source.known().map(({ says }) => says.person ?? says.organization))
    const others = found.filter(({ says }) => !ids.has(says.person ?? says.organization))
    const same = others.filter(({ label }) => plain(label) === plain(typed))
    const made = typed === '' ? [] : this.source.others(typed)
    this.#shown = [
      ...own,
      ...same,
      ...(own.length === 0 ? made.slice(0, 1) : []),
      ...others.filter((one) => !same.includes(one)),
      ...made.slice(own.length === 0 ? 1 : 0),
    ]
    this.#marked = this.#shown.length > 0 ? 0 : -1
    this.list.replaceChildren(...this.#shown.map((choice, i) => this.#option(choice, i)))
    this.list.hidden = this.#shown.length === 0
    this.input.setAttribute('aria-expanded', String(this.#shown.length > 0))
    this.#mark(this.#marked)
  }

  /** @param {Choice} choice @param {number} i */
  #option({ label, note }, i) {
    const option = make(
      'li',
      { id: `${this.list.id}-${i}`, role: 'option' },
      label,
      make('span', { className: 'count' }, note && ` ${note}`),
    )
    option.addEventListener('mousedown', (/** @type {Event} */ event) => event.preventDefault()) // the field keeps the focus
    option.addEventListener('click', () => this.#take(i))
    return option
  }

  /** @param {number} marked */
  #mark(marked) {
    this.#marked = marked
    for (const [i, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(i === marked))
    if (marked < 0) this.input.removeAttribute('aria-activedescendant')
    else {
      this.input.setAttribute('aria-activedescendant', `${this.list.id}-${marked}`)
      this.list.children[marked]?.scrollIntoView({ block: 'nearest' })
    }
  }

  /** @param {number} i */
  #take(i) {
    const choice = this.#shown[i]
    if (!choice) return
    this.#chosen = [...this.#chosen, choice]
    this.input.value = ''
    this.#showChosen()
    this.#show([])
    this.hooks.changed()
    this.input.focus()
  }

  #showChosen() {
    this.row.replaceChildren(
      ...this.#chosen.map((choice) => {
        const gone = make(
          'button',
          { type: 'button', className: 'desk', ariaLabel: `Not ${choice.label}` },
          `${choice.label} ×`,
        )
        gone.addEventListener('click', () => {
          this.#chosen = this.#chosen.filter((one) => one !== choice)
          this.#showChosen()
          this.hooks.changed()
          this.input.focus()
        })
        return gone
      }),
    )
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, ctrlKey, metaKey, isComposing } = event
    if (isComposing) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      const count = this.#shown.length
      if (count > 0) this.#mark((this.#marked + (key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (key === 'Enter') {
      event.preventDefault()
      if (ctrlKey || metaKey) this.#searched().then(() => this.#take(this.#marked))
      else this.hooks.done()
    }
  }
}
