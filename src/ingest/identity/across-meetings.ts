import { bestFirst } from '@rapporteur/reader/people/best-first'
import { couldBeSame, differInInitial, isFullName } from '@rapporteur/reader/people/name-keys'
import { featuresOf, similarity } from '@rapporteur/reader/people/similarity'

/** A person as one record names them. */
export interface NamedPerson {
  key: string
  name: string
  nameKey: string
  looseKey: string
  printedNames: readonly string[]
  /** Ids, as merged, of the organizations that this record gives an affiliation with. */
  organizations: readonly string[]
}

/** A person under a name that the stored reading of the same meeting gives: as read, or as corrected. */
export interface OwnPerson extends Omit<NamedPerson, 'key'> {
  id: string
  /** Whether another meeting names this person too, or a merge holds it. */
  shared: boolean
}

/** A person of other meetings, under one of the names that these print. */
export interface KnownPerson {
  id: string
  /** The person that this one is merged into in the end. */
  root: string
  nameKey: string
  looseKey: string
  /** Series in which the person goes by this name. */
  series: readonly string[]
  /** Ids, as merged, of all organizations that the person has an affiliation with. */
  organizations: readonly string[]
  /** No record in force names the person: one to match, and never a doubt. */
  isKept: boolean
}

/** Who is who: the id of each person that is known; those without one are new. */
export interface PeopleMatch {
  ids: Map<string, string>
  doubts: { key: string; others: string[] }[]
}

/** How alike two names of an unshared person have to be for one to be the other, mended. */
const mended = 0.75
/** More candidates than this help nobody. */
const mostCandidates = 10

const overlap = (one: readonly string[], other: readonly string[]) => one.some((item) => other.includes(item))

/**
 * Matches the people of a record, one to one, with those of the meeting's stored reading, then with those of other meetings:
 * the same full name in the same series, or with the same organization, is the same person. "No series" (null) never equals
 * another. Whatever is weaker, or fits two, is a doubt.
 *
 * @param given who is known already
 */
export function matchPeople(
  named: readonly NamedPerson[],
  own: readonly OwnPerson[],
  known: readonly KnownPerson[],
  series: string | null,
  given: ReadonlyMap<string, string> = new Map(),
): PeopleMatch {
  const ids = new Map(given)
  const unmatched = () => named.filter(({ key }) => !ids.has(key))
  const untaken = <Person extends { id: string }>(people: readonly Person[]) => {
    const taken = new Set(ids.values())
    return people.filter(({ id }) => !taken.has(id))
  }
  const add = (found: Iterable<[string, string]>) => {
    const taken = new Set(ids.values())
    for (const [key, id] of found) {
      if (taken.has(id)) continue // by another of its names
      ids.set(key, id)
      taken.add(id)
    }
  }
  add(pairSameNames(unmatched(), untaken(own)))
  add(pairKnown(unmatched(), untaken(known), series))
  add(
    pairMended(
      unmatched(),
      untaken(own).filter(({ shared }) => !shared),
    ),
  )
  return { ids, doubts: doubtsOf(named, known, series, ids) }
}

/** The same name in the same meeting; of several, those with a common organization first. */
function pairSameNames(named: readonly NamedPerson[], own: readonly OwnPerson[]): [string, string][] {
  const byName = groupBy(
    own.map((person, at) => ({ person, at })),
    ({ person }) => person.nameKey,
  )
  const candidates = named.flatMap(({ nameKey, organizations }, after) =>
    (byName.get(nameKey) ?? []).map(({ person, at }) => ({
      after,
      before: at,
      score: Number(overlap(organizations, person.organizations)),
    })),
  )
  return [...bestFirst(candidates)].map(([n, o]) => [named[n]?.key ?? '', own[o]?.id ?? ''])
}

/** People whom nothing else names, whose name was printed otherwise in the earlier copy. */
function pairMended(named: readonly NamedPerson[], own: readonly OwnPerson[]): [string, string][] {
  const features = own.map(({ name }) => featuresOf(name))
  const candidates = named.flatMap((person, after) => {
    const mine = featuresOf(person.name)
    return own.map((other, before) => {
      const same = overlap(person.printedNames, other.printedNames) || person.looseKey === other.looseKey
      const likeness = features[before]
      return { after, before, score: same ? 1 : likeness ? similarity(mine, likeness) : 0 }
    })
  })
  const likely = candidates.filter(({ score }) => score >= mended)
  return [...bestFirst(likely)].map(([n, o]) => [named[n]?.key ?? '', own[o]?.id ?? ''])
}

/** People of other meetings who are the same by the rule, where just one is. */
function pairKnown(
  named: readonly NamedPerson[],
  known: readonly KnownPerson[],
  series: string | null,
): [string, string][] {
  const namesakes = groupBy(named, ({ nameKey }) => nameKey)
  const byName = groupBy(known, ({ nameKey }) => nameKey)
  const taken = new Set<string>()
  return named.flatMap((person): [string, string][] => {
    if (!isFullName(person.nameKey)) return []
    const sameNames = byName.get(person.nameKey) ?? []
    const sameBody = sameNames.filter((other) => overlap(person.organizations, other.organizations))
    const sameSeries = sameNames.filter((other) => series !== null && other.series.includes(series))
    const alone = namesakes.get(person.nameKey)?.length === 1 // of two in one record the name alone cannot tell
    const fits = alone ? [...sameBody, ...sameSeries] : sameBody
    const id = onlyOne(fits) ?? onlyOne(sameBody.filter((other) => sameSeries.includes(other)))
    if (!id || taken.has(id)) return []
    taken.add(id)
    return [[person.key, id]]
  })
}

/** The one person that all of these are in the end, by the oldest of their ids; undefined for none and for several. */
function onlyOne(people: readonly KnownPerson[]): string | undefined {
  const [id] = people.map((person) => person.id).sort()
  return new Set(people.map(({ root }) => root)).size === 1 ? id : undefined
}

/** For each person, those of other meetings who could be the same and are not known to be, or not to be. */
function doubtsOf(
  named: readonly NamedPerson[],
  known: readonly KnownPerson[],
  series: string | null,
  ids: ReadonlyMap<string, string>,
): PeopleMatch['doubts'] {
  const rootOf = new Map(known.map(({ id, root }) => [id, root]))
  const here = new Set([...ids.values()].map((id) => rootOf.get(id) ?? id)) // the record itself tells these apart
  const possible = known.filter(({ isKept }) => !isKept)
  const byLooseKey = groupBy(possible, (person) => person.looseKey)
  const byFamily = groupBy(possible, ({ nameKey }) => familyOf(nameKey))
  return named.flatMap((person) => {
    const near = ({ series: theirs, organizations }: KnownPerson) =>
      (series !== null && theirs.includes(series)) || overlap(person.organizations, organizations)
    const sameWords = (byLooseKey.get(person.looseKey) ?? []).filter(
      (other) => isFullName(person.nameKey) || near(other),
    )
    const sameInitial = (byFamily.get(familyOf(person.nameKey)) ?? []).filter(
      (other) => differInInitial(person.nameKey, other.nameKey) && near(other),
    )
    const others = [...sameWords, ...sameInitial]
      .filter((other) => !here.has(other.root) && couldBeSame(person.nameKey, other.nameKey))
      .map(({ root }) => root)
    return others.length > 0 ? [{ key: person.key, others: [...new Set(others)].sort().slice(0, mostCandidates) }] : []
  })
}

const familyOf = (nameKey: string): string => nameKey.slice(nameKey.lastIndexOf(' ') + 1)

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
