import type { ChangeSubject, MergeKind } from '../generated/prisma/enums.js'

/** The table of each kind, the column of Slug that leads to it, and its columns as merged beside those as read, by table. */
export const kinds = {
  PERSON: {
    table: 'Person',
    name: 'name',
    slugColumn: 'personId',
    columns: [
      ['Remark', 'speakerId', 'speakerReadId'],
      ['Attendance', 'personId', 'personReadId'],
      ['Mention', 'personId', 'personReadId'],
    ],
  },
  ORGANIZATION: {
    table: 'Organization',
    name: 'name',
    slugColumn: 'organizationId',
    columns: [
      ['Remark', 'partyId', 'partyReadId'],
      ['RemarkOnBehalfOf', 'organizationId', 'organizationReadId'],
    ],
  },
  THEME: {
    table: 'Theme',
    name: 'title',
    slugColumn: 'themeId',
    columns: [
      ['Paragraph', 'themeId', 'themeReadId'],
      ['Remark', 'themeId', 'themeReadId'],
    ],
  },
} as const satisfies Record<MergeKind & ChangeSubject, object>

/** What a curator does, why, and who does it: the name of the key. */
export interface Act {
  reason: string
  by: string
}
