import type { MeetingRecord } from '@rapporteur/reader/record'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'

type Row = { id: string; slug: string; mergedInto: string | null }

/** Looks up the people and bodies of a record by their keys, to show them. */
export interface NameLookup {
  /** The name and slug of a person, as merged. */
  person(key: string): { name: string; slug: string }
  organization(key: string): { name: string; slug: string }
  /** The keys of the bodies to which the record states a current affiliation of the person. */
  bodiesOf(person: string): string[]
}

/** The lookup for an envelope, which follows merges. If the envelope has no archive part, keys serve as slugs. */
export function nameLookup({ record, archive }: Pick<MeetingEnvelope, 'record' | 'archive'>): NameLookup {
  const people = merged(record.people, archive?.people ?? [])
  const organizations = merged(record.organizations, archive?.organizations ?? [])
  const bodies = new Map<string, string[]>()
  for (const { person, organization, status } of [...record.affiliations].sort(byPosition)) {
    const known = bodies.get(person) ?? []
    if (status === 'CURRENT' && organization !== null && !known.includes(organization))
      bodies.set(person, [...known, organization])
  }
  const of = (named: ReadonlyMap<string, { name: string; slug: string }>) => (key: string) =>
    named.get(key) ?? { name: key, slug: key }
  return { person: of(people), organization: of(organizations), bodiesOf: (person) => bodies.get(person) ?? [] }
}

const byPosition = (one: { position: number }, other: { position: number }) => one.position - other.position

function merged(
  named: readonly { key: string; name: string }[],
  rows: readonly (Row & { key: string | null; name: string })[],
): Map<string, { name: string; slug: string }> {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const byKey = new Map(rows.flatMap((row) => (row.key === null ? [] : [[row.key, row] as const])))
  return new Map(
    named.map(({ key, name }) => {
      let row = byKey.get(key)
      while (row?.mergedInto) row = byId.get(row.mergedInto)
      return [key, { name: row?.name ?? name, slug: row?.slug ?? key }]
    }),
  )
}

/** The name of a remark's speaker, which is a person, a body or a role; null if it has none. */
export function speakerName(
  { speaker, party, speakerRole }: MeetingRecord['remarks'][number],
  names: NameLookup,
): string | null {
  if (speaker !== null) return names.person(speaker).name
  if (speakerRole !== null) return party === null ? speakerRole : `${speakerRole} (${names.organization(party).name})`
  return party === null ? null : names.organization(party).name
}

/** A name as printed in a list of attendees, with its honorific. */
export const printedName = ({
  honorific,
  nameAsPrinted,
}: Pick<MeetingRecord['attendances'][number], 'honorific' | 'nameAsPrinted'>): string =>
  honorific === null || nameAsPrinted.startsWith(honorific) ? nameAsPrinted : `${honorific} ${nameAsPrinted}`
