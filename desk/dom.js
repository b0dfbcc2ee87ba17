/**
 * The element of the desk with this id.
 *
 * @param {string} id
 * @returns {any} each is of a kind of its own, and all are on the page
 */
export const by = (id) => document.getElementById(id)

/**
 * A new element. What comes from a record goes in as text.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} properties
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A small button. @param {string} text @param {string} label of the button for those who hear it @param {() => void} act */
export function button(text, label, act) {
  const made = make('button', { type: 'button', className: 'desk', ariaLabel: label }, text)
  made.addEventListener('click', act)
  return made
}
