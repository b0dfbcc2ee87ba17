import { type Finding, finding } from '../findings.js'
import type { NameInText } from '../identity/names-in-text.js'
import { type Cast, identify, roleHolder } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import type { MeetingRecord, NameMatch, Pieces } from '../record.js'
import { type Flow, piecesOf } from '../text/flow.js'
import type { Office, Voice } from './voice.js'

type Remark = MeetingRecord['remarks'][number]

/** What is needed to tell whose a voice is. */
export interface SpeakerContext {
  readonly flow: Flow
  readonly cast: Cast
  readonly bodies: Bodies
  readonly findings: Finding[]
}

/** Who speaks, as a remark's row says it. */
export type Speaker = Pick<
  Remark,
  'attribution' | 'speaker' | 'speakerMatch' | 'speakerAsPrinted' | 'speakerRole' | 'party'
>

const ambiguous = (context: SpeakerContext, printed: string, candidates: readonly string[], pieces: Pieces): void => {
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

export const personSpeaker = (
  context: SpeakerContext,
  name: Pick<NameInText, 'printed' | 'start' | 'end'>,
): Speaker => {
  const found = identify(context.cast, name.printed)
  if (found.candidates.length > 0)
    ambiguous(context, name.printed, found.candidates, piecesOf(context.flow, name.start, name.end))
  const isListed = found.person !== null && context.cast.byKey.get(found.person)?.isListed === true
  const isWholeName = found.match === 'EXACT' && !isListed
  return named(name.printed, found.person, isWholeName ? null : found.match)
}

export const officeSpeaker = (context: SpeakerContext, { printed, role, body }: Office): Speaker => {
  const holder = role !== null && body === null ? roleHolder(context.cast, role) : null
  // A secretariat is a body, whoever speaks for it.
  const isBody = role === null || (holder === null && body === null && /^secretariat$/i.test(role))
  const name = isBody ? (body ?? printed.replace(/^the\s+/i, '')) : body
  const party = name === null ? null : bodyKey(context.bodies, name)
  if (isBody)
    return {
      attribution: 'PARTY',
      speaker: null,
      speakerMatch: null,
      speakerAsPrinted: printed,
      speakerRole: null,
      party,
    }
  if (holder !== null) return { ...named(printed, holder, 'ROLE_HOLDER'), speakerRole: printed }
  return { attribution: 'ROLE', speaker: null, speakerMatch: null, speakerAsPrinted: printed, speakerRole: role, party }
}

/** One of each body, where those of several speak together. */
const officesIn = (office: Office): Office[] =>
  office.bodies?.map((body) => ({ printed: office.printed, role: office.role, body })) ?? [office]

/** "The Co-Chairs": the two or three who hold the office together; null for one office, or for nobody who is known. */
const coHolders = (cast: Cast, { role, body }: Office): readonly string[] | null => {
  if (role === null || body !== null || !/^co-?\s?chair(?:s|men|persons)$/i.test(role)) return null
  const one = role.replace(/men$/i, 'man').replace(/s$/i, '')
  const all = [one, 'co-chair', 'cochair', 'co-chairperson', 'co-chairman'].flatMap(
    (name) => cast.sharedRoles.get(fold(name)) ?? [],
  )
  const holders = [...new Set(all)].filter((person) => person !== '')
  return holders.length > 1 && holders.length < 4 ? holders : null
}

export const voiceSpeakers = (context: SpeakerContext, voice: Voice): Speaker[] => {
  if (voice.kind === 'people') return voice.names.map((name) => personSpeaker(context, name))
  if (voice.kind !== 'office') return []
  const together = coHolders(context.cast, voice.office)
  if (together)
    return together.map((person) => ({
      ...named(voice.office.printed, person, 'ROLE_HOLDER'),
      speakerRole: voice.office.printed,
    }))
  return [voice.office, ...(voice.also ?? [])].flatMap(officesIn).map((office) => officeSpeaker(context, office))
}

export const printedKey = (printed: string): string => `printed:${fold(printed).replace(/^the /, '')}`

/** What tells two speakers apart while a paragraph is followed. */
export const speakerKey = (cast: Cast, printed: string): string => identify(cast, printed).person ?? printedKey(printed)

export const voiceKeys = (cast: Cast, voice: Voice): string[] => {
  if (voice.kind === 'people') return voice.names.map(({ printed }) => speakerKey(cast, printed))
  if (voice.kind !== 'office') return []
  const { bodies, role } = voice.office
  if (bodies) return bodies.map((body) => printedKey(`${role} of ${body}`))
  const holder = voice.office.role !== null && voice.office.body === null ? roleHolder(cast, voice.office.role) : null
  return [holder ?? printedKey(voice.office.printed)]
}
