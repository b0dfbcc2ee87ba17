import type { Element } from '../layout.js'
import type { Pieces } from '../record.js'
import { linesOf, outermost } from './elements.js'

/** Which elements of a vocabulary are what. */
export interface Vocabulary {
  readonly turns: ReadonlySet<string>
  readonly headings: ReadonlySet<string>
  /** The number that is printed with a heading. */
  readonly numbers: ReadonlySet<string>
  /** Who speaks, as printed: a part of a turn, or an element just before it. */
  readonly isLabel: (element: Element) => boolean
  /** What stands inside of a turn and is not said in it. */
  readonly unspoken: ReadonlySet<string>
  /** Stage directions: outside of a turn they are no row. */
  readonly directions: ReadonlySet<string>
  /** Elements that are one paragraph, with all that they hold. */
  readonly blocks: ReadonlySet<string>
}

export interface HeadedSection {
  readonly element: Element
  readonly heading: string
  readonly level: number
  /** Index of the section around it. */
  readonly parent: number | null
  readonly pieces: Pieces
}

/** A turn, or text that nobody says. */
export interface Item {
  readonly section: number | null
  /** All of it: the label, the words, what is noted between them. */
  readonly pieces: Pieces
  readonly turn: { readonly element: Element; readonly label: Element | null; readonly words: Pieces } | null
}

export interface Body {
  readonly sections: HeadedSection[]
  readonly items: Item[]
  readonly directions: Pieces
}

interface Walk extends Body {
  readonly text: string
  readonly vocabulary: Vocabulary
  /** Elements that are, or hold, more than running text. */
  readonly structural: ReadonlySet<Element>
  /** Elements that are, or hold, a turn or a heading. */
  readonly headed: ReadonlySet<Element>
}

const rangeOf = ({ start, end }: Element): [number, number] => [start, end]

/** Notes which elements have to be looked into. */
const survey = (root: Element, vocabulary: Vocabulary): Pick<Walk, 'structural' | 'headed'> => {
  const [structural, headed] = [new Set<Element>(), new Set<Element>()]
  const { turns, headings, numbers, isLabel, directions, blocks } = vocabulary
  const look = (element: Element): void => {
    for (const child of element.children) look(child)
    const isHead = turns.has(element.name) || headings.has(element.name)
    if (isHead || element.children.some((child) => headed.has(child))) headed.add(element)
    const isMore = isHead || isLabel(element) || [numbers, directions, blocks].some((names) => names.has(element.name))
    if (isMore || element.children.some((child) => structural.has(child))) structural.add(element)
  }
  look(root)
  return { structural, headed }
}

const addPassage = (walk: Walk, range: [number, number], section: number | null): void => {
  const pieces = linesOf(walk.text, range)
  if (pieces.length > 0) walk.items.push({ section, pieces, turn: null })
}

const addTurn = (walk: Walk, element: Element, before: Element | null, section: number | null): void => {
  const { text, vocabulary } = walk
  const label = element.children.find(vocabulary.isLabel) ?? before
  const nested = outermost(element, vocabulary.turns)
  const unspoken = unspokenIn(element, vocabulary)
  const own = linesOf(text, rangeOf(element), nested.map(rangeOf))
  const pieces = before === null ? own : [...linesOf(text, rangeOf(before)), ...own]
  const words = linesOf(text, rangeOf(element), unspoken.map(rangeOf))
  if (pieces.length > 0) walk.items.push({ section, pieces, turn: { element, label, words } })
  for (const turn of nested) addTurn(walk, turn, null, section)
}

const unspokenIn = (turn: Element, { turns, headings, unspoken, isLabel }: Vocabulary): Element[] => {
  const found: Element[] = []
  const look = (element: Element): void => {
    for (const child of element.children) {
      const { name } = child
      if (turns.has(name) || headings.has(name) || unspoken.has(name) || isLabel(child)) found.push(child)
      else look(child)
    }
  }
  look(turn)
  return found
}

/** The section that an element opens, by its headings; the one around it where it has none. */
const sectionOf = (walk: Walk, element: Element, parent: number | null): number | null => {
  const heads = element.children.filter(({ name }) => walk.vocabulary.headings.has(name))
  const words = heads.flatMap((head) => linesOf(walk.text, rangeOf(head)))
  if (words.length === 0) return parent
  const level = (parent === null ? 0 : (walk.sections[parent]?.level ?? 0)) + 1
  const heading = words.map(([start, end]) => walk.text.slice(start, end)).join(' ')
  const numbers = element.children.filter(({ name }) => walk.vocabulary.numbers.has(name))
  const pieces = [...numbers.flatMap((number) => linesOf(walk.text, rangeOf(number))), ...words]
  pieces.sort((a, b) => a[0] - b[0])
  walk.sections.push({ element, heading, level, parent, pieces })
  return walk.sections.length - 1
}

/** Reads the children of an element in order; what stands between those that are more than text is a passage. */
const visit = (walk: Walk, element: Element, around: number | null): void => {
  const { turns, headings, numbers, isLabel, directions, blocks } = walk.vocabulary
  const section = sectionOf(walk, element, around)
  let from = element.start
  let label: Element | null = null
  const releaseLabel = () => {
    if (label !== null) addPassage(walk, rangeOf(label), section)
    label = null
  }
  for (const child of element.children) {
    if (!walk.structural.has(child)) continue
    if (walk.text.slice(from, child.start).trim() !== '') {
      releaseLabel()
      addPassage(walk, [from, child.start], section)
    }
    from = Math.max(from, child.end)
    if (turns.has(child.name)) {
      addTurn(walk, child, label, section)
      label = null
      continue
    }
    releaseLabel()
    if (headings.has(child.name) || (section !== around && numbers.has(child.name))) continue
    if (isLabel(child)) label = child
    else if (directions.has(child.name)) walk.directions.push(...linesOf(walk.text, rangeOf(child)))
    else if (blocks.has(child.name) && !walk.headed.has(child)) addPassage(walk, rangeOf(child), section)
    else visit(walk, child, section)
  }
  releaseLabel()
  addPassage(walk, [from, element.end], section)
}

/** The body of a record in its order: its sections, its turns, and the passages between them. */
export const readBody = (text: string, root: Element, vocabulary: Vocabulary): Body => {
  const walk: Walk = { text, vocabulary, sections: [], items: [], directions: [], ...survey(root, vocabulary) }
  visit(walk, root, null)
  return walk
}
