import { isNarration } from '../english/narration.js'
import { pastForms } from '../english/reporting-verbs.js'
import type { VerbInText } from '../english/verb-group.js'
import type { Block, Range } from '../outline/outline.js'
import type { Roster } from '../people/roster.js'
import { knownOf } from './known.js'
import { type VoiceContext, voiceContext } from './people.js'
import { type Piece, piecesIn } from './pieces.js'
import { referent } from './pronouns.js'
import { indexOf } from './roster-index.js'
import type { Subject } from './subjects.js'
import { takenUp } from './taken-up.js'
import type { Voice } from './voices.js'

/** One unbroken turn in a paragraph. */
export interface Turn {
  readonly by: readonly string[]
  /** The role that speaks, where nobody is known to hold it. */
  readonly role: string | null
  readonly as: string | null
  readonly for: readonly string[]
  readonly ranges: Range[]
  readonly verbs: VerbInText[]
  /** What leads it in: "In reply to Mr Roe,". */
  readonly lead: string
  /** People and bodies whom it names as those it answers. */
  readonly answersTo: readonly string[]
  /** It names whom it answers, whether the record knows them or not. */
  readonly namesAnswered: boolean
  /** It begins with a pronoun, or with no voice of its own: whoever spoke before goes on. */
  readonly isPronoun: boolean
  /** Of the paragraph. */
  readonly text: string
}

/** What a paragraph says and leaves to nobody by name. */
export interface UnnamedPassage {
  readonly range: Range
  readonly kind: 'ANONYMOUS' | 'IMPERSONAL'
  readonly wording: string
}

export interface ParagraphTurns {
  readonly turns: readonly Turn[]
  readonly nobody: readonly UnnamedPassage[]
  /** The first sentence has a voice of its own. */
  readonly opens: boolean
}

/** Who spoke last before a paragraph, for "He" and "She" at its beginning. */
export interface LastSpeaker {
  readonly by: readonly string[]
  readonly role: string | null
}

export interface TurnOptions {
  /** Where the words begin: behind a heading that the paragraph runs in. */
  readonly from?: number | undefined
  readonly last?: LastSpeaker | null | undefined
  /** Sentences without a voice before the first are of whoever spoke last. */
  readonly carries?: boolean | undefined
}

/** Decisions and motions are nobody's words. */
const decisions: readonly RegExp[] = [
  /^(?:it was )?(?:RESOLVED|AGREED|NOTED|DECIDED|CARRIED)\b/i,
  /^(?:the )?motion (?:was |is )?(?:carried|passed|failed|approved|lost|withdrawn|adopted)/i,
  /^(?:carried|approved|agreed|noted|passed)(?: unanimously)?\./i,
  /^(?:ayes|noes|votes?|in favou?r|action|decision|conclusion|resolution)s?\s*[:–-]/i,
  /^(?:on (?:a |the )?motion (?:of|by)\b|moved (?:by\b|:)|seconded\b|proposed (?:by\b|:))/i,
]
const isDecision = (words: string): boolean => decisions.some((each) => each.test(words))

const moves = /^(?:moved|seconded|proposed|moves|seconds)$/
const isMotion = ({ verbs }: Voice, text: string): boolean => {
  const [first] = verbs
  return (
    first !== undefined &&
    moves.test(first.word) &&
    !/^\s+to\s+(?!(?:approve|adopt|accept|adjourn|close|go|enter|table|receive|the|second|recess|appoint|ratify|authori[sz]e|pay)\b)/.test(
      text.slice(first.end, first.end + 20),
    ) &&
    (first.word !== 'proposed' ||
      /^\s+(?:and|the (?:motion|minutes|adoption|amendment|following)|,\s+seconded)/.test(
        text.slice(first.end, first.end + 40),
      )) &&
    !/^\s+that\b/.test(text.slice(first.end, first.end + 6))
  )
}

const isSame = (turn: Turn, subject: Subject): boolean =>
  (subject.kind === 'people' && subject.by.join() === turn.by.join()) ||
  (subject.kind === 'role' && turn.by.length === 0 && turn.role?.toLowerCase() === subject.as.toLowerCase())

/** The turn that a voice opens; null where nobody is known to be meant. */
const turnOf = (
  context: VoiceContext,
  { range, voice }: { readonly range: Range; readonly voice: Voice },
  subject: Subject,
  before: readonly (Turn | LastSpeaker)[],
): Turn | null => {
  const { lead, verbs } = voice
  const taken = takenUp(context, range, voice)
  const own = {
    ranges: [range],
    verbs: [...verbs],
    lead,
    answersTo: taken.keys,
    namesAnswered: taken.isNamed,
    isPronoun: subject.kind === 'pronoun',
    text: context.text,
  }
  if (subject.kind === 'people')
    return { ...own, by: subject.by, role: subject.role, as: subject.as === '' ? null : subject.as, for: subject.for }
  if (subject.kind === 'role') return { ...own, by: [], role: subject.as, as: subject.as, for: [] }
  const meant = subject.kind === 'pronoun' ? referent(context, subject, verbs, before) : null
  return meant && { ...own, by: meant.by, role: meant.role, as: null, for: [] }
}

/** What a paragraph was found to say so far. */
interface State {
  readonly context: VoiceContext
  readonly turns: Turn[]
  readonly nobody: UnnamedPassage[]
  /** Those whom a pronoun may mean, the latest first. */
  readonly before: (Turn | LastSpeaker)[]
  open: Turn | null
}

const start = (state: State, turn: Turn): void => {
  state.turns.push(turn)
  state.before.unshift(turn)
  state.open = turn
}

const extend = (turn: Turn, [from, to]: Range, text: string): void => {
  const last = turn.ranges.at(-1)
  if (last && text.slice(last[1], from).trim() === '') turn.ranges[turn.ranges.length - 1] = [last[0], to]
  else turn.ranges.push([from, to])
}

const carried = ({ by, role }: LastSpeaker, range: Range, text: string): Turn => ({
  ...{ by, role, as: null, for: [], ranges: [range], verbs: [] },
  ...{ lead: '', answersTo: [], namesAnswered: false, isPronoun: true, text },
})

/** Whether a voice is told of by whoever speaks: what bodies say where none speaks in the meeting, or had said before. */
const isReported = ({ roster }: VoiceContext, open: Turn | null, { kind, verbs }: Voice): boolean => {
  const known = knownOf(roster)
  const [first] = verbs
  const isTold = first === undefined || first.before !== '' || !pastForms.has(first.word)
  if (kind === 'delegation') return open !== null && !known.partiesSpeak && isTold
  if (kind !== 'party') return false
  if (!known.partiesSpeak) return open !== null || isTold
  const isOfBody = open !== null && indexOf(roster).bodyKeys.has(open.by[0] ?? '')
  return open !== null && !isOfBody && /\bhad\b/.test(first?.before ?? '')
}

/** Whom a pronoun means has spoken within so many turns. */
const recent = 8

/** Takes one piece of a sentence in: it opens a turn, goes on with one, or ends it. */
const take = (state: State, { range, voice }: Piece): void => {
  const { context, open } = state
  const { text } = context
  if (!voice && open) extend(open, range, text)
  if (!voice) return
  if (isReported(context, open, voice)) {
    if (open) extend(open, range, text)
    return
  }
  const subject = voice.settle()
  if (subject.kind === 'other') {
    if (open && open.by.length > 0 && open.by.join() === subject.by.join()) extend(open, range, text)
    else state.open = null
    state.before.unshift({ by: subject.by, role: null })
  } else if (subject.kind === 'anonymous' || subject.kind === 'impersonal') {
    const kind = subject.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL'
    state.nobody.push({ range, kind, wording: subject.wording })
    state.open = null
  } else if (isMotion(voice, text)) state.open = null
  else if (open && isSame(open, subject)) {
    extend(open, range, text)
    open.verbs.push(...voice.verbs)
  } else {
    const turn = turnOf(context, { range, voice }, subject, state.before.slice(0, recent))
    // "They", said of people who are told of: whoever speaks goes on.
    if (!turn && open && voice.kind === 'pronoun' && subject.kind === 'pronoun' && subject.plural)
      extend(open, range, text)
    else if (!turn) state.open = null
    else if (open && turn.isPronoun && turn.by.join() === open.by.join() && turn.role === open.role) {
      extend(open, range, text)
      open.verbs.push(...voice.verbs)
    } else start(state, turn)
  }
}

/**
 * Reads who says what in a paragraph: sentence by sentence, a subject and a verb that reports open a turn, a pronoun or a sentence without a
 * voice goes on with it, words of nobody and decisions end it.
 */
export const turnsIn = (
  block: Pick<Block, 'flow' | 'sentences'>,
  roster: Roster,
  { from = 0, last = null, carries = false }: TurnOptions = {},
): ParagraphTurns => {
  const context = voiceContext(block.flow, roster)
  const { text } = context
  const state: State = { context, turns: [], nobody: [], before: last ? [last] : [], open: null }
  let opens = false
  const sentences = block.sentences.flatMap(({ range: [a, b] }): Range[] => (b <= from ? [] : [[Math.max(a, from), b]]))
  sentences.forEach((sentence, i) => {
    const words = text.slice(...sentence)
    if (isDecision(words) || isNarration(words)) {
      state.open = null
      return
    }
    const pieces = piecesIn(state.context, sentence)
    const isSilent = pieces.every(({ voice }) => !voice || isReported(context, null, voice))
    if (i === 0) opens = pieces.some(({ voice }) => voice !== null && voice.kind !== 'other')
    if (i === 0 && isSilent && carries && last && (last.by.length > 0 || last.role !== null))
      start(state, carried(last, sentence, text))
    else for (const piece of pieces) take(state, piece)
  })
  return { turns: state.turns, nobody: state.nobody, opens }
}

/** Who speaks by the first sentence of a paragraph: a person or somebody in an office, a body, or nobody by name. */
export const openedBy = (
  { flow, sentences }: Pick<Block, 'flow' | 'sentences'>,
  roster: Roster,
): 'person' | 'party' | null => {
  const [first] = sentences
  const kind = first ? piecesIn(voiceContext(flow, roster), first.range)[0]?.voice?.kind : undefined
  if (kind === 'party' || kind === 'delegation') return 'party'
  return kind === 'person' || kind === 'role' ? 'person' : null
}
