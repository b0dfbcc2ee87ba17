const name = `rapporteur-desk ${location.pathname}`

/**
 * What was begun and not sent yet, kept in this browser until it is, so that nothing is lost when the page or the server goes. Where
 * the browser keeps nothing, neither does this.
 *
 * @param {object | null} draft null when there is none any more
 */
export function keepDraft(draft) {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft))
    else localStorage.removeItem(name)
  } catch {}
}

/** @returns {any} null if there is none */
export function keptDraft() {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
