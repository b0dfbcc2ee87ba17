import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { idOf } from '../schema/ids.js'
import { nestedRows } from '../schema/nested-rows.js'
import { byKey, byNumber } from '../schema/order.js'
import { spanOf } from '../schema/span.js'

/** The attendances of one meeting, in printed order. */
export const printedOrder = byNumber('attendances', 'position')

/** The attendances of one person: newest meeting first, undated last. */
export const newestOrder = byKey('attendances of meetings', 'sortKey')

export const AttendanceMode = builder.enumType('AttendanceMode', {
  description: 'How somebody attended, according to the list of those present.',
  values: described(enums.AttendanceMode, {
    PRESENT: 'In person, as far as the list says.',
    REMOTE: 'By telephone or video.',
    APOLOGIES: 'Excused or absent.',
    UNKNOWN: 'The list does not say.',
  }),
})

builder.prismaObject('Attendance', {
  description: 'One row of the list of those present. People who spoke without being listed have none.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Attendance')),
    meeting: t.relation('meeting', { description: 'The meeting that was attended.' }),
    person: t.relation('person', { description: 'Who attended.' }),
    position: t.exposeInt('position', { description: 'Its place in the list, from 1.' }),
    honorific: t.exposeString('honorific', {
      nullable: true,
      description: 'Mr., Prof. and the like, as printed; null if none is printed.',
    }),
    nameAsPrinted: t.exposeString('nameAsPrinted', { description: 'The name on this list, lines rejoined.' }),
    role: t.exposeString('role', {
      nullable: true,
      description: "The person's role at this meeting, as printed: chair, rapporteur; null if none is printed.",
    }),
    mode: t.expose('mode', { type: AttendanceMode, description: 'In person, remotely, or excused.' }),
    affiliations: t.field({
      type: ['Affiliation'],
      description: 'The titles and bodies that this row states: CURRENT, INCOMING, FORMER, then as printed.',
      select: (_args, _context, nested) => ({
        statements: {
          orderBy: [{ affiliation: { status: 'asc' } }, { position: 'asc' }],
          select: { affiliation: nested() },
        },
      }),
      ...nestedRows(),
    }),
    span: t.field(spanOf([], ['meeting', 'source'], 'The place of the row in the record.')),
  }),
})
