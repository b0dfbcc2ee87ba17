import type { VerbInText } from '../../english/verb-group.js'
import { once } from '../../once.js'
import { type Opening, openingOf, partyOf } from '../../reported-speech/openings.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { isStressed, type Prose } from '../../text/prose.js'
import { sentencesOf } from '../../text/sentences.js'
import type { Part } from './parts.js'

/** What a record does to set its speakers off: capitals, or stress; null where it does nothing. */
export type Style = 'capitals' | 'stress' | null

export interface Reading {
  readonly prose: Prose
  readonly parts: readonly Part[]
  readonly context: VoiceContext
  readonly language: string
  readonly keysOf: (voice: Voice) => readonly string[]
  /** Whether a speaker is one of those whom the record lists as present. */
  readonly isPresent?: (key: string) => boolean
  /** Its list of those present is one of bodies. */
  readonly ofBodies?: boolean
  /** The titles that the record gives a speaker. */
  readonly titlesOf: (key: string) => readonly string[]
}

export const mind =
  /^(?:th(?:ink|ought|inks)|f(?:eel|elt|eels)|believe[sd]?|consider(?:ed|s)?|h(?:old|eld|olds)|s(?:ee|aw|ees)|expect(?:ed|s)?|assume[sd]?|prefer(?:red|s)?|view(?:ed|s)?|f(?:ind|ound|inds)|hope[sd]?|trust(?:ed|s)?|fear(?:ed|s)?|anticipate[sd]?|wish(?:ed|es)?|recogni[sz]e[sd]?|accept(?:ed|s)?|support(?:ed|s)?|favou?r(?:ed|s)?|regret(?:ted|s)?|worr(?:y|ied|ies)|doubt(?:ed|s)?)$/

/** "had said", "would welcome": what is told of another time, or of no time. */
export const isOtherTime = ({ before }: VerbInText): boolean => /\b(?:had|has|have|would)\b/.test(before)

/** How an opening's subject is printed. */
export const styleOf = ({ prose }: Pick<Reading, 'prose'>, { subject }: Opening): Style => {
  const words = prose.text.slice(...subject)
  const names = words.replace(/^(?:the|mr|mrs|ms|miss|dr|sir|m|mme|prof|professor|lord|lady)\b\.?\s*/i, '')
  if (/\p{Lu}{2,}\p{L}*(?:$|[^.\p{L}])/u.test(names) && !/^\p{Lu}\p{Ll}{2,}(?:\s\p{Lu}\p{Ll}+)*$/u.test(names))
    return 'capitals'
  const isMarked = isStressed(prose, subject) || isStressed(prose, [subject[1] - 3, subject[1]])
  return isMarked ? 'stress' : null
}

/** Sentences of a part, as ranges of the prose. */
export const sentencesIn = ({ prose, language }: Pick<Reading, 'prose' | 'language'>, part: Part): Range[] => {
  const known = sentencesOfPart(part)
  const found =
    known.get(language) ??
    sentencesOf(prose.text.slice(part.start, part.end), language).map(
      ([from, to]): Range => [part.start + from, part.start + to],
    )
  known.set(language, found)
  return found
}

/** By language, since it is inferred after a first look. */
const sentencesOfPart = once((_: Part) => new Map<string, Range[]>())

/** What is known of a record's ways before its speeches are followed. */
export interface Ways {
  readonly style: Style
  /** Those who open a paragraph, or are set off, anywhere. */
  readonly speakers: ReadonlySet<string>
  readonly hasParties: boolean
  /** Bodies speak more often than people. */
  readonly isOfParties: boolean
  /** Most paragraphs have a number, as those of an official summary record do. */
  readonly isNumbered: boolean
  /** Whoever wrote the record speaks in it: "I told the Minister that …". */
  readonly hasWriter: boolean
}

const writer =
  /(?<=^|\n|[.?!]\s)(?:I|[^.\n“"]{2,60},\sI)\s(?:then\s|also\s)?(?:said|told|asked|replied|answered|thanked|remarked|observed|inquired|enquired|expressed|pointed|suggested|added|explained|stated)\b/g

/** More than one sentence in which the writer speaks, and is no speech that is quoted. */
const writes = ({ context }: Reading): boolean => [...context.text.slice(0, 60_000).matchAll(writer)].length > 1

export const waysOf = (reading: Reading): Ways => {
  const styles = { capitals: 0, stress: 0, plain: 0 }
  const speakers = new Set<string>()
  let [people, parties] = [0, 0]
  const paragraphs = reading.parts.filter(({ kind }) => kind === 'paragraph')
  for (const part of paragraphs) {
    const [first] = sentencesIn(reading, part).slice(0, 1)
    const opening = first ? openingOf(reading.context, first) : null
    if (!opening || !first) {
      if (first && partyOf(reading.context, first)) parties++
      continue
    }
    people++
    styles[styleOf(reading, opening) ?? 'plain']++
    for (const key of reading.keysOf(opening.voice)) speakers.add(key)
  }
  const { capitals, stress, plain } = styles
  const style = capitals > stress && capitals >= plain ? 'capitals' : stress > 0 && stress >= plain ? 'stress' : null
  return {
    style,
    speakers,
    hasParties: parties > 1 || parties >= people,
    isOfParties: parties > 1 && parties > people,
    isNumbered: paragraphs.filter(({ number }) => number !== null).length * 2 > paragraphs.length,
    hasWriter: writes(reading),
  }
}

/** Whether a sentence that could open a speech does, where it stands. */
export const opens = (reading: Reading, ways: Ways, opening: Opening, isParagraphStart: boolean): boolean => {
  const { verb } = opening
  const style = styleOf(reading, opening)
  if (verb && isOtherTime(verb)) return style !== null && opening.isFirst
  if (style !== null && style === ways.style) return verb !== null || opening.isFirst
  if (isParagraphStart && opening.isFirst) return verb !== null || ways.style === null
  if (verb === null)
    return (
      opening.holdsView === true &&
      opening.isFirst &&
      ways.style === null &&
      reading.keysOf(opening.voice).every((key) => ways.speakers.has(key) || reading.isPresent?.(key) === true)
    )
  // Where capitals mark a speaker, a name without them is only mentioned.
  if (ways.style === 'capitals') return isParagraphStart
  const isSpeaker = reading
    .keysOf(opening.voice)
    .every((key) => ways.speakers.has(key) || (opening.isFirst && reading.isPresent?.(key)))
  return isSpeaker || !mind.test(verb.word)
}
