import type { NameInText } from '../../identity/names-in-text.js'
import type { Cast } from '../../identity/within-meeting.js'
import type { MeetingRecord } from '../../record.js'
import { type Prose, proseSource } from '../../text/prose.js'
import type { Part } from './parts.js'
import type { Place } from './remarks.js'

/** Those whom a record names with an honorific, and who are neither listed nor heard. */
export const citedIn = (
  prose: Prose,
  names: readonly NameInText[],
  cast: Cast,
  speakers: ReadonlySet<string>,
  parts: readonly Part[],
  placeOf: (part: number) => Place | null,
): MeetingRecord['mentions'] => {
  const rows: MeetingRecord['mentions'] = []
  let part = 0
  for (const { person, printed, start, end } of names) {
    while ((parts[part]?.end ?? Number.POSITIVE_INFINITY) < start) part++
    const place = placeOf(part)
    if (person === null || place === null || speakers.has(person) || cast.byKey.get(person)?.isListed) continue
    const pieces = proseSource(prose, [start, end])
    if (pieces.length === 0) continue
    const position = rows.length + 1
    rows.push({ position, kind: 'CITED', nameAsPrinted: printed, person, paragraph: place.paragraph, pieces })
  }
  return rows
}
