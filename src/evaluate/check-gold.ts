import { type Gold, piecesOf, type Spanned } from './gold.js'
import { common, joined, size } from './overlap.js'

/**
 * Validates a gold reading and returns its faults: spans that lie outside the source or range, start or end in white space, or have
 * pieces out of order; dangling references; duplicate keys. Empty if it is valid.
 */
export const goldFaults = (gold: Gold, source: string): string[] => [
  ...spanFaults(gold, source),
  ...referenceFaults(gold),
  ...(['persons', 'organizations'] as const).flatMap((list) =>
    duplicates(
      list,
      (gold[list] ?? []).map(({ key }) => key),
    ),
  ),
  ...duplicates(
    'sections',
    (gold.sections ?? []).map(({ position }) => `${position}`),
  ),
  ...duplicates(
    'paragraphs',
    (gold.paragraphs ?? []).flatMap(({ number }) => (number ? [`${number}`] : [])),
  ),
]

const spannedLists = ['paragraphs', 'statements', 'responses', 'unattributed', 'mentions'] as const

function spanFaults(gold: Gold, source: string): string[] {
  const range = gold.range ?? { start: 0, end: source.length }
  const rangeFault = range.start >= range.end || range.end > source.length ? ['range: not inside the source'] : []
  const faults = spannedLists.flatMap((list) =>
    (gold[list] ?? []).flatMap((row: Spanned, index) => {
      const fault = spanFault(row, range, source)
      return fault ? [`${list}[${index}]: ${fault}`] : []
    }),
  )
  return [...rangeFault, ...faults]
}

function spanFault(row: Spanned, range: Spanned, source: string): string | null {
  const pieces = piecesOf(row)
  const ascending = pieces.every(([start, end], i) => start < end && (pieces[i - 1]?.[1] ?? 0) <= start)
  if (!ascending || pieces[0]?.[0] !== row.start || pieces.at(-1)?.[1] !== row.end) return 'its pieces are out of order'
  const within = joined(piecesOf(range))
  if (size(common(joined(pieces), within)) < size(pieces)) return 'it lies outside the source or the range'
  const texts = pieces.map(([start, end]) => source.slice(start, end))
  return texts.every((text) => text === text.trim()) ? null : 'it starts or ends in white space'
}

function referenceFaults(gold: Gold): string[] {
  const people = new Set((gold.persons ?? []).map(({ key }) => key))
  const bodies = new Set((gold.organizations ?? []).map(({ key }) => key))
  const sections = new Set((gold.sections ?? []).map(({ position }) => position))
  const numbers = new Set((gold.paragraphs ?? []).map(({ number }) => `${number}`))
  const lists = [
    'paragraphs',
    'themes',
    'attendances',
    'affiliations',
    'attributions',
    ...spannedLists.slice(1),
  ] as const
  return lists.flatMap((list) =>
    (gold[list] ?? []).flatMap((row: References, index) =>
      [
        ...[row.person].filter((key) => missing(key, people)).map((key) => `no person ${key}`),
        ...[row.organization, row.party, ...(row.onBehalfOf ?? [])]
          .filter((key) => missing(key, bodies))
          .map((key) => `no organization ${key}`),
        ...[row.section].filter((position) => missing(position, sections)).map((position) => `no section ${position}`),
        ...[row.paragraph].filter((number) => missing(number, numbers)).map((number) => `no paragraph ${number}`),
      ].map((fault) => `${list}[${index}]: ${fault}`),
    ),
  )
}

interface References {
  person?: string | null | undefined
  organization?: string | null | undefined
  party?: string | null | undefined
  onBehalfOf?: string[] | undefined
  section?: number | null | undefined
  paragraph?: string | number | null | undefined
}

const missing = <Key>(key: Key | null | undefined, known: Set<Key>) =>
  key !== null && key !== undefined && !known.has(key)

function duplicates(list: string, keys: string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${list}: ${key} is used twice`)
}
