import { z } from 'zod'

/** The parts of a MeetingRecord that concern its people. */
export const PeopleOfRecord = z.object({
  people: z.array(z.object({ key: z.string(), name: z.string(), printedNames: z.array(z.string()) })),
  organizations: z.array(z.object({ key: z.string(), name: z.string() })),
  attendances: z.array(z.object({ person: z.string(), role: z.string().nullable(), mode: z.string() })),
  affiliations: z.array(
    z.object({
      person: z.string(),
      organization: z.string().nullable(),
      title: z.string().nullable(),
      status: z.enum(['CURRENT', 'INCOMING', 'FORMER']),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  remarks: z.array(z.object({ speaker: z.string().nullable() })),
})

/** A person that a record names, as read. */
export interface PersonRead {
  readonly name: string
  readonly printedNames: readonly string[]
  /** Whether a list of attendees names the person. */
  readonly listed: boolean
  readonly remarks: number
  readonly affiliations: readonly {
    readonly organization: string | null
    readonly title: string | null
    readonly status: 'CURRENT' | 'INCOMING' | 'FORMER'
    readonly from: string | null
    readonly to: string | null
  }[]
}

/** What a person is, one text for each affiliation, as in "Director, Port Authority (former)". */
export const postsOf = ({ affiliations }: PersonRead): string[] =>
  affiliations
    .map(({ title, organization, status }) => {
      const post = [title, organization].filter((part) => part !== null).join(', ')
      return status === 'CURRENT' || post === '' ? post : `${post} (${status.toLowerCase()})`
    })
    .filter((post) => post !== '')

/** The people of a record, in its own order. */
export function peopleRead(record: z.infer<typeof PeopleOfRecord>): PersonRead[] {
  const bodies = new Map(record.organizations.map(({ key, name }) => [key, name]))
  const listed = new Set(record.attendances.map(({ person }) => person))
  return record.people.map(({ key, name, printedNames }) => ({
    name,
    printedNames,
    listed: listed.has(key),
    remarks: record.remarks.filter(({ speaker }) => speaker === key).length,
    affiliations: record.affiliations
      .filter(({ person }) => person === key)
      .map(({ organization, title, status, from, to }) => ({
        organization: organization === null ? null : (bodies.get(organization) ?? null),
        title,
        status,
        from,
        to,
      })),
  }))
}
