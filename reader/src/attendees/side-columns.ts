import { endsOpen } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import { isGroup, isMeetingRole } from './attendee.js'
import { headerRoles } from './columns.js'
import { beginsEntry } from './entry-start.js'

/** Those under one of the heads that stand beside each other over a list. */
export interface SideColumn {
  readonly head: { readonly text: string; readonly start: number; readonly end: number }
  /** The pieces of each entry, a wrapped one put together. */
  readonly entries: readonly Pieces[]
}

export interface SideColumns {
  readonly columns: readonly [SideColumn, SideColumn]
  /** How many lines they take. */
  readonly length: number
}

interface Stretch {
  readonly text: string
  readonly start: number
  readonly end: number
  /** In characters from the beginning of the line. */
  readonly column: number
}

const stretchesOf = (line: Line): Stretch[] =>
  [...line.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    text,
    start: line.start + index,
    end: line.start + index + text.length,
    column: line.start - line.from + index,
  }))

/** "CORVANIA", "Management Side:", "For the Guild": what can stand over a column of people, and is nobody's name or column. */
const isHead = ({ text }: Stretch): boolean =>
  text.length <= 60 && /^\p{Lu}[^,;()]*:?$/u.test(text) && splitHonorific(text).honorific === null

/** Where the second column begins, as most lines have it; its head need not stand right over it. */
const secondColumn = (rows: readonly (readonly Stretch[])[], head: Stretch): number | null => {
  const counts = new Map<number, number>()
  for (const row of rows)
    for (const { column } of row)
      if (column > 12 && Math.abs(column - head.column) <= 10) counts.set(column, (counts.get(column) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count > 1).map(([column]) => column)
  return often.length === 0 ? null : Math.min(...often)
}

/** Which column a stretch stands in; null where it runs over the border. */
const sideOf = ({ column, text }: Stretch, border: number): 0 | 1 | null => {
  if (column >= border) return 1
  return column + text.length < border ? 0 : null
}

const entriesIn = (stretches: readonly Stretch[]): Stretch[][] => {
  const base = Math.min(...stretches.map(({ column }) => column))
  const entries: Stretch[][] = []
  for (const one of stretches) {
    const last = entries.at(-1)
    const isSetIn = one.column > base + 1
    const goesOn = isSetIn || endsOpen(last?.at(-1)?.text ?? '') || !beginsEntry(one.text)
    if (last && goesOn) last.push(one)
    else entries.push([one])
  }
  return entries
}

/** Most entries say more than a name; two columns of bare words may be anything. */
const saysMore = (text: string): boolean => splitHonorific(text).honorific !== null || /[,(]/.test(text)

const arePeople = (entries: readonly (readonly Stretch[])[]): boolean => {
  const texts = entries.map((entry) => entry.map(({ text }) => text).join(' '))
  const people = texts.filter((text) => beginsEntry(text) || splitHonorific(text).honorific !== null)
  return (
    people.length > 0 && people.length * 5 >= texts.length * 4 && people.filter(saysMore).length * 2 >= texts.length
  )
}

const headsOf = (line: Line | undefined): readonly [Stretch, Stretch] | null => {
  const [one, other, ...more] = line ? stretchesOf(line) : []
  if (!one || !other || more.length > 0 || ![one, other].every(isHead)) return null
  const isColumn = headerRoles([one, other]) !== null || [one, other].some(({ text }) => isMeetingRole(text))
  return isColumn || isGroup(one.text) !== isGroup(other.text) ? null : [one, other]
}

/**
 * The people of two sides that a list prints beside each other, each column under the name of its side; null for any other list.
 * Lines are those of the list, its heads first; a blank line behind which one column alone goes on ends them.
 */
export const sideColumns = (lines: readonly Line[]): SideColumns | null => {
  const first = lines.findIndex(({ text }) => text !== '')
  const heads = headsOf(lines[first])
  if (!heads) return null
  const rows = lines.map(stretchesOf)
  const border = secondColumn(rows.slice(first + 1), heads[1])
  if (border === null) return null
  const columns: [Stretch[], Stretch[]] = [[], []]
  let length = first + 1
  for (let i = first + 1; i < rows.length; i++) {
    const row = rows[i] ?? []
    const sides = row.map((one) => sideOf(one, border))
    const isApart = lines[i - 1]?.text === '' && !sides.includes(1) && columns[1].length > 0
    if (row.length > 2 || sides.includes(null) || isApart) break
    for (const [at, one] of row.entries()) columns[sides[at] === 1 ? 1 : 0].push(one)
    if (row.length > 0) length = i + 1
  }
  const [one, other] = columns.map(entriesIn)
  if (!one || !other || one.length + other.length < 3 || !arePeople(one) || !arePeople(other)) return null
  const pieces = (entries: Stretch[][]): Pieces[] => entries.map((entry) => entry.map(({ start, end }) => [start, end]))
  return {
    columns: [
      { head: heads[0], entries: pieces(one) },
      { head: heads[1], entries: pieces(other) },
    ],
    length,
  }
}
