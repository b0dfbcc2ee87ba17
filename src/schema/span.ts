import { builder } from './builder.js'
import { planned, wraps } from './planned.js'
import { along, type RelationPath, valueAt } from './relation-path.js'

/** `pieces` is `[start, end, start, end, …]`, as stored. */
interface SpanShape {
  pieces: number[]
  /** Undefined if it was not selected. */
  document: { id: string } | undefined
}

export const Piece = builder.objectRef<{ start: number; end: number }>('Piece').implement({
  description: 'One unbroken stretch of a text.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Offset of its first character, in UTF-16 units from 0.' }),
    end: t.exposeInt('end', { description: 'Offset after its last character, in UTF-16 units.' }),
  }),
})

const Span = builder.objectRef<SpanShape>('Span').implement({
  description:
    'The place of something in the text of its source document. It has several pieces if a page break, a wrapped cell or another remark lies in between; joined by single spaces they are the text.',
  extensions: wraps('SourceDocument', ['document']),
  fields: (t) => ({
    start: t.int({
      description: 'Offset of the first character, in UTF-16 units from 0.',
      resolve: ({ pieces }) => pieces[0] ?? 0,
    }),
    end: t.int({
      description: 'Offset after the last character, in UTF-16 units.',
      resolve: ({ pieces }) => pieces.at(-1) ?? 0,
    }),
    pieces: t.field({
      type: [Piece],
      description: 'The stretches, in order and without overlaps.',
      resolve: ({ pieces }) => pairs(pieces),
    }),
    document: t.field({
      type: 'SourceDocument',
      description: 'The document whose text the offsets point into.',
      resolve: ({ document }) => {
        if (!document) throw new Error('The document of a span was not planned.')
        return document
      },
    }),
  }),
})

function pairs(offsets: readonly number[]): { start: number; end: number }[] {
  const pieces = []
  for (let i = 0; i + 1 < offsets.length; i += 2) pieces.push({ start: offsets[i] ?? 0, end: offsets[i + 1] ?? 0 })
  return pieces
}

/**
 * Options of a field `span: Span!`: `t.field(spanOf(['utterance'], ['meeting', 'source'], '…'))`. `piecesAt` is the path of relations
 * to the row with `pieces`, `documentAt` that to the source document, which is joined only if selected.
 */
export const spanOf = (piecesAt: RelationPath, documentAt: RelationPath, description: string) => ({
  type: Span,
  description,
  extensions: {
    read: { span: { piecesAt, documentAt } },
    ...planned<object>(({ nested, asks }) => ({
      ...selecting(piecesAt, { pieces: true }),
      ...(asks('document') ? selecting(documentAt.slice(0, -1), { [documentAt.at(-1) ?? '']: nested() }) : {}),
    })),
  },
  resolve: (row: object): SpanShape => ({
    pieces: valueAt(row, [...piecesAt, 'pieces']) as number[],
    document: valueAt(row, documentAt) as SpanShape['document'],
  }),
})

/** Like `spanOf`, for rows that may have no place: null if there are no pieces. */
export function spanOrNullOf(piecesAt: RelationPath, documentAt: RelationPath, description: string) {
  const span = spanOf(piecesAt, documentAt, description)
  return {
    ...span,
    nullable: true as const,
    resolve: (row: object) => {
      const shape = span.resolve(row)
      return shape.pieces.length > 0 ? shape : null
    },
  }
}

const selecting = (path: RelationPath, select: object): object =>
  along(
    path.flatMap((name) => [name, 'select']),
    select,
  )
