import { category, key, type Readings, type Side } from './category.js'
import type { Speaker } from './gold.js'
import { normalForm, roleName, withoutHonorific } from './normal-form.js'

type Row = { paragraph?: string | number | null | undefined }

/** Printed paragraph numbers are compared only if the gold states any. */
const numberIn = (rows: Row[] | undefined) => {
  const stated = (rows ?? []).some(({ paragraph }) => paragraph !== null && paragraph !== undefined)
  return ({ paragraph }: Row) => (stated ? normalForm(paragraph) : null)
}

const personOf = ({ people }: Readings, side: Side) => (side === 'gold' ? people.ofGold : people.ofRead)

const bodyOf = ({ organizations }: Readings, side: Side) =>
  side === 'gold' ? organizations.ofGold : organizations.ofRead

/** The speaker as one string: a person, a party, a role (possibly of a body), or nobody named. */
export function speakerKey(readings: Readings, row: Speaker, side: Side): string {
  if (row.person) return `person: ${personOf(readings, side)(row.person)}`
  const body = bodyOf(readings, side)(row.party)
  if (row.role) return `role: ${roleName(row.role)}${body === null ? '' : ` of ${body}`}`
  return body === null ? 'anonymous' : `party: ${body}`
}

const speakerLabel = ({ person, role, party }: Speaker) =>
  person ?? ([role, party].filter(Boolean).join(' of ') || 'nobody named')

export function attributions(readings: Readings) {
  const { gold, read } = readings
  const number = numberIn(gold.attributions)
  return category('attributions', 'key', { gold: gold.attributions, read: read.attributions }, (row, side) => ({
    keys: [key(number(row), personOf(readings, side)(row.person), normalForm(row.scope))],
    label: `paragraph ${row.paragraph}: ${row.person}${row.scope ? ` (${row.scope})` : ''}`,
  }))
}

export function remarks(readings: Readings, list: 'statements' | 'responses') {
  const lists = { gold: readings.gold[list], read: readings.read[list] }
  const number = numberIn(lists.gold)
  return category<Remark>(list, 'span', lists, (row, side) => ({
    keys: [key(number(row), speakerKey(readings, row, side))],
    label: speakerLabel(row),
    order: row.order ?? row.start,
    span: row,
    words: {
      asPrinted: row.asPrinted ? [row.asPrinted] : undefined,
      onBehalfOf: row.onBehalfOf?.map((body) => bodyOf(readings, side)(body) ?? ''),
      acts: row.acts,
    },
  }))
}

type Remark = NonNullable<Readings['gold']['responses']>[number]

export function unattributed({ gold, read }: Readings) {
  const number = numberIn(gold.unattributed)
  return category('unattributed', 'span', { gold: gold.unattributed, read: read.unattributed }, (row) => ({
    keys: [key(number(row), normalForm(row.kind))],
    label: row.kind,
    span: row,
  }))
}

export const mentions = ({ gold, read }: Readings) =>
  category('mentions', 'span', { gold: gold.mentions, read: read.mentions }, (row) => ({
    keys: [key(normalForm(row.kind), withoutHonorific(row.nameAsPrinted))],
    label: `${row.nameAsPrinted} (${row.kind})`,
    span: row,
  }))
