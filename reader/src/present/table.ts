import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import type { Block, Cell } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import type { Draft } from '../proposal/draft.js'
import type { PersonLine } from '../proposal/proposal.js'
import { type ListedPerson, peopleOfEntry, personOfEntry } from './entry.js'
import { addListed } from './listed.js'
import { listOf } from './lists.js'
import { absentWords, columnWords, remoteWords } from './words.js'

type Mode = NonNullable<PersonLine['mode']>
type Column = keyof typeof columnWords | 'people' | 'list' | 'other'

const cellText = ({ flow }: Block, cell: Cell | undefined): string =>
  cell ? flow.text.slice(...cell.range).trim() : ''

const columnOf = (heading: string): Column | null => {
  const folded = fold(heading)
  for (const [column, words] of Object.entries(columnWords)) if (words.has(folded)) return column as Column
  return null
}

const width = (rows: readonly Block[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length))

/** What each column of a table of people holds; null for a table that lists none. `vouched`: a heading says that it does. */
export interface TableRoles {
  readonly columns: readonly Column[]
  readonly headed: boolean
}

const share = (texts: readonly string[], test: (text: string) => boolean): number => {
  const filled = texts.filter((text) => text !== '')
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length
}

const isListLabel = (text: string): boolean => listOf(text.replace(/:$/, '')) !== null

/** Whether the first column holds the names of lists and nothing else: "Present:", "Apologies:". */
const hasListLabels = (rows: readonly Block[]): boolean => {
  const filled = texts(rows, 0).filter((text) => text !== '')
  return filled.length > 0 && filled.every(isListLabel) && rows.some(({ cells }) => cells.length > 1)
}

export const rolesOfTable = (rows: readonly Block[], vouched: boolean): TableRoles | null => {
  const [first] = rows
  if (!first) return null
  if (hasListLabels(rows)) {
    const columns = Array.from(
      { length: width(rows) },
      (_, i): Column => (i === 0 ? 'list' : inferred(texts(rows, i), true)),
    )
    const names = columns.filter((column) => column === 'name').length
    return {
      columns: names > 1 ? columns.map((column) => (column === 'name' ? 'people' : column)) : columns,
      headed: false,
    }
  }
  const named = first.cells.map((cell) => columnOf(cellText(first, cell)))
  const isHeaded = named.some((column) => column === 'name' || column === 'given' || column === 'family')
  const others = named.filter((column) => column !== null).length
  if (isHeaded && (others > 1 || vouched)) {
    const body = rows.slice(1)
    const columns = named.map((column, i): Column => column ?? inferred(texts(body, i), vouched))
    const nameAt = columns.indexOf('name')
    const areNames =
      nameAt < 0 ||
      share(
        texts(body, nameAt),
        (text) => personOfEntry(text, { single: vouched || named.includes('initials') }) !== null,
      ) > 0.5
    return areNames ? { columns, headed: true } : null
  }
  const columns = Array.from({ length: width(rows) }, (_, i) => inferred(texts(rows, i), vouched))
  const names = columns.filter((column) => column === 'name').length
  if (names > 1 && vouched)
    return { columns: columns.map((column) => (column === 'name' ? 'people' : column)), headed: false }
  const at = columns.indexOf('name')
  const titled = at >= 0 && share(texts(rows, at), (text) => splitHonorific(text).honorific !== null) > 0.6
  return names === 1 && (vouched || titled) ? { columns, headed: false } : null
}

const texts = (rows: readonly Block[], column: number): string[] => rows.map((row) => cellText(row, row.cells[column]))

const inferred = (own: readonly string[], vouched: boolean): Column => {
  if (
    share(
      own,
      (text) =>
        splitHonorific(text).honorific !== null ||
        isPersonName(text) ||
        (vouched && personOfEntry(text, { single: false }) !== null),
    ) > 0.55
  )
    return 'name'
  if (share(own, (text) => /^\p{Lu}[\p{L}\p{N}~]{1,4}$/u.test(text)) > 0.7) return 'initials'
  if (share(own, holdsTitle) > 0.4 && share(own, holdsTitle) > share(own, holdsBodyWord)) return 'title'
  if (share(own, (text) => isCountry(text) || isAcronym(text) || holdsBodyWord(text)) > 0.2) return 'body'
  return own.some((text) => /\p{L}{3}/u.test(text)) ? 'body' : 'other'
}

/** The lines of a cell that goes over several, in the source's lines: several titles beside several bodies stand so. */
const cellLines = ({ flow }: Block, cell: Cell | undefined): string[] => {
  if (!cell) return []
  return flow.pieces.flatMap(([start, end], i) => {
    const at = flow.starts[i] ?? 0
    return at >= cell.range[0] && at < cell.range[1] ? [flow.text.slice(at, at + end - start)] : []
  })
}

const joined = (lines: readonly string[]): string => lines.join(' ').replace(/(\p{L})- (?=\p{L})/gu, '$1-')

const modeOf = (text: string, otherwise: Mode): Mode => {
  const folded = fold(text)
  if (absentWords.has(folded) || /^(?:absent|no|n|apolog|regret|excused)/.test(folded)) return 'APOLOGIES'
  return remoteWords.has(folded) || /\b(?:remote|online|zoom|virtual|phone)\b/.test(folded) ? 'REMOTE' : otherwise
}

/** Adds the people of a table. @returns the ids of the rows that are read */
export const addTable = (
  draft: Draft,
  rows: readonly Block[],
  { columns, headed }: TableRoles,
  mode: Mode,
): number[] => {
  const taken: number[] = []
  let above: string | null = null
  let listMode = mode
  rows.forEach((row, i) => {
    if (headed && i === 0) {
      taken.push(row.id)
      return
    }
    const cell = (column: Column): string => cellText(row, row.cells[columns.indexOf(column)])
    const [only, ...others] = row.cells.map((one) => cellText(row, one)).filter((text) => text !== '')
    if (only !== undefined && others.length === 0 && isListLabel(only)) {
      listMode = listOf(only.replace(/:$/, '')) ?? listMode
      taken.push(row.id)
      return
    }
    if (columns.includes('list')) listMode = listOf(cell('list').replace(/:$/, '')) ?? listMode
    const at = (column: Column) => row.cells[columns.indexOf(column)]
    if (columns.includes('people')) {
      const people = row.cells.flatMap((one) => peopleOfEntry(cellText(row, one), { single: true }))
      for (const person of people) addListed(draft, `${row.id}`, person, listMode, null)
      if (people.length > 0) taken.push(row.id)
      return
    }
    const name = nameOf(row, columns)
    const body = joined(cellLines(row, at('body')))
    if (body !== '') above = body
    const person = name === '' ? null : personOfEntry(name, { single: true })
    if (!person) {
      if (name === '' && row.cells.every((one) => cellText(row, one).length < 90)) taken.push(row.id)
      return
    }
    const own =
      columns.includes('body') && body === '' && columns.indexOf('body') < columns.indexOf('name')
        ? (above ?? '')
        : body
    addListed(draft, `${row.id}`, withColumns(person, row, columns, own), modeOf(cell('mode'), listMode), null)
    taken.push(row.id)
  })
  return taken
}

const nameOf = (row: Block, columns: readonly Column[]): string => {
  const of = (column: Column) => joined(cellLines(row, row.cells[columns.indexOf(column)]))
  if (columns.includes('family'))
    return [of('honorific'), of('given'), of('family')].filter((part) => part !== '').join(' ')
  return [of('honorific'), of('name')].filter((part) => part !== '').join(' ')
}

const withColumns = (person: ListedPerson, row: Block, columns: readonly Column[], body: string): ListedPerson => {
  const cell = (column: Column) => row.cells[columns.indexOf(column)]
  const initials = cellText(row, cell('initials'))
    .split(/[\s,/]+/)
    .filter((word) => /^\p{L}[\p{L}\p{N}~]{0,5}$/u.test(word))
  const handle = cellText(row, cell('handle')).replace(/^@/, '')
  const posts = columns.includes('title') || body !== '' ? postsOf(row, cell('title'), body, cell('body')) : []
  return {
    ...person,
    short: [...person.short, ...initials, ...(/^[\w-]{2,39}$/.test(handle) ? [handle] : [])],
    posts: [...posts, ...person.posts],
  }
}

type Posts = ListedPerson['posts'][number][]

const former = /^(?:former|ex-)\b/i
const incoming = /\s*\(from [^()]+\)$/i

const titlePost = (title: string, body: string | null): Posts[number] => ({
  title: title.replace(incoming, ''),
  body: former.test(title) ? null : body,
  ...(former.test(title) ? { status: 'FORMER' as const } : incoming.test(title) ? { status: 'INCOMING' as const } : {}),
})

/** Titles and bodies of a row: one of each, several titles at one body, or one each at several. */
const postsOf = (row: Block, titleCell: Cell | undefined, body: string, bodyCell: Cell | undefined): Posts => {
  const titles = separateTitles(cellLines(row, titleCell))
  const bodies = body === '' ? [] : separateBodies(cellLines(row, bodyCell), titles.length, body)
  if (titles.length === 0) return bodies.map((one) => ({ title: null, body: one }))
  if (bodies.length > 1 && titles.length === bodies.length)
    return titles.map((title, i) => titlePost(title, bodies[i] ?? null))
  const [first = null, ...more] = bodies
  const posts = titles.map((title) => titlePost(title, first))
  const hasCurrent = posts.some(({ body: own }) => own !== null)
  return [
    ...posts,
    ...(hasCurrent || first === null ? [] : [{ title: null, body: first }]),
    ...more.map((one) => ({ title: null, body: one })),
  ]
}

/** Titles of a cell: parted by semicolons, slashes, a "Former", or lines that are titles each. */
const separateTitles = (lines: readonly string[]): string[] => {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    const goesOn =
      last !== undefined &&
      (/^\p{Ll}|^\(/u.test(line) ||
        /(?:\b(?:of|for|and|the|to|in|on|at)|[,/-])$/i.test(last) ||
        !holdsTitle(line) ||
        !holdsTitle(last) ||
        /^\p{Lu}[\p{L}-]+$/u.test(line))
    if (goesOn && !/\/$/.test(last ?? '')) whole[whole.length - 1] = `${last} ${line}`
    else whole.push(line)
  }
  return whole
    .flatMap((line) => line.split(/\s*[;/]\s*|,\s+(?=Former\b)/))
    .map((title) => title.trim())
    .filter((title) => title !== '')
}

/** Bodies of a cell: parted by semicolons or slashes, or by lines where there are as many titles. */
const separateBodies = (lines: readonly string[], titles: number, whole: string): string[] => {
  const parted = whole
    .split(/\s*;\s*|\s*\/\s+|\s+\/\s*/)
    .map((body) => body.trim())
    .filter((body) => body !== '')
  if (parted.length > 1) return parted
  if (titles > 1 && lines.length >= titles) {
    const ends = bodyEnds(lines)
    if (ends.length === titles) return ends
  }
  return [whole]
}

/** Lines joined to bodies: one that ends in a comma, a small word or in half a name goes on. */
const bodyEnds = (lines: readonly string[]): string[] => {
  const bodies: string[] = []
  lines.forEach((line, i) => {
    const last = lines[i - 1]
    const goesOn =
      last !== undefined &&
      (/[,/-]$|\b(?:of|for|and|the|to|in|on|at|de)$/i.test(last) ||
        /^(?:of|for|and|the|in|on)\b|^\p{Ll}/u.test(line) ||
        (/^(?:Inc|Ltd|LLC|University|Institute|Relations|Studies)\b/.test(line) && !holdsBodyWord(last)))
    if (goesOn) bodies[bodies.length - 1] += ` ${line}`
    else bodies.push(line)
  })
  return bodies
}
