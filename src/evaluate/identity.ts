import { normalForm, withoutHonorific } from './normal-form.js'

export interface Entity {
  key: string
  name: string
  namesAsPrinted?: string[] | undefined
}

/** Turns what one reading calls a person or body into a name that both readings share. */
export interface Identity {
  ofGold: (reference: string | null | undefined) => string | null
  ofRead: (reference: string | null | undefined) => string | null
  /** For a row of the list itself, where two may bear one name. */
  goldEntity: (entity: Entity) => string
  readEntity: (entity: Entity) => string
}

/** Pairs the people of two readings, one to one. A second entry for the same person therefore has no partner. */
export const samePeople = (gold: Entity[], read: Entity[]): Identity =>
  identity(gold, read, [sameName, samePrintedName, sameLoneName])

/** Pairs the bodies of two readings, one to one. */
export const sameOrganizations = (gold: Entity[], read: Entity[]): Identity =>
  identity(gold, read, [sameName, (a, b) => (a.namesAsPrinted ?? []).some((name) => isNamed(b, name))])

type Same = (gold: Entity, read: Entity) => boolean

const isNamed = (entity: Entity, name: string) =>
  normalForm(name) !== null && normalForm(name) === normalForm(entity.name)

const sameName: Same = (gold, read) => isNamed(gold, read.name)

/** By another full printed name. "Mr. Arriaga" is no full name, and identifies nobody. */
const samePrintedName: Same = (gold, read) =>
  [gold.name, ...(gold.namesAsPrinted ?? [])]
    .map(withoutHonorific)
    .some((name) => name?.includes(' ') && (name === normalForm(read.name) || name === withoutHonorific(read.name)))

/** Where the record has no more of a person than a family name or initials, and prints them without an honorific. */
const sameLoneName: Same = (gold, read) => {
  const name = withoutHonorific(read.name)
  return (
    name !== null && !name.includes(' ') && [gold.name, ...(gold.namesAsPrinted ?? [])].map(normalForm).includes(name)
  )
}

function partners(gold: Entity[], read: Entity[], rules: Same[]): Map<Entity, Entity> {
  const partner = new Map<Entity, Entity>()
  const taken = new Set<Entity>()
  for (const same of rules) {
    for (const entity of read) {
      const found = partner.has(entity) ? undefined : gold.find((one) => !taken.has(one) && same(one, entity))
      if (!found) continue
      partner.set(entity, found)
      taken.add(found)
    }
  }
  return partner
}

/** Two gold entities with one name stay two: a count tells them apart. */
function distinctNames(gold: Entity[]): Map<Entity, string> {
  const seen = new Map<string | null, number>()
  return new Map(
    gold.map((entity) => {
      const name = normalForm(entity.name)
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      return [entity, count === 1 ? `${name}` : `${name} #${count}`]
    }),
  )
}

function identity(gold: Entity[], read: Entity[], rules: Same[]): Identity {
  const partner = partners(gold, read, rules)
  const names = distinctNames(gold)
  const goldEntity = (entity: Entity) => names.get(entity) ?? `${normalForm(entity.name)}`
  const readEntity = (entity: Entity) => {
    const found = partner.get(entity)
    return found ? goldEntity(found) : `unmatched: ${normalForm(entity.name)}`
  }
  return {
    ofGold: lookup(gold, goldEntity),
    ofRead: lookup(read, readEntity),
    goldEntity,
    readEntity,
  }
}

/** References are keys; a name is as good. */
export function lookup(entities: Entity[], identify: (entity: Entity) => string) {
  const byKey = new Map<string, Entity>()
  const byName = new Map<string | null, Entity>()
  for (const entity of entities) {
    if (!byKey.has(entity.key)) byKey.set(entity.key, entity)
    for (const name of [entity.name, ...(entity.namesAsPrinted ?? [])].map(normalForm)) {
      if (name !== null && !byName.has(name)) byName.set(name, entity)
    }
  }
  return (reference: string | null | undefined): string | null => {
    if (reference === null || reference === undefined) return null
    const entity = byKey.get(reference) ?? byName.get(normalForm(reference))
    return entity ? identify(entity) : `undeclared: ${normalForm(reference)}`
  }
}
