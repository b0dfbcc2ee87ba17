import type { ArchivePart, MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { nameLookup, speakerName } from './people-of.js'
import { motionsOf, voteEventsOf } from './popolo-votes.js'

type Named = 'people' | 'organizations'

/** Maps the record's keys to ids, following merges; without an archive part, keys serve as ids. */
function idsOf(list: Named, archive: ArchivePart | undefined): (key: string) => string {
  const rows = new Map(archive?.[list].map((row) => [row.id, row]))
  const byKey = new Map(archive?.[list].flatMap((row) => (row.key === null ? [] : [[row.key, row]])))
  return (key) => {
    let row = byKey.get(key)
    while (row?.mergedInto) row = rows.get(row.mergedInto)
    return row?.id ?? key
  }
}

/** Removes fields that are null or an empty list. */
const withoutEmpty = <Row extends object>(row: Row) =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  )

const uniqueById = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
]

/**
 * A meeting in Popolo's vocabulary (popoloproject.com, 1.0): people, organizations and memberships as its record states them, the
 * event, its speeches, motions and votes. A remark made jointly becomes one speech for each speaker.
 */
export function popoloOf(envelope: MeetingEnvelope): string {
  const { record, archive } = envelope
  const names = nameLookup(envelope)
  const person = idsOf('people', archive)
  const organization = idsOf('organizations', archive)
  const event = archive?.meeting.id ?? 'meeting'
  const otherNames = (names: readonly string[], name: string) =>
    names.filter((other) => other !== name).map((other) => ({ name: other }))
  return JSON.stringify({
    persons: uniqueById(
      record.people.map(({ key, sortName, printedNames }) => {
        const { name } = names.person(key)
        return { id: person(key), name, sort_name: sortName, other_names: otherNames(printedNames, name) }
      }),
    ).map(withoutEmpty),
    organizations: uniqueById(
      record.organizations.map(({ key, aliases, parent }) => {
        const { name } = names.organization(key)
        const parentId = parent === null ? null : organization(parent)
        return { id: organization(key), name, other_names: otherNames(aliases, name), parent_id: parentId }
      }),
    ).map(withoutEmpty),
    memberships: record.affiliations.map((row, i) =>
      withoutEmpty({
        id: archive?.affiliations[i]?.id ?? `membership-${row.position}`,
        label: row.note,
        role: row.title,
        person_id: person(row.person),
        organization_id: row.organization === null ? null : organization(row.organization),
        start_date: row.from,
        end_date: row.to ?? (row.status === 'FORMER' ? record.meeting.date : null),
      }),
    ),
    events: [eventOf(envelope, event, person)],
    speeches: speechesOf(envelope, { event, person, organization }),
    motions: motionsOf(envelope, { event, person, organization }).map(withoutEmpty),
    vote_events: voteEventsOf(envelope, { event, person, organization }).map(({ votes, ...row }) =>
      withoutEmpty({ ...row, votes: votes.map(withoutEmpty) }),
    ),
  })
}

/** Popolo takes a time only with its zone, which records do not print; the times are in the description. */
function eventOf({ record }: MeetingEnvelope, id: string, person: (key: string) => string) {
  const { title, date, endDate, startTime, endTime, venue } = record.meeting
  const times = [startTime, endTime].filter((time) => time !== null)
  return withoutEmpty({
    id,
    name: title,
    description: times.length === 0 ? null : `${times.join('–')}, local time`,
    classification: 'meeting',
    start_date: date,
    end_date: endDate ?? date,
    location: venue,
    attendees: record.attendances.filter(({ mode }) => mode !== 'APOLOGIES').map((row) => ({ id: person(row.person) })),
  })
}

interface Ids {
  event: string
  person: (key: string) => string
  organization: (key: string) => string
}

function speechesOf(envelope: MeetingEnvelope, ids: Ids) {
  const { record, archive } = envelope
  const names = nameLookup(envelope)
  const words = new Map(record.utterances.map(({ position, text }) => [position, text]))
  const themes = new Map(record.themes.map(({ key, title }) => [key, title]))
  const creator = ({ speaker, party }: (typeof record.remarks)[number]) =>
    speaker !== null ? ids.person(speaker) : party === null ? null : ids.organization(party)
  return record.remarks.map((row, i) =>
    withoutEmpty({
      id: archive?.remarks[i] ?? `speech-${row.position}`,
      type: row.kind === 'RESPONSE' ? 'answer' : 'speech',
      position: row.position,
      event_id: ids.event,
      title: row.theme === null ? null : (themes.get(row.theme) ?? null),
      creator_id: creator(row),
      role: row.speakerRole,
      attribution_text: row.speakerAsPrinted ?? speakerName(row, names),
      text: words.get(row.utterance) ?? '',
    }),
  )
}
