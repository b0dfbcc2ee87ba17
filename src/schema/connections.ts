import { builder, type SchemaTypes } from './builder.js'
import { wraps } from './planned.js'

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'How many rows the whole list has under its filter, whatever the page. Counted only when asked for.',
    extensions: { price: 10 },
    resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
  }),
)

/** `<Type>Connection` and `<Type>Edge`; what is asked of the nodes is planned by either of the two ways to them. */
const connectionOf = <Type extends keyof SchemaTypes['Objects'] | keyof SchemaTypes['Interfaces']>(
  type: Type,
  rows: string,
) =>
  builder.connectionObject(
    {
      type,
      name: `${type}Connection`,
      description: `A page of a list of ${rows}.`,
      extensions: wraps(type, ['nodes'], ['edges', 'node']),
    },
    { description: `A place in a list of ${rows}.` },
  )

export const SeriesConnection = connectionOf('Series', 'series')
export const MeetingConnection = connectionOf('Meeting', 'meetings')
export const ParagraphConnection = connectionOf('Paragraph', 'paragraphs')
export const ThemeConnection = connectionOf('Theme', 'themes')
export const PersonConnection = connectionOf('Person', 'people')
export const OrganizationConnection = connectionOf('Organization', 'organizations')
export const RemarkConnection = connectionOf('Remark', 'remarks')
export const AttendanceConnection = connectionOf('Attendance', 'attendances')
export const MentionConnection = connectionOf('Mention', 'mentions')
export const UnattributedPassageConnection = connectionOf('UnattributedPassage', 'passages without a name')
export const FindingConnection = connectionOf('Finding', 'findings')
export const ChangeConnection = connectionOf('Change', 'changes')
