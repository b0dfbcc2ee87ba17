import type { ChangeSubject, MergeKind } from '../../generated/prisma/enums.js'

/**
 * What a record names and a curator can join: the table of each kind, how records name its rows, its folded name, the column
 * of Slug that leads to it, and the columns as merged beside those as read, by table.
 */
export const kinds = {
  PERSON: {
    table: 'Person',
    reading: 'PersonReading',
    readId: 'personReadId',
    key: 'nameKey',
    name: 'name',
    slugColumn: 'personId',
    columns: [
      ['Remark', 'speakerId', 'speakerReadId'],
      ['Attendance', 'personId', 'personReadId'],
      ['Mention', 'personId', 'personReadId'],
      ['OutcomeParty', 'personId', 'personReadId'],
      ['Vote', 'personId', 'personReadId'],
    ],
  },
  ORGANIZATION: {
    table: 'Organization',
    reading: 'OrganizationReading',
    readId: 'organizationReadId',
    key: 'nameKey',
    name: 'name',
    slugColumn: 'organizationId',
    columns: [
      ['Remark', 'partyId', 'partyReadId'],
      ['RemarkOnBehalfOf', 'organizationId', 'organizationReadId'],
      ['OutcomeParty', 'organizationId', 'organizationReadId'],
      ['Vote', 'organizationId', 'organizationReadId'],
    ],
  },
  THEME: {
    table: 'Theme',
    reading: 'ThemeReading',
    readId: 'themeReadId',
    key: 'sortTitle',
    name: 'title',
    slugColumn: 'themeId',
    columns: [
      ['Paragraph', 'themeId', 'themeReadId'],
      ['Remark', 'themeId', 'themeReadId'],
      ['Outcome', 'themeId', 'themeReadId'],
    ],
  },
} as const satisfies Record<MergeKind & ChangeSubject, object>
