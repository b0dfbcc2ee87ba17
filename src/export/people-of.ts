import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { MeetingRecord } from '../ingest/record.js'

type Row = { id: string; slug: string; mergedInto: string | null }

/** What is shown of people and bodies of a record. */
export interface Cast {
  /** Name and slug of a person, as merged. */
  person(key: string): { name: string; slug: string }
  organization(key: string): { name: string; slug: string }
  /** Bodies for which a person stood at the meeting, as the record states it. */
  bodiesOf(person: string): string[]
}

/** People and bodies by their keys: as merged where the archive says so. Without an archive the key stands for the slug. */
export function castOf({ record, archive }: Pick<MeetingEnvelope, 'record' | 'archive'>): Cast {
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

/** Who is said to have said a remark: a person, a body, a role, or nobody. */
export function speakerName(
  { speaker, party, speakerRole }: MeetingRecord['remarks'][number],
  cast: Cast,
): string | null {
  if (speaker !== null) return cast.person(speaker).name
  if (speakerRole !== null) return party === null ? speakerRole : `${speakerRole} (${cast.organization(party).name})`
  return party === null ? null : cast.organization(party).name
}

/** A name as it is printed in a list of those present, behind its honorific. */
export const printedName = ({
  honorific,
  nameAsPrinted,
}: Pick<MeetingRecord['attendances'][number], 'honorific' | 'nameAsPrinted'>): string =>
  honorific === null || nameAsPrinted.startsWith(honorific) ? nameAsPrinted : `${honorific} ${nameAsPrinted}`
