import { type Finding, finding } from '../findings.js'
import { addRoleHolder, type Cast, type Member, roleHolder } from '../identity/within-meeting.js'
import { nameTokens, splitHonorific } from '../names.js'
import { type Bodies, bodyKey } from '../people/bodies.js'
import type { MeetingRecord } from '../record.js'
import { identifyOrAdd, type TurnCast } from './cast.js'
import type { Part } from './label-parts.js'
import { isRole } from './roles.js'
import type { Turn, Voice } from './script.js'

type Remark = MeetingRecord['remarks'][number]
export type Speaker = Pick<
  Remark,
  'attribution' | 'speaker' | 'speakerMatch' | 'speakerAsPrinted' | 'speakerRole' | 'party' | 'onBehalfOf'
>

export interface Company {
  readonly people: TurnCast
  readonly bodies: Bodies
  readonly findings: Finding[]
}

const nobody = (printed: string): Speaker => ({
  attribution: 'ANONYMOUS',
  speaker: null,
  speakerMatch: null,
  speakerAsPrinted: printed,
  speakerRole: null,
  party: null,
  onBehalfOf: [],
})

const person = (printed: string, key: string, match: Remark['speakerMatch'], role: string | null): Speaker => ({
  ...nobody(printed),
  attribution: 'NAMED',
  speaker: key,
  speakerMatch: match,
  speakerRole: role,
})

const ambiguous = ({ findings }: Company, printed: string, keys: readonly string[], turn: Turn): Speaker => {
  findings.push(
    finding(
      'AMBIGUOUS_SPEAKER',
      `“${printed}” can be ${keys.length} of the people listed; none is taken.`,
      turn.at ? [[...turn.at]] : [],
      keys.map((key) => ({ list: 'people', key })),
    ),
  )
  return nobody(printed)
}

const roleSpeaker = (
  { people: { cast }, bodies }: Company,
  printed: string,
  role: string,
  body: string | null,
): Speaker => {
  const holder = body === null ? roleHolder(cast, role) : null
  if (holder !== null) return person(printed, holder, 'ROLE_HOLDER', role)
  return {
    ...nobody(printed),
    attribution: 'ROLE',
    speakerRole: role,
    party: body === null ? null : bodyKey(bodies, body),
  }
}

const byInitials = (cast: Cast, text: string): readonly Member[] => cast.byAbbreviation.get(text) ?? []

/** Whom a name means; one that nothing defines is a person of that name. */
const named = (company: Company, printed: string, name: string, role: string | null, turn: Turn): Speaker => {
  const { people } = company
  const [one, ...more] = byInitials(people.cast, name)
  if (one && more.length === 0) return person(printed, one.key, 'ABBREVIATION', role)
  if (one)
    return ambiguous(
      company,
      printed,
      [one, ...more].map(({ key }) => key),
      turn,
    )
  const found = identifyOrAdd(people, name)
  if (found.candidates.length > 0) return ambiguous(company, printed, found.candidates, turn)
  if (found.person === null) return nobody(printed)
  return person(printed, found.person, people.byKey.get(found.person)?.isListed ? found.match : null, role)
}

const ofPart = (company: Company, part: Part, turn: Turn): Speaker => {
  const isDefined = byInitials(company.people.cast, part.text).length > 0
  if (part.kind === 'anonymous' || part.kind === 'bot') return nobody(part.text)
  if (part.kind === 'role' && !isDefined) return roleSpeaker(company, part.text, part.text, null)
  return named(company, part.text, part.text, null, turn)
}

const withBehalf = ({ bodies }: Company, speaker: Speaker, body: string | null): Speaker =>
  body === null ? speaker : { ...speaker, onBehalfOf: [bodyKey(bodies, body)] }

/** A body speaks, unless the record gives its letters to somebody. */
const ofParty = (company: Company, { body, onBehalfOf }: Extract<Voice, { kind: 'party' }>, turn: Turn): Speaker => {
  if (byInitials(company.people.cast, body).length > 0) return named(company, body, body, null, turn)
  const party: Speaker = { ...nobody(turn.printed), attribution: 'PARTY', party: bodyKey(company.bodies, body) }
  return withBehalf(company, party, onBehalfOf ?? null)
}

const ofVoice = (company: Company, voice: Voice, turn: Turn): Speaker => {
  switch (voice.kind) {
    case 'label':
      return ofPart(company, voice.part, turn)
    case 'person':
      return withBehalf(company, named(company, voice.name, voice.name, voice.title, turn), voice.onBehalfOf ?? null)
    case 'party':
      return ofParty(company, voice, turn)
    case 'role':
      return roleSpeaker(company, voice.role, voice.role, voice.body)
    case 'anonymous':
      return nobody(turn.printed)
  }
}

/** Who is introduced by a turn's label as holding an office: "The Deputy Speaker (Mr. Roe)". */
const isHolder = (voice: Voice, printed: string): voice is Extract<Voice, { kind: 'person' }> =>
  voice.kind === 'person' && voice.title !== null && isRole(voice.title) && /\)$/.test(printed)

/**
 * Looks through all turns before any is read: a full name is known to the family name that stands alone before it, and the
 * holder of an office to the turns that print the office only.
 */
export const introduce = ({ people }: Company, turns: Iterable<Turn>): void => {
  for (const { voices, printed, isDoubted } of turns) {
    if (isDoubted) continue
    for (const voice of voices) {
      const name = voice.kind === 'person' ? voice.name : voice.kind === 'label' ? voice.part.text : ''
      const isName = voice.kind === 'person' || (voice.kind === 'label' && voice.part.kind === 'name')
      if (!isName || nameTokens(splitHonorific(name).name).length < 2 || people.cast.byAbbreviation.has(name)) continue
      const { person: holder } = identifyOrAdd(people, name)
      if (holder !== null && isHolder(voice, printed)) addRoleHolder(people.cast, withoutArticle(voice.title), holder)
    }
  }
}

const withoutArticle = (role: string | null): string => (role ?? '').replace(/^the\s+/i, '')

/** Who speaks in a turn, each once; nobody where the record itself is in doubt. */
export const speakersOf = (company: Company, turn: Turn): Speaker[] => {
  if (turn.isDoubted) {
    company.findings.push(
      finding(
        'AMBIGUOUS_SPEAKER',
        `The record is not sure of the speaker “${turn.printed}”; none is taken.`,
        turn.at ? [[...turn.at]] : [],
      ),
    )
    return [nobody(turn.printed)]
  }
  const speakers = turn.voices.map((voice) => ofVoice(company, voice, turn))
  const seen = new Set<string>()
  return speakers.filter(({ speaker, party, speakerRole, speakerAsPrinted }) => {
    const id = speaker ?? `${party} ${speakerRole} ${speakerAsPrinted}`
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}
