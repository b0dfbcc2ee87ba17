import { type Finding, finding } from '../findings.js'
import { fold, nameTokens, splitHonorific } from '../names.js'
import { addAlias, addMember, type Cast, emptyCast, identify, type Member } from '../people/within-meeting.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { Register } from '../structured/register.js'

type Spoken = Pick<MeetingRecord, 'people' | 'attendances' | 'remarks' | 'utterances'>

const noList = finding('NO_ATTENDEE_LIST', 'The record has no list of those present; people are taken from its text.')

const placeOf = ({ utterances }: Spoken, utterance: number): Pieces =>
  utterances[utterance - 1]?.pieces.slice(0, 1) ?? []

/** A finding for a record in which somebody speaks, and that lists nobody. */
export const withoutList = ({ attendances, remarks }: Pick<Spoken, 'attendances' | 'remarks'>): Finding[] =>
  attendances.length === 0 && remarks.length > 0 ? [noList] : []

/** Those who speak and whom the list of those present does not name, each once. */
export const unlistedSpeakers = (record: Spoken): Finding[] => {
  if (record.attendances.length === 0) return []
  const seen = new Set(record.attendances.map(({ person }) => person))
  const names = new Map(record.people.map(({ key, name }) => [key, name]))
  return record.remarks.flatMap(({ speaker, utterance, speakerAsPrinted }) => {
    if (speaker === null || seen.has(speaker)) return []
    seen.add(speaker)
    const printed = speakerAsPrinted ?? names.get(speaker) ?? speaker
    return [
      finding(
        'SPEAKER_NOT_IN_ATTENDEES',
        `“${printed}” speaks and is not in the list of those present.`,
        placeOf(record, utterance),
        [{ list: 'people', key: speaker }],
      ),
    ]
  })
}

const member = (key: string, name: string, printedNames: readonly string[]): Member => {
  const { honorific } = splitHonorific(printedNames.find((form) => splitHonorific(form).honorific !== null) ?? name)
  return { key, name, honorific, tokens: nameTokens(name), abbreviation: null, isListed: true }
}

/** Whom words may mean: those of the record, and those of a register beside it. */
const everybody = ({ people }: Spoken, register: Register | undefined): Cast => {
  const cast = emptyCast()
  for (const { key, name, printedNames } of people) {
    addMember(cast, member(key, name, printedNames))
    for (const form of printedNames) addAlias(cast, form, key)
  }
  for (const { id, kind, name, abbreviations = [] } of register?.values() ?? []) {
    if (kind !== 'person') continue
    const known = people.find((person) => fold(person.name) === fold(name))?.key
    if (known === undefined) addMember(cast, member(id, name, [name]))
    for (const short of abbreviations) addAlias(cast, short, known ?? id)
  }
  return cast
}

/** Labels that can be those of several people, and are left to nobody for it, each once. */
export const ambiguousSpeakers = (record: Spoken, register?: Register): Finding[] => {
  const unknown = record.remarks.filter(
    ({ attribution, speakerAsPrinted }) => attribution === 'ANONYMOUS' && speakerAsPrinted !== null,
  )
  if (unknown.length === 0) return []
  const cast = everybody(record, register)
  const own = new Set(record.people.map(({ key }) => key))
  const seen = new Set<string>()
  return unknown.flatMap(({ speakerAsPrinted, utterance }) => {
    const printed = speakerAsPrinted ?? ''
    const { candidates } = identify(cast, printed)
    if (seen.has(printed) || candidates.length < 2) return []
    seen.add(printed)
    const names = candidates.map((key) => cast.byKey.get(key)?.name ?? key).join(' or ')
    return [
      finding(
        'AMBIGUOUS_SPEAKER',
        `“${printed}” can be ${names}; what is said is left to nobody by name.`,
        placeOf(record, utterance),
        candidates.flatMap((key) => (own.has(key) ? [{ list: 'people' as const, key }] : [])),
      ),
    ]
  })
}
