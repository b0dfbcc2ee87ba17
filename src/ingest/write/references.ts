import type { MeetingRecord } from '@rapporteur/reader/record'
import { unusable } from '../../database/usable-text.js'
import { InvalidRecordError } from './errors.js'
import { outcomeLists } from './outcomes-in-order.js'

/** Ids by key or position; asking for one that the record does not have is its mistake, and says so. */
export interface Ids<Name> {
  of(name: Name): string
  maybe(name: Name | null): string | null
  all(): Iterable<string>
}

export function idsOf<Name extends string | number>(
  what: string,
  entries: Iterable<readonly [Name, string]>,
): Ids<Name> {
  const ids = new Map<Name, string>()
  for (const [name, id] of entries) {
    if (ids.has(name)) throw new InvalidRecordError(`The record has ${what} ${JSON.stringify(name)} twice.`)
    ids.set(name, id)
  }
  const of = (name: Name) => {
    const id = ids.get(name)
    if (!id)
      throw new InvalidRecordError(`The record refers to ${what} ${JSON.stringify(name)}, which it does not have.`)
    return id
  }
  return { of, maybe: (name) => (name === null ? null : of(name)), all: () => ids.values() }
}

/** Positions are the low 18 bits of a sort key. */
const largestPosition = 2 ** 18 - 1

/** @throws InvalidRecordError where the record has more rows in a list than a sort key can tell apart */
export function checkSize(record: MeetingRecord): void {
  for (const list of ['paragraphs', 'remarks', 'attendances', 'votes'] as const)
    for (const { position } of record[list])
      if (position > largestPosition)
        throw new InvalidRecordError(
          `The record has ${list} up to position ${position}; a meeting can have ${largestPosition}. Divide it by sittings.`,
        )
  const outcomes = outcomeLists.reduce((sum, list) => sum + record[list].length, 0)
  if (outcomes > largestPosition)
    throw new InvalidRecordError(
      `The record has ${outcomes} decisions, motions, votes and action items; a meeting can have ${largestPosition}. Divide it by sittings.`,
    )
}

/** @throws InvalidRecordError where a text in a value holds what Postgres cannot store; `name` says which value it is */
export function checkTexts(name: string, value: unknown): void {
  if (typeof value === 'string') {
    const at = value.search(unusable)
    if (at < 0) return
    const what = value[at] === '\0' ? 'a NUL character' : 'half of a surrogate pair'
    throw new InvalidRecordError(`${name} holds ${what} at offset ${at}, which a database cannot store.`)
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) checkTexts(`${name}.${key}`, part)
}
