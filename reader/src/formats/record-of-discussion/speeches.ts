import { pastForms } from '../../english/reporting-verbs.js'
import { verbAfter } from '../../english/verb-group.js'
import { invertedOpening, type Opening, openingOf, openingsWithin, partyOf } from '../../reported-speech/openings.js'
import { accordingTo } from '../../reported-speech/view-of.js'
import type { Range, Voice, VoiceContext } from '../../reported-speech/voice.js'
import { voiceOf } from '../../reported-speech/voice-of.js'
import { isNarration, takesChair } from './narration.js'
import { beginsWithParty, isOfSomebodyElse, labelledParty, representedParty } from './somebody-else.js'
import { pass, type Speeches, type State, startSpeech } from './speech-state.js'
import { takeTogether } from './together.js'
import { isOtherTime, mind, opens, type Reading, sentencesIn, styleOf, waysOf } from './ways.js'

const decisive = /\b(?:agreed|decided|resolved|concluded|arranged|settled)\b/i
const ofMeeting =
  /^(?:the\s+)?(?:meeting|committee|cabinet|council|conference|board|commission|panel|working group|task force|group|bureau|forum|workshop|governing body|assembly|delegations|ministers)\s/i
const denied = /\b(?:not|never|no)\b/i

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
  const labelled = isStart && reading.ofBodies ? labelledParty(reading.context, range) : null
  if (labelled) {
    startSpeech(state, part, labelled, [labelled.start, range[1]])
    return
  }
  const inverted = invertedOpening(reading.context, range)
  if (inverted) {
    startSpeech(state, part, inverted, range)
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
  const isSide = side.test(reading.context.text.slice(range[0], range[0] + 80))
  if ((isStart && ways.hasParties) || ways.isOfParties || isSide) {
    const party = partyOf(reading.context, range)
    if (party?.verb && !isOtherTime(party.verb) && (isSide || !mind.test(party.verb.word))) {
      startSpeech(state, part, party, range)
      return
    }
  }
  const represented = representedParty(reading.context, range)
  if (represented) {
    startSpeech(state, part, represented, range)
    return
  }
  if ((isStart && isOfSomebodyElse(reading.context.text, range)) || isOfListed(state, range)) state.current = null
  if (!takeUnnamed(state, part, range, isStart)) goOn(state, part, range, isStart)
}

/** Whether a sentence is about one of the bodies that a record lists as those present, and no people. */
const isOfListed = ({ reading: { context, ofBodies } }: State, range: Range): boolean =>
  ofBodies === true && beginsWithParty(context, range)

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

/**
 * Follows the speakers through a record, sentence by sentence. `goesOn` is asked before each part, with what was found up to there;
 * when it says no, the rest is left.
 */
export const speechesOf = (
  reading: Reading,
  goesOn: (part: number, found: Speeches) => boolean = () => true,
): Speeches => {
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
    if (!goesOn(i, state.found)) break
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
