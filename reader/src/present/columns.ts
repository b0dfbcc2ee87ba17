import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import type { Block, Cell } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { isOnePerson, peopleOfEntry } from './entry.js'
import { labelOf, modeOfLabel } from './label.js'
import { isProse } from './prose.js'
import { columnWords } from './words.js'

/**
 * What a column of a table of people holds: `label`, what a name stands under (printed once for several rows); `people`, names, one or
 * more a cell; `other`, nothing that is read.
 */
export type Column = keyof typeof columnWords | 'label' | 'people' | 'other'

export interface Columns {
  readonly roles: readonly Column[]
  readonly hasHead: boolean
}

export const cellText = ({ flow }: Block, cell: Cell | undefined): string =>
  cell ? flow.text.slice(...cell.range).trim() : ''

const textsOf = (rows: readonly Block[], column: number): string[] =>
  rows
    .map((row) =>
      cellText(
        row,
        row.cells.find((cell) => cell.column === column),
      ),
    )
    .filter((text) => text !== '')

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length

const widthOf = (rows: readonly Block[]): number =>
  rows.reduce((width, { cells }) => Math.max(width, 1 + (cells.at(-1)?.column ?? -1)), 0)

const namedBy = (heading: string): Column | null => {
  const folded = fold(heading)
  for (const [column, words] of Object.entries(columnWords)) if (words.has(folded)) return column as Column
  return null
}

const isShort = (text: string): boolean => /^\(?\p{Lu}[\p{L}\p{N}~]{1,4}\)?$/u.test(text)
const isMark = (text: string): boolean => /^(?:[xX✓✔✗✘–-]|yes|no|y|n)(?:$|[\s,(])/iu.test(text)
const isNamed = (text: string): boolean => !isProse(text) && (isPersonName(text) || isOnePerson(text))

/** What a column without a heading holds, by what stands in it. */
const guessed = (texts: readonly string[]): Column => {
  if (share(texts, isNamed) > 0.55) return 'name'
  if (share(texts, isShort) > 0.7) return 'initials'
  if (share(texts, isMark) > 0.7) return 'mode'
  if (share(texts, holdsTitle) > 0.4 && share(texts, holdsTitle) >= share(texts, holdsBodyWord)) return 'title'
  if (share(texts, (text) => isCountry(text) || isAcronym(text) || holdsBodyWord(text)) > 0.2) return 'body'
  return share(texts, (text) => /\p{Lu}.*\p{L}{2}/u.test(text)) > 0.5 ? 'body' : 'other'
}

const isLabel = (text: string): boolean => labelOf(text) !== null

/** A column before the names whose cells are labels, or are printed once for several rows. */
const isLabelColumn = (rows: readonly Block[], column: number, texts: readonly string[]): boolean =>
  column === 0 && texts.length > 0 && (share(texts, isLabel) > 0.6 || texts.length * 2 < rows.length)

const headed = (rows: readonly Block[], vouched: boolean): Columns | null => {
  const [first, ...body] = rows
  if (!first || body.length === 0) return null
  const named = Array.from({ length: widthOf([first]) }, (_, i) => {
    const text = textsOf([first], i)[0]
    return text === undefined ? null : namedBy(text)
  })
  const isHead = named.some((column) => column === 'name' || column === 'family' || column === 'given')
  if (!isHead || (!vouched && named.filter((column) => column !== null).length < 2)) return null
  const nameAt = named.indexOf('name')
  const roles = Array.from({ length: Math.max(named.length, widthOf(body)) }, (_, i): Column => {
    const own = named[i] ?? null
    if (own !== null && (own !== 'name' || i === nameAt)) return own
    const column = guessed(textsOf(body, i))
    return column === 'name' && nameAt >= 0 ? 'other' : column
  })
  const isSingle = vouched || named.includes('initials') || named.includes('handle')
  const isName = (text: string): boolean => peopleOfEntry(text, { single: isSingle }).length > 0
  const areNames = nameAt < 0 || share(textsOf(body, nameAt), isName) > 0.5
  if (areNames) return { roles, hasHead: true }
  // "Delegation | Participants": the people stand in another column than the one that is called so.
  return null
}

/** No table of people is wider. */
const mostColumns = 24

/** Whether a table stands in a list of people, at the front of a record, or neither. */
export type Where = 'list' | 'front' | 'none'

/** What the columns of a table hold; null for a table that lists no people. */
export const columnsOf = (rows: readonly Block[], where: Where): Columns | null => {
  const vouched = where === 'list'
  if (widthOf(rows) > mostColumns) return null
  const known = headed(rows, vouched)
  if (known) return known
  const body = rows.filter((row) => row.cells.filter((cell) => cellText(row, cell) !== '').length > 1)
  const sample = body.length > 0 ? body : rows
  const texts = Array.from({ length: widthOf(sample) }, (_, i) => textsOf(sample, i))
  const guesses = texts.map(guessed)
  const names = guesses.flatMap((column, i) => (column === 'name' ? [i] : []))
  const [nameAt] = names
  if (nameAt === undefined) return null
  const hasCue = textsOf(sample, 0).some((text) => modeOfLabel(text) !== null)
  const isTitled = share(texts[nameAt] ?? [], (text) => splitHonorific(text).honorific !== null && isNamed(text)) > 0.6
  const isOfPosts = where === 'front' && guesses.includes('title') && share(texts[nameAt] ?? [], isNamed) > 0.8
  if (!vouched && !hasCue && !((isTitled || isOfPosts) && texts.length > 1 && sample.length > 2)) return null
  const roles = guesses.map((column, i): Column => {
    if (i < nameAt && isLabelColumn(sample, i, texts[i] ?? [])) return 'label'
    return column === 'name' && names.length > 1 ? 'people' : column
  })
  return { roles, hasHead: false }
}
