import type { MeetingRecord } from '../record.js'

type Keyed = 'people' | 'organizations' | 'themes'
type Named = Readonly<Record<Keyed, ReadonlySet<string | null>>>

/** The keys that rows of a record refer to; what is only stated of people, or of bodies, names nobody. */
const namedIn = (record: MeetingRecord): Named => {
  const { attendances, remarks, mentions, votes, motions, actions, decisions, voteEvents, paragraphs } = record
  const parties = [
    ...motions.flatMap(({ movers, seconders }) => [...movers, ...seconders]),
    ...actions.flatMap(({ assignees }) => assignees),
  ]
  return {
    people: new Set([
      ...[...attendances, ...mentions, ...votes, ...parties].map(({ person }) => person),
      ...remarks.map(({ speaker }) => speaker),
    ]),
    organizations: new Set([
      ...[...votes, ...parties, ...record.affiliations].map(({ organization }) => organization),
      ...remarks.flatMap(({ party, onBehalfOf }) => [party, ...onBehalfOf]),
      ...record.organizations.map(({ parent }) => parent),
    ]),
    themes: new Set(
      [...paragraphs, ...remarks, ...decisions, ...motions, ...voteEvents, ...actions].map(({ theme }) => theme),
    ),
  }
}

/**
 * Without people, bodies and themes that rows named before and none does after, and without those that corrections added and nothing
 * names.
 */
export const withoutUnnamed = (before: MeetingRecord, after: MeetingRecord): MeetingRecord => {
  const were = namedIn(before)
  const kept = <Row extends { readonly key: string }>(list: Keyed, rows: readonly Row[], are: Named): Row[] => {
    const unnamed = new Set(before[list].flatMap(({ key }) => (were[list].has(key) ? [] : [key])))
    return rows.filter(({ key }) => are[list].has(key) || unnamed.has(key))
  }
  const { people: named, ...rest } = namedIn(after)
  const stated = after.affiliations.flatMap(({ person }) =>
    before.people.some(({ key }) => key === person) ? [] : person,
  )
  const people = kept('people', after.people, { ...rest, people: new Set([...named, ...stated]) })
  const keys = new Set(people.map(({ key }) => key))
  const affiliations = after.affiliations.filter(({ person }) => keys.has(person))
  const left = {
    ...after,
    people,
    themes: kept('themes', after.themes, namedIn(after)),
    affiliations: affiliations.map((row, i) => ({ ...row, position: i + 1 })),
  }
  return { ...left, organizations: kept('organizations', left.organizations, namedIn(left)) }
}
