import { by } from './dom.js'

const kept = 'rapporteur-desk letters'

/** Whether somebody types just now, so that letters are letters. @param {EventTarget | null} target */
const isTyping = (target) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null

/**
 * Makes single letters act, unless somebody types or has switched that off, as WCAG 2.1.4 asks.
 *
 * @param {Record<string, () => void>} acts by the key
 */
export function listenToKeys(acts) {
  const switched = by('desk-letters')
  switched.checked = localStorage.getItem(kept) !== 'off'
  switched.addEventListener('change', () => localStorage.setItem(kept, switched.checked ? 'on' : 'off'))
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (by('desk-help').open || ctrlKey || metaKey || altKey) return
    const act = acts[key]
    if (!act || (key !== 'Escape' && (isTyping(target) || !switched.checked))) return
    event.preventDefault()
    act()
  })
}
