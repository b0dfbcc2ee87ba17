import { isBody } from '../../english/bodies.js'
import { holdsTitle } from '../../english/titles.js'
import { type NameInText, namesInText } from '../../identity/names-in-text.js'
import type { Cast } from '../../identity/within-meeting.js'
import { fold, splitHonorific } from '../../names.js'
import type { Bodies } from '../../people/bodies.js'
import { representedIn } from '../../reported-speech/parties-named.js'
import { mayNameOneOf } from '../../reported-speech/party-names.js'
import { isSpeakingBody, type VoiceContext } from '../../reported-speech/voice.js'
import type { HasText } from '../../text/capitals.js'
import { usedInLowerCase } from '../../text/lower-words.js'
import { familyNamesIn } from './family-names.js'
import { reportersIn } from './reporters.js'
import { titledNamesIn } from './titled-names.js'

/** The first word after the honorific, as it would be written if it were no name. */
const firstWord = (printed: string): string => splitHonorific(printed).name.split(/[\s.]/)[0]?.toLowerCase() ?? ''

/**
 * Names with an honorific, and full names of the cast. A title that things have too ("General Assembly", "Major powers") makes
 * a person of what follows only if that is no body, and no word that the text uses otherwise.
 */
const namesWithHonorific = (of: HasText, cast: Cast): NameInText[] => {
  const names = namesInText(of, cast)
  const doubted = names.filter(({ isPerson, person }) => !isPerson && person === null)
  if (doubted.length === 0) return names
  const words = usedInLowerCase(
    of,
    doubted.map(({ printed }) => firstWord(printed)),
  )
  const isTitled = ({ printed }: NameInText) =>
    !isBody(printed) && !holdsTitle(firstWord(printed)) && !words.has(firstWord(printed))
  return names.map((name) => (name.isPerson || !isTitled(name) ? name : { ...name, isPerson: true }))
}

const merged = (names: readonly NameInText[], more: readonly NameInText[]): NameInText[] => {
  const result: NameInText[] = []
  for (const name of [...names, ...more].sort((a, b) => a.start - b.start || b.end - a.end))
    if (name.start >= (result.at(-1)?.end ?? 0)) result.push(name)
  return result
}

/** Every name of a person in a text: with an honorific or an office, in full, or a family name that the text uses alone. */
export const peopleIn = (of: HasText, cast: Cast): NameInText[] => {
  const names = namesWithHonorific(of, cast)
  const titled = merged(names, titledNamesIn(of, cast, names))
  const known = merged(titled, reportersIn(of, cast))
  return merged(known, familyNamesIn(of, cast, known))
}

/** What speakers are looked for with, once the cast of a record is known. `present`: the bodies that it lists as those present. */
export const contextOf = (of: HasText, cast: Cast, bodies: Bodies, present: readonly string[]): VoiceContext => {
  const listed = new Set(present.map(fold))
  // "Walk Eastbay" is written as a name is.
  const people = peopleIn(of, cast).filter(({ printed }) => !listed.has(fold(printed)))
  return contextWith(of, people, bodies, new Set([...representedIn(of), ...listed]))
}

const contextWith = (
  of: HasText,
  people: readonly NameInText[],
  bodies: Bodies,
  represented: ReadonlySet<string>,
): VoiceContext => ({
  text: of.text,
  names: new Map(people.map((name) => [name.start, name])),
  isParty: (name) => {
    const folded = fold(name.replace(/^the\s+/i, ''))
    return bodies.byName.has(folded) || represented.has(folded) || isSpeakingBody(name)
  },
  mayNameParty: mayNameOneOf(of.text, [bodies.byName, represented], true),
  isRepresented: (name) => represented.has(fold(name.replace(/^the\s+/i, ''))),
  bodyNamed: (words) => {
    const end = fold(words)
    const named = end === '' ? [] : bodies.rows.filter(({ name }) => ` ${fold(name)}`.endsWith(` ${end}`))
    return named.length === 1 ? (named[0]?.name ?? null) : null
  },
  familyName: () => null,
})
