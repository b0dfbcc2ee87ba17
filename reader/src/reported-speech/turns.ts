import { asksFor, mayAnswer } from '../english/questions.js'
import type { VerbInText } from '../english/verb-group.js'
import type { NameInText } from '../identity/names-in-text.js'
import { honorificGender, splitHonorific } from '../names.js'
import { sentencesOf } from '../text/sentences.js'
import { type Clause, clausesOf, takingUp } from './clauses.js'
import { takesUp } from './takes-up.js'
import type { Range, Voice, VoiceContext } from './voice.js'

/** A stretch of a paragraph that one speaker, or several together, are reported to have said. */
export interface Turn {
  /** Keys that tell speakers apart, whoever they are. */
  readonly speakers: readonly string[]
  readonly voice: Voice
  readonly ranges: [number, number][]
  readonly verbs: VerbInText[]
}

export interface Passage {
  readonly kind: 'ANONYMOUS' | 'IMPERSONAL'
  readonly range: Range
  readonly wording: Range
}

/** How a paragraph's body falls into what its raisers said, what others answered, and what nobody is named for. */
export interface Turns {
  readonly responses: Turn[]
  /** Turns of further speakers that state something of their own and answer nobody. */
  readonly statements: Turn[]
  /** Who speaks first, where nobody's name stands in a heading; `fromStart` when the body begins with it. */
  readonly opening: (Turn & { readonly fromStart: boolean; readonly isAttributed?: boolean }) | null
  readonly passages: Passage[]
}

const takesUpBefore =
  /^(?:in (?:response|reply|answer|reaction)|responding|replying|reacting|answering|agreeing|disagreeing|on th(?:is|at|ese) (?:point|issue|matter|question)|echoing|supporting)\b/i

export interface TurnOptions {
  /** The keys of those whom the heading names. */
  readonly raisers: readonly string[]
  readonly hasHeading: boolean
  readonly keyOf: (voice: Voice) => readonly string[]
  readonly language: string
  /** To whom the parentheses behind a sentence give it, and where its words end. */
  readonly attributed?: (sentence: Range) => { readonly names: readonly NameInText[]; readonly end: number } | null
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key))

type Current =
  | { kind: 'body' }
  | { kind: 'turn'; turn: Turn; isClosed?: boolean }
  | { kind: 'nobody'; passage: Passage }

interface State {
  readonly options: TurnOptions
  readonly turns: {
    responses: Turn[]
    statements: Turn[]
    opening: (Turn & { fromStart: boolean; isAttributed?: boolean }) | null
    passages: Passage[]
  }
  current: Current
  readonly start: number
  /** Whose words the body is, as far as is known: those of the heading, or who spoke first. */
  owners: readonly string[]
}

const startTurn = (voice: Voice, speakers: readonly string[], range: [number, number]): Turn => ({
  speakers,
  voice,
  ranges: [range],
  verbs: [...voice.verbs],
})

const passage = (state: State, voice: Extract<Voice, { wording: Range }>, range: [number, number]): void => {
  const found: Passage = {
    kind: voice.kind === 'anonymous' ? 'ANONYMOUS' : 'IMPERSONAL',
    range,
    wording: voice.wording,
  }
  state.turns.passages.push(found)
  state.current = { kind: 'nobody', passage: found }
}

/** A pronoun goes on with whoever spoke last: a turn, somebody without a name, or the body's own speaker. */
const pronoun = (state: State, voice: Voice, range: [number, number], end: number): void => {
  const { current } = state
  if (current.kind === 'turn') {
    current.turn.ranges.push(range)
    current.turn.verbs.push(...voice.verbs)
  } else if (current.kind === 'nobody' && current.passage.kind === 'ANONYMOUS')
    passage(state, { kind: 'anonymous', start: voice.start, verbs: [], wording: [voice.start, end] }, range)
}

/** Whether who spoke last in the paragraph asked something. */
const isAsked = ({ current, turns }: State, text: string): boolean => {
  const verbs = current.kind === 'turn' ? current.turn.verbs : current.kind === 'body' ? turns.opening?.verbs : []
  return verbs?.some((verb) => asksFor(verb, text)) ?? false
}

/** Whether the words of a further speaker answer what was said before in the paragraph. */
const isAnswer = (state: State, context: VoiceContext, voice: Voice, [start, end]: Range): boolean => {
  const { text } = context
  const [first] = voice.verbs
  return (
    voice.verbs.some(({ verb }) => takingUp.has(verb.kind)) ||
    takesUpBefore.test(text.slice(start, end)) ||
    (first !== undefined && takesUp(context, first, end)) ||
    (isAsked(state, text) && mayAnswer(first, text))
  )
}

const speaker = (state: State, context: VoiceContext, voice: Voice, range: [number, number]): void => {
  const { options, turns } = state
  const { text } = context
  const speakers = options.keyOf(voice)
  const { current } = state
  if (current.kind === 'turn' && isSame(current.turn.speakers, speakers)) {
    current.turn.ranges.push(range)
    current.turn.verbs.push(...voice.verbs)
    return
  }
  // "Several participants asked who would pay. In response, Ms. Roe explained …"
  const afterNobody = turns.passages.some(({ kind }) => kind === 'ANONYMOUS')
  if (state.owners.length === 0 && afterNobody && takesUpBefore.test(text.slice(...range))) {
    const turn = startTurn(voice, speakers, range)
    turns.responses.push(turn)
    state.current = { kind: 'turn', turn }
    return
  }
  if (state.owners.length === 0) {
    const opening = { ...startTurn(voice, speakers, range), fromStart: range[0] <= state.start }
    turns.opening = opening
    state.owners = speakers
    state.current = opening.fromStart ? { kind: 'body' } : { kind: 'turn', turn: opening }
    return
  }
  // One of several to whom parentheses gave the words before says something else.
  const isOwner = turns.opening?.isAttributed
    ? isSame(speakers, state.owners)
    : speakers.every((key) => state.owners.includes(key))
  if (isOwner && turns.responses.length === 0 && turns.statements.length === 0) {
    turns.opening?.verbs.push(...voice.verbs)
    if (turns.opening && !turns.opening.fromStart) {
      turns.opening.ranges.push(range)
      state.current = { kind: 'turn', turn: turns.opening }
    } else state.current = { kind: 'body' }
    return
  }
  const answers = options.raisers.length > 0 || isOwner || isAnswer(state, context, voice, range)
  const turn = startTurn(voice, speakers, range)
  if (answers) turns.responses.push(turn)
  else turns.statements.push(turn)
  state.current = { kind: 'turn', turn }
}

/** What the honorific says with which a turn names the one who speaks; null for none, and for several. */
const genderOf = (turn: Turn | null): 'f' | 'm' | null => {
  const [name, ...more] = turn?.voice.kind === 'people' ? turn.voice.names : []
  return name && more.length === 0 ? honorificGender(splitHonorific(name.printed).honorific) : null
}

/** Whom "she" means where that cannot be who speaks: the last before of whom it can be; null where it goes on as it is. */
const meantByGender = ({ current, turns }: State, pronoun: string): Turn | null => {
  const gender = /^she\s/i.test(pronoun) ? 'f' : /^he\s/i.test(pronoun) ? 'm' : null
  const own = genderOf(current.kind === 'turn' ? current.turn : current.kind === 'body' ? turns.opening : null)
  if (gender === null || own === null || own === gender) return null
  const before = [...turns.responses, ...turns.statements, ...(turns.opening ? [turns.opening] : [])]
  const last = ({ ranges }: Turn) => ranges.at(-1)?.[0] ?? 0
  return before.filter((turn) => genderOf(turn) === gender).sort((a, b) => last(b) - last(a))[0] ?? null
}

const take = (state: State, context: VoiceContext, clause: Clause): void => {
  const { text } = context
  const range: [number, number] = [clause.start, clause.end]
  const { current } = state
  // "It" goes on with a body or a role; after a person it is something else.
  const isThing =
    clause.voice?.kind === 'pronoun' && /^it\s/i.test(text.slice(clause.voice.start, clause.voice.start + 3))
  const isOffice = current.kind === 'turn' && current.turn.voice.kind === 'office'
  const voice = isThing && !isOffice ? null : clause.voice
  const other = voice?.kind === 'pronoun' ? meantByGender(state, text.slice(voice.start, voice.start + 4)) : null
  if (voice === null) {
    if (current.kind === 'turn' && !current.isClosed) current.turn.ranges.push(range)
    else if (current.kind !== 'body') state.current = { kind: 'body' }
  } else if (other) speaker(state, context, { ...other.voice, verbs: voice.verbs }, range)
  else if (voice.kind === 'pronoun') pronoun(state, voice, range, voice.verbs[0]?.start ?? clause.end)
  else if (voice.kind === 'participant') {
    // "The participant" is the raiser where only one is named; after somebody without a name, that one goes on.
    if (current.kind === 'nobody' || state.options.raisers.length !== 1)
      passage(
        state,
        {
          kind: 'anonymous',
          start: voice.start,
          verbs: [],
          wording: [voice.start, voice.verbs[0]?.start ?? clause.end],
        },
        range,
      )
    else state.current = { kind: 'body' }
  } else if (voice.kind === 'anonymous' || voice.kind === 'impersonal') passage(state, voice, range)
  else speaker(state, context, voice, range)
}

/** A sentence that the parentheses behind it give to somebody; what follows is no more theirs. */
const takeAttributed = (state: State, context: VoiceContext, names: readonly NameInText[], range: Range): void => {
  const { turns } = state
  const voice: Voice = { kind: 'people', start: range[0], verbs: [], names }
  const turn = startTurn(voice, state.options.keyOf(voice), [...range])
  if (takesUpBefore.test(context.text.slice(...range))) turns.responses.push(turn)
  else if (state.owners.length > 0) turns.statements.push(turn)
  else {
    turns.opening = { ...turn, fromStart: false, isAttributed: true }
    state.owners = turn.speakers
  }
  state.current = { kind: 'turn', turn, isClosed: true }
}

/** Follows the turns through a paragraph's body, sentence by sentence. */
export const turnsOf = (context: VoiceContext, [start, end]: Range, options: TurnOptions): Turns => {
  const body = context.text.slice(start, end)
  const state: State = {
    options,
    turns: { responses: [], statements: [], opening: null, passages: [] },
    current: { kind: 'body' },
    owners: options.raisers,
    start: start + (body.length - body.trimStart().length),
  }
  for (const [from, to] of sentencesOf(body, options.language)) {
    const sentence: Range = [start + from, start + to]
    const clauses = clausesOf(context, sentence)
    const isNamed = clauses.some(({ voice }) => voice?.kind === 'people' || voice?.kind === 'office')
    const given = isNamed ? null : (options.attributed?.(sentence) ?? null)
    if (given) takeAttributed(state, context, given.names, [sentence[0], given.end])
    else for (const clause of clauses) take(state, context, clause)
  }
  return state.turns
}
