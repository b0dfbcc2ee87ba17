import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import type { TableLine } from './cells.js'
import { beginsWithPerson } from './person-shape.js'

export type ColumnRole =
  | 'name'
  | 'given'
  | 'family'
  | 'honorific'
  | 'title'
  | 'organization'
  | 'country'
  | 'both'
  | 'number'
  | 'initials'
  | 'mode'
  | 'other'

const headings: readonly (readonly [ColumnRole, string])[] = [
  [
    'both',
    'title and organization|title and organisation|position and organization|position and organisation|title and affiliation|position and affiliation|designation and organization|title organization|title organisation|position organization|position organisation|title affiliation|affiliation and title|affiliation and position|organization and title|organization and position|details',
  ],
  ['given', 'first name|first names|given name|given names|forename|prenom'],
  ['family', 'last name|surname|family name|nachname'],
  ['honorific', 'salutation|prefix|mr ms|mr mrs|mr ms dr|honorific|form of address'],
  [
    'name',
    'name|names|full name|participant|participants|attendee|attendees|member|members|delegate|delegates|person|name of participant|names of participants|participant name|panellist|panelist|expert|speaker|nom',
  ],
  [
    'title',
    'title|titles|position|positions|designation|function|functions|job title|role|capacity|post|rank|occupation|position title|title position|official title|funktion|fonction',
  ],
  [
    'organization',
    'organization|organisation|organizations|organisations|affiliation|affiliations|institution|institutions|agency|entity|company|employer|institute|body|ministry|department|ministry department|department ministry|organization institution|organisation institution|institution organization|organization agency|agency organization|representing|office|organisation affiliation|organization affiliation|institutional affiliation|firma',
  ],
  ['country', 'country|countries|delegation|state|member state|nationality|party|country organization'],
  ['initials', 'initials|initial|abbreviation|abbreviations|abbr|acronym'],
  ['number', 'no|nr|number|s n|s no|sn|sl no|id'],
  [
    'other',
    'email|e mail|e mail address|email address|phone|tel|telephone|contact|contact details|signature|remarks|notes|location',
  ],
  ['mode', 'present|attendance|attended|mode'],
]

const roles: ReadonlyMap<string, ColumnRole> = new Map(
  headings.flatMap(([role, names]) => names.split('|').map((name) => [name, role] as const)),
)

const roleOf = (heading: string): ColumnRole | null => {
  const folded = fold(heading)
  if (folded === '') return /[#№]/.test(heading) ? 'number' : null
  return roles.get(folded) ?? null
}

/** The roles that a line names, if it is the head of a table: every cell of it names one. */
export const headerRoles = (cells: TableLine['cells']): (ColumnRole | null)[] | null => {
  const filled = cells.filter((cell) => cell !== null)
  const named = cells.map((cell) => (cell === null ? null : roleOf(cell.text.replace(/\*/g, ''))))
  const known = named.filter((role) => role !== null)
  return known.length >= 2 &&
    known.length === filled.length &&
    known.some((role) => role === 'name' || role === 'family')
    ? named
    : null
}

const share = (lines: readonly TableLine[], column: number, test: (text: string) => boolean): number => {
  const texts = lines.flatMap(({ cells }) => cells[column]?.text ?? [])
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length
}

const hasHonorific = (text: string): boolean => splitHonorific(text).honorific !== null
const looksLikeName = (text: string): boolean =>
  hasHonorific(text) || /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4}(?: \([^()]{1,30}\))?$/u.test(text)

/** How many columns the lines have, `least` or more. */
const widthOf = (lines: readonly TableLine[], least: number): number =>
  lines.reduce((most, { cells }) => Math.max(most, cells.length), least)

/** Whether every column holds people, as where two stand in a line: nothing else is in the table. */
export const areAllPeople = (lines: readonly TableLine[]): boolean => {
  const cells = lines.flatMap(({ cells: own }) =>
    own.flatMap((cell) => (cell && !/:$/.test(cell.text) ? cell.text : [])),
  )
  const people = cells.filter((text) => beginsWithPerson(text) && !isBody(text.replace(/\s*\(.*$/, '')))
  const inOne = lines.filter(({ cells: own }) => own.filter((cell) => cell && beginsWithPerson(cell.text)).length > 1)
  return inOne.length > 0 && inOne.length * 2 >= lines.length - 1 && people.length >= 0.75 * cells.length
}

/** What each column holds, told from the columns themselves: where most honorifics stand are the names. */
export const inferredRoles = (lines: readonly TableLine[]): ColumnRole[] => {
  const width = widthOf(lines, 1)
  const columns = Array.from({ length: width }, (_, column) => column)
  const isNumber = (column: number) => share(lines, column, (text) => /^\d{1,4}[.)]?$/.test(text)) > 0.8
  const isContact = (column: number) => share(lines, column, (text) => /@|^\+?[\d ()-]{7,}$/.test(text)) > 0.5
  const names = columns.map((column) =>
    isNumber(column)
      ? -1
      : share(lines, column, hasHonorific) * 2 +
        share(lines, column, (text) => looksLikeName(text) && !isBody(text) && !holdsTitle(text)),
  )
  const name = names.indexOf(Math.max(...names))
  const others = columns.filter((column) => column !== name && !isNumber(column) && !isContact(column))
  const title = (column: number) => share(lines, column, holdsTitle) - share(lines, column, isBody)
  const byTitle = [...others].sort((a, b) => title(b) - title(a) || a - b)
  const result: ColumnRole[] = columns.map((column) => (isNumber(column) ? 'number' : 'other'))
  result[name] = 'name'
  if (others.length === 1) result[others[0] ?? 0] = title(others[0] ?? 0) > 0.2 ? 'title' : 'organization'
  else if (others.length > 1) {
    const [first = 0, second = 1] = byTitle
    result[first] = 'title'
    result[others.find((column) => column !== first) ?? second] = 'organization'
  }
  return result
}

/** The roles of a head of a table, settled: a column of titles that holds only honorifics is one of honorifics. */
export const settledRoles = (named: readonly (ColumnRole | null)[], lines: readonly TableLine[]): ColumnRole[] => {
  const width = widthOf(lines, named.length)
  const isHonorific = (column: number) =>
    share(lines, column, (text) => splitHonorific(`${text.replace(/\.?$/, '.')} X`).name === 'X') > 0.8
  const areTitled = share(lines, named.indexOf('name'), hasHonorific) > 0.5
  const hasBody = named.includes('organization')
  return Array.from({ length: width }, (_, column) => {
    const role = named[column] ?? 'other'
    if (role === 'title' && !areTitled && isHonorific(column)) return 'honorific'
    return role === 'country' && !hasBody ? 'organization' : role
  })
}
