import type * as enums from '../../generated/prisma/enums.js'

/** The enums of the schema, by their names. */
type Enums = { [Name in keyof typeof enums]: (typeof enums)[Name][keyof (typeof enums)[Name]] }

/** The types of columns as Postgres names them, and what stands for a value of each in JSON. */
interface ColumnTypes extends Enums {
  uuid: string
  int: number
  bigint: string
  text: string
  boolean: boolean
  date: string
  'int[]': number[]
  'text[]': string[]
}

type ColumnType = keyof ColumnTypes | `${keyof ColumnTypes}?`
type Value<Type> = Type extends `${infer Present extends keyof ColumnTypes}?`
  ? ColumnTypes[Present] | null
  : Type extends keyof ColumnTypes
    ? ColumnTypes[Type]
    : never

/** A table as the writer fills it: its key and the columns that a reading states. Columns that are derived are not here. */
export interface Table {
  readonly name: string
  readonly key: readonly string[]
  /** Type of each column; `?` behind it where it may be null. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /** Derived columns that a new row starts with; later only what derives them changes them. */
  readonly initial?: readonly string[]
}

export type Row<T extends Table> = { [Column in keyof T['columns']]: Value<T['columns'][Column]> }

/** A table whose key is its id. */
const idTable = <const Columns extends Record<string, ColumnType>>(name: string, columns: Columns) => ({
  name,
  key: ['id'] as const,
  columns: { id: 'uuid', ...columns } as const,
})

/** A table of rows that stand in an order in a meeting. */
const meetingTable = <const Columns extends Record<string, ColumnType>>(name: string, columns: Columns) =>
  idTable(name, { meetingId: 'uuid', position: 'int', ...columns })

/** Columns for who voted, moved or is to act: a person or a body, as merged and as read. */
const voter = {
  personId: 'uuid?',
  personReadId: 'uuid?',
  organizationId: 'uuid?',
  organizationReadId: 'uuid?',
} as const

/** A table of what only one kind of outcome has. */
const outcomeTable = <const Columns extends Record<string, ColumnType>>(name: string, columns: Columns) => ({
  name,
  key: ['outcomeId'] as const,
  columns: { outcomeId: 'uuid', ...columns } as const,
})

export const tables = {
  Series: idTable('Series', { slug: 'text', title: 'text' }),
  Slug: {
    name: 'Slug',
    key: ['kind', 'text'],
    columns: {
      kind: 'SlugKind',
      text: 'text',
      ownerId: 'uuid',
      seriesId: 'uuid?',
      meetingId: 'uuid?',
      personId: 'uuid?',
      organizationId: 'uuid?',
      themeId: 'uuid?',
    },
  },
  Person: idTable('Person', { slug: 'text', name: 'text', sortName: 'text', nameKey: 'text', printedNames: 'text[]' }),
  Organization: idTable('Organization', {
    slug: 'text',
    name: 'text',
    sortName: 'text',
    nameKey: 'text',
    aliases: 'text[]',
  }),
  Theme: idTable('Theme', { slug: 'text', title: 'text', sortTitle: 'text', seriesId: 'uuid?' }),
  PersonReading: {
    name: 'PersonReading',
    key: ['meetingId', 'personReadId'],
    columns: {
      meetingId: 'uuid',
      personReadId: 'uuid',
      position: 'int',
      name: 'text',
      sortName: 'text',
      nameKey: 'text',
      looseKey: 'text',
      printedNames: 'text[]',
    },
  },
  OrganizationReading: {
    name: 'OrganizationReading',
    key: ['meetingId', 'organizationReadId'],
    columns: {
      meetingId: 'uuid',
      organizationReadId: 'uuid',
      position: 'int',
      name: 'text',
      aliases: 'text[]',
      parentReadId: 'uuid?',
    },
  },
  ThemeReading: {
    name: 'ThemeReading',
    key: ['meetingId', 'themeReadId'],
    columns: { meetingId: 'uuid', themeReadId: 'uuid', position: 'int', title: 'text' },
  },
  Section: meetingTable('Section', {
    parentId: 'uuid?',
    level: 'int',
    heading: 'text',
    introduction: 'text?',
    date: 'date?',
    pieces: 'int[]',
  }),
  Paragraph: meetingTable('Paragraph', {
    sectionId: 'uuid?',
    themeId: 'uuid?',
    themeReadId: 'uuid?',
    number: 'text?',
    heading: 'text?',
    text: 'text',
    language: 'text?',
    pieces: 'int[]',
    sortKey: 'bigint',
  }),
  Attendance: meetingTable('Attendance', {
    personId: 'uuid',
    personReadId: 'uuid',
    honorific: 'text?',
    nameAsPrinted: 'text',
    role: 'text?',
    mode: 'AttendanceMode',
    pieces: 'int[]',
    sortKey: 'bigint',
  }),
  Affiliation: idTable('Affiliation', {
    personId: 'uuid',
    organizationId: 'uuid?',
    title: 'text?',
    status: 'AffiliationStatus',
    position: 'int',
    documentId: 'uuid',
    pieces: 'int[]',
  }),
  AffiliationStatement: idTable('AffiliationStatement', {
    affiliationId: 'uuid',
    affiliationReadId: 'uuid',
    personReadId: 'uuid',
    organizationReadId: 'uuid?',
    title: 'text?',
    status: 'AffiliationStatus',
    note: 'text?',
    documentId: 'uuid',
    attendanceId: 'uuid?',
    statedOn: 'date?',
    from: 'date?',
    to: 'date?',
    position: 'int',
    pieces: 'int[]',
  }),
  Utterance: idTable('Utterance', { meetingId: 'uuid', text: 'text', language: 'text?', pieces: 'int[]' }),
  Remark: {
    ...meetingTable('Remark', {
      kind: 'RemarkKind',
      scope: 'StatementScope?',
      sectionId: 'uuid?',
      paragraphId: 'uuid?',
      themeId: 'uuid?',
      themeReadId: 'uuid?',
      utteranceId: 'uuid',
      alone: 'boolean',
      sortKey: 'bigint',
      attribution: 'Attribution',
      speakerId: 'uuid?',
      speakerReadId: 'uuid?',
      speakerMatch: 'NameMatch?',
      speakerAsPrinted: 'text?',
      speakerRole: 'text?',
      partyId: 'uuid?',
      partyReadId: 'uuid?',
      organizationId: 'uuid?',
    }),
    initial: ['organizationId'],
  },
  RemarkOnBehalfOf: {
    name: 'RemarkOnBehalfOf',
    key: ['remarkId', 'position'],
    columns: { remarkId: 'uuid', position: 'int', organizationId: 'uuid', organizationReadId: 'uuid' },
  },
  Response: { name: 'Response', key: ['remarkId'], columns: { remarkId: 'uuid', stance: 'Stance?' } },
  ResponseAct: {
    name: 'ResponseAct',
    key: ['remarkId', 'position'],
    columns: { remarkId: 'uuid', position: 'int', kind: 'ActKind', verb: 'text', pieces: 'int[]' },
  },
  ResponseTarget: {
    name: 'ResponseTarget',
    key: ['responseId', 'targetId'],
    columns: { responseId: 'uuid', targetId: 'uuid', stance: 'Stance?' },
  },
  UnattributedPassage: meetingTable('UnattributedPassage', {
    paragraphId: 'uuid',
    utteranceId: 'uuid?',
    kind: 'PassageKind',
    text: 'text',
    wording: 'text',
    pieces: 'int[]',
  }),
  Mention: meetingTable('Mention', {
    paragraphId: 'uuid?',
    personId: 'uuid?',
    personReadId: 'uuid?',
    kind: 'MentionKind',
    nameAsPrinted: 'text',
    pieces: 'int[]',
  }),
  Outcome: meetingTable('Outcome', {
    kind: 'OutcomeKind',
    sectionId: 'uuid?',
    paragraphId: 'uuid?',
    themeId: 'uuid?',
    themeReadId: 'uuid?',
    text: 'text',
    language: 'text?',
    pieces: 'int[]',
    sortKey: 'bigint',
  }),
  Decision: outcomeTable('Decision', { result: 'DecisionResult', verb: 'text?', motionId: 'uuid?' }),
  Motion: outcomeTable('Motion', { requirement: 'text?', result: 'MotionResult?', amendsId: 'uuid?' }),
  VoteEvent: outcomeTable('VoteEvent', {
    kind: 'VoteKind',
    result: 'MotionResult?',
    motionId: 'uuid?',
    decisionId: 'uuid?',
  }),
  ActionItem: outcomeTable('ActionItem', { due: 'date?', dueAsPrinted: 'text?', isDone: 'boolean' }),
  OutcomeParty: {
    name: 'OutcomeParty',
    key: ['outcomeId', 'role', 'position'],
    columns: {
      outcomeId: 'uuid',
      role: 'PartyRole',
      position: 'int',
      ...voter,
      asPrinted: 'text',
      sortKey: 'bigint',
      counted: 'boolean',
    },
    initial: ['counted'],
  },
  VoteCount: {
    name: 'VoteCount',
    key: ['voteEventId', 'position'],
    columns: { voteEventId: 'uuid', position: 'int', option: 'VoteOption', optionAsPrinted: 'text?', count: 'int' },
  },
  Vote: meetingTable('Vote', {
    voteEventId: 'uuid',
    ...voter,
    nameAsPrinted: 'text',
    option: 'VoteOption',
    optionAsPrinted: 'text?',
    pieces: 'int[]',
    sortKey: 'bigint',
  }),
  Finding: idTable('Finding', {
    documentId: 'uuid',
    meetingId: 'uuid?',
    position: 'int',
    severity: 'FindingSeverity',
    code: 'text',
    message: 'text',
    pieces: 'int[]',
    candidates: 'text[]',
  }),
} as const satisfies Record<string, Table>

export type Tables = typeof tables
export type TableName = keyof Tables
export type RowOf<Name extends TableName> = Row<Tables[Name]>
