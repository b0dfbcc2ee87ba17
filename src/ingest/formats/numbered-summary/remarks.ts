import { definiteParticipant } from '../../english/anonymous.js'
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

const named = (printed: string, person: string | null, match: NameMatch | null): Speaker => ({
  attribution: 'NAMED',
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
  const isListed = context.cast.members.some(({ key, isListed: listed }) => listed && key === found.person)
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

const raiserSpeaker = (context: ParagraphContext, raiser: Raiser): Speaker => {
  if (raiser.kind === 'person') return personSpeaker(context, raiser)
  const role = raiser.kind === 'role' ? raiser.printed.replace(/\s+(?:of|from|for)\s.*$/i, '') : null
  const bare = raiser.printed.replace(/^the\s+/i, '')
  return officeSpeaker(context, { printed: raiser.printed, role, body: raiser.kind === 'party' ? bare : raiser.body })
}

const voiceSpeakers = (context: ParagraphContext, voice: Voice): Speaker[] => {
  if (voice.kind === 'people') return voice.names.map((name) => personSpeaker(context, name))
  return voice.kind === 'office' ? [officeSpeaker(context, voice.office)] : []
}

/** What tells two speakers apart while a paragraph is followed. */
export const speakerKey = (cast: Cast, printed: string): string =>
  identify(cast, printed).person ?? `printed:${fold(printed)}`

export const voiceKeys = (cast: Cast, voice: Voice): string[] => {
  if (voice.kind === 'people') return voice.names.map(({ printed }) => speakerKey(cast, printed))
  if (voice.kind !== 'office') return []
  const holder = voice.office.role !== null && voice.office.body === null ? roleHolder(cast, voice.office.role) : null
  return [holder ?? `printed:${fold(voice.office.printed).replace(/^the /, '')}`]
}

export const raiserKey = (cast: Cast, raiser: Raiser): string => {
  const holder = raiser.kind === 'role' && raiser.body === null ? roleHolder(cast, raiser.printed) : null
  return (
    holder ??
    (raiser.kind === 'person'
      ? speakerKey(cast, raiser.printed)
      : `printed:${fold(raiser.printed).replace(/^the /, '')}`)
  )
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

/** The raisers' statements: the body less the turns of others, the same words for each raiser. */
const statements = (context: ParagraphContext, spoken: Spoken): Remark[] => {
  const { flow, head, turns } = context
  const speakers =
    head.raisers.length > 0
      ? head.raisers.map((raiser) => raiserSpeaker(context, raiser))
      : turns.opening
        ? voiceSpeakers(context, turns.opening.voice)
        : []
  if (speakers.length === 0) return []
  const others = [...turns.responses, ...turns.statements].flatMap(({ ranges }) => ranges)
  const left = without([head.bodyStart, flow.text.length], others).filter(([a, b]) => hasWords(flow.text.slice(a, b)))
  const pieces =
    left.length > 0 ? piecesOfRanges(flow, left) : piecesOf(flow, ...(head.heading ?? [0, flow.text.length]))
  const said = utterance(context, spoken, pieces)
  const scope = turns.statements.length > 0 ? 'SPAN' : speakers.length > 1 ? 'JOINT' : 'WHOLE'
  return speakers.map((speaker) => remark(context, spoken, { kind: 'STATEMENT', scope, utterance: said, ...speaker }))
}

const behalf = /^[^,.;]*,\s+(?:speaking\s+)?on behalf of\s+(?:the\s+)?([^,.;]{2,100}),/

/** Those remarks that a turn's words take up by name: "agreed with Ms. Roe", "in response to Mr. Poe". */
const takenUp = (context: ParagraphContext, turn: Turn, before: readonly Remark[]): number[] => {
  const { flow, cast } = context
  const [first] = turn.ranges
  if (!first) return []
  const sentence = flow.text.slice(...first)
  const targets = [
    ...sentence.matchAll(
      /\b(?:with|to|by|of|on|supported|seconded|endorsed|echoed|echoing|thanked|answered|asked)\s+(?:the\s+(?:proposal|point|comment|suggestion|question|concern|view|remark|statement|intervention|response|observation)s?\s+(?:by|of|from|raised by|made by)\s+)?((?:H\.E\.|Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Amb)\.?\s+\p{Lu}[\p{L}.'’ -]{1,60})/gu,
    ),
  ]
  const found = targets.flatMap((match) => {
    const words = (match[1] ?? '').split(/\s+/)
    for (let length = words.length; length > 1; length--) {
      const person = identify(
        cast,
        words
          .slice(0, length)
          .join(' ')
          .replace(/['’]s?$/u, ''),
      ).person
      const remarks = person === null ? [] : before.filter(({ speaker }) => speaker === person)
      const last = remarks.at(-1)
      if (last && !turn.speakers.includes(person ?? '')) return [last.position]
    }
    return []
  })
  return [...new Set(found)]
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
  const byName = takenUp(context, turn, before)
  const others = raised.filter(({ speaker }) => speaker === null || !turn.speakers.includes(speaker))
  const last = before.at(-1)
  const fallback = others.length > 0 ? others.map(({ position }) => position) : last ? [last.position] : []
  const onBehalf = behalf.exec(flow.text.slice(turn.voice.start, turn.voice.start + 240))?.[1]
  const shared = {
    kind: 'RESPONSE' as const,
    scope: null,
    utterance: said,
    acts: actsOf(flow, turn),
    stance: stanceOf(turn),
    inResponseTo: byName.length > 0 ? byName : fallback,
    onBehalfOf: onBehalf === undefined ? [] : [bodyKey(context.bodies, onBehalf)],
  }
  return voiceSpeakers(context, turn.voice).map((speaker) => remark(context, spoken, { ...shared, ...speaker }))
}

const passages = (context: ParagraphContext, spoken: Spoken): void => {
  const { flow, source, turns, paragraph } = context
  const own = spoken.utterances.filter(({ position }) =>
    spoken.remarks.some((row) => row.utterance === position && row.paragraph === paragraph),
  )
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
  passages(context, spoken)
}

/** Whether a response speaks of "the participant", who is the raiser if the heading names one. */
export const speaksOfParticipant = (text: string): boolean => definiteParticipant.test(text)
