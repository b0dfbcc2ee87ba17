import { normalForm, withoutHonorific } from './normal-form.js'

export interface Entity {
  key: string
  name: string
  namesAsPrinted?: string[] | undefined
}

/** Maps each reading's references to people or bodies to names that both readings share. */
export interface Identity {
  ofGold: (reference: string | null | undefined) => string | null
  ofRead: (reference: string | null | undefined) => string | null
  /** For a row of the list itself, in which two entities may have the same name. */
  goldEntity: (entity: Entity) => string
  readEntity: (entity: Entity) => string
}

/** Pairs the people of two readings one to one, so a second entry for the same person stays without a partner. */
export const samePeople = (gold: Entity[], read: Entity[]): Identity =>
  identity(gold, read, [sameName, samePrintedName, sameLoneName, calledAlike])

/** Pairs the bodies of two readings one to one. */
export const sameOrganizations = (gold: Entity[], read: Entity[]): Identity =>
  identity(gold, read, [sameName, (a, b) => (a.namesAsPrinted ?? []).some((name) => isNamed(b, name))])

type Same = (gold: Entity, read: Entity) => boolean

const isNamed = (entity: Entity, name: string) =>
  normalForm(name) !== null && normalForm(name) === normalForm(entity.name)

const sameName: Same = (gold, read) => isNamed(gold, read.name)

/** The same by another full printed name. "Mr. Arriaga" is not a full name and identifies nobody. */
const samePrintedName: Same = (gold, read) =>
  [gold.name, ...(gold.namesAsPrinted ?? [])]
    .map(withoutHonorific)
    .some((name) => name?.includes(' ') && (name === normalForm(read.name) || name === withoutHonorific(read.name)))

/** The same by a single name: the record gives only a family name or initials, without an honorific. */
const sameLoneName: Same = (gold, read) => {
  const name = withoutHonorific(read.name)
  return (
    name !== null && !name.includes(' ') && [gold.name, ...(gold.namesAsPrinted ?? [])].map(normalForm).includes(name)
  )
}

/** The gold knows somebody by initials or a single name only, which the reading has beside a full name. */
const calledAlike: Same = (gold, read) => {
  const name = normalForm(gold.name)
  return name !== null && !name.includes(' ') && (read.namesAsPrinted ?? []).map(normalForm).includes(name)
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

/** A number distinguishes gold entities with the same name. */
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

/** Resolves references, which are keys or names. */
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
