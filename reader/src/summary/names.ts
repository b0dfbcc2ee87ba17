import { isBody } from '../english/bodies.js'
import { namesInText } from '../people/names-in-text.js'
import { isPersonName } from '../people/person-name.js'
import { personOf } from '../people/roster.js'
import type { Draft } from '../proposal/draft.js'
import type { Unit } from './units.js'

const name = "(\\p{Lu}[\\p{L}'’-]{1,40}(?:\\s+(?:(?:von|van|de|der|al|bin|of)\\s+)?\\p{Lu}[\\p{L}.'’-]{0,40}){0,3})"
const said =
  '(?:said|wrote|claimed|argued|observed|remarked|taught|held|noted|believed|maintained|warned|declared|stated|says|writes|told|thought)'

/** The ways in which a record cites somebody who is not there: "X, who said", "as X wrote", "in the words of X". */
const citing = [
  new RegExp(`(?<![\\p{L}'’-])${name},?\\s+who\\s+(?:once\\s+|famously\\s+)?${said}\\b`, 'gu'),
  new RegExp(`\\b[Aa]s\\s+${name}\\s+(?:once\\s+|famously\\s+)?${said}\\b`, 'gu'),
  new RegExp(
    `\\b(?:[Qq]uoting|[Qq]uoted|[Cc]iting|[Cc]ited|[Ii]n the words of|[Tt]o quote|[Pp]araphrasing)\\s+${name}`,
    'gu',
  ),
]

/** Names without an honorific of people whom a text cites, where nobody of the record is meant. */
const citedIn = (text: string, known: readonly { readonly start: number; readonly end: number }[]): string[] =>
  citing.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const printed = (found[1] ?? '').replace(/['’]s?$/u, '')
      const start = found.index + found[0].indexOf(printed)
      const isKnown = known.some((other) => other.start < start + printed.length && start < other.end)
      return isKnown || isBody(printed) || !isPersonName(printed, { single: true }) ? [] : [printed]
    }),
  )

/** Adds everybody whom a paragraph names with an honorific, so that each is known by family name in all of the record. */
export const addNamed = ({ roster }: Draft, units: readonly Unit[]): void => {
  for (const { flow } of units.flatMap(({ blocks }) => blocks))
    for (const { person, candidates, isPerson, printed } of namesInText(flow, roster.cast))
      if (person === null && candidates.length === 0 && isPerson && isPersonName(printed)) personOf(roster, printed)
}

/** Who is cited in a longer paragraph, in characters, is not looked for. */
const longestCiting = 20_000

/** Adds people whom paragraphs cite by one of the ways in which people are cited. */
export const addCited = ({ roster }: Draft, units: readonly Unit[]): void => {
  for (const { flow } of units.flatMap(({ blocks }) => blocks).filter(({ flow }) => flow.text.length <= longestCiting))
    for (const printed of citedIn(flow.text, namesInText(flow, roster.cast))) personOf(roster, printed)
}
