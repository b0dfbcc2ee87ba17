/** The words of the page and where they stand in the document's text. */

/** @typedef {{ start: number, end: number, words: string }} Place offsets in UTF-16 units */

/** Neither white space nor Markdown's asterisks nor control characters, which pages and documents have differently. */
const isInk = (/** @type {string} */ unit) => !/[\s*\p{Cc}]/u.test(unit)
const ink = (/** @type {string} */ words) => [...words.split('')].filter(isInk).length

/** @param {Element} article @returns {Element | null} */
const textIn = (article) => article.querySelector('.t > p')

/** @param {Element} article @returns {[number, number][]} */
const piecesOf = (article) => {
  const offsets = (article.getAttribute('data-pieces') ?? '').split(' ').map(Number)
  return offsets.flatMap((start, i) =>
    i % 2 === 0 ? [/** @type {[number, number]} */ ([start, offsets[i + 1] ?? start])] : [],
  )
}

/** The words of a part of the page, without the letters that lead to notes. @param {Node} part */
export function wordsOf(part) {
  const copy = document.createElement('div')
  copy.append(part.cloneNode(true))
  for (const letter of copy.querySelectorAll('a.l')) letter.remove()
  return copy.textContent ?? ''
}

/** Where the nth printed character of a paragraph stands. @param {string} text @param {Element} article @param {number} nth from 0 */
function offsetOf(text, article, nth) {
  for (const [start, end] of piecesOf(article))
    for (let at = start; at < end; at++) if (isInk(text.charAt(at)) && nth-- === 0) return at
  return null
}

/** How many printed characters of a paragraph stand before a point of it. @param {Element} article @param {Node} node @param {number} offset */
function inkBefore(article, node, offset) {
  const range = document.createRange()
  const paragraph = textIn(article)
  if (!paragraph?.contains(node)) return null
  range.selectNodeContents(paragraph)
  range.setEnd(node, offset)
  return ink(wordsOf(range.cloneContents()))
}

/** @param {Node} node */
const articleOf = (node) =>
  (node instanceof Element ? node : node.parentElement)?.closest('#record article[data-pieces]') ?? null

/** The words that are selected; what to do instead, where none are. @param {string} text @returns {Place | string} */
export function selectedPlace(text) {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  if (!range || range.collapsed) return 'Select words of the record first.'
  const [first, last] = [articleOf(range.startContainer), articleOf(range.endContainer)]
  if (!first || !last) return 'Select words of paragraphs only, without the notes beside them.'
  const before = inkBefore(first, range.startContainer, range.startOffset)
  const until = inkBefore(last, range.endContainer, range.endOffset)
  if (before === null || until === null) return 'Select words of paragraphs only, without the notes beside them.'
  const start = offsetOf(text, first, before)
  const end = offsetOf(text, last, until - 1)
  if (start === null || end === null || end < start) return 'Select words of the record first.'
  const isCut = first === last && ink(text.slice(start, end + 1)) > until - before
  if (isCut) return 'These words are cut by a page or a note. Select fewer.'
  return { start, end: end + 1, words: text.slice(start, end + 1) }
}

/** The paragraph in which words begin. @param {number} start @returns {Element | null} */
export const articleAt = (start) =>
  [...document.querySelectorAll('#record article[data-pieces]')].find((article) =>
    piecesOf(article).some(([from, to]) => from <= start && start < to),
  ) ?? null

/** The point of the page at which the nth printed character of a paragraph stands. @param {Element} article @param {number} nth */
function pointOf(article, nth) {
  const paragraph = textIn(article)
  if (!paragraph) return null
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('a.l')) continue
    const words = node.textContent ?? ''
    for (let at = 0; at < words.length; at++) if (isInk(words.charAt(at)) && nth-- === 0) return { node, at }
  }
  return null
}

/** How many printed characters of its paragraph stand before this offset. @param {string} text @param {Element} article @param {number} offset */
const nthOf = (text, article, offset) =>
  piecesOf(article).reduce(
    (sum, [start, end]) => sum + ink(text.slice(start, Math.max(start, Math.min(end, offset)))),
    0,
  )

/** The note on the remark in which the words at an offset stand; of several the last to begin. @param {string} text @param {number} start */
export function noteAt(text, start) {
  const article = articleAt(start)
  const letters = article && pointOf(article, nthOf(text, article, start))?.node.parentElement?.closest('.g')?.classList
  const letter = letters && [...letters].at(-1)
  return letter ? article.querySelector(`.notes .n.${letter}`) : null
}

/**
 * Shows words as chosen, without a change to the page; none, where there is no place. Browsers without highlights mark the paragraph.
 *
 * @param {string} text @param {{ start: number, end: number } | null} place
 */
export function highlight(text, place) {
  for (const marked of document.querySelectorAll('article.chosen')) marked.classList.remove('chosen')
  const isKnown = 'highlights' in CSS
  if (isKnown) CSS.highlights.delete('desk')
  const article = place && articleAt(place.start)
  if (!place || !article) return
  article.classList.add('chosen')
  article.scrollIntoView({ block: 'center' })
  if (!isKnown) return
  const last = articleAt(place.end - 1) ?? article
  const from = pointOf(article, nthOf(text, article, place.start))
  const to = pointOf(last, nthOf(text, last, place.end) - 1)
  if (!from || !to) return
  const range = new Range()
  range.setStart(from.node, from.at)
  range.setEnd(to.node, to.at + 1)
  CSS.highlights.set('desk', new Highlight(range))
}
