import { builder } from '../schema/builder.js'
import { badInput } from '../schema/errors.js'

builder.queryField('annotationTask', (t) =>
  t.string({
    nullable: true,
    description:
      'The task of reading a document: instructions, the form of the answer, and the record as numbered sentences. The answer of a person or a language model is given back by ingestDocument (proposal). Null if the archive has no such document.',
    args: {
      document: t.arg.string({ required: true, description: 'SHA-256 of the bytes: 64 hexadecimal digits.' }),
      from: t.arg.int({ description: 'The first block to print: the number before the point of an id.' }),
      to: t.arg.int({ description: 'The last block to print.' }),
    },
    extensions: { price: 100 }, // the document is read for it
    resolve: async (_root, { document, from, to }, { prisma }) => {
      if ((from ?? 1) < 1 || (to ?? 1) < 1) throw badInput('"from" and "to" are numbers of blocks, from 1.', ['from'])
      const stored = await prisma.sourceDocument.findUnique({
        where: { sha256: document.toLowerCase() },
        select: { bytes: true, fileName: true, mediaType: true, sha256: true },
      })
      if (!stored) return null
      const { taskOf } = await import('../ingest-document/task-of.js') // loads what reads files
      return taskOf(stored, { from: from ?? undefined, to: to ?? undefined })
    },
  }),
)
