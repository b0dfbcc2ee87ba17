import { builder, type SchemaTypes } from './builder.js'
import { wraps } from './planned.js'

builder.globalConnectionField('totalCount', (t) =>
  t.int({
    description: 'The number of rows in the whole list under its filter, whatever the page. Counted only if requested.',
    extensions: { price: 10 },
    resolve: ({ totalCount }) => (typeof totalCount === 'function' ? totalCount() : totalCount),
  }),
)

/** Defines `<Type>Connection` and `<Type>Edge`. Selections under `nodes` and under `edges.node` are both planned. */
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
    { description: `A row in a list of ${rows}, with its cursor.` },
  )

export const SeriesConnection = connectionOf('Series', 'series')
export const MeetingConnection = connectionOf('Meeting', 'meetings')
export const ParagraphConnection = connectionOf('Paragraph', 'paragraphs')
export const ThemeConnection = connectionOf('Theme', 'themes')
export const PersonConnection = connectionOf('Person', 'people')
export const OrganizationConnection = connectionOf('Organization', 'organizations')
export const RemarkConnection = connectionOf('Remark', 'remarks')
export const OutcomeConnection = connectionOf('Outcome', 'outcomes')
export const DecisionConnection = connectionOf('Decision', 'decisions')
export const MotionConnection = connectionOf('Motion', 'motions')
export const VoteEventConnection = connectionOf('VoteEvent', 'votes of a meeting')
export const VoteConnection = connectionOf('Vote', 'votes of voters')
export const ActionItemConnection = connectionOf('ActionItem', 'action items')
export const AttendanceConnection = connectionOf('Attendance', 'attendances')
export const MentionConnection = connectionOf('Mention', 'mentions')
export const UnattributedPassageConnection = connectionOf('UnattributedPassage', 'passages without a name')
export const FindingConnection = connectionOf('Finding', 'findings')
export const CorrectionConnection = connectionOf('Correction', 'corrections')
export const MergeConnection = connectionOf('Merge', 'merges')
export const ChangeConnection = connectionOf('Change', 'changes')
