import type { VerbInText } from '../../english/verb-group.js'
import type { Opening } from '../../reported-speech/openings.js'
import type { Range, Voice } from '../../reported-speech/voice.js'
import { answeredIn } from './answered-in.js'
import type { Reading, Ways } from './ways.js'

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

/** Where a record stands while its speeches are followed. */
export interface State {
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

/** Somebody begins to speak, or goes on. */
export const startSpeech = (state: State, part: number, opening: Opening, range: [number, number]): void => {
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

/** What is of nobody by name. */
export const pass = (state: State, part: number, voice: Extract<Voice, { wording: Range }>, range: Range): void => {
  const kind = voice.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL'
  if (kind === 'ANONYMOUS') {
    state.isAfterNobody = true
    state.exchange = []
  }
  state.found.passages.push({ kind, part, range, wording: voice.wording, within: state.current })
}
