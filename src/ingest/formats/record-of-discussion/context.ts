import { isBody } from '../../english/bodies.js'
import { type NameInText, namesInText } from '../../identity/names-in-text.js'
import type { Cast } from '../../identity/within-meeting.js'
import { fold, splitHonorific } from '../../names.js'
import type { Bodies } from '../../people/bodies.js'
import { isSpeakingBody, type VoiceContext } from '../../reported-speech/voice.js'
import { usedInLowerCase } from '../../text/lower-words.js'

/** The first word after the honorific, as it would be written if it were no name. */
const firstWord = (printed: string): string => splitHonorific(printed).name.split(/[\s.]/)[0]?.toLowerCase() ?? ''

/**
 * Every name of a person in a text. A title that things have too ("General Assembly", "Major powers") makes a person of what
 * follows only if that is no body, and no word that the text uses otherwise.
 */
export const peopleIn = (text: string, cast: Cast): NameInText[] => {
  const names = namesInText(text, cast)
  const doubted = names.filter(({ isPerson, person }) => !isPerson && person === null)
  if (doubted.length === 0) return names
  const words = usedInLowerCase(text, new Set(doubted.map(({ printed }) => firstWord(printed))))
  const isTitled = ({ printed }: NameInText) => !isBody(printed) && !words.has(firstWord(printed))
  return names.map((name) => (name.isPerson || !isTitled(name) ? name : { ...name, isPerson: true }))
}

/** What speakers are looked for with, once the cast of a record is known. */
export const contextOf = (text: string, cast: Cast, bodies: Bodies): VoiceContext => ({
  text,
  names: new Map(peopleIn(text, cast).map((name) => [name.start, name])),
  isParty: (name) => bodies.byName.has(fold(name.replace(/^the\s+/i, ''))) || isSpeakingBody(name),
  familyName: () => null,
})
