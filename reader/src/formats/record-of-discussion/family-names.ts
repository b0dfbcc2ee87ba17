import { isBody, isCountry } from '../../english/bodies.js'
import { meetingPeople, otherPeople } from '../../english/persons-unnamed.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { holdsTitle } from '../../english/titles.js'
import { verbAfter } from '../../english/verb-group.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import { once } from '../../once.js'
import { representedIn } from '../../reported-speech/parties-named.js'
import { type HasText, matchesAtCapitals } from '../../text/capitals.js'
import { usedInLowerCase } from '../../text/lower-words.js'

const atStart =
  /(?<=^|\n|[.?!”’"]\s)(?:(?:In (?:reply|answer|response)[^,.\n]{0,60},|Then|However,)\s+)?(\p{Lu}\p{Ll}[\p{L}'’-]{1,30})(?=[\s,])/gu
const people = new RegExp(
  `^(?:${meetingPeople}|${otherPeople}|others|ministers|leaders|sides?|all|some|many|several|most|both|everybody|everyone|nobody|somebody)$`,
  'i',
)
const never =
  /^(?:He|She|It|They|We|You|This|That|These|Those|The|There|Here|What|Which|Who|When|Where|While|Nobody|Nothing|Somebody|Everybody|One|Another|Each|Neither|Either|Discussion|Questions?|Reference|Parliament|Congress|Government|Cabinet|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/
const demonym = /(?:ese|ish|ans?|ians?|utch|rench|wiss|is)$/

/** How often a word reports at the beginning of a sentence; twice each time it has a title beside it. */
const reportersIn = once(({ text }: HasText): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const match of text.matchAll(atStart)) {
    const word = match[1] ?? ''
    const end = match.index + match[0].length
    const aside = /^,\s[^,.;\n]{2,90},/.exec(text.slice(end, end + 100))?.[0].length ?? 0
    const isTitled = aside > 0 && holdsTitle(text.slice(end, end + aside))
    const reports =
      verbAfter(text, end + aside, pastForms) !== null ||
      /^\s(?:did|could|would) not\b/.test(text.slice(end + aside, end + aside + 12))
    if (reports) times.set(word, (times.get(word) ?? 0) + (isTitled ? 2 : 1))
  }
  return times
})

/**
 * Words that a record uses as family names by themselves ("Roe said that"): those of people it lists or titles elsewhere, and
 * those that report more than once at the beginning of a sentence and are no word of another kind.
 */
const familyNames = (of: HasText, cast: Cast, known: readonly NameInText[]): ReadonlySet<string> => {
  const { text } = of
  const times = reportersIn(of)
  const represented = representedIn(of)
  const isName = (word: string) =>
    !never.test(word) &&
    !represented.has(fold(word)) &&
    !people.test(word) &&
    !isCountry(word) &&
    !isBody(word) &&
    !holdsTitle(word) &&
    !demonym.test(word)
  // Where people are called "Mr. Roe", a word by itself that reports is a country sooner than a name.
  const titled = known.filter(({ start, isPerson }) => isPerson && (start === 0 || text[start - 1] === '\n')).length
  const isUsual = [...times].filter(([word]) => isName(word)).reduce((sum, [, count]) => sum + count, 0) > titled
  const candidates = [...times].filter(([word]) => isName(word) || identify(cast, word).person !== null)
  const lower = usedInLowerCase(
    of,
    candidates.map(([word]) => word.toLowerCase()),
  )
  return new Set(
    candidates
      .filter(
        ([word, count]) =>
          identify(cast, word).person !== null || (isUsual && count > 1 && !lower.has(word.toLowerCase())),
      )
      .map(([word]) => word),
  )
}

const word = /(?<!['’-])\p{Lu}\p{Ll}[\p{L}-]{1,30}/uy
const wordsIn = once((of: HasText) => matchesAtCapitals(of, word))

/** Where a text prints somebody's family name alone, as a record does that lets people speak by it. */
export const familyNamesIn = (of: HasText, cast: Cast, known: readonly NameInText[]): NameInText[] => {
  const words = familyNames(of, cast, known)
  if (words.size === 0) return []
  const found: NameInText[] = []
  let next = 0
  for (const match of wordsIn(of)) {
    const [word] = match
    if (!words.has(word)) continue
    const [start, end] = [match.index, match.index + word.length]
    while ((known[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if ((known[next]?.start ?? end) < end) continue
    found.push({ start, end, printed: word, isPerson: true, ...identify(cast, word) })
  }
  return found
}
