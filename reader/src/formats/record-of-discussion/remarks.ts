import type { Finding } from '../../findings.js'
import type { Cast } from '../../identity/within-meeting.js'
import { setHolder } from '../../narrative/chair.js'
import type { Bodies } from '../../people/bodies.js'
import type { MeetingRecord } from '../../record.js'
import { stanceOf } from '../../reported-speech/acts.js'
import { answered } from '../../reported-speech/answered.js'
import { printedKey, voiceSpeakers } from '../../reported-speech/speakers.js'
import { nothingSpoken, type Spoken } from '../../reported-speech/spoken.js'
import { textOf } from '../../text/flow.js'
import { type Prose, proseSource } from '../../text/prose.js'
import type { ChairTaken } from './chairs.js'
import type { Part } from './parts.js'
import type { Speech, Speeches } from './speech-state.js'

type Remark = MeetingRecord['remarks'][number]

/** Where a part of the record stands among its rows. */
export interface Place {
  readonly paragraph: number
  readonly section: number | null
  readonly theme: string | null
}

interface Context {
  readonly prose: Prose
  readonly cast: Cast
  readonly bodies: Bodies
  readonly findings: Finding[]
  /** The paragraph that a part is; null for a part that is none. */
  readonly placeOf: (part: number) => Place | null
  readonly parts: readonly Part[]
  /** Those whom the record says belong to a body. */
  readonly peopleOf: (body: string) => ReadonlySet<string>
}

/** Whether a speech is all that its paragraphs hold, from the first to the last. */
const isWhole = ({ prose, parts }: Context, { part, ranges }: Speech): boolean => {
  const [from, to] = [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0]
  let last = part
  while ((parts[last]?.end ?? to) < to) last++
  const [start, end] = [parts[part]?.start ?? from, parts[last]?.end ?? to]
  return /^\W*$/.test(prose.text.slice(start, from)) && /^\W*$/.test(prose.text.slice(to, end))
}

const behalf = /^(?:\s*\([^()]{1,120}\))?,\s+(?:speaking\s+)?on behalf of\s+(?:the\s+)?([^,.;]{2,100}),/

/** "Speaking on behalf of the Group of 77, the representative of Chad said" */
const behalfAhead = /^speaking\s+on behalf of\s+(?:the\s+)?([^,.;]{2,100}),/i

/** Adds a body that somebody speaks for. */
type BodyOf = (name: string) => string

/** Whoever speaks on after a word of narration answers somebody else. */
const isOwn = (row: Remark | undefined, { speakers }: Speech): boolean =>
  row !== undefined && speakers.includes(row.speaker ?? printedKey(row.speakerAsPrinted ?? ''))

const rowsOf = (
  context: Context,
  spoken: Spoken,
  speech: Speech,
  before: readonly Remark[],
  bodyOf: BodyOf,
  utteranceOf: ReadonlyMap<Speech, number>,
): Remark[] => {
  const { prose, cast, bodies, findings } = context
  const place = context.placeOf(speech.part)
  const pieces = speech.ranges.flatMap((range) => proseSource(prose, range))
  if (place === null || pieces.length === 0) return []
  const utterance = spoken.utterances.length + 1
  spoken.utterances.push({ position: utterance, text: textOf(prose.source, pieces), pieces })
  const { text } = prose
  const onBehalf =
    behalf.exec(text.slice(speech.subjectEnd, speech.subjectEnd + 260))?.[1] ??
    behalfAhead.exec(text.slice(speech.ranges[0]?.[0] ?? 0, speech.subjectEnd))?.[1]
  const target = {
    text,
    speakers: speech.speakers,
    ranges: speech.ranges,
    raised: [],
    before,
    section: place.section,
    last: speech.answered?.flatMap((one) => utteranceOf.get(one) ?? []),
    isOfNobody: speech.isAfterNobody ?? false,
    cast,
    bodies,
    peopleOf: context.peopleOf,
  }
  const flow = { text, pieces: [[0, text.length]] as [number, number][], starts: [0] }
  const speakers = speech.voices.flatMap((voice) => voiceSpeakers({ flow, cast, bodies, findings }, voice))
  return speakers.map((speaker) => ({
    position: 0,
    kind: speech.answered ? 'RESPONSE' : 'STATEMENT',
    scope: speech.answered ? null : speakers.length > 1 ? 'JOINT' : isWhole(context, speech) ? 'WHOLE' : 'SPAN',
    utterance,
    ...place,
    ...speaker,
    // "On behalf of its member States" names no body.
    onBehalfOf: onBehalf === undefined || !/^[\p{Lu}\d]/u.test(onBehalf) ? [] : [bodyOf(onBehalf)],
    acts: speech.verbs.flatMap(({ verb, start, end, text: words }) => {
      const own = proseSource(prose, [start, end])
      return own.length === 0 ? [] : [{ kind: verb.kind, verb: words, pieces: own }]
    }),
    stance: stanceOf(speech),
    inResponseTo: speech.answered ? answered(target).filter((position) => !isOwn(before[position - 1], speech)) : [],
  }))
}

/** The rows of what is said in a record, and of what is said of nobody by name. */
export const remarksOf = (
  context: Context,
  { speeches, passages }: Speeches,
  bodyOf: BodyOf,
  chairs: readonly ChairTaken[] = [],
): Spoken => {
  const spoken = nothingSpoken()
  const utteranceOf = new Map<Speech, number>()
  let next = 0
  for (const speech of speeches) {
    for (let taken = chairs[next]; taken && taken.at < (speech.ranges[0]?.[0] ?? 0); taken = chairs[++next])
      setHolder(context.cast, 'chair', taken.person)
    const rows = rowsOf(context, spoken, speech, spoken.remarks, bodyOf, utteranceOf)
    const [row] = rows
    if (row) utteranceOf.set(speech, row.utterance)
    for (const each of rows) spoken.remarks.push({ ...each, position: spoken.remarks.length + 1 })
  }
  for (const { kind, part, range, wording, within } of passages) {
    const pieces = proseSource(context.prose, range)
    const place = context.placeOf(part)
    if (place === null || pieces.length === 0) continue
    spoken.unattributed.push({
      position: spoken.unattributed.length + 1,
      paragraph: place.paragraph,
      utterance: within ? (utteranceOf.get(within) ?? null) : null,
      kind,
      text: textOf(context.prose.source, pieces),
      wording: context.prose.text.slice(...wording).trim() || '-',
      pieces,
    })
  }
  return spoken
}
