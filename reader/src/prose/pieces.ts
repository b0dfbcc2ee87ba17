import type { Range } from '../outline/outline.js'
import { informant } from './agents.js'
import { attributionOf } from './attributions.js'
import { bodyKey } from './named.js'
import type { VoiceContext } from './people.js'
import { settledTogether } from './subjects.js'
import { clauseStarts, setOffVoice, type Voice, voiceAt } from './voices.js'

/** A stretch of a sentence with one voice, or with none. */
export interface Piece {
  readonly range: Range
  readonly voice: Voice | null
}

/** Where a clause ends before the words that join the next. */
const beforeJoin = (text: string, start: number, next: number): number =>
  start +
  text
    .slice(start, next)
    .replace(/[\s,;–—-]*(?:\b(?:and|but|while|whereas|whilst|although|to which)\b)?[\s,;–—-]*$/i, '').length

const joinsClauses =
  /(?:;\s*(?:and\s+|but\s+)?|,\s+(?:and|but|while|whereas|whilst|to which|although)\s+|\s+(?:while|whereas|but)\s+|[?!]["”]\s+)$/i

/** Whether a second voice of a sentence is another one's clause, and not reported by the first ("said that Mr Poe agreed"). */
const isOfItsOwn = ({ text }: VoiceContext, first: Voice, second: Voice): boolean => {
  const between = text.slice(Math.max(first.verbs.at(-1)?.end ?? first.end, second.start - 600), second.start)
  if (first.kind === 'impersonal' && second.kind === 'impersonal') return true
  if (second.kind === 'pronoun') return false
  const reports = /\b(?:that|whether|if|how|why)\b/.test(between)
  if (joinsClauses.test(between)) return !(second.kind === 'impersonal' && reports)
  // "Norway welcomed the offer and Chad asked for figures."
  return !reports && second.verbs.length > 0 && isNamed(second) && /[^,]\sand\s$/.test(between)
}

const voicesIn = (context: VoiceContext, sentence: Range): Voice[] => {
  const found: Voice[] = []
  for (const at of clauseStarts(context.text, sentence)) {
    if (at < (found.at(-1)?.end ?? sentence[0])) continue
    const voice = voiceAt(context, at, sentence)
    if (voice?.kind === 'other') return [voice]
    const before = found.at(-1)
    if (voice && (before === undefined || isOfItsOwn(context, before, voice))) found.push(voice)
  }
  return found
}

const isNamed = ({ kind }: Voice): boolean =>
  kind === 'person' || kind === 'party' || kind === 'delegation' || kind === 'role'

/** The voice of those whom the parentheses behind a sentence name. */
const attributedVoice = (context: VoiceContext, sentence: Range): { range: Range; voice: Voice } | null => {
  const found = attributionOf(context, sentence)
  if (!found) return null
  const [start] = sentence
  return {
    range: [start, found.wordsEnd],
    voice: {
      kind: 'person',
      settle: () =>
        settledTogether(
          context,
          found.named,
          found.bodies.map((name) => bodyKey(context.roster, name)),
        ),
      start,
      end: start,
      verbs: [],
      lead: '',
    },
  }
}

/** Whether words that are set off say who speaks: nobody does who is named before them. */
const isSetOff = (first: Voice | undefined, setOff: Voice): boolean =>
  first === undefined ||
  first.kind === 'other' ||
  first.start >= setOff.start ||
  first.kind === 'pronoun' ||
  first.kind === 'impersonal' ||
  first.verbs.length === 0

/** Cuts a sentence where another voice begins inside of it. */
export const piecesIn = (context: VoiceContext, sentence: Range): Piece[] => {
  const { text } = context
  const voices = voicesIn(context, sentence)
  const setOff = setOffVoice(context, sentence)
  if (setOff && isSetOff(voices[0], setOff)) return [{ range: sentence, voice: setOff }]
  const attributed = voices.some((voice) => isNamed(voice) || voice.kind === 'other')
    ? null
    : attributedVoice(context, sentence)
  if (attributed) return [attributed]
  if (voices.length === 0) return [{ range: sentence, voice: null }]
  const cut = voices.map((voice, i): Piece => {
    const start = i === 0 ? sentence[0] : voice.start
    const next = voices[i + 1]?.start
    return {
      range: [start, next === undefined ? sentence[1] : beforeJoin(text, start, next)],
      voice,
    }
  })
  return withInformant(context, cut)
}

/** "…, and was informed by Ms Poe that …" takes the last piece over. */
const withInformant = (context: VoiceContext, cut: readonly Piece[]): Piece[] => {
  const last = cut.at(-1)
  const found = last?.voice ? informant(context, [last.voice.end, last.range[1]]) : null
  if (!last || !found) return [...cut]
  const { candidate, verb, start } = found
  const voice: Voice = {
    kind: candidate.kind,
    settle: candidate.settle,
    start,
    end: candidate.end,
    verbs: verb ? [verb] : [],
    lead: 'in reply',
  }
  const before = beforeJoin(context.text, last.range[0], start)
  return [...cut.slice(0, -1), { ...last, range: [last.range[0], before] }, { range: [start, last.range[1]], voice }]
}
