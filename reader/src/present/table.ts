import { fold } from '../names.js'
import type { Block } from '../outline/outline.js'
import { piecesOf } from '../text/flow.js'
import { cellLines, joinedLines, postsOf } from './cells.js'
import { type Column, type Columns, cellText, columnsOf, type Where } from './columns.js'
import type { ListedPost } from './details.js'
import { isOnePerson, type ListedPerson, peopleOfEntry, personOfEntry } from './entry.js'
import { labelAt, labelOf, type Mode } from './label.js'
import type { Listed, Standing } from './listed.js'
import { absentCues, remoteCues } from './words.js'

export interface TableReading {
  readonly listed: readonly Listed[]
  /** Ids of the rows that are read. */
  readonly taken: readonly number[]
  /** Under what the rows behind the last one would stand. */
  readonly standing: Standing
}

const endingLabel = /\s+(?:and\s+)?((?:Apologies|Regrets|Absent|In attendance|Excused|Secretariat)(?: for absence)?):?$/

/** What a row of one filled cell, or a cell of the first column, says of those in the rows. */
const standingOf = (words: string, above: Standing): Standing => {
  const label = labelOf(words)
  if (label === null) return { ...above, body: words.replace(/:$/, ''), role: null }
  return {
    mode: label.mode ?? above.mode,
    body: label.body,
    role: label.kind === 'office' ? label.role : null,
  }
}

/** How somebody took part, as a cell says: "✔", "N (apologies)", "via Teams". */
const modeOfCell = (text: string, otherwise: Mode): Mode => {
  const tokens = fold(text).split(' ')
  if (/^(?:[✗✘]|no?\b)/iu.test(text) || tokens.some((token) => absentCues.has(token))) return 'APOLOGIES'
  if (/\bin[\s-]person\b|\bon[\s-]?site\b/i.test(text)) return 'PRESENT'
  return tokens.some((token) => remoteCues.has(token)) ? 'REMOTE' : otherwise
}

/** The lines of a cell, where each is a person by itself; null for one name that goes over lines. */
const severalNames = (lines: readonly string[]): readonly string[] | null => {
  return lines.length > 1 && lines.every(isOnePerson) ? lines : null
}

class Row {
  constructor(
    readonly block: Block,
    private readonly roles: readonly Column[],
  ) {}

  private cellOf(role: Column) {
    const column = this.roles.indexOf(role)
    return column < 0 ? undefined : this.block.cells.find((cell) => cell.column === column)
  }

  lines(role: Column): string[] {
    return cellLines(this.block, this.cellOf(role))
  }

  text(role: Column): string {
    return joinedLines(this.lines(role))
  }

  filled(): string[] {
    return this.block.cells.map((cell) => cellText(this.block, cell)).filter((text) => text !== '')
  }

  /** The lines of the only cell that is filled. */
  only(): string[] {
    return this.block.cells.flatMap((cell) => cellLines(this.block, cell))
  }

  /** The cells that hold names. */
  names(): readonly string[] {
    if (!this.roles.includes('people')) {
      const several = severalNames(this.lines('name'))
      if (several) return several
      const parts = this.roles.includes('family') ? ['honorific', 'given', 'family'] : ['honorific', 'name']
      return [
        parts
          .map((part) => this.text(part as Column))
          .filter((part) => part !== '')
          .join(' '),
      ]
    }
    const cells = this.block.cells.filter(({ column }) => this.roles[column] === 'people')
    return cells.map((cell) => joinedLines(cellLines(this.block, cell)))
  }

  /** Whether the source prints one cell's words behind another's: a line under the row, that the columns drew into it. */
  isPrintedBehind(role: Column, other: Column): boolean {
    const startOf = (one: Column) => {
      const cell = this.cellOf(one)
      return cell ? (piecesOf(this.block.flow, ...cell.range)[0]?.[0] ?? null) : null
    }
    const [own, others] = [startOf(role), startOf(other)]
    return own !== null && others !== null && own > others
  }
}

const isCode = (word: string): boolean => /^\p{L}[\p{L}\p{N}~]{0,5}$/u.test(word)

/** What the other cells of a row say of its person. */
const withCells = (person: ListedPerson, row: Row): ListedPerson => {
  const codes = row
    .text('initials')
    .replace(/[()]/g, '')
    .split(/[\s,/]+/)
  const handle = row.text('handle').replace(/^@/, '')
  const posts: ListedPost[] = postsOf(row.lines('title'), row.lines('body'))
  return {
    ...person,
    short: [...person.short, ...codes.filter(isCode), ...(/^[\w-]{2,39}$/.test(handle) ? [handle] : [])],
    posts: [...posts, ...person.posts],
  }
}

/** Reads a table of people; null for one that lists none. */
export const readTable = (
  rows: readonly Block[],
  where: Where,
  above: Standing,
  single: boolean,
): TableReading | null => {
  const columns = columnsOf(rows, where)
  if (!columns) return null
  const listed: Listed[] = []
  const taken: number[] = []
  const missed: number[] = []
  let standing = above
  for (const block of columns.hasHead ? rows.slice(1) : rows) {
    const row = new Row(block, columns.roles)
    const read = readRow(row, columns, standing, single)
    standing = read.standing
    if (read.listed.length > 0 || read.isLabel) {
      taken.push(...missed.splice(0), block.id)
      listed.push(...read.listed)
    } else missed.push(block.id)
  }
  if (columns.hasHead && rows[0]) taken.unshift(rows[0].id)
  return listed.length > 0 ? { listed, taken, standing } : null
}

interface RowReading {
  readonly listed: readonly Listed[]
  readonly isLabel: boolean
  readonly standing: Standing
}

const readRow = (row: Row, { roles }: Columns, above: Standing, single: boolean): RowReading => {
  const [only = '', ...others] = row.filled()
  if (others.length === 0) {
    const label = labelOf(only)
    if (label !== null && label.kind !== 'body') return { listed: [], isLabel: true, standing: standingOf(only, above) }
    const inline = labelAt(only)
    const told = inline && labelOf(inline.words)
    const isCue = inline !== null && told?.kind === 'cue'
    const under = isCue ? standingOf(inline.words, above) : above
    const words = isCue ? [only.slice(inline.at)] : (severalNames(row.only()) ?? [only])
    const people = words.flatMap((line) => peopleOfEntry(line, { single: false }))
    if (people.length > 0)
      return {
        listed: people.map((person) => ({ person, at: row.block.id, ...under })),
        isLabel: false,
        standing: under,
      }
  }
  const label = row.text('label')
  const isLate = row.isPrintedBehind('label', 'name')
  const told = label === '' ? above : standingOf(label, above)
  const own = isLate ? above : told
  let after = told
  const listed = row.names().flatMap((cell) => {
    const ending = endingLabel.exec(cell)
    if (ending) after = standingOf(ending[1] ?? '', after)
    const text = ending ? cell.slice(0, ending.index) : cell
    const people = roles.includes('people') ? peopleOfEntry(text, { single: true }) : peopleOfCell(text, single)
    return people.map((person): Listed => {
      const whole = roles.includes('people') ? person : withCells(person, row)
      return { person: whole, at: row.block.id, ...own, mode: modeOfCell(row.text('mode'), own.mode), ...absent(row) }
    })
  })
  return { listed, isLabel: false, standing: after }
}

const absent = (row: Row): { mode?: Mode } => (row.text('absent') === '' ? {} : { mode: 'APOLOGIES' })

/** A cell of names holds one, or several full ones. */
const peopleOfCell = (text: string, single: boolean): ListedPerson[] => {
  const several = /[;,]/.test(text) ? peopleOfEntry(text, { single: false, familyFirst: true }) : []
  if (several.length > 1) return several
  const person = text === '' ? null : personOfEntry(text, { single, familyFirst: true })
  return person ? [person] : several
}
