import type { FormatVerdict } from '../ingest/read.js'
import { builder } from '../schema/builder.js'

/** Failures that whoever sent the request can mend; they are data, each of a type of its own. */
export type UserError =
  | { kind: 'InvalidInputError'; message: string; fields: FieldError[] }
  | { kind: 'ConflictError'; message: string }
  | { kind: 'DocumentNotRecognizedError'; message: string; formats: readonly FormatVerdict[] }

export interface FieldError {
  path: string[]
  message: string
}

type Of<Kind extends UserError['kind']> = Extract<UserError, { kind: Kind }>

const UserErrorInterface = builder.interfaceRef<{ message: string }>('UserError').implement({
  description: 'A failure that whoever sent the request can mend.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong and what to do, in a sentence.' }),
  }),
})

const FieldErrorType = builder.objectRef<FieldError>('FieldError').implement({
  description: 'What is wrong with one part of the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'The names that lead to it, from the input inwards.' }),
    message: t.exposeString('message', { description: 'What is wrong with it, in a sentence.' }),
  }),
})

export const InvalidInputError = builder.objectRef<Of<'InvalidInputError'>>('InvalidInputError').implement({
  description: 'The input cannot be used: a value that does not fit, or a file that cannot be read.',
  interfaces: [UserErrorInterface],
  fields: (t) => ({
    fields: t.expose('fields', {
      type: [FieldErrorType],
      description: 'Each part of the input that is at fault; at least one.',
    }),
  }),
})

export const ConflictError = builder.objectRef<Of<'ConflictError'>>('ConflictError').implement({
  description: 'The request contradicts what is in the archive.',
  interfaces: [UserErrorInterface],
})

export const FormatVerdictType = builder.objectRef<FormatVerdict>('FormatVerdict').implement({
  description: 'What one format makes of a document.',
  fields: (t) => ({
    format: t.exposeString('format', { description: 'The name of the format: numbered-summary.' }),
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
  .objectRef<Of<'DocumentNotRecognizedError'>>('DocumentNotRecognizedError')
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
