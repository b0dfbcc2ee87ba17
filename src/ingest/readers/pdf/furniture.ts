import { type PageLine, textOfLine } from './lines.js'
import type { Page } from './page.js'

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

/** Lines that say the same (but for figures) at the same height and in the same size are one thing, printed on each page. */
const keyOf = (line: PageLine, fromBottom: number): string =>
  `${shape(line)}\0${Math.round(line.size * 2)}\0${fromBottom < 0 ? 'top' : 'bottom'}`

interface Candidate {
  readonly line: PageLine
  readonly atTop: boolean
}

const candidatesOf = (lines: readonly PageLine[]): Candidate[] => {
  const top = lines.slice(0, reach).map((line) => ({ line, atTop: true }))
  const bottom = lines.slice(Math.max(reach, lines.length - reach)).map((line) => ({ line, atTop: false }))
  return [...top, ...bottom]
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 3

/**
 * Which lines are running headers, running footers or page numbers: they recur at one height, on half of the pages at least
 * (the first page often has none, and left and right pages may differ).
 */
export const findFurniture = (
  pages: readonly { page: Page; lines: readonly PageLine[] }[],
): Map<PageLine, Furniture> => {
  const groups = new Map<string, Candidate[]>()
  for (const { lines } of pages) {
    for (const candidate of candidatesOf(lines)) {
      const key = keyOf(candidate.line, candidate.atTop ? -1 : 1)
      groups.set(key, [...(groups.get(key) ?? []), candidate])
    }
  }
  const furniture = new Map<PageLine, Furniture>()
  for (const group of groups.values()) {
    for (const { line, atTop } of group) {
      const like = group.filter((other) => near(other.line.y, line.y)).length
      if (isFurniture(line, like, pages.length)) furniture.set(line, furnitureOf(line, atTop))
    }
  }
  return furniture
}

const isFurniture = (line: PageLine, like: number, pages: number): boolean =>
  (like >= 2 && like >= Math.floor((pages - 1) * 0.4)) || statedPageNumber.test(textOfLine(line))

const furnitureOf = (line: PageLine, atTop: boolean): Furniture => {
  const words = textOfLine(line).trim()
  const kind = pageNumber.test(words) ? 'page-number' : atTop ? 'page-header' : 'page-footer'
  return { kind, page: line.page, words }
}
