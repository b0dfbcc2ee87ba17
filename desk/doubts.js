import { button, by, make } from './dom.js'
import { highlight } from './words.js'

/**
 * @typedef {{ id: string, severity: string, code: string, message: string, settled: boolean, span: { start: number, end: number } | null,
 *   candidates: { __typename: string, id: string, name?: string, title?: string }[] }} Finding
 */

/** What the reading doubts: a list, and one at a time to confirm, mend or merge. */
export class Doubts {
  /** @type {Finding[]} those that are open, in the order of the text */ #open = []
  /** @type {Finding | null} */ #shown = null

  /**
   * @param {{ text: () => string, confirm: (finding: Finding) => void, mend: (finding: Finding) => void,
   *   merge: (kind: string, into: string, from: string[]) => void }} desk
   */
  constructor(desk) {
    this.desk = desk
  }

  /** @param {Finding[]} findings all of the meeting */
  set all(findings) {
    const start = (/** @type {Finding} */ { span }) => span?.start ?? Number.MAX_SAFE_INTEGER
    this.#open = findings
      .filter(({ severity, settled }) => severity !== 'INFO' && !settled)
      .toSorted((one, other) => start(one) - start(other))
    by('desk-open-doubts').textContent = this.#open.length
    by('desk-doubt-list').replaceChildren(
      ...this.#open.map((finding) =>
        make(
          'li',
          {},
          button('Show', `Show: ${finding.message}`, () => this.#show(finding)),
          ` ${finding.message}`,
        ),
      ),
    )
    if (this.#shown && !this.#open.some(({ id }) => id === this.#shown?.id)) this.close()
  }

  get shown() {
    return this.#shown
  }

  /** Shows the next doubt, or the one before. @param {1 | -1} step @returns {boolean} whether there is any */
  go(step) {
    const { length } = this.#open
    const at = this.#open.findIndex(({ id }) => id === this.#at)
    const finding =
      this.#open[
        at < 0
          ? (step > 0 ? Math.max(0, this.#place) : Math.max(0, this.#place - 1)) % Math.max(1, length)
          : (at + step + length) % length
      ]
    if (finding) this.#show(finding)
    return finding !== undefined
  }

  /** Where one goes on from: the doubt shown last, or its place in the list if it is settled. */
  #at = ''
  #place = 0

  close() {
    this.#shown = null
    by('desk-doubt').hidden = true
    highlight('', null)
  }

  /** @param {Finding} finding */
  #show(finding) {
    this.#shown = finding
    this.#at = finding.id
    this.#place = this.#open.indexOf(finding)
    highlight(this.desk.text(), finding.span)
    const acts = []
    if (finding.span) {
      acts.push(
        button('It was read rightly (y)', `It was read rightly: ${finding.message}`, () => this.desk.confirm(finding)),
      )
      acts.push(button('Mend it (m)', `Mend it: ${finding.message}`, () => this.desk.mend(finding)))
    }
    const [first, ...rest] = finding.candidates
    const isOfOneKind = rest.every(({ __typename }) => __typename === first?.__typename)
    if (
      first &&
      rest.length > 0 &&
      isOfOneKind &&
      finding.code.startsWith('POSSIBLE_SAME_') &&
      first.__typename !== 'Meeting'
    )
      for (const into of finding.candidates) {
        const name = into.name ?? into.title ?? ''
        const from = finding.candidates.flatMap(({ id }) => (id === into.id ? [] : [id]))
        acts.push(
          button(`One: ${name}`, `They are one: ${name}`, () => this.desk.merge(into.__typename, into.id, from)),
        )
      }
    const count = make(
      'span',
      { className: 'count' },
      ` ${this.#place + 1} of ${this.#open.length}, `,
      make('code', {}, finding.code),
    )
    by('desk-doubt').replaceChildren(
      make('p', {}, finding.message, count),
      make('p', {}, ...acts.flatMap((act) => [act, ' '])),
    )
    by('desk-doubt').hidden = false
    by('desk-doubt').focus({ preventScroll: true })
  }
}
