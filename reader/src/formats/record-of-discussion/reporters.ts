import { isBody, isCountry } from '../../english/bodies.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { holdsTitle } from '../../english/titles.js'
import { verbAfter } from '../../english/verb-group.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { once } from '../../once.js'
import { type HasText, matchesAtCapitals } from '../../text/capitals.js'
import { usedInLowerCase } from '../../text/lower-words.js'

/** "Ada Roe", "Ada M. Roe", "Ada von Roe": a full name, and no more. */
const fullName =
  /(?<=^|\n|[.?!]["”’)]?\s)\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.)?(?: (?:van|von|de|der|da|di|del|al|bin))*(?: \p{Lu}[\p{L}'’-]*\p{Ll}){1,2}(?=,? |\n)/uy
/** Where they live, what they are, for whom they came: "Ada Roe, 4 Mill Lane, said". */
const aside = /^,\s[^,.;\n]{2,80},(?=\s)/

/** "The Treasurer, Ada Roe, presented", "Her neighbour, Bo Poe, begged to differ": the name beside what somebody is. */
const beside =
  /(?<=(?:^|\n|[.?!]["”’)]?\s)(?:The|Our|Her|His|Their|A|An)\s(?:\p{L}[\p{L}-]*\s){0,4}\p{L}[\p{L}-]*,\s)\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\.)?(?: \p{Lu}[\p{L}'’-]*\p{Ll}){1,2}(?=,\s(?:who\b|\p{Ll}+(?:ed|t|w|d|ve|ke|ew)\b))/uy

interface Reporter {
  readonly start: number
  readonly printed: string
}

const isNoPerson = (printed: string): boolean =>
  /^(?:The|A|An)\s|\sBody$/.test(printed) || isBody(printed) || isCountry(printed) || holdsTitle(printed)

const besideIn = once((of: HasText): Reporter[] =>
  matchesAtCapitals(of, beside).flatMap(({ 0: printed, index: start }) =>
    isNoPerson(printed) ? [] : [{ start, printed }],
  ),
)

/** Full names at the beginning of sentences, as the subject of a verb that reports in the past. */
const candidatesIn = once((of: HasText): Reporter[] =>
  matchesAtCapitals(of, fullName).flatMap(({ 0: printed, index: start }) => {
    if (isNoPerson(printed)) return []
    const end = start + printed.length
    const until = end + (aside.exec(of.text.slice(end, end + 90))?.[0].length ?? 0)
    const verb = verbAfter(of.text, until, pastForms)
    return verb && verb.start - until < 12 ? [{ start, printed }] : []
  }),
)

/**
 * People whom no list has and no honorific marks, where a sentence begins with what they say: "Ada Roe, 4 Mill Lane, spoke
 * against it." A word that the text also uses in lower case is no part of such a name.
 */
export const reportersIn = (of: HasText, cast: Cast): NameInText[] => {
  const found = [...candidatesIn(of), ...besideIn(of)].sort((a, b) => a.start - b.start)
  if (found.length === 0) return []
  const wordsOf = ({ printed }: Reporter) => printed.toLowerCase().split(' ')
  const lower = usedInLowerCase(of, found.flatMap(wordsOf))
  return found
    .filter((one) => !wordsOf(one).some((word) => lower.has(word) && word.length > 3))
    .map(({ start, printed }) => ({
      start,
      end: start + printed.length,
      printed,
      isPerson: true,
      ...identify(cast, printed),
    }))
}
