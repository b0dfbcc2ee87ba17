import type { MeetingRecord } from '@rapporteur/reader/record'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'

type Option = MeetingRecord['votes'][number]['option']
type Result = MeetingRecord['motions'][number]['result']
type Party = Pick<MeetingRecord['votes'][number], 'person' | 'organization'>

interface Ids {
  event: string
  person: (key: string) => string
  organization: (key: string) => string
}

/** The values that Popolo recommends for votes. */
const options: Record<Option, string> = {
  YES: 'yes',
  NO: 'no',
  ABSTAIN: 'abstain',
  ABSENT: 'absent',
  NOT_VOTING: 'not voting',
  OTHER: 'other',
}

/** The values that Popolo recommends for results, and words for what it has none. */
const results: Record<NonNullable<Result>, string> = {
  PASSED: 'pass',
  FAILED: 'fail',
  WITHDRAWN: 'withdrawn',
  DEFERRED: 'deferred',
}

/** An option, or the choice of a poll as printed. */
const optionOf = ({ option, optionAsPrinted }: { option: Option; optionAsPrinted: string | null }): string =>
  option === 'OTHER' ? (optionAsPrinted ?? options.OTHER) : options[option]

const resultOf = (result: Result): string | null => (result === null ? null : results[result])

const partyId = ({ person, organization }: Party, ids: Ids): string | null =>
  person !== null ? ids.person(person) : organization === null ? null : ids.organization(organization)

/** The motions. Popolo has one creator for each: the first mover whom the record names. Days are those of the event. */
export function motionsOf({ record, archive }: MeetingEnvelope, ids: Ids) {
  return record.motions.map(({ position, text, movers, requirement, result, amends }) => ({
    id: motionId(archive, position),
    legislative_session_id: ids.event,
    creator_id: movers.map((mover) => partyId(mover, ids)).find((id) => id !== null) ?? null,
    text,
    classification: amends === null ? null : 'amendment',
    requirement,
    result: resultOf(result),
  }))
}

/** The votes, each with the numbers and the voters that the record prints. */
export function voteEventsOf({ record, archive }: MeetingEnvelope, ids: Ids) {
  return record.voteEvents.map(({ position, motion, kind, result, counts }) => ({
    id: archive?.voteEvents[position - 1] ?? `vote-event-${position}`,
    legislative_session_id: ids.event,
    motion_id: motion === null ? null : motionId(archive, motion),
    classification: kind === 'OTHER' ? null : kind.toLowerCase().replace('_', ' '),
    result: resultOf(result),
    counts: counts.map((count) => ({ option: optionOf(count), value: count.count })),
    votes: record.votes
      .filter(({ voteEvent }) => voteEvent === position)
      .map((vote) => ({ voter_id: partyId(vote, ids), voter: voterOf(vote), option: optionOf(vote) })),
  }))
}

const motionId = (archive: MeetingEnvelope['archive'], position: number): string =>
  archive?.motions[position - 1] ?? `motion-${position}`

/** Somebody of whom no more than the printed name is known. */
const voterOf = ({ person, organization, nameAsPrinted }: MeetingRecord['votes'][number]) =>
  person === null && organization === null ? { name: nameAsPrinted } : null
