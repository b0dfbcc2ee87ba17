import { builder } from '../schema/builder.js'

builder.queryField('proposal', (t) =>
  t.string({
    nullable: true,
    description:
      'How the record of a meeting was read, as the lines of a proposal over its numbered sentences (see annotationTask): edited, they are given back by ingestDocument. Corrections are not in it; they are applied to whatever is read. Null if there is no such meeting, or if the record says by its own markup who speaks.',
    args: { meeting: t.arg.string({ required: true, description: 'The slug of the meeting; former ones work too.' }) },
    extensions: { price: 100 }, // the document is read for it
    resolve: async (_root, { meeting }, { prisma }) => {
      const found = await prisma.slug.findUnique({
        where: { kind_text: { kind: 'MEETING', text: meeting } },
        select: { meeting: { select: { source: { omit: { text: true } } } } },
      })
      if (!found?.meeting) return null
      const { proposalOf } = await import('../ingest-document/proposal-of.js') // loads what reads files
      return proposalOf(found.meeting.source)
    },
  }),
)
