import { type Finding, finding } from '../findings.js'
import { fold } from '../names.js'
import { type Features, featuresOf, similarity } from '../people/similarity.js'
import type { MeetingRecord } from '../record.js'

interface Named {
  readonly key: string
  readonly name: string
}

/** More names than this are not compared, each with each. */
const most = 150
/** How alike two names have to be, by the pairs of letters that they share. */
const alike = 0.86

const continued = /\b(?:continued|cont|contd|continuation|part \d+|\(?\d+ of \d+\)?|resumed|again)\b/g
const legalForm = /\b(?:inc|incorporated|ltd|limited|llc|llp|plc|gmbh|ag|sa|nv|bv|corp|corporation|company|co)\b/g
const little = /^(?:of|the|and|for|in|on|to|de|la|du|des|et|y|und|der|die|das)$/

const bare = (name: string, less: RegExp): string => fold(name).replace(less, ' ').replace(/\s+/g, ' ').trim()
const numbersOf = (name: string): string => (name.match(/\d+/g) ?? []).join(' ')

/** Whether one name is the letters that the words of the other begin with. */
const isShortFor = (short: string, long: string): boolean => {
  if (!/^\p{Lu}[\p{Lu}.]{2,}$/u.test(short)) return false
  const words = fold(long).split(' ')
  const letters = (kept: readonly string[]) => kept.map((word) => word.charAt(0)).join('')
  const wanted = fold(short)
  if (words.length < 3) return false
  return wanted === letters(words) || wanted === letters(words.filter((word) => !little.test(word)))
}

/** A name as it is compared with others. */
interface Compared extends Named {
  readonly bare: string
  readonly numbers: string
  readonly features: Features
}

const comparedBy =
  (less: RegExp) =>
  ({ key, name }: Named): Compared => {
    const words = bare(name, less)
    return { key, name, bare: words, numbers: numbersOf(words), features: featuresOf(words) }
  }

const isAlike = (one: Compared, other: Compared): boolean => {
  if (one.bare === '' || other.bare === '' || one.numbers !== other.numbers) return false
  if (one.bare === other.bare) return true
  const [short, long] = [one.bare.length, other.bare.length].sort((a, b) => a - b)
  return (short ?? 0) > 7 && (short ?? 0) > 0.7 * (long ?? 0) && similarity(one.features, other.features) >= alike
}

const pairsIn = (named: readonly Compared[], isPair: (a: Compared, b: Compared) => boolean): [Named, Named][] =>
  named.length > most
    ? []
    : named.flatMap((one, i) =>
        named.slice(i + 1).flatMap((other): [Named, Named][] => (isPair(one, other) ? [[one, other]] : [])),
      )

/**
 * Headings of a record that could be one theme, and bodies that could be one, each pair with both as candidates: nothing is
 * joined by it.
 */
export const lookAlikes = ({ themes, organizations, paragraphs }: MeetingRecord): Finding[] => {
  const headings = themes.map(({ key, title }) => ({ key, name: title }))
  const ofThemes = pairsIn(headings.map(comparedBy(continued)), isAlike)
  const ofBodies = pairsIn(
    organizations.map(comparedBy(legalForm)),
    (a, b) => isAlike(a, b) || isShortFor(a.name, b.name) || isShortFor(b.name, a.name),
  )
  const placeOf = (key: string) => paragraphs.find(({ theme }) => theme === key)?.pieces.slice(0, 1) ?? []
  return [
    ...ofThemes.map(([one, other]) =>
      finding(
        'POSSIBLE_SAME_THEME',
        `“${one.name}” and “${other.name}” could be one theme; two are taken.`,
        placeOf(other.key),
        [
          { list: 'themes', key: one.key },
          { list: 'themes', key: other.key },
        ],
      ),
    ),
    ...ofBodies.map(([one, other]) =>
      finding(
        'POSSIBLE_SAME_ORGANIZATION',
        `“${one.name}” and “${other.name}” could be one body; two are taken.`,
        [],
        [
          { list: 'organizations', key: one.key },
          { list: 'organizations', key: other.key },
        ],
      ),
    ),
  ]
}
