import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import { type Html, html } from '../html.js'
import type { ReadParagraph, ReadRemark } from './load-meeting.js'
import type { ReadOutcome } from './load-outcomes.js'
import { described, tagOf } from './outcome-tags.js'

/** How a remark is shown: its letter in the paragraph, its colour, and its label for screen readers. */
export interface Mark {
  letter: string
  colour: number | null
  label: string
  /** The id of the note about it. */
  note: string
}

type Words = Pick<ReadParagraph, 'heading' | 'text' | 'pieces' | 'unattributed'> & {
  remarks: readonly Pick<ReadRemark, 'id' | 'pieces'>[]
  outcomes: readonly Pick<ReadOutcome, 'id' | 'kind' | 'position' | 'result' | 'pieces'>[]
}

interface Piece {
  words: string
  /** Indexes into the paragraph's remarks. */
  covering: number[]
  /** The indexes of those that begin here. */
  beginning: number[]
  isNobodys: boolean
  /** Indexes into the paragraph's outcomes: those that it states, and those that begin here. */
  stating: number[]
  opening: number[]
}

/**
 * A paragraph's text with each remark's words in its speaker's colour, after a letter that links to who that is. Passages that the
 * record attributes to nobody are set off without a colour. Joint remarks have the colours of all their speakers. What states an
 * outcome has a ground of its own, after a tag that links to what is known of it.
 */
export function marked(paragraph: Words, marks: readonly Mark[]): Html[] {
  const pieces = cut(paragraph)
  return said(paragraph, pieces, marks).map((words, i) => stated(words, pieces[i], paragraph.outcomes))
}

/** The pieces with what is marked of who said them. */
function said({ heading, remarks }: Words, pieces: readonly Piece[], marks: readonly Mark[]): Html[] {
  let before = ''
  return pieces.map(({ words, covering, beginning, isNobodys }, place) => {
    if (words.trim() === '' && beginning.length === 0) return html`${words}`
    const anchors = beginning.map(
      (index) => html`<span id="remark-${remarks[index]?.id ?? ''}" class="r ${marks[index]?.letter ?? ''}"></span>`,
    )
    const shown = (isNobodys ? beginning : covering).flatMap((index) => marks[index] ?? [])
    const key = isNobodys ? '' : covering.join(' ')
    const isTold = (key !== '' && key === before) || (beginning.length === 0 && isShort(words))
    const letters = isTold ? null : shown.map(letterOf)
    before = key
    if (isNobodys) return html`${anchors}${letters}<span class="nobody" title="${whose}">${strong(words)}</span>`
    const [space = ''] = /^\s*/.exec(words) ?? []
    const text = html`${strong(words.slice(space.length), place === 0 ? heading : null)}`
    if (shown.length === 0) return html`${anchors}${space}${text}`
    const coloured = shown.reduceRight(
      (inner, { colour }) => html`<span class="w${colourClass(colour)}">${inner}</span>`,
      text,
    )
    return html`${space}${anchors}<span class="g ${shown.map(({ letter }) => letter).join(' ')}">${letters}${coloured}</span>`
  })
}

/** How many outcomes of a paragraph are highlighted each by itself when a permalink leads to them. */
export const MAX_HIGHLIGHTED = 30

const outcomeClass = (index: number) => `o${index % MAX_HIGHLIGHTED}`

/** A piece within the outcomes that it states; a tag leads from where one begins to the note about it. */
function stated(words: Html, piece: Piece | undefined, outcomes: Words['outcomes']): Html {
  const { stating = [], opening = [] } = piece ?? {}
  const tags = opening.flatMap((index) => {
    const outcome = outcomes[index]
    if (!outcome) return []
    const { id } = outcome
    const tag = tagOf(outcome)
    return html`<span id="outcome-${id}" class="${outcomeClass(index)}"></span><a class="l k" href="#about-${id}" aria-label="${tag}: ${described(outcome)}">${tag}</a>`
  })
  if (stating.length === 0) return html`${tags}${words}`
  return html`${tags}<span class="o ${stating.map(outcomeClass).join(' ')}">${words}</span>`
}

/** A connecting word or two between passages, which gets no letter of its own. */
const isShort = (words: string) => words.trim().split(/\s+/).length < 3

const whose = 'The record does not say whose words these are.'

/** Sets the heading at the beginning of a text, and Markdown's bold text, in bold. */
function strong(words: string, heading: string | null = null): Html[] {
  const text = words.replaceAll('**', '')
  if (heading && text.startsWith(heading)) return [html`<strong>${heading}</strong>${text.slice(heading.length)}`]
  return words.split(/\*\*([^*]+)\*\*/).map((part, i) => (i % 2 === 1 ? html`<strong>${part}</strong>` : html`${part}`))
}

/** The CSS class of a colour, with a space before it. */
export const colourClass = (colour: number | null): string => (colour === null ? '' : ` c${colour}`)

const letterOf = ({ letter, label, note, colour }: Mark) =>
  html`<a class="l${colourClass(colour)}" href="#${note}" aria-label="${letter}: ${label}">${letter}</a>`

/** Divides the text at each point where something begins or ends. */
function cut({ text, pieces, remarks, unattributed, outcomes }: Words): Piece[] {
  const at = (place: number) => offsetInText(pieces, place, text.length)
  const ranges = (of: { pieces: number[] }) =>
    piecesOfOffsets(of.pieces).map(([start, end]) => [at(start), at(end)] as const)
  const rangesOf = (rows: readonly { pieces: number[] }[]) => ({
    ranges: rows.map(ranges),
    begins: rows.map((row) => at(row.pieces[0] ?? 0)),
  })
  const [told, settled] = [rangesOf(remarks), rangesOf(outcomes)]
  const passages = unattributed.flatMap(ranges)
  const places = [told, settled].flatMap((each) => [...each.begins, ...each.ranges.flat(2)])
  const cuts = [...new Set([0, text.length, ...places, ...passages.flat()])].sort((a, b) => a - b)
  const covers =
    (start: number) =>
    ([from, to]: readonly [number, number]) =>
      from <= start && start < to
  return cuts.map((start, i) => ({
    words: text.slice(start, cuts[i + 1] ?? text.length),
    covering: indexesWhere(told.ranges, (each) => each.some(covers(start))),
    beginning: indexesWhere(told.begins, (begin) => begin === start),
    isNobodys: passages.some(covers(start)),
    stating: indexesWhere(settled.ranges, (each) => each.some(covers(start))),
    opening: indexesWhere(settled.begins, (begin) => begin === start),
  }))
}

const indexesWhere = <Item>(items: readonly Item[], test: (item: Item) => boolean): number[] =>
  items.flatMap((item, index) => (test(item) ? [index] : []))

/** Maps a source offset to its offset in a text that consists of source pieces joined by single spaces. */
export function offsetInText(pieces: readonly number[], place: number, length: number): number {
  let before = 0
  for (const [start, end] of piecesOfOffsets(pieces)) {
    if (place <= end) return Math.min(before + Math.max(place - start, 0), length)
    before += end - start + 1
  }
  return length
}
