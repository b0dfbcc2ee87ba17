import { type Finding, finding } from '../../findings.js'
import type { NameInText } from '../../identity/names-in-text.js'
import { type Cast, identify, roleHolder } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import type { MeetingRecord, NameMatch, Pieces } from '../../record.js'
import { type Flow, piecesOf, piecesOfRanges, textOf } from '../../text/flow.js'
import { type Bodies, bodyKey } from './bodies.js'
import type { ParagraphHead } from './heading.js'
import type { Raiser } from './raisers.js'
import type { Turn, Turns } from './turns.js'
import type { Office, Range, Voice } from './voice.js'

type Remark = MeetingRecord['remarks'][number]
type Act = Remark['acts'][number]

/** The remarks, utterances and passages of a record, as they are found. */
export interface Spoken {
  readonly utterances: MeetingRecord['utterances']
  readonly remarks: MeetingRecord['remarks']
  readonly unattributed: MeetingRecord['unattributed']
}

export const nothingSpoken = (): Spoken => ({ utterances: [], remarks: [], unattributed: [] })

/** What the remarks of one paragraph are made from. */
export interface ParagraphContext {
  readonly source: string
  readonly flow: Flow
  readonly head: ParagraphHead
  readonly turns: Turns
  readonly cast: Cast
  readonly bodies: Bodies
  readonly paragraph: number
  readonly section: number | null
  readonly theme: string | null
  readonly findings: Finding[]
}

/** Who speaks, as a remark's row says it. */
type Speaker = Pick<Remark, 'attribution' | 'speaker' | 'speakerMatch' | 'speakerAsPrinted' | 'speakerRole' | 'party'>

const ambiguous = (context: ParagraphContext, printed: string, candidates: readonly string[], pieces: Pieces): void => {
  const people = candidates.map((key) => ({ list: 'people' as const, key }))
  context.findings.push(
    finding(
      'AMBIGUOUS_SPEAKER',
      `“${printed}” can be ${candidates.length} of the people listed; none is taken.`,
      pieces,
      people,
    ),
  )
}

/** A person who speaks; nobody, where the printed name can be that of several. */
const named = (printed: string, person: string | null, match: NameMatch | null): Speaker => ({
  attribution: person === null ? 'ANONYMOUS' : 'NAMED',
  speaker: person,
  speakerMatch: match,
  speakerAsPrinted: printed,
  speakerRole: null,
  party: null,
})

const personSpeaker = (context: ParagraphContext, name: Pick<NameInText, 'printed' | 'start' | 'end'>): Speaker => {
  const found = identify(context.cast, name.printed)
  if (found.candidates.length > 0)
    ambiguous(context, name.printed, found.candidates, piecesOf(context.flow, name.start, name.end))
  const isListed = found.person !== null && context.cast.byKey.get(found.person)?.isListed === true
  const isWholeName = found.match === 'EXACT' && !isListed
  return named(name.printed, found.person, isWholeName ? null : found.match)
}

const officeSpeaker = (context: ParagraphContext, { printed, role, body }: Office): Speaker => {
  const party = body === null ? null : bodyKey(context.bodies, body)
  if (role === null)
    return {
      attribution: 'PARTY',
      speaker: null,
      speakerMatch: null,
      speakerAsPrinted: printed,
      speakerRole: null,
      party,
    }
  const holder = body === null ? roleHolder(context.cast, role) : null
  if (holder !== null) return { ...named(printed, holder, 'ROLE_HOLDER'), speakerRole: printed }
  return { attribution: 'ROLE', speaker: null, speakerMatch: null, speakerAsPrinted: printed, speakerRole: role, party }
}

const raiserSpeaker = (context: ParagraphContext, raiser: Raiser): Speaker & Pick<Remark, 'onBehalfOf'> => ({
  ...speakerOfRaiser(context, raiser),
  onBehalfOf: raiser.onBehalfOf === null ? [] : [bodyKey(context.bodies, raiser.onBehalfOf)],
})

const speakerOfRaiser = (context: ParagraphContext, raiser: Raiser): Speaker => {
  if (raiser.kind === 'person') return personSpeaker(context, raiser)
  const bare = raiser.printed.replace(/^the\s+/i, '')
  const role = raiser.kind === 'role' ? bare.replace(/\s+(?:of|from|for)\s.*$/i, '') : null
  return officeSpeaker(context, { printed: raiser.printed, role, body: raiser.kind === 'party' ? bare : raiser.body })
}

const voiceSpeakers = (context: ParagraphContext, voice: Voice): Speaker[] => {
  if (voice.kind === 'people') return voice.names.map((name) => personSpeaker(context, name))
  return voice.kind === 'office' ? [officeSpeaker(context, voice.office)] : []
}

const printedKey = (printed: string): string => `printed:${fold(printed).replace(/^the /, '')}`

/** What tells two speakers apart while a paragraph is followed. */
export const speakerKey = (cast: Cast, printed: string): string => identify(cast, printed).person ?? printedKey(printed)

export const voiceKeys = (cast: Cast, voice: Voice): string[] => {
  if (voice.kind === 'people') return voice.names.map(({ printed }) => speakerKey(cast, printed))
  if (voice.kind !== 'office') return []
  const holder = voice.office.role !== null && voice.office.body === null ? roleHolder(cast, voice.office.role) : null
  return [holder ?? printedKey(voice.office.printed)]
}

export const raiserKey = (cast: Cast, raiser: Raiser): string => {
  const holder = raiser.kind === 'role' && raiser.body === null ? roleHolder(cast, raiser.printed) : null
  return holder ?? (raiser.kind === 'person' ? speakerKey(cast, raiser.printed) : printedKey(raiser.printed))
}

const actsOf = (flow: Flow, turn: Turn): Act[] =>
  turn.verbs.map(({ verb, text, start, end }) => ({ kind: verb.kind, verb: text, pieces: piecesOf(flow, start, end) }))

const stanceOf = (turn: Turn): Remark['stance'] => {
  const stances = new Set(turn.verbs.flatMap(({ verb }) => verb.stance ?? []))
  if (stances.size > 1) return 'MIXED'
  return [...stances][0] ?? null
}

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

const utterance = (context: ParagraphContext, spoken: Spoken, pieces: Pieces): number => {
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

/** The statements of those who raised a paragraph, the same words for each. */
const statements = (context: ParagraphContext, spoken: Spoken): Remark[] => {
  const { head, turns } = context
  const opening = turns.opening ? voiceSpeakers(context, turns.opening.voice) : []
  const speakers = head.raisers.length > 0 ? head.raisers.map((raiser) => raiserSpeaker(context, raiser)) : opening
  if (speakers.length === 0) return []
  const said = utterance(context, spoken, statementPieces(context))
  const scope = scopeOf(context, speakers.length)
  return speakers.map((speaker) => remark(context, spoken, { kind: 'STATEMENT', scope, utterance: said, ...speaker }))
}

const behalf = /^[^,.;]*,\s+(?:speaking\s+)?on behalf of\s+(?:the\s+)?([^,.;]{2,100}),/

const takingUp =
  /\b(?:with|to|by|of|on|supported|seconded|endorsed|echoed|echoing|thanked|answered|asked)\s+(?:the\s+(?:proposal|point|comment|suggestion|question|concern|view|remark|statement|intervention|response|observation)s?\s+(?:by|of|from|raised by|made by)\s+)?(?:the\s+)?(\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}|von\s|van\s|de\s)[\p{L}.'’ -]*){0,4})/gu

/** The latest remark before a turn whose speaker, or speaking body, some words name. */
const remarkNamed = (context: ParagraphContext, turn: Turn, words: string, before: readonly Remark[]): Remark[] => {
  const parts = words.split(/\s+/)
  for (let length = parts.length; length > 0; length--) {
    const printed = parts
      .slice(0, length)
      .join(' ')
      .replace(/['’]s?$/u, '')
    const { person } = identify(context.cast, printed)
    const party = context.bodies.byName.get(fold(printed))?.key
    const last = before.findLast((one) => (person !== null && one.speaker === person) || (party && one.party === party))
    if (last && !turn.speakers.includes(person ?? printedKey(printed))) return [last]
  }
  return []
}

/**
 * What a turn answers: the raisers' statements, unless its words name one of the raisers ("agreed with Ms. Roe"); and the
 * remark of somebody else that its words take up.
 */
const answered = (
  context: ParagraphContext,
  turn: Turn,
  raised: readonly Remark[],
  before: readonly Remark[],
): number[] => {
  const [first] = turn.ranges
  const sentence = first ? context.flow.text.slice(...first) : ''
  const named = [...sentence.matchAll(takingUp)].flatMap((match) => remarkNamed(context, turn, match[1] ?? '', before))
  const isOwn = ({ speaker, speakerAsPrinted }: Remark): boolean =>
    turn.speakers.includes(speaker ?? printedKey(speakerAsPrinted ?? ''))
  // Whoever raised a paragraph answers what was said to that, and not those who raised it too.
  const others = raised.some(isOwn) ? [] : raised
  const ofRaisers = named.filter((one) => raised.includes(one))
  const targets = [...(ofRaisers.length > 0 ? ofRaisers : others), ...named.filter((one) => !raised.includes(one))]
  const last = before.findLast((one) => !isOwn(one)) ?? before.at(-1)
  const positions = (targets.length > 0 || !last ? targets : [last]).map(({ position }) => position)
  return [...new Set(positions)].sort((a, b) => a - b)
}

const responses = (
  context: ParagraphContext,
  spoken: Spoken,
  raised: readonly Remark[],
  turn: Turn,
  before: readonly Remark[],
): Remark[] => {
  const { flow } = context
  const said = utterance(context, spoken, piecesOfRanges(flow, turn.ranges))
  const onBehalf = behalf.exec(flow.text.slice(turn.voice.start, turn.voice.start + 240))?.[1]
  const shared = {
    kind: 'RESPONSE' as const,
    scope: null,
    utterance: said,
    acts: actsOf(flow, turn),
    stance: stanceOf(turn),
    inResponseTo: answered(context, turn, raised, before),
    onBehalfOf: onBehalf === undefined ? [] : [bodyKey(context.bodies, onBehalf)],
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
    else {
      const said = utterance(context, spoken, piecesOfRanges(context.flow, turn.ranges))
      before.push(
        ...voiceSpeakers(context, turn.voice).map((speaker) =>
          remark(context, spoken, { kind: 'STATEMENT', scope: 'SPAN', utterance: said, ...speaker }),
        ),
      )
    }
  }
  passages(context, spoken, spoken.utterances.slice(firstOwn))
}
