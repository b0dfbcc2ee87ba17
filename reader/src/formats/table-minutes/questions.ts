import { holdsTitle } from '../../english/titles.js'
import { type Cast, identify, roleHolder } from '../../identity/within-meeting.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { namedOver } from '../../turns/headings.js'
import { isFullName } from '../../turns/person-words.js'
import { namedAlone } from './credited.js'

const questionOrAnswer =
  /^(?:(Q|A|Question|Answer)(?:\s?\d{1,2}\.|\d{0,2}(?:\s*\(([^()\n]{2,60})\))?\s*:|\d{0,2}\.\s+\(([^()\n]{2,60})\)[.:]?)|(?:Response|Reply|Answer)\s+(?:by|from|of)\s+([^:.?!\n]{3,70}):)\s+(?=\S)/u

const inLabel = /^(?:Q|A)\d{0,2}[.:]?\s+\((\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3})[,)]/u

/** "Q. (Ada Roe, Flat 4)": the full name in the label of a question or an answer; null for none. */
export const namedInLabel = (text: string): string | null => {
  const name = inLabel.exec(text.slice(0, 90).trimStart())?.[1]
  return name !== undefined && isFullName(name) && !holdsTitle(name) ? name : null
}

/** Whose questions stand under the nearest heading. */
const overVoice = (cast: Cast, [heading = '']: readonly string[], start: number): Voice | null => {
  const printed = namedOver(heading)
  const found = printed === null ? null : identify(cast, printed)
  if (printed === null || found === null || found.person === null) return null
  return { kind: 'people', start, names: [{ ...found, start, end: start, printed, isPerson: true }], verbs: [] }
}

/** Whom a label names, or whose office the list of those present has. */
const named = (context: VoiceContext, cast: Cast, [start, end]: Range): Voice | null => {
  const printed = context.text.slice(start, end)
  const role = printed.replace(/^the\s+/i, '')
  if (roleHolder(cast, role) === null) return namedAlone(context, [start, end])
  return { kind: 'office', start, office: { printed, role, body: null }, verbs: [] }
}

/** "Q (a resident):": somebody without a name. */
const unnamedVoice = (printed: string, wording: Range): Voice | null =>
  /^\p{Ll}/u.test(printed) ? { kind: 'anonymous', start: wording[0], wording, verbs: [] } : null

/** Who asks or answers by a label, where the words begin, and whether all of the paragraph is theirs. */
export interface Asked {
  readonly voice: Voice
  readonly from: number
  readonly answers: boolean
  readonly isWhole: boolean
}

/**
 * "Q (Ada Roe):", "A (Treasurer):", "Response by the Treasurer:", or "Q1." under a heading that names who asks: who asks or
 * answers, and where the words begin; null for any other sentence.
 */
export const questionLabel = (
  context: VoiceContext,
  [start, end]: Range,
  cast: Cast,
  headings: readonly string[],
): Asked | null => {
  const [all = '', letter = 'A', before, behind, by] =
    questionOrAnswer.exec(context.text.slice(start, Math.min(end, start + 100))) ?? []
  if (all === '') return null
  const printed = before ?? behind ?? by ?? ''
  const at = start + all.lastIndexOf(printed)
  const answers = letter.startsWith('A')
  const unnamed = answers ? null : overVoice(cast, headings, start)
  const wording: Range = [at, at + printed.length]
  const voice = printed === '' ? unnamed : (named(context, cast, wording) ?? unnamedVoice(printed, wording))
  return voice && { voice, from: start + all.length, answers, isWhole: printed !== '' }
}

/** Sentences, the mark of a question together with its words: "Q1. Was it?", "Q. (Ada Roe) Was it?" */
export const withNumbers = (text: string, sentences: readonly Range[]): Range[] =>
  sentences.flatMap(([start, end], i): Range[] => {
    const isNumber = (range: Range | undefined) =>
      range !== undefined &&
      (/^(?:Q|A|Question|Answer)\s?\d{1,2}\.$/.test(text.slice(...range).trim()) ||
        (/^(?:Q|A)\.$/.test(text.slice(...range).trim()) && /^\s*\(/.test(text.slice(range[1], range[1] + 8))))
    if (isNumber([start, end]) && sentences[i + 1]) return []
    return [[isNumber(sentences[i - 1]) ? (sentences[i - 1]?.[0] ?? start) : start, end]]
  })
