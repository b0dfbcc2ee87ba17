import type { Attendee } from '../attendees/attendee.js'
import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { nameTokens, splitHonorific } from '../names.js'
import { type Block, piecesOfBlock, plain } from './blocks.js'
import { isFullName } from './person-words.js'
import { type Entry, entryOf, type Mode } from './present-entry.js'
import { placed } from './present-lines.js'
import { officeAndName } from './roles.js'

/** The number of a panel of witnesses before its names: "II: Ada Roe". */
const panel = /^(?:(?:panel\s+)?(?:[IVX]{1,4}|\d{1,2})\s?[:.)])\s+/i
/** What somebody has passed, between the name and the rest: "Ada Roe, Ph.D., Mill Trust". */
const degree = /,\s+(?:Ph\.?\s?D\.?|M\.?D\.?|Esq\.?|J\.?D\.?|P\.?E\.?|Jr\.?|Sr\.?|QC|KC)(?=,|$)/gu
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
  const isName = text === text.toUpperCase() || !/^[^,(]+$/.test(text) || (isFullName(text) && !isBody(text))
  const entry = isName && (text.match(/,/g)?.length ?? 0) <= 3 ? entryOf(text) : null
  return entry && (isFullName(entry.name) || /\s/.test(text)) && !isBody(entry.name)
    ? { entry: withBody(entry), printed: printed.trim() }
    : null
}

/**
 * The witnesses, or those who appear, whom a block names, each with title and body. Null where one of its lines is none: then
 * it is no part of the list. `head`: what stands before the first, as "Witnesses:".
 */
export const witnessesIn = (source: string, block: Block, words: string, mode: Mode, head = ''): Attendee[] | null => {
  if (words.length > 4000 || block.kind === 'code' || block.kind === 'table') return null
  const lines = block.rows.map(({ start, end }) => plain(source, [[start, end]]))
  const first = lines[0]?.slice(head.length).trim() ?? ''
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

/** With the party that they appear for, where nothing else is said of whom they are. */
export const appearingFor = (found: readonly Attendee[], party: string | null): Attendee[] =>
  party === null
    ? [...found]
    : found.map((one) =>
        one.affiliations.some(({ organization }) => organization !== null)
          ? one
          : {
              ...one,
              affiliations: [
                ...one.affiliations,
                {
                  title: null,
                  organization: party,
                  status: 'CURRENT',
                  note: null,
                  pieces: one.pieces,
                  titlePieces: one.pieces,
                },
              ],
            },
      )
