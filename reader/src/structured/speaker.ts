import { type Finding, finding } from '../findings.js'
import { fold } from '../names.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { readableIdentifier } from './elements.js'
import { isOffice, type Label, roleOf } from './label.js'
import {
  addPrinted,
  isNameOf,
  type Organizations,
  organizationsOf,
  type People,
  type Person,
  peopleOf,
  personOfIdentifier,
  personOfName,
  personSpelledOut,
} from './people.js'
import type { Entry, Register } from './register.js'

export type Speaker = Pick<
  MeetingRecord['remarks'][number],
  'attribution' | 'speaker' | 'speakerMatch' | 'speakerAsPrinted' | 'speakerRole' | 'party' | 'onBehalfOf'
>

/** What a turn says of who speaks in it. */
export interface Claim {
  /** Identifier of the speaker, without the sign; null where none is given. */
  readonly reference: string | null
  readonly label: Label | null
  /** The label marks its name as that of whom the reference leads to, so that no likeness is asked for. */
  readonly isMarked?: boolean
  /** In which role, by the markup. */
  readonly role: string | null
  readonly pieces: Pieces
}

/** Those who may speak in a record, and what has been found of them. */
export interface Speakers {
  readonly register: Register
  readonly people: People
  readonly organizations: Organizations
  readonly findings: Finding[]
  /** Adds a finding, unless one of this id has been added. */
  readonly tell: (id: string, make: () => Finding) => void
}

export const speakersOf = (register: Register): Speakers => {
  const findings: Finding[] = []
  const told = new Set<string>()
  const tell: Speakers['tell'] = (id, make) => {
    if (!told.has(id)) findings.push(make())
    told.add(id)
  }
  return { register, people: peopleOf(register), organizations: organizationsOf(register), findings, tell }
}

const nameIn = ({ label }: Claim): string | null => label?.name ?? null
const roleIn = ({ label, role }: Claim): string | null => label?.role ?? role

const speaks = ({ label }: Claim, attribution: Speaker['attribution'], more: Partial<Speaker> = {}): Speaker => ({
  attribution,
  speaker: null,
  speakerMatch: null,
  speakerAsPrinted: label?.printed ?? null,
  speakerRole: null,
  party: null,
  onBehalfOf: [],
  ...more,
})

const asNobody = (claim: Claim): Speaker => speaks(claim, 'ANONYMOUS')

/** As whoever holds a role; as nobody without one. */
const asRole = (claim: Claim, speakerRole = roleIn(claim)): Speaker =>
  speakerRole === null ? asNobody(claim) : speaks(claim, 'ROLE', { speakerRole })

const asPerson = (claim: Claim, person: Person, speakerMatch: Speaker['speakerMatch']): Speaker => {
  person.isUsed = true
  const name = nameIn(claim)
  if (name) addPrinted(person, name)
  return speaks(claim, 'NAMED', { speaker: person.key, speakerMatch, speakerRole: roleIn(claim) })
}

const byPrintedName = ({ people }: Speakers, claim: Claim, name: string): Speaker => {
  const { person, match } = personOfName(people, name)
  return asPerson(claim, person, match)
}

/** Where the words printed name another than the reference leads to, the words are right. */
const asRegistered = (speakers: Speakers, claim: Claim, person: Person, entry: Entry): Speaker => {
  const name = nameIn(claim)
  if (name === null || claim.isMarked || isNameOf(name, person)) return asPerson(claim, person, 'IDENTIFIER')
  const speaker = byPrintedName(speakers, claim, name)
  const keys = [person.isUsed ? person.key : null, speaker.speaker].filter((key) => key !== null)
  const message = `“${name}” is printed where the reference “${entry.id}” leads to “${entry.name}”; the printed name is taken.`
  const candidates = keys.map((key) => ({ list: 'people' as const, key }))
  speakers.tell(`name ${entry.id} ${fold(name)}`, () => finding('NAME_CONTRADICTED', message, claim.pieces, candidates))
  return speaker
}

const asBody = (speakers: Speakers, claim: Claim, entry: Entry): Speaker => {
  const party = speakers.organizations.keyOf(entry.id)
  const name = nameIn(claim)
  const isItsName = name === null || [entry.name, ...entry.aliases].some((one) => fold(one) === fold(name))
  if (!isItsName) return { ...byPrintedName(speakers, claim, name), onBehalfOf: [party] }
  return roleIn(claim) === null ? speaks(claim, 'PARTY', { party }) : { ...asRole(claim), party }
}

/** Identifiers that stand where nobody knew who spoke. */
const unknown = /^(?:unknown|unidentified|anonymous|nn|undefined|none|null)(?:\s+(?:speaker|person|member|guest))?$/i

/** A reference that leads nowhere: the words printed count, and only then what its identifier looks like. */
const asUnknown = (speakers: Speakers, claim: Claim, id: string): Speaker => {
  const readable = readableIdentifier(id)
  const name = nameIn(claim)
  const taken = name ?? (isOffice(readable) ? (claim.label?.role ?? readable) : readable)
  const message = `Nothing in the file is called “${id}”; “${taken}” is taken to speak.`
  speakers.tell(`reference ${id}`, () => finding('BROKEN_REFERENCE', message, claim.pieces))
  if (claim.label?.isNobody || (name === null && unknown.test(readable))) return asNobody(claim)
  if (isOffice(readable) && name === null) return asRole(claim, roleIn(claim) ?? roleOf(readable))
  const { people } = speakers
  const person = name === null ? personOfIdentifier(people, id) : personSpelledOut(people, id, name)
  return person ? asPerson(claim, person, 'IDENTIFIER') : byPrintedName(speakers, claim, name ?? readable)
}

const asEncodedRole = (speakers: Speakers, claim: Claim, entry: Entry): Speaker => {
  const message = `“${entry.name}” is listed as a person, and is taken for an office.`
  if (entry.isMisfiled) speakers.tell(`office ${entry.id}`, () => finding('OFFICE_AS_PERSON', message, claim.pieces))
  const name = nameIn(claim)
  const speakerRole = roleIn(claim) ?? roleOf(entry.name)
  if (name === null || fold(name) === fold(entry.name)) return asRole(claim, speakerRole)
  return { ...byPrintedName(speakers, claim, name), speakerRole }
}

const asPrinted = (speakers: Speakers, claim: Claim): Speaker => {
  const name = nameIn(claim)
  if (claim.label?.isNobody) return asNobody(claim)
  // The words printed may be the office's own: "An Ceann Comhairle" where the markup says that this is the role.
  return name === null || fold(name) === fold(roleIn(claim) ?? '')
    ? asRole(claim)
    : byPrintedName(speakers, claim, name)
}

/** Who speaks in a turn: by its reference, by the words printed, and where the two disagree by the words. */
export const speakerOf = (speakers: Speakers, claim: Claim): Speaker => {
  const { reference: id } = claim
  if (id === null || id === '') return asPrinted(speakers, claim)
  const entry = speakers.register.get(id)
  if (!entry) return asUnknown(speakers, claim, id)
  if (entry.kind === 'organization') return asBody(speakers, claim, entry)
  if (entry.kind === 'role') return asEncodedRole(speakers, claim, entry)
  const person = speakers.people.byReference.get(id)
  if (person && entry.kind === 'person' && !claim.label?.isNobody) return asRegistered(speakers, claim, person, entry)
  return claim.label?.name || claim.label?.role ? asPrinted(speakers, claim) : asNobody(claim)
}
