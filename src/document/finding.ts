import type { Prisma } from '../generated/prisma/client.js'
import * as enums from '../generated/prisma/enums.js'
import { builder } from '../schema/builder.js'
import { described } from '../schema/described.js'
import { decodedIdSql, decodeId, idOf } from '../schema/ids.js'
import { loadNodes } from '../schema/node.js'
import { byNumber } from '../schema/order.js'
import { spanOrNullOf } from '../schema/span.js'

/** Findings of one reading, in the order of the text. */
export const printedOrder = byNumber('findings', 'position')

const FindingSeverity = builder.enumType('FindingSeverity', {
  description: 'How much a finding matters.',
  values: described(enums.FindingSeverity, {
    INFO: 'Something was inferred or repaired, as the message says.',
    WARNING: 'Something is doubtful and should be checked.',
    ERROR: 'Something contradicts itself or could not be read.',
  }),
})

export const findingArgs = builder.args((t) => ({
  severity: t.field({ type: FindingSeverity, description: 'Only findings of this severity; all of them if null.' }),
}))

export const findingWhere = ({
  severity,
}: {
  severity?: enums.FindingSeverity | null | undefined
}): Prisma.FindingWhereInput | undefined => (severity ? { severity } : undefined)

export const Finding = builder.prismaObject('Finding', {
  description: 'One doubt, repair or inference of reading a document.',
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true },
  fields: (t) => ({
    id: t.id(idOf('Finding')),
    severity: t.expose('severity', { type: FindingSeverity, description: 'How much it matters.' }),
    code: t.exposeString('code', {
      description: 'Its kind: a stable name in capitals, to filter and count by.',
    }),
    message: t.exposeString('message', { description: 'What was found, in a sentence.' }),
    span: t.field(
      spanOrNullOf([], ['document'], 'The place that it is about; null if it concerns no place in particular.'),
    ),
    settled: t.exposeBoolean('settled', {
      description:
        'Whether a curator has settled it: merges have made one of all its candidates, or a correction is about its words, or says that they were read rightly.',
    }),
    candidates: t.field({
      type: [builder.nodeInterfaceRef()],
      description: 'The objects that it is about or that could be meant, without those no longer in the archive.',
      extensions: {
        read: {
          nodes: {
            from: (
              finding,
            ) => `select split_part(d."text", ':', 1) as "table", split_part(d."text", ':', 2)::uuid as "id", c."place"
            from unnest(${finding}."candidates") with ordinality c("given", "place"), lateral (select ${decodedIdSql('c."given"')} as "text") d`,
          },
        },
      },
      select: { candidates: true },
      resolve: async ({ candidates }, _args, context, info) =>
        (
          await loadNodes(
            candidates.flatMap((id) => decodeId(id) ?? []),
            context,
            info,
          )
        ).filter((row) => row !== null),
    }),
  }),
})
