import { fold } from '../names.js'
import type { Part } from './label-parts.js'
import type { LabelledRow } from './survey.js'

const side =
  /^[ \t]*(?:ayes?|yeas?|noes|nays?|abstentions?|abstaining|for|against|in favou?r)\b[ \t]*\d*[ \t]*:(.*)$/gim
const party = /(?:^|[;,])\s*(\p{Lu}[^;,\d]{2,50}?)\s+\d{1,3}(?=\s*[;,.]|\s*$)/gu

/** The parties whose votes a record counts: "Ayes 27: Mill Alliance 16; Free Boats 11". */
const votingIn = (source: string): ReadonlySet<string> =>
  new Set(
    [...source.matchAll(side)].flatMap(([, words = '']) =>
      [...words.matchAll(party)].map(([, name = '']) => fold(name)),
    ),
  )

const inParentheses = /\(([^()]{3,50})\)$/

/** What stands in parentheses behind the only name of a label, and is no body or office by its words. */
const besideName = ({ label: { printed, parts } }: LabelledRow): string | null => {
  const [part, ...more] = parts
  if (part?.kind !== 'name' || more.length > 0 || part.body !== null || part.title !== null) return null
  return inParentheses.exec(printed)?.[1] ?? null
}

const ofParty = (part: Part, body: string): Part => ({ ...part, body, isPlain: true })

/** Labels whose speakers have the name of a party that votes behind theirs: "ADA ROE (Free Boats)". */
export const withParties = (source: string, labels: readonly LabelledRow[]): LabelledRow[] => {
  const asides = labels.map(besideName)
  if (asides.every((aside) => aside === null)) return [...labels]
  const voting = votingIn(source)
  return labels.map((labelled, i) => {
    const aside = asides[i] ?? null
    if (aside === null || !voting.has(fold(aside))) return labelled
    const { row, label } = labelled
    return { row, label: { ...label, parts: label.parts.map((part) => ofParty(part, aside)) } }
  })
}
