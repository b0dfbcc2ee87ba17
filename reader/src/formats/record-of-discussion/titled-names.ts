import { isBody, isCountry } from '../../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../../english/titles.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { once } from '../../once.js'
import { type HasText, matchesAtCapitals } from '../../text/capitals.js'
import { usedInLowerCase } from '../../text/lower-words.js'

const run = /(?<![\p{L}\p{N}'’-])(?!(?:The|THE)\s)\p{Lu}[\p{Ll}-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*)){1,6}/uy

interface Titled {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** An office and what follows it: "Foreign Minister Roe", "Secretary Ada Roe". */
const split = (text: string, at: number): Titled | null => {
  const words = text.split(' ')
  for (let length = Math.min(4, words.length - 1); length > 0; length--) {
    if (!isWholeTitle(words.slice(0, length).join(' '))) continue
    const name = words.slice(length, length + 3).filter((word) => !holdsTitle(word))
    const rest = name.join(' ').replace(/['’]s?$/u, '')
    if (
      name.length !== Math.min(3, words.length - length) ||
      isBody(rest) ||
      isCountry(rest) ||
      !/\p{Ll}{2}/u.test(rest)
    )
      return null
    return { start: at, end: at + words.slice(0, length).join(' ').length + 1 + rest.length, name: rest }
  }
  return null
}

const officesIn = once((of: HasText): Titled[] =>
  matchesAtCapitals(of, run).flatMap((match) => split(match[0], match.index) ?? []),
)

/** People who are called by an office and their name, as others are by an honorific; `known` are names found before. */
export const titledNamesIn = (of: HasText, cast: Cast, known: readonly NameInText[]): NameInText[] => {
  const taken = new Set(known.map(({ start }) => start))
  const { text } = of
  const all = officesIn(of).filter(({ start }) => !taken.has(start))
  if (all.length === 0) return []
  const firstOf = ({ name }: Titled) => (name.split(' ')[0] ?? '').toLowerCase()
  const words = usedInLowerCase(of, all.map(firstOf))
  return all
    .filter((titled) => !words.has(firstOf(titled)))
    .map(({ start, end, name }) => ({
      start,
      end,
      printed: text.slice(start, end),
      isPerson: true,
      ...identify(cast, name),
    }))
}
