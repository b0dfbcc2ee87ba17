import { type PageLine, textOfLine } from './lines.js'

export interface Furniture {
  readonly kind: 'page-header' | 'page-footer' | 'page-number'
  readonly page: number
  readonly words: string
}

/** How many lines from the top and from the bottom of a page can be furniture. */
const reach = 3

const pageNumber =
  /^[\s\-–—|[(]*(?:(?:page|seite|página|pág\.|p\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|von|de|\/)\s*\d{1,4})?[\s\-–—|\])]*$/i
const statedPageNumber = /^[\s\-–—|[(]*(?:page|seite|página)\s*\d{1,4}\s*(?:of|von|de|\/)\s*\d{1,4}[\s\-–—|\])]*$/i

const shape = (line: PageLine): string =>
  textOfLine(line).replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Lines that say the same (but for figures) in the same size, at the same end of the page, may be one thing on each page. */
const keyOf = ({ line, atTop }: Candidate): string => `${shape(line)}\0${Math.round(line.size * 2)}\0${atTop}`

interface Candidate {
  readonly line: PageLine
  readonly atTop: boolean
}

/** From the edge of the page inwards. */
const candidatesOf = (lines: readonly PageLine[]): Candidate[][] => [
  lines.slice(0, reach).map((line) => ({ line, atTop: true })),
  lines
    .slice(Math.max(reach, lines.length - reach))
    .reverse()
    .map((line) => ({ line, atTop: false })),
]

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 3

/**
 * Which lines are running headers, running footers or page numbers: they recur at one height, on two pages in five at least
 * (the first page often has none, and left and right pages may differ), and only other furniture is nearer to the edge.
 */
export const findFurniture = (pages: readonly (readonly PageLine[])[]): Map<PageLine, Furniture> => {
  const candidates = pages.map((lines) => candidatesOf([...lines].sort((a, b) => a.y - b.y)))
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates.flat(2)) {
    const key = keyOf(candidate)
    const group = groups.get(key)
    if (group) group.push(candidate)
    else groups.set(key, [candidate])
  }
  const recurs = (candidate: Candidate): boolean => {
    const like = (groups.get(keyOf(candidate)) ?? []).filter(({ line }) => near(line.y, candidate.line.y)).length
    return like >= 2 && like >= Math.floor((pages.length - 1) * 0.4)
  }
  const furniture = new Map<PageLine, Furniture>()
  for (const fromEdge of candidates.flat()) {
    for (const candidate of fromEdge) {
      if (!recurs(candidate) && !statedPageNumber.test(textOfLine(candidate.line))) break
      furniture.set(candidate.line, furnitureOf(candidate))
    }
  }
  return furniture
}

const furnitureOf = ({ line, atTop }: Candidate): Furniture => {
  const words = textOfLine(line).trim()
  const kind = pageNumber.test(words) ? 'page-number' : atTop ? 'page-header' : 'page-footer'
  return { kind, page: line.page, words }
}
