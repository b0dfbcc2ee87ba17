import { nameKey } from '../people/name-keys.js'
import type { Pieces } from '../record.js'
import { common, startOf } from '../text/pieces.js'
import type { Correction, Somebody } from './correction.js'

/** Kinds that say what words are, or that they are what was read: of the same words only one can hold. */
const whose: readonly Correction['kind'][] = ['SPEAKER', 'NOBODY', 'NO_REMARK', 'RIGHT']

const isSamePerson = (one: Somebody, other: Somebody): boolean =>
  nameKey(one.person) === nameKey(other.person) || (one.ref !== undefined && one.ref === other.ref)

/**
 * Whether two corrections say something of the same, so that the later goes over the earlier.
 *
 * @param pieces where the words of `other` stand
 */
export const isOfTheSame = (one: Correction, other: Correction, pieces: Pieces): boolean => {
  const places = one.at === null ? false : common(one.at.pieces, pieces) > 0
  if (whose.includes(one.kind) && whose.includes(other.kind)) return places
  if (one.kind === 'SPLIT' && other.kind === 'SPLIT') return startOf(one.at.pieces) === startOf(pieces)
  if (one.kind === 'MEETING' && other.kind === 'MEETING')
    return Object.keys(one.facts).some((fact) => fact in other.facts)
  if (one.kind === 'PRESENT' && other.kind === 'PRESENT') return isSamePerson(one.person, other.person)
  if (one.kind === 'NAME' && other.kind === 'NAME') return isSamePerson(one.person, other.person)
  if (one.kind === 'POST' && other.kind === 'POST')
    return one.status === other.status && isSamePerson(one.person, other.person)
  return one.kind === other.kind && places
}
