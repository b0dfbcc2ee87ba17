import type { FormatVerdict } from '@rapporteur/reader/read'
import { builder } from '../schema/builder.js'
import { type UserError as AnyUserError, UserErrorInterface } from '../schema/user-errors.js'

/** What can be expected to go wrong with a document. */
export type UserError =
  | Exclude<AnyUserError, { kind: 'NotFoundError' }>
  | { kind: 'DocumentNotRecognizedError'; message: string; formats: readonly FormatVerdict[] }

export const FormatVerdictType = builder.objectRef<FormatVerdict>('FormatVerdict').implement({
  description: 'What one format makes of a document.',
  fields: (t) => ({
    format: t.exposeString('format', { description: 'The name of the format: summary.' }),
    confidence: t.exposeFloat('confidence', {
      description: 'How sure it is that the document is of its kind, 0 to 1.',
    }),
    reasons: t.field({
      type: ['String'],
      description: 'Why, a clause each.',
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
})

export const DocumentNotRecognizedError = builder
  .objectRef<Extract<UserError, { kind: 'DocumentNotRecognizedError' }>>('DocumentNotRecognizedError')
  .implement({
    description: 'No format recognises the document as a record that it can read.',
    interfaces: [UserErrorInterface],
    fields: (t) => ({
      formats: t.field({
        type: [FormatVerdictType],
        description: 'What each format makes of it, the surest first.',
        resolve: ({ formats }) => [...formats],
      }),
    }),
  })
