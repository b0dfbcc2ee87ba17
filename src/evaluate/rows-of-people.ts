import { category, key, type Readings } from './category.js'
import type { Gold } from './gold.js'
import { lookup } from './identity.js'
import { honorificName, jobTitle, normalForm, roleName, withoutHonorific } from './normal-form.js'

/** Cited people are scored only if the gold lists some, or lists mentions. */
export function persons({ gold, read, people }: Readings) {
  const cited = gold.mentions !== undefined || (gold.persons ?? []).some(({ kind }) => kind === 'CITED')
  const counted = read.persons?.filter(({ kind }) => cited || kind !== 'CITED')
  return category('persons', 'key', { gold: gold.persons, read: counted }, (row, side) => ({
    keys: [key(side === 'gold' ? people.goldEntity(row) : people.readEntity(row), normalForm(row.kind))],
    label: row.kind ? `${row.name} (${row.kind})` : row.name,
    words: { namesAsPrinted: row.namesAsPrinted },
  }))
}

/** Bodies that only an accepted alternative names: a reading may have them or not. */
function optionalBodies({ organizations, affiliations: rows }: Gold): Set<string | null> {
  const stated = new Set((organizations ?? []).map(({ name }) => normalForm(name)))
  const named = (rows ?? []).flatMap(({ alternatives }) =>
    (alternatives ?? []).map(({ organization }) => normalForm(organization)),
  )
  return new Set(named.filter((name) => name !== null && !stated.has(name)))
}

export function bodies({ gold, read, organizations }: Readings) {
  const optional = optionalBodies(gold)
  const counted = read.organizations?.filter(({ name }) => !optional.has(normalForm(name)))
  return category('organizations', 'key', { gold: gold.organizations, read: counted }, (row, side) => ({
    keys: [side === 'gold' ? organizations.goldEntity(row) : organizations.readEntity(row)],
    label: row.name,
  }))
}

/** Roles and modes of attendance are compared only if the gold states any. */
export function attendances({ gold, read, people }: Readings) {
  const rows = gold.attendances ?? []
  const roles = rows.some(({ role }) => role !== undefined)
  const modes = rows.some(({ mode }) => mode !== undefined)
  return category('attendances', 'order', { gold: gold.attendances, read: read.attendances }, (row, side) => ({
    keys: [
      key(
        side === 'gold' ? people.ofGold(row.person) : people.ofRead(row.person),
        honorificName(row.honorific),
        withoutHonorific(row.nameAsPrinted),
        roles ? roleName(row.role) : null,
        modes ? normalForm(row.mode) : null,
      ),
    ],
    order: row.order,
    label: [row.nameAsPrinted, row.role, row.mode].filter(Boolean).join(', '),
  }))
}

export function affiliations({ gold, read, people, organizations }: Readings) {
  const bodyOf = { gold: goldBody(gold, organizations), read: readBody(gold, read, organizations) }
  const personOf = { gold: people.ofGold, read: people.ofRead }
  return category(
    'affiliations',
    'key',
    { gold: gold.affiliations, read: read.affiliations },
    ({ alternatives, ...row }, side) => ({
      keys: [row, ...(alternatives ?? []).map((other) => ({ ...row, ...other }))].map((one) =>
        key(personOf[side](one.person), jobTitle(one.title), bodyOf[side](one.organization), normalForm(one.status)),
      ),
      label: `${row.person}: ${[row.title, row.organization, row.status].filter(Boolean).join(', ')}`,
    }),
  )
}

type BodyOf = (reference: string | null | undefined) => string | null

function goldBody(gold: Gold, organizations: Readings['organizations']): BodyOf {
  const optional = optionalBodies(gold)
  return (reference) =>
    optional.has(normalForm(reference)) ? `optional: ${normalForm(reference)}` : organizations.ofGold(reference)
}

function readBody(gold: Gold, read: Gold, organizations: Readings['organizations']): BodyOf {
  const optional = optionalBodies(gold)
  const nameOf = lookup(read.organizations ?? [], ({ name }) => normalForm(name) ?? '')
  return (reference) => {
    const name = nameOf(reference)?.replace(/^undeclared: /, '') ?? null
    return optional.has(name) ? `optional: ${name}` : organizations.ofRead(reference)
  }
}
