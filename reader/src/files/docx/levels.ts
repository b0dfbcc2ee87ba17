import { type CountingStyle, printedCount } from '../counting.js'
import type { XmlElement } from '../xml/tree.js'

/** How one level of a Word list is numbered (ECMA-376 part 1, 17.9). */
interface Level {
  readonly start: number
  readonly style: CountingStyle | 'bullet' | 'none'
  /** The printed marker: `%1` stands for the number of the first level, and so on. */
  readonly pattern: string
}

/** A list of a document: several lists may count on together. */
export interface List {
  readonly id: string
  readonly counterId: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that begin anew at the first item of this list. */
  readonly restarts: ReadonlyMap<number, number>
}

export interface ListStyles {
  readonly lists: ReadonlyMap<string, List>
  /** The list and level that a paragraph has by its style. */
  readonly ofStyle: (styleId: string) => { listId: string; level: number } | null
}

const countingStyles: Readonly<Record<string, Level['style']>> = {
  bullet: 'bullet',
  none: 'none',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
}

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name)

const val = (element: XmlElement | undefined, ...path: string[]): string | undefined => {
  const found = path.reduce<XmlElement | undefined>((parent, name) => parent && childrenOf(parent, name)[0], element)
  return found?.attributes.val
}

const number = (text: string | undefined, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isInteger(value) ? value : otherwise
}

const levelsOf = (element: XmlElement): Map<number, Level> =>
  new Map(
    childrenOf(element, 'lvl').map((level) => [
      number(level.attributes.ilvl, 0),
      {
        start: number(val(level, 'start'), 0),
        style: countingStyles[val(level, 'numFmt') ?? ''] ?? 'decimal',
        pattern: val(level, 'lvlText') ?? '',
      },
    ]),
  )

const listOf = (element: XmlElement, shared: ReadonlyMap<string, ReadonlyMap<number, Level>>): List => {
  const counterId = val(element, 'abstractNumId') ?? ''
  const overrides = childrenOf(element, 'lvlOverride')
  const ownLevels = overrides.flatMap((override) => [...levelsOf(override)])
  const restarts = overrides.flatMap((override): [number, number][] => {
    const start = val(override, 'startOverride')
    return start === undefined ? [] : [[number(override.attributes.ilvl, 0), number(start, 1)]]
  })
  return {
    id: element.attributes.numId ?? '',
    counterId,
    levels: new Map([...(shared.get(counterId) ?? []), ...ownLevels]),
    restarts: new Map(restarts),
  }
}

/** What `word/numbering.xml` and `word/styles.xml` say about lists. */
export const listStylesOf = (numbering: XmlElement, styles: XmlElement | null): ListStyles => {
  const abstract = childrenOf(numbering, 'abstractNum')
  const shared = new Map(abstract.map((element) => [element.attributes.abstractNumId ?? '', levelsOf(element)]))
  const lists = childrenOf(numbering, 'num').map((element) => listOf(element, shared))
  const levelOfStyle = new Map(
    abstract.flatMap((element) =>
      childrenOf(element, 'lvl').map(
        (level) => [val(level, 'pStyle') ?? '', number(level.attributes.ilvl, 0)] as const,
      ),
    ),
  )
  const byId = new Map(
    (styles ? childrenOf(styles, 'style') : []).map((style) => [style.attributes.styleId ?? '', style]),
  )

  const ofStyle = (styleId: string, seen = new Set<string>()): { listId: string; level: number } | null => {
    const style = byId.get(styleId)
    if (!style || seen.has(styleId)) return null
    const listId = val(style, 'pPr', 'numPr', 'numId')
    const own = val(style, 'pPr', 'numPr', 'ilvl')
    if (listId !== undefined) return { listId, level: levelOfStyle.get(styleId) ?? number(own, 0) }
    return ofStyle(val(style, 'basedOn') ?? '', seen.add(styleId))
  }
  return { lists: new Map(lists.map((list) => [list.id, list])), ofStyle: (styleId) => ofStyle(styleId) }
}

/** Counts the items of lists as Word does: the next item of a level ends the count of all deeper ones. */
export const itemCounter = () => {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()

  /** The marker that Word prints before the next item; null for a bullet, or where nothing is printed. */
  return (list: List, level: number): string | null => {
    const own = list.levels.get(level)
    if (!own || own.style === 'bullet') return null
    const count = counts.get(list.counterId) ?? []
    counts.set(list.counterId, count)
    const restart = begun.has(`${list.id} ${level}`) ? undefined : list.restarts.get(level)
    begun.add(`${list.id} ${level}`)
    const before = count[level]
    count[level] = restart ?? (before === undefined ? own.start : before + 1)
    count.length = level + 1
    const printed = own.pattern.replaceAll(/%([1-9])/g, (_, digit: string) =>
      printedLevel(list, count, Number(digit) - 1),
    )
    return printed.trim() === '' ? null : printed.trim()
  }
}

const printedLevel = (list: List, count: readonly (number | undefined)[], level: number): string => {
  const { style, start } = list.levels.get(level) ?? { style: 'decimal', start: 1 }
  if (style === 'bullet' || style === 'none') return ''
  return printedCount(count[level] ?? start, style)
}
