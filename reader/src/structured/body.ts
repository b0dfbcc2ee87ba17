import type { Element } from '../layout.js'
import type { Pieces } from '../record.js'
import { linesOf } from './elements.js'

/**
 * What an element of a record is: a turn; a heading, or the number that is printed with one; the label of who speaks, a part of a turn
 * or just before it; a stage direction, which outside of a turn is no row; a block, which is one paragraph with all that it holds.
 */
type Kind = 'turn' | 'heading' | 'number' | 'label' | 'direction' | 'block'

/** Which elements of a vocabulary are what. */
export interface Vocabulary {
  readonly kindOf: (element: Element) => Kind | null
  /** Whether an element stands inside of a turn and is not said in it, turns, headings and labels aside. */
  readonly isUnspoken: (element: Element) => boolean
}

/** A vocabulary of names, several to a kind. */
export const vocabularyOf = (
  kinds: Readonly<Partial<Record<Kind, string>>>,
  unspoken: string,
  isLabel: (element: Element) => boolean,
): Vocabulary => {
  const byName = new Map(
    Object.entries(kinds).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as Kind] as const)),
  )
  const unsaid = new Set(unspoken.split(' '))
  return {
    kindOf: (element) => (isLabel(element) ? 'label' : (byName.get(element.name) ?? null)),
    isUnspoken: ({ name }) => unsaid.has(name),
  }
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
  readonly structural: Set<Element>
  /** Elements that are, or hold, a turn or a heading. */
  readonly headed: Set<Element>
}

const rangeOf = ({ start, end }: Element): [number, number] => [start, end]

/** Notes which elements have to be looked into. */
const survey = ({ vocabulary, structural, headed }: Walk, root: Element): void => {
  const look = (element: Element): void => {
    for (const child of element.children) look(child)
    const kind = vocabulary.kindOf(element)
    if (kind === 'turn' || kind === 'heading' || element.children.some((child) => headed.has(child)))
      headed.add(element)
    if (kind !== null || element.children.some((child) => structural.has(child))) structural.add(element)
  }
  look(root)
}

/** The outermost descendants that pass a test. */
const outermost = (element: Element, test: (child: Element) => boolean): Element[] =>
  element.children.flatMap((child) => (test(child) ? [child] : outermost(child, test)))

const addPassage = ({ text, items }: Walk, range: [number, number], section: number | null): void => {
  const pieces = linesOf(text, range)
  if (pieces.length > 0) items.push({ section, pieces, turn: null })
}

const addTurn = (walk: Walk, element: Element, before: Element | null, section: number | null): void => {
  const { text, vocabulary, items } = walk
  const { kindOf, isUnspoken } = vocabulary
  const nested = outermost(element, (child) => kindOf(child) === 'turn')
  const unspoken = outermost(
    element,
    (child) => /^(?:turn|heading|label)$/.test(kindOf(child) ?? '') || isUnspoken(child),
  )
  const own = linesOf(text, rangeOf(element), nested.map(rangeOf))
  const pieces = before === null ? own : [...linesOf(text, rangeOf(before)), ...own]
  const label = element.children.find((child) => kindOf(child) === 'label') ?? before
  const words = linesOf(text, rangeOf(element), unspoken.map(rangeOf))
  if (pieces.length > 0) items.push({ section, pieces, turn: { element, label, words } })
  for (const turn of nested) addTurn(walk, turn, null, section)
}

/** The section that an element opens, by its headings; the one around it where it has none. */
const sectionOf = ({ text, vocabulary, sections }: Walk, element: Element, parent: number | null): number | null => {
  const linesIn = (kind: Kind) =>
    element.children
      .filter((child) => vocabulary.kindOf(child) === kind)
      .flatMap((child) => linesOf(text, rangeOf(child)))
  const words = linesIn('heading')
  if (words.length === 0) return parent
  const level = (parent === null ? 0 : (sections[parent]?.level ?? 0)) + 1
  const heading = words.map(([start, end]) => text.slice(start, end)).join(' ')
  const pieces = [...linesIn('number'), ...words].sort((a, b) => a[0] - b[0])
  return sections.push({ element, heading, level, parent, pieces }) - 1
}

/** Reads the children of an element in order; what stands between those that are more than text is a passage. */
const visit = (walk: Walk, element: Element, around: number | null): void => {
  const { text, vocabulary, structural, headed, directions } = walk
  const section = sectionOf(walk, element, around)
  let from = element.start
  let label: Element | null = null
  const releaseLabel = () => {
    if (label !== null) addPassage(walk, rangeOf(label), section)
    label = null
  }
  for (const child of element.children) {
    if (!structural.has(child)) continue
    const kind = vocabulary.kindOf(child)
    if (text.slice(from, child.start).trim() !== '') {
      releaseLabel()
      addPassage(walk, [from, child.start], section)
    }
    from = Math.max(from, child.end)
    if (kind === 'turn') {
      addTurn(walk, child, label, section)
      label = null
      continue
    }
    releaseLabel()
    if (kind === 'heading' || (section !== around && kind === 'number')) continue
    if (kind === 'label') label = child
    else if (kind === 'direction') directions.push(...linesOf(text, rangeOf(child)))
    else if (kind === 'block' && !headed.has(child)) addPassage(walk, rangeOf(child), section)
    else visit(walk, child, section)
  }
  releaseLabel()
  addPassage(walk, [from, element.end], section)
}

/** The body of a record in its order: its sections, its turns, and the passages between them; `front` is left out of it. */
export const readBody = (
  text: string,
  record: Element,
  vocabulary: Vocabulary,
  isFront: (child: Element) => boolean,
): Body => {
  const children = record.children.filter((child) => !isFront(child))
  const root = { ...record, start: children[0]?.start ?? record.end, children }
  const [structural, headed] = [new Set<Element>(), new Set<Element>()]
  const walk: Walk = { text, vocabulary, sections: [], items: [], directions: [], structural, headed }
  survey(walk, root)
  visit(walk, root, null)
  return walk
}
