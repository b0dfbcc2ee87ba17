import { pastForms } from '../../english/reporting-verbs.js'
import { type VerbInText, verbAfter } from '../../english/verb-group.js'
import { type Opening, openingOf, openingsWithin, partyOf, twoTogether } from '../../reported-speech/openings.js'
import { accordingTo } from '../../reported-speech/view-of.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { voiceOf } from '../../reported-speech/voice-of.js'
import { answeredIn } from './answered-in.js'
import { isNarration, takesChair } from './narration.js'
import { isOfSomebodyElse, representedParty } from './somebody-else.js'
import { isOtherTime, mind, opens, type Reading, sentencesIn, styleOf, type Ways, waysOf } from './ways.js'

/** A run of sentences reported of one speaker, or of several together, over as many paragraphs as it takes. */
export interface Speech {
  readonly speakers: readonly string[]
  /** Of one, or of several who are meant together. */
  readonly voices: readonly Opening['voice'][]
  /** Where the subject ends. */
  readonly subjectEnd: number
  /** The index of the part that it begins in. */
  readonly part: number
  readonly ranges: [number, number][]
  readonly verbs: VerbInText[]
  /** Which speeches it answers, as far as its words name nobody; null where it is no answer. */
  readonly answered: readonly Speech[] | null
  /** Somebody without a name spoke right before. */
  readonly isAfterNobody?: boolean
}

export interface Passage {
  readonly kind: 'ANONYMOUS' | 'IMPERSONAL'
  readonly part: number
  readonly range: Range
  readonly wording: Range
  /** The speech that it stands in. */
  readonly within: Speech | null
}

export interface Speeches {
  readonly speeches: Speech[]
  readonly passages: Passage[]
}

interface State {
  readonly reading: Reading
  readonly ways: Ways
  readonly found: Speeches
  current: Speech | null
  /** The last speaker of the sitting, with whom "he" goes on after a heading. */
  last: Speech | null
  /** Who spoke last has no name. */
  isAfterNobody: boolean
  /** The speeches under the heading, one after another with nobody else between. */
  exchange: Speech[]
}

const startSpeech = (state: State, part: number, opening: Opening, range: [number, number]): void => {
  const { voice, verb } = opening
  const speakers = state.reading.keysOf(voice)
  const same =
    state.current &&
    state.current.speakers.length === speakers.length &&
    state.current.speakers.every((key) => speakers.includes(key))
  if (same && state.current) {
    state.current.ranges.push(range)
    if (verb) state.current.verbs.push(...voice.verbs)
    return
  }
  const answered = state.found.speeches.length > 0 ? answeredIn(state, part, opening, range) : null
  const speech: Speech = {
    speakers,
    voices: [voice],
    subjectEnd: opening.subject[1],
    part,
    ranges: [range],
    verbs: [...voice.verbs],
    answered,
    isAfterNobody: state.isAfterNobody,
  }
  state.isAfterNobody = false
  state.exchange.push(speech)
  state.found.speeches.push(speech)
  state.current = speech
  state.last = speech
}

const decisive = /\b(?:agreed|decided|resolved|concluded|arranged|settled)\b/i
const ofMeeting =
  /^(?:the\s+)?(?:meeting|committee|cabinet|council|conference|board|commission|panel|working group|task force|group|bureau|forum|workshop|governing body|assembly|delegations|ministers)\s/i
const denied = /\b(?:not|never|no)\b/i

const pass = (state: State, part: number, voice: Extract<Voice, { wording: Range }>, range: Range): void => {
  const kind = voice.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL'
  if (kind === 'ANONYMOUS') {
    state.isAfterNobody = true
    state.exchange = []
  }
  state.found.passages.push({ kind, part, range, wording: voice.wording, within: state.current })
}

/** What is said of nobody by name: "It was agreed that …", "One delegate asked …". */
const unnamed = (context: VoiceContext, [start, end]: Range): Extract<Voice, { wording: Range }> | null => {
  const lead = /^(?:after|following|on|in|at|with|without)\b[^,.;]{1,60}?\s(?=it was\b)/i.exec(
    context.text.slice(start, start + 90),
  )
  const voice = voiceOf(context, start + (lead?.[0].length ?? 0), end)
  // "The Panel recommended": those who met, and no body among them.
  if (
    voice?.kind === 'office' &&
    voice.office.role === null &&
    ofMeeting.test(`${voice.office.printed} `) &&
    voice.verbs[0]
  )
    return { kind: 'impersonal', start: voice.start, verbs: [], wording: [voice.start, voice.verbs[0].end] }
  if (voice?.kind !== 'anonymous' && voice?.kind !== 'impersonal') return null
  return denied.test(context.text.slice(...voice.wording)) ? null : voice
}

const takeUnnamed = (state: State, part: number, range: [number, number], isStart: boolean): boolean => {
  const { context } = state.reading
  // Inside of a speech only "it was agreed that" is nobody's.
  if (state.current !== null && !isStart && !/\bit\s/i.test(context.text.slice(...range))) return false
  const voice = unnamed(context, range)
  if (!voice) return false
  const wording = context.text.slice(...voice.wording)
  if (state.current === null) {
    pass(state, part, voice, range)
    return true
  }
  if (voice.kind === 'anonymous') {
    if (!isStart) return false
    state.current = null
    pass(state, part, voice, range)
    return true
  }
  if (
    !decisive.test(wording) &&
    !/^\s*(?:,[^,.]{1,60},)?\s*(?:that|whether|how)\b/.test(context.text.slice(voice.wording[1], voice.wording[1] + 80))
  )
    return false
  const isOfMeeting = isStart && ofMeeting.test(wording)
  if (!isOfMeeting && !/^it\s/i.test(wording) && !/(?:^|,\s)it\s+(?:was|had been)\b/i.test(wording)) return false
  const ends = isOfMeeting || decisive.test(wording)
  if (ends) state.current = null
  pass(state, part, voice, range)
  if (!ends) state.current?.ranges.push(range)
  return true
}

const pronoun = /^(?:he|she|they)\s/i
/** Whoever speaks turns to somebody: "In reply to Mr. Roe, she explained". */
const inReplyTo =
  /^(?:[Ii]n (?:reply|response|answer) to|Replying to|Responding to|Answering)\s+(?=(?:the\s+)?(?:\p{Ll}+\s+(?:of|from|by)\s+(?:the\s+)?)*\p{Lu})[^;]{2,120}?,\s+(?=(?:he|she|they)\s)/u

/** Goes on with whoever speaks: "he" also after a heading. */
const goOn = (state: State, part: number, range: [number, number], isStart: boolean): void => {
  const { context } = state.reading
  const text = context.text.slice(...range)
  if (isStart && state.current === null && state.last && pronoun.test(text)) {
    state.current = { ...state.last, part, ranges: [], verbs: [] }
    state.found.speeches.push(state.current)
  }
  if (!state.current) return
  if (state.current.ranges.length > 0 && inReplyTo.test(text)) {
    state.current = { ...state.current, part, ranges: [], verbs: [], answered: [] }
    state.found.speeches.push(state.current)
  }
  state.current.ranges.push(range)
  const lead = inReplyTo.exec(text)?.[0].length ?? 0
  const said = pronoun.exec(text.slice(lead))?.[0].length ?? 0
  const verb = said > 0 ? verbAfter(context.text, range[0] + lead + said - 1) : null
  if (verb && verb.end <= range[1] && !isOtherTime(verb) && !mind.test(verb.word) && pastForms.has(verb.word))
    state.current.verbs.push(verb)
}

/** "The two Ministers agreed": the two who are called so and have spoken, or else nobody by name. */
const takeTogether = (state: State, part: number, range: [number, number]): boolean => {
  const { context, titlesOf } = state.reading
  const two = twoTogether(context, range)
  if (!two) return false
  const noun = singular(two.noun)
  const isMeant = ({ voices: [voice], speakers: [key = ''] }: Speech): boolean => {
    if (voice?.kind === 'office')
      return voice.office.role === null ? isOfParties.test(noun) : isCalled(voice.office.role, noun)
    return /^(?:speaker|man|leader)$/.test(noun) || titlesOf(key).some((title) => isCalled(title, noun))
  }
  const meant = new Map(
    state.found.speeches
      .filter((speech) => speech.voices.length === 1 && speech.speakers.length === 1 && isMeant(speech))
      .map((speech) => [speech.speakers[0], speech]),
  )
  state.current = null
  if (meant.size !== 2) {
    pass(state, part, { kind: 'anonymous', start: range[0], verbs: [], wording: two.wording }, range)
    return true
  }
  state.found.speeches.push({
    speakers: [...meant.keys()].flatMap((key) => key ?? []),
    voices: [...meant.values()].flatMap(({ voices }) => voices),
    subjectEnd: two.verb.start,
    part,
    ranges: [range],
    verbs: [two.verb],
    answered: null,
  })
  state.current = state.found.speeches.at(-1) ?? null
  return true
}

/** What the writer of the record says: nobody's by name, until somebody else speaks. */
const takeWriter = (state: State, part: number, range: [number, number]): boolean => {
  const { reading, ways } = state
  const text = reading.context.text.slice(...range)
  const said = ways.hasWriter ? /^(?:[^.“"]{2,60},\s)?I(?=\s)/.exec(text)?.[0].length : undefined
  const verb = said === undefined ? null : verbAfter(reading.context.text, range[0] + said)
  if (said === undefined || verb === null || verb.end > range[1]) return false
  state.current = null
  pass(state, part, { kind: 'anonymous', start: range[0], verbs: [], wording: [range[0], verb.end] }, range)
  return true
}

const isOfParties = /^(?:delegation|side|party|government)$/
const singular = (noun: string): string =>
  noun
    .toLowerCase()
    .replace(/^(.*)secretaries$/, '$1secretary')
    .replace(/parties$/, 'party')
    .replace(/men$/, 'man')
    .replace(/s$/, '')
    .replace(/^heads of .*/, 'head')
const isCalled = (title: string, noun: string): boolean => new RegExp(`\\b${noun}\\b`, 'i').test(title)

/** Who takes a clause of its own inside of a sentence: another one who speaks here, in the past tense. */
const takeOver = (state: State, [start, end]: Range): Opening[] => {
  const { reading, ways, current } = state
  const found = openingsWithin(reading.context, [start, end]).filter((opening) => {
    const keys = reading.keysOf(opening.voice)
    const isOther = current === null || keys.some((key) => !current.speakers.includes(key))
    const isSpeaker = keys.every((key) => ways.speakers.has(key)) || styleOf(reading, opening) !== null
    const { verb } = opening
    return (
      isOther && isSpeaker && verb !== null && !isOtherTime(verb) && !mind.test(verb.word) && pastForms.has(verb.word)
    )
  })
  return found.slice(0, 4)
}

/** "The Harbour side": one of those who met, wherever in a paragraph. */
const side = /^The\s+\p{Lu}[\p{L}\s]{1,40}?\s(?:side|delegation|team)\s+\p{Ll}/u

const takeClause = (state: State, part: number, range: [number, number], isStart: boolean): void => {
  const { reading, ways } = state
  if (takesChair(reading.context.text.slice(...range))) {
    state.current = null
    return
  }
  const opening = openingOf(reading.context, range)
  if (opening && opens(reading, ways, opening, isStart)) {
    startSpeech(state, part, opening, range)
    return
  }
  const according = accordingTo(reading.context, range[0])
  if (according?.kind === 'people') {
    const end = according.names.at(-1)?.end ?? range[0]
    startSpeech(
      state,
      part,
      { voice: according, subject: [range[0], end], start: range[0], verb: null, isFirst: true },
      range,
    )
    return
  }
  if (isNarration(reading.context.text.slice(...range), isStart)) {
    state.current = null
    return
  }
  if (takeTogether(state, part, range) || takeWriter(state, part, range)) return
  if (
    (isStart && ways.hasParties) ||
    ways.isOfParties ||
    (!isStart && side.test(reading.context.text.slice(range[0], range[0] + 80)))
  ) {
    const party = partyOf(reading.context, range)
    if (party?.verb && !isOtherTime(party.verb) && !mind.test(party.verb.word)) {
      startSpeech(state, part, party, range)
      return
    }
  }
  const represented = representedParty(reading.context, range)
  if (represented) {
    startSpeech(state, part, represented, range)
    return
  }
  if (isStart && isOfSomebodyElse(reading.context.text, range)) state.current = null
  if (!takeUnnamed(state, part, range, isStart)) goOn(state, part, range, isStart)
}

const takeSentence = (state: State, part: number, [start, end]: Range, isStart: boolean): void => {
  const before = state.current
  takeClause(state, part, [start, end], isStart)
  if (state.current === null || (before === state.current && !isStart && state.current.verbs.length === 0)) return
  for (const opening of takeOver(state, [start, end])) {
    const range = state.current?.ranges.at(-1)
    if (!range || range[1] !== end || opening.start <= range[0]) continue
    range[1] = cutBefore(state.reading.context.text, opening.start)
    startSpeech(state, part, opening, [opening.start, end])
  }
}

/** Where the words end that stand before a clause: without the comma and the "and". */
const cutBefore = (text: string, at: number): number =>
  at -
  (/[,;]?\s*(?:(?:and|but|while|whereas|whereupon|(?:to|in response to|in answer to) which)\s+)?$/.exec(
    text.slice(Math.max(0, at - 40), at),
  )?.[0].length ?? 0)

/** Follows the speakers through a record, sentence by sentence. */
export const speechesOf = (reading: Reading): Speeches => {
  const state: State = {
    reading,
    ways: waysOf(reading),
    found: { speeches: [], passages: [] },
    current: null,
    last: null,
    isAfterNobody: false,
    exchange: [],
  }
  let [isOverText, isBegun] = [false, false]
  for (const [i, part] of reading.parts.entries()) {
    isBegun ||= part.kind === 'paragraph' && part.end - part.start > 60
    if (part.kind === 'sitting' || part.kind === 'topic' || part.kind === 'over-text') {
      state.current = null
      state.isAfterNobody = false
      state.exchange = []
      if (part.kind !== 'topic') state.last = null
      // The title "Minutes of …" is over the whole record, and over no text that was agreed in it.
      isOverText = (part.kind === 'over-text' && isBegun) || (isOverText && part.kind === 'topic')
    }
    if (part.kind !== 'paragraph' || isOverText) continue
    const sentences = sentencesIn(reading, part)
    for (const [n, [start, end]] of sentences.entries()) takeSentence(state, i, [start, end], n === 0)
  }
  return state.found
}
