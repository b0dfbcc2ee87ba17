import { button, by, make } from './dom.js'

/**
 * @typedef {{ id: string, summary: string, lost: string | null, reason: string, by: string, at: string, undoneAt: string | null,
 *   undoneBy: string | null, undoneReason: string | null }} Correction
 * @typedef {{ summary: string, reason: string, undo: () => void }} Act what was done here besides corrections, as merges
 */

/** @param {string} at ISO 8601 */
const when = (at) => {
  const time = make(
    'time',
    { dateTime: at },
    new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' }),
  )
  return time
}

/**
 * Lists what was changed, the latest first: by whom, when and why, with a button that takes it back.
 *
 * @param {Correction[]} corrections in the order in which they were made
 * @param {Act[]} acts
 * @param {(correction: Correction) => void} undo
 */
export function listChanges(corrections, acts, undo) {
  const inForce = corrections.filter(({ undoneAt }) => undoneAt === null)
  by('desk-count').textContent = inForce.length + acts.length
  const rows = corrections.toReversed().map((correction) => {
    const { summary, lost, reason, by: who, at, undoneAt, undoneBy, undoneReason } = correction
    const said = make('span', { className: 'count' }, ` ${who}, `, when(at), `: ${reason} `)
    if (undoneAt) {
      const taken = make(
        'span',
        { className: 'count' },
        ` Taken back by ${undoneBy}, `,
        when(undoneAt),
        `: ${undoneReason}`,
      )
      return make('li', {}, make('del', {}, summary), said, taken)
    }
    const note = lost ? [`It does not fit: ${lost}. `] : []
    return make(
      'li',
      {},
      summary,
      said,
      ...note,
      button('Undo', `Undo: ${summary}`, () => undo(correction)),
    )
  })
  const done = acts.map(({ summary, reason, undo: take }) =>
    make(
      'li',
      {},
      summary,
      make('span', { className: 'count' }, ` ${reason} `),
      button('Undo', `Undo: ${summary}`, take),
    ),
  )
  by('desk-list').replaceChildren(...done.toReversed(), ...rows)
}
