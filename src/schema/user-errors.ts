import { builder } from './builder.js'

/** Failures that any mutation can have, and that whoever sent the request can mend; they are data, each of a type of its own. */
export type UserError =
  | { kind: 'InvalidInputError'; message: string; fields: FieldError[] }
  | { kind: 'NotFoundError'; message: string }
  | { kind: 'ConflictError'; message: string }

export interface FieldError {
  path: string[]
  message: string
}

type Of<Kind extends UserError['kind']> = Extract<UserError, { kind: Kind }>

export const UserErrorInterface = builder.interfaceRef<{ message: string }>('UserError').implement({
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

export const NotFoundError = builder.objectRef<Of<'NotFoundError'>>('NotFoundError').implement({
  description: 'What the request is about is not in the archive.',
  interfaces: [UserErrorInterface],
})
