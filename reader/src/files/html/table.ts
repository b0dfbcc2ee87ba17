import type { Element } from 'domhandler'
import { elementsBelow, elementsIn } from './dom.js'

/** Wider and taller claims than any record prints; without limits one attribute could ask for a million cells. */
const widest = 100
const tallest = 1_000

const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th'

/** Tables that only arrange a page (they hold other tables, or say so, or have one cell) are no tables of data. */
export const isDataTable = (table: Element): boolean => {
  if (/^(presentation|none)$/.test(table.attribs.role ?? '')) return false
  const below = elementsBelow(table.children)
  return !below.some(({ name }) => name === 'table') && below.filter(isCell).length > 1
}

const spanOf = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))

const rowsBelow = (element: Element): Element[] =>
  elementsIn(element.children).flatMap((child) =>
    child.name === 'tr' ? [child] : isCell(child) ? [] : rowsBelow(child),
  )

/**
 * The cells of a table by row and column. A cell that spans several has its text in the first of them; the others are
 * null, as an empty cell of a plain-text table would be.
 */
export const tableGrid = (table: Element): (Element | null)[][] => {
  /** For each column, how many more rows a cell from above reaches into. */
  const reach: number[] = []
  return rowsBelow(table).map((row) => {
    const cells: (Element | null)[] = []
    const fromAbove = () => {
      while ((reach[cells.length] ?? 0) > 0) {
        reach[cells.length] = (reach[cells.length] ?? 0) - 1
        cells.push(null)
      }
    }
    for (const cell of elementsIn(row.children).filter(isCell)) {
      fromAbove()
      const rows = spanOf(cell.attribs.rowspan, tallest)
      for (let i = 0; i < spanOf(cell.attribs.colspan, widest) && cells.length < widest; i++) {
        reach[cells.length] = rows - 1
        cells.push(i === 0 ? cell : null)
      }
    }
    fromAbove()
    return cells
  })
}
