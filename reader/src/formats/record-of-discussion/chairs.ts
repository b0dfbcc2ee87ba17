import type { NameInText } from '../../identity/names-in-text.js'
import { newChair } from '../../narrative/chair.js'
import type { Prose } from '../../text/prose.js'
import type { Part } from './parts.js'
import { sentencesIn } from './ways.js'

/** Somebody takes the chair: from that offset of the prose on, "the Chair" is that person. */
export interface ChairTaken {
  readonly at: number
  readonly person: string
}

/** Who takes the chair in a record, in order. */
export const chairsIn = (
  prose: Prose,
  parts: readonly Part[],
  names: ReadonlyMap<number, NameInText>,
  language: string,
): ChairTaken[] => {
  if (!/\b(?:chair(?:man(?:ship)?|person|woman)?|presidency|presided)\b/i.test(prose.text)) return []
  const all = [...names.values()].sort((a, b) => a.start - b.start)
  let next = 0
  return parts
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap((part) =>
      sentencesIn({ prose, language }, part).flatMap(([start, end]) => {
        while ((all[next]?.start ?? end) < start) next++
        const first = next
        while ((all[next]?.end ?? end + 1) <= end) next++
        const person = newChair(prose.text, all.slice(first, next))
        return person === null ? [] : [{ at: start, person }]
      }),
    )
}
