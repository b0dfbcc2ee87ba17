import type { MeetingRecord, Pieces } from '../../record.js'
import { actsOf, stanceOf } from '../../reported-speech/acts.js'
import { answered } from '../../reported-speech/answered.js'
import { type Speaker, voiceSpeakers } from '../../reported-speech/speakers.js'
import type { Spoken } from '../../reported-speech/spoken.js'
import { spokenFor } from '../../reported-speech/spoken-for.js'
import { saysThatItAnswers, takesUp } from '../../reported-speech/takes-up.js'
import type { Turn } from '../../reported-speech/turns.js'
import type { Range } from '../../reported-speech/voice.js'
import { piecesOf, piecesOfRanges, textOf } from '../../text/flow.js'
import { positionsByPlace } from './answered-by-place.js'
import type { ParagraphContext } from './paragraph-context.js'
import { raiserSpeaker } from './raiser-speaker.js'

type Remark = MeetingRecord['remarks'][number]

/** What is left of a range when others are taken out. */
const without = ([start, end]: Range, taken: readonly Range[]): Range[] => {
  const left: Range[] = []
  let from = start
  for (const [a, b] of [...taken].sort((x, y) => x[0] - y[0])) {
    if (a > from) left.push([from, a])
    from = Math.max(from, b)
  }
  if (from < end) left.push([from, end])
  return left
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const addUtterance = (context: ParagraphContext, spoken: Spoken, pieces: Pieces): number => {
  spoken.utterances.push({ position: spoken.utterances.length + 1, text: textOf(context.source, pieces), pieces })
  return spoken.utterances.length
}

const remark = (
  context: ParagraphContext,
  spoken: Spoken,
  row: Pick<Remark, 'kind' | 'scope' | 'utterance'> & Speaker & Partial<Remark>,
): Remark => {
  const { paragraph, section, theme } = context
  const made: Remark = {
    position: spoken.remarks.length + 1,
    paragraph,
    section,
    theme,
    onBehalfOf: [],
    acts: [],
    stance: null,
    inResponseTo: [],
    ...row,
  }
  spoken.remarks.push(made)
  return made
}

/** Words that only join a clause to the next, left over where that is another's. */
const joint =
  /[\s,;]*(?:\b(?:and|but|while|whereas|whilst|although|yet|which|to which|with which|in response to which)\b)?[\s,;]*$/i

/** The raisers' words: the body less the turns of others, or the run of sentences of whoever is heard in it. */
const statementPieces = ({ flow, head, turns }: ParagraphContext): Pieces => {
  if (head.raisers.length === 0 && turns.opening && !turns.opening.fromStart)
    return piecesOfRanges(flow, turns.opening.ranges)
  const others = [...turns.responses, ...turns.statements].flatMap(({ ranges }) => ranges)
  const cuts = new Set(others.map(([from]) => from))
  const left = without([head.bodyStart, flow.text.length], others).flatMap(([start, end]): Range[] => {
    const until = cuts.has(end)
      ? end - (joint.exec(flow.text.slice(Math.max(start, end - 60), end))?.[0].length ?? 0)
      : end
    return hasWords(flow.text.slice(start, until)) ? [[start, until]] : []
  })
  return left.length > 0 ? piecesOfRanges(flow, left) : piecesOf(flow, ...(head.heading ?? [0, flow.text.length]))
}

const scopeOf = ({ head, turns }: ParagraphContext, speakers: number): Remark['scope'] => {
  if (turns.statements.length > 0) return 'SPAN'
  if (head.raisers.length === 0 && head.heading !== null && turns.opening && !turns.opening.fromStart) return 'SPAN'
  return speakers > 1 ? 'JOINT' : 'WHOLE'
}

/** For whom a turn says that it speaks. */
const behalfOf = (context: ParagraphContext, { voice, ranges: [range] }: Turn): string[] =>
  spokenFor(context, context.flow.text, voice, range?.[0] ?? voice.start)

/** Words that take up what the paragraph before says. */
const takesUpBefore = /^(?:in (?:response|reply|answer)\b|(?:responding|replying|answering)\b)/i

/** Whether the first who speaks in a paragraph says that this answers the paragraph before. */
const opensWithAnswer = ({ voices, flow, head }: ParagraphContext, opening: Turn): boolean => {
  const [first] = opening.verbs
  // Whoever was asked answers a question that nobody else reports.
  if (/^asked\b/i.test(flow.text.slice(head.bodyStart).trimStart())) return false
  const end = opening.ranges[0]?.[1] ?? flow.text.length
  const clause = { start: opening.ranges[0]?.[0] ?? head.bodyStart, end, voice: opening.voice }
  return (
    takesUpBefore.test(flow.text.slice(head.bodyStart).trimStart()) ||
    saysThatItAnswers(voices, clause) ||
    (first !== undefined && takesUp(voices, first, end))
  )
}

/** What the opening of a paragraph answers, where it says that it does: the last remarks of the paragraph before, in its section. */
const answeredBefore = (context: ParagraphContext, spoken: Spoken): Remark[] => {
  const { flow, head, turns, paragraph, section } = context
  const { opening } = turns
  if (head.raisers.length > 0 || !opening?.fromStart) return []
  const last = spoken.remarks.findLast((one) => one.paragraph !== paragraph)
  if (!last || last.section !== section || last.paragraph !== paragraph - 1 || !opensWithAnswer(context, opening))
    return []
  const before = spoken.remarks.filter((one) => one.section === section)
  const positions = answered({ ...context, text: flow.text, ...opening, raised: [], before })
  return before.filter(({ position }) => positions.includes(position))
}

/** The statements of those who raised a paragraph, the same words for each. */
const statements = (context: ParagraphContext, spoken: Spoken): Remark[] => {
  const { head, turns } = context
  const opening = turns.opening ? voiceSpeakers(context, turns.opening.voice) : []
  const speakers = head.raisers.length > 0 ? head.raisers.map((raiser) => raiserSpeaker(context, raiser)) : opening
  if (speakers.length === 0) return []
  const onBehalfOf = turns.opening && head.raisers.length === 0 ? behalfOf(context, turns.opening) : []
  const { opening: turn } = turns
  const said = answeredBefore(context, spoken).map(({ position }) => position)
  const inResponseTo = said.length > 0 || !turn ? said : positionsByPlace(context, spoken, turn)
  const utterance = addUtterance(context, spoken, statementPieces(context))
  if (turn && inResponseTo.length > 0) {
    const shared = { acts: actsOf(context.flow, turn), stance: stanceOf(turn), onBehalfOf }
    return speakers.map((speaker) =>
      remark(context, spoken, { kind: 'RESPONSE', scope: null, utterance, ...shared, inResponseTo, ...speaker }),
    )
  }
  const scope = scopeOf(context, speakers.length)
  return speakers.map((speaker) =>
    remark(context, spoken, { kind: 'STATEMENT', scope, utterance, onBehalfOf, ...speaker }),
  )
}

const responses = (
  context: ParagraphContext,
  spoken: Spoken,
  raised: readonly Remark[],
  turn: Turn,
  before: readonly Remark[],
): Remark[] => {
  const { flow, head } = context
  const said = addUtterance(context, spoken, piecesOfRanges(flow, turn.ranges))
  const shared = {
    kind: 'RESPONSE' as const,
    scope: null,
    utterance: said,
    acts: actsOf(flow, turn),
    stance: stanceOf(turn),
    // Without a heading, whoever opens a paragraph has raised no more than the next.
    inResponseTo: answered({
      ...context,
      text: flow.text,
      ...turn,
      raised: head.raisers.length > 0 ? raised : [],
      before,
    }),
    onBehalfOf: behalfOf(context, turn),
  }
  return voiceSpeakers(context, turn.voice).map((speaker) => remark(context, spoken, { ...shared, ...speaker }))
}

/** Adds what a paragraph gives to nobody, each inside the one of the paragraph's own utterances that holds it. */
const passages = (context: ParagraphContext, spoken: Spoken, own: Spoken['utterances']): void => {
  const { flow, source, turns, paragraph } = context
  for (const { kind, range, wording } of turns.passages) {
    const pieces = piecesOf(flow, ...range)
    const [start] = pieces[0] ?? [0]
    const holder = own.find((said) => said.pieces.some(([from, to]) => from <= start && start < to))
    spoken.unattributed.push({
      position: spoken.unattributed.length + 1,
      paragraph,
      utterance: holder?.position ?? null,
      kind,
      text: textOf(source, pieces),
      wording: flow.text.slice(...wording).trim(),
      pieces,
    })
  }
}

/** A turn of somebody else in a paragraph that says nothing of answering: its place may. */
const furtherTurn = (context: ParagraphContext, spoken: Spoken, turn: Turn): Remark[] => {
  const inResponseTo = positionsByPlace(context, spoken, turn)
  const answer = { kind: 'RESPONSE' as const, scope: null, acts: actsOf(context.flow, turn), stance: stanceOf(turn) }
  const kind = inResponseTo.length > 0 ? answer : { kind: 'STATEMENT' as const, scope: 'SPAN' as const }
  const utterance = addUtterance(context, spoken, piecesOfRanges(context.flow, turn.ranges))
  const shared = { ...kind, inResponseTo, utterance, onBehalfOf: behalfOf(context, turn) }
  return voiceSpeakers(context, turn.voice).map((speaker) => remark(context, spoken, { ...shared, ...speaker }))
}

/** Adds what a paragraph's raisers state, what others answer, and what it gives to nobody. */
export const addRemarks = (context: ParagraphContext, spoken: Spoken): void => {
  const firstOwn = spoken.utterances.length
  const raised = statements(context, spoken)
  const before: Remark[] = [...raised]
  const isResponse = new Set(context.turns.responses)
  const turns = [...context.turns.responses, ...context.turns.statements].sort(
    (a, b) => (a.ranges[0]?.[0] ?? 0) - (b.ranges[0]?.[0] ?? 0),
  )
  for (const turn of turns) {
    if (isResponse.has(turn)) before.push(...responses(context, spoken, raised, turn, before))
    else before.push(...furtherTurn(context, spoken, turn))
  }
  passages(context, spoken, spoken.utterances.slice(firstOwn))
}
