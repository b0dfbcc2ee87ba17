import type { Attendee } from '../attendees/attendee.js'
import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { nameTokens, splitHonorific } from '../names.js'
import { isAllCapitals } from '../text/all-capitals.js'
import { type Block, piecesOfBlock, plain } from './blocks.js'
import { statementOf } from './headings.js'
import { isFullName } from './person-words.js'
import { type Entry, entryOf, type Mode } from './present-entry.js'
import { placed } from './present-lines.js'
import { officeAndName } from './roles.js'

/** The number of a panel of witnesses before its names: "II: Ada Roe". */
const panel = /^(?:(?:panel\s+)?(?:[IVX]{1,4}|\d{1,2})\s?[:.)])\s+/i
/** What somebody has passed, between the name and the rest: "Ada Roe, Ph.D., Mill Trust". */
const degree = /,\s+(?:Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|J\.?D\.?|P\.?E\.?|Jr\.?|Sr\.?|QC|KC)(?=,|$)/giu
const forWhom = /^(?:(?:appearing\s+)?(?:for|on behalf of)|representing|of)\s+(?:the\s+)?(?=\p{Lu})/iu

/** A name without title or body behind it. */
const isNoMore = (name: string): boolean =>
  isFullName(name) && !isBody(name) && !holdsTitle(splitHonorific(name).name.replace(/^Professor\s/, ''))

/** One by one: at semicolons, or where "and" parts two full names. */
const parted = (text: string): string[] => {
  const whole = text.replace(panel, '').replace(/[.;]$/, '')
  if (whole.includes(';')) return whole.split(/;\s*(?:and\s+)?/)
  const names = whole.split(/,\s+(?:and\s+)?|\s+and\s+/)
  if (names.length > 1 && names.every(isNoMore)) return names
  return whole.split(/,?\s+and\s+(?=\p{Lu}[\p{L}.’'-]*\s\p{Lu})/u)
}

/** "Director, Lamp Works": behind the name stands the title, and behind that whom the witness is of. */
const withBody = (entry: Entry): Entry => {
  const { title, organization } = entry
  const named = organization?.replace(forWhom, '') ?? null
  if (title === null || organization !== null) return { ...entry, organization: named }
  const at = title.lastIndexOf(', ')
  const last = at < 0 ? '' : title.slice(at + 2)
  if (at < 0 || holdsTitle(last) || !/^\p{Lu}/u.test(last)) return entry
  return { ...entry, title: title.slice(0, at), organization: last.replace(forWhom, '') }
}

/** "Councillor Ada Roe, Head of Ferries": what stands behind the name says more than the office before it. */
const withoutOffice = (text: string): string => {
  const [name = '', ...others] = text.split(/,\s+/)
  const held = others.length > 0 ? officeAndName(name) : null
  return held ? [held.name, ...others].join(', ') : text
}

const witness = (printed: string): { entry: Entry; printed: string } | null => {
  const text = withoutOffice(printed.replace(degree, '').trim())
  const isName = isAllCapitals(text) || !/^[^,(]+$/.test(text) || (isFullName(text) && !isBody(text))
  const entry = isName && (text.match(/,/g)?.length ?? 0) <= 3 ? entryOf(text) : null
  return entry && (isFullName(entry.name) || /\s/.test(text)) && !isBody(entry.name)
    ? { entry: withBody(entry), printed: printed.trim() }
    : null
}

/** "BY: ADA ROE, ESQ.": of the lines that give a firm and its address, the one with the name of who appears. */
const counselIn = (line: string): string | null =>
  /^by:?\s+(\p{Lu}.{3,60})$/iu.exec(line)?.[1] ?? (/^[^,]{4,40},\s+esq\.?$/i.test(line) ? line : null)

/** Who makes the statement that a heading is over: "STATEMENT OF ADA ROE, DIRECTOR, MILL TRUST". */
const statedBy = (words: string): ReturnType<typeof witness> =>
  isAllCapitals(words) ? witness(statementOf.exec(words)?.[1] ?? '') : null

/** Who is examined, as a line of the front says: "DEPOSITION OF ADA ROE". */
const deposed = (line: string): ReturnType<typeof witness> => {
  const name = /^(?:\p{L}+\s+){0,3}deposition of (\p{Lu}[^,;:]{3,50})$/iu.exec(line)?.[1]
  const found = name === undefined ? null : witness(name)
  return found && { ...found, entry: { ...found.entry, role: 'Witness' } }
}

/** The lines of a block of which one may say who is examined; `words` are what it says, nothing for a table or code. */
const linesOfFront = (source: string, block: Block, words: string): string[] => {
  if (words.length > 600) return []
  if (block.rows.length === 1 && words !== '') return [words]
  return words === '' || /deposition of/iu.test(words)
    ? block.rows.map(({ start, end }) => plain(source, [[start, end]]))
    : []
}

/** Those of whom a heading or a line of the front says that what stands below is theirs. */
export const headedBy = (source: string, block: Block, words: string): Attendee[] => {
  const stated = [statedBy(words), ...linesOfFront(source, block, words).map(deposed)]
  const found = stated.flatMap((one) => one ?? [])
  return found.length === 0 ? [] : placed(source, found, piecesOfBlock(block), 'PRESENT')
}

/** A firm or an address, between the label of a group and who appears for it. */
export const isAddress = (words: string): boolean =>
  words.length < 160 &&
  !/\bby:|\besq\b/i.test(words) &&
  /^\d+\s+\p{Lu}|^\(?\d{3}\)?[ -]\d{3}|\b(?:LLP|LLC|P\.?C|Chambers|Solicitors)\.?$|^\p{Lu}[^.:;]{2,40} & \p{Lu}[^.:;]{2,30}$/u.test(
    words,
  )

/** A line without a colon, and the lines that are set in under it; null where a block is anything else. */
export const labelAndGroup = (source: string, block: Block): { label: Block; under: Block } | null => {
  const [first, ...rows] = block.rows
  if (block.kind !== 'text' || !first || rows.length === 0 || first.end - first.start > 100) return null
  const indentOf = ({ start }: { start: number }): number => start - source.lastIndexOf('\n', start - 1)
  if (!rows.every((row) => indentOf(row) > indentOf(first) + 1)) return null
  return { label: { ...block, rows: [first] }, under: { ...block, rows } }
}

/** Which party is on which side of a case, by the caption: "MILL TRUST, Plaintiff". */
export const sidesIn = (source: string): ReadonlyMap<string, string> =>
  new Map(
    [
      ...source
        .slice(0, 6000)
        .matchAll(
          /^[ \t\d]*(\p{Lu}[^\n]{3,80}?),[ \t]*\n[ \t\d]*(Plaintiff|Defendant|Petitioner|Respondent|Appellant|Appellee|Claimant)s?[,.]/gmu,
        ),
    ].map(([, party = '', side = '']) => [side.toLowerCase(), party]),
  )

/**
 * The witnesses, or those who appear, whom a block names, each with title and body. Null where one of its lines is none: then
 * it is no part of the list. `head`: what stands before the first, as "Witnesses:".
 */
export const witnessesIn = (source: string, block: Block, words: string, mode: Mode, head = ''): Attendee[] | null => {
  if (words.length > 4000 || block.kind === 'code' || block.kind === 'table') return null
  const lines = block.rows.map(({ start, end }) => plain(source, [[start, end]]))
  const first = lines[0]?.slice(head.length).trim() ?? ''
  const counsel = lines.flatMap((line) => counselIn(line) ?? []).map(witness)
  if (counsel.length > 0 && counsel.every((one) => one !== null))
    return placed(source, counsel, piecesOfBlock(block), mode)
  const isByLine = lines.length > 1 && lines.every((line) => line.length < 90 && !/[,;]$|\band$/i.test(line))
  const each = isByLine ? [first, ...lines.slice(1)].map(witness) : []
  const found = isByLine && each.every((one) => one !== null) ? each : parted(words).map(witness)
  const named = found.flatMap((one) => one ?? [])
  return named.length === found.length && named.length > 0 ? placed(source, named, piecesOfBlock(block), mode) : null
}

const familyName = (name: string): string => nameTokens(name).at(-1) ?? ''

/** Without those who are listed already: the line over what a witness says names again whom the front has in full. */
export const notListed = (found: readonly Attendee[], listed: readonly Attendee[]): Attendee[] =>
  found.filter(
    ({ name, affiliations }) =>
      affiliations.length > 0 ||
      !listed.some((one) => familyName(one.name) === familyName(name) && one.name.endsWith(name.replace(/^.*\s/, ''))),
  )

/** With the party that they appear for, where nothing else is said of whom they are: what they are, they are there. */
export const appearingFor = (found: readonly Attendee[], party: string | null): Attendee[] => {
  if (party === null) return [...found]
  return found.map((one) => {
    const { affiliations, pieces } = one
    if (affiliations.some(({ organization }) => organization !== null)) return one
    const none = { title: null, status: 'CURRENT' as const, note: null, pieces, titlePieces: pieces }
    const [held = none, ...others] = affiliations
    return { ...one, affiliations: [{ ...held, organization: party }, ...others] }
  })
}
