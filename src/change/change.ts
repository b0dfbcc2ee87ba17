import { queryFromInfo } from '@pothos/plugin-prisma'
import * as enums from '../generated/prisma/enums.js'
import { Meeting } from '../meeting/meeting.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { encodeId, idOf, mergeIds, type NodeTable } from '../schema/ids.js'
import { loadNodes } from '../schema/node.js'
import { picked } from '../schema/picked.js'
import { readAs } from '../schema/read-as.js'

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What happened to a node.',
  values: described(enums.ChangeKind, {
    CREATED: 'It is new in the archive.',
    UPDATED: 'Something of it, or of what lies in it, is another than before.',
    REMOVED: 'It is gone: the record has it no longer, or made room.',
    MERGED: 'A curator said that it is the same as another, which stands for both now.',
    UNMERGED: 'A merge was taken back.',
    RENAMED: 'A curator gave it another name.',
    RETRACTED: 'A curator took the meeting out of every answer, for the time being.',
    RESTORED: 'A retracted meeting is back.',
    ERASED: 'A person was erased, for good.',
  }),
})

const tables = {
  MEETING: 'Meeting',
  PARAGRAPH: 'Paragraph',
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  THEME: 'Theme',
} as const satisfies Record<enums.ChangeSubject, NodeTable>

/** SQL: the table of what a change happened to. */
const tableOf = (change: string) =>
  `case ${change}."subjectKind"::text ${Object.entries(tables)
    .map(([kind, table]) => `when '${kind}' then '${table}'`)
    .join(' ')} end`

/** SQL: an opaque id as JSON, of what it stands for. */
const encoded = (text: string) =>
  `to_json(translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text`

/** Without a `select` of its own, so that its rows come whole, as the subscription has them at hand. */
export const Change = builder.prismaObject('Change', {
  description:
    'One entry of the feed: what happened to one meeting, paragraph, person, organization or theme. What happens to a remark is told of its paragraph.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    id: t.id(idOf('Change')),
    sequence: t.string({
      description:
        'Its number: they grow by one from change to change, in the order in which these became visible. A whole number of up to 19 digits; "after" takes it.',
      extensions: readAs({ json: (change) => `to_json(${change}."sequence"::text)::text` }),
      resolve: ({ sequence }) => String(sequence),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    kind: t.expose('kind', { type: ChangeKind, description: 'What happened.' }),
    subject: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'What it happened to, as it is now; null where that is no longer in the archive.',
      extensions: readAs({
        nodes: {
          from: (change) => `select ${tableOf(change)} as "table", ${change}."subjectId" as "id", 1 as "place"`,
        },
      }),
      resolve: async ({ subjectKind, subjectId }, _args, context, info) => {
        const [row = null] = await loadNodes([{ table: tables[subjectKind], id: subjectId }], context, info)
        return row
      },
    }),
    subjectId: t.id({
      description: 'The id of what it happened to, which stays when that is gone.',
      extensions: readAs({ json: (change) => encoded(`${tableOf(change)} || ':' || ${change}."subjectId"`) }),
      resolve: ({ subjectKind, subjectId }) => encodeId(tables[subjectKind], subjectId),
    }),
    meeting: t.field({
      type: Meeting,
      nullable: true,
      description:
        'The meeting whose record it came from; null for a change of the whole archive, and where the meeting is no longer in it.',
      extensions: readAs({
        joined: { model: 'Meeting', on: (change, meeting) => `${meeting}."id" = ${change}."meetingId"` },
      }),
      resolve: ({ meetingId }, _args, context, info) =>
        meetingId === null
          ? null
          : context.prisma.meeting.findUnique({
              ...picked<object>(queryFromInfo({ context, info })),
              where: { id: meetingId },
            }),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why, in the words of whoever did it; null where none were given.',
    }),
    by: t.exposeString('by', {
      nullable: true,
      description: 'Who did it: the name of the key; null for what was done without one.',
    }),
    merge: t.id({
      nullable: true,
      description: 'What undoMerge takes; null for all but MERGED and UNMERGED.',
      extensions: readAs({ json: (change) => encoded(`'Merge:' || ${change}."mergeId"`) }),
      resolve: ({ mergeId }) => mergeId && mergeIds.encode(mergeId),
    }),
  }),
})
