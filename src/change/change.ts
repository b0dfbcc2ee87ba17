import { queryFromInfo } from '@pothos/plugin-prisma'
import * as enums from '../generated/prisma/enums.js'
import { Meeting } from '../meeting/meeting.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { encodedIdSql, encodeId, idOf, type NodeTable } from '../schema/ids.js'
import { loadNodes } from '../schema/node.js'
import { withSelect } from '../schema/with-select.js'

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What happened to a node.',
  values: described(enums.ChangeKind, {
    CREATED: 'It was added to the archive.',
    UPDATED: 'It, or something that it contains, has changed.',
    REMOVED: 'It was removed: its record no longer contains it, or it belonged to the sample and was replaced.',
    MERGED: 'A curator merged it into another, which now stands for both.',
    UNMERGED: 'A merge was undone.',
    RENAMED: 'A curator renamed it.',
    RETRACTED: 'A curator withdrew the meeting from every answer, until it is restored.',
    RESTORED: 'A retracted meeting was restored.',
    ERASED: 'A person was erased for good.',
    CORRECTED: 'A curator corrected how the record of the meeting was read.',
    UNCORRECTED: 'A correction of the meeting was undone.',
  }),
})

const tables = {
  MEETING: 'Meeting',
  PARAGRAPH: 'Paragraph',
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  THEME: 'Theme',
  OUTCOME: 'Outcome',
} as const satisfies Record<enums.ChangeSubject, NodeTable>

/** SQL: the table that holds a change's subject. */
const tableOf = (change: string) =>
  `case ${change}."subjectKind"::text ${Object.entries(tables)
    .map(([kind, table]) => `when '${kind}' then '${table}'`)
    .join(' ')} end`

/** Has no `select` of its own: whole rows are loaded, because the subscription has whole rows to resolve from. */
export const Change = builder.prismaObject('Change', {
  description:
    'One entry of the feed: what happened to one meeting, paragraph, outcome, person, organization or theme. A change to a remark is reported as a change to its paragraph, and one to what a voter gave as a change to the vote.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(idOf('Change')),
    sequence: t.string({
      description:
        'Its number, which grows by one from change to change in the order in which they became visible. A whole number of up to 19 digits, accepted by "after".',
      extensions: { read: { json: (change) => `to_json(${change}."sequence"::text)::text` } },
      resolve: ({ sequence }) => String(sequence),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    subject: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'What it happened to, as it is now; null if that is no longer in the archive.',
      extensions: {
        read: {
          nodes: {
            from: (change) => `select ${tableOf(change)} as "table", ${change}."subjectId" as "id", 1 as "place"`,
          },
        },
      },
      resolve: async ({ subjectKind, subjectId }, _args, context, info) => {
        const [row = null] = await loadNodes([{ table: tables[subjectKind], id: subjectId }], context, info)
        return row
      },
    }),
    subjectId: t.id({
      description: 'The id of what it happened to, even if that is no longer in the archive.',
      extensions: { read: { json: (change) => encodedIdSql(`${tableOf(change)} || ':' || ${change}."subjectId"`) } },
      resolve: ({ subjectKind, subjectId }) => encodeId(tables[subjectKind], subjectId),
    }),
    meeting: t.field({
      type: Meeting,
      nullable: true,
      description:
        'The meeting whose record it came from; null if it concerns the whole archive, or if the meeting is no longer in it.',
      extensions: {
        read: {
          joined: { model: 'Meeting', on: (change, meeting) => `${meeting}."id" = ${change}."meetingId"` },
        },
      },
      resolve: ({ meetingId }, _args, context, info) =>
        meetingId === null
          ? null
          : context.prisma.meeting.findUnique({
              ...withSelect<object>(queryFromInfo({ context, info })),
              where: { id: meetingId },
            }),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, in the words of whoever did it; null if no reason was given.',
    }),
    by: t.exposeString('by', {
      nullable: true,
      description:
        'Who did it: the name of their API key, `command line` if it was done on the database itself, or `Rapporteur` for the sample; null for what older versions wrote down of an ingest.',
    }),
    merge: t.id({
      nullable: true,
      description: 'The id of the merge, which undoMerge takes; null for all kinds but MERGED and UNMERGED.',
      extensions: { read: { json: (change) => encodedIdSql(`'Merge:' || ${change}."mergeId"`) } },
      resolve: ({ mergeId }) => mergeId && encodeId('Merge', mergeId),
    }),
  }),
})
