import type { Pieces } from '../record.js'
import type { Line } from '../text/lines.js'
import type { Attendee } from './attendee.js'
import { bodiesAhead } from './body-column.js'
import { layoutOf } from './cells.js'
import { isSide } from './label.js'
import { attendeeEntries, attendeesOfSides } from './list.js'
import type { AttendeeRegion } from './region.js'
import { isRosterLine } from './rosters.js'
import { sideColumns } from './side-columns.js'
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
  const lists = regions.map((region) => {
    const own = lines.slice(region.from, region.to).filter((_, i) => !isFurniture(region.from + i))
    const sides = sideColumns(own)
    if (sides) return attendeesOfSides(source, sides.columns)
    const layout =
      own.slice(0, 2).every(isRosterLine) ||
      own.slice(0, 1).some(({ text }) => isSide(text)) ||
      bodiesAhead(own).size > 0
        ? 'list'
        : layoutOf(source, own)
    return layout === 'list' ? attendeeEntries(source, own) : attendeeTable(source, own, layout)
  })
  const headings = regions.flatMap((region) => region.headings.flatMap((i) => lines[i] ?? []))
  return {
    attendees: lists.flatMap((list) => list.attendees),
    headings: headings.map(({ start, end }) => [start, end]),
    furniture: lists.flatMap((list) => list.furniture),
    noise: lists.flatMap((list) => list.noise),
  }
}
