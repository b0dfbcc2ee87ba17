import type { Pieces } from '../../../record.js'
import type { Line } from '../../../text/lines.js'
import type { Attendee } from './attendee.js'
import { layoutOf } from './cells.js'
import { attendeeEntries } from './list.js'
import type { AttendeeRegion } from './region.js'
import { attendeeTable } from './table.js'

export interface ListsOfThosePresent {
  readonly attendees: Attendee[]
  readonly headings: Pieces
  readonly furniture: Pieces
  readonly noise: Pieces
}

/** Reads every list of those present, in the order of the record. */
export const readAttendees = (
  source: string,
  lines: readonly Line[],
  regions: readonly AttendeeRegion[],
  isFurniture: (i: number) => boolean,
): ListsOfThosePresent => {
  const result: ListsOfThosePresent = { attendees: [], headings: [], furniture: [], noise: [] }
  for (const region of regions) {
    for (const i of region.headings) {
      const line = lines[i]
      if (line) result.headings.push([line.start, line.end])
    }
    const own = lines.slice(region.from, region.to).filter((_, i) => !isFurniture(region.from + i))
    const layout = layoutOf(source, own)
    const list = layout === 'list' ? attendeeEntries(source, own) : attendeeTable(source, own, layout)
    result.attendees.push(...list.attendees)
    result.furniture.push(...list.furniture)
    result.noise.push(...list.noise)
  }
  return result
}
