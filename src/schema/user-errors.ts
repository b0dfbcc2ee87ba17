import { builder } from './builder.js'

/** Failures common to all mutations that the client can correct. They are returned as data, each as its own type. */
export type UserError =
  | { kind: 'InvalidInputError'; message: string; fields: FieldError[] }
  | { kind: 'NotFoundError'; message: string }
  | { kind: 'ConflictError'; message: string }

/** What is wrong with one part of the input; `path` leads to it from the input inwards. */
export interface FieldError {
  path: string[]
  message: string
}

type Of<Kind extends UserError['kind']> = Extract<UserError, { kind: Kind }>

export const UserErrorInterface = builder.interfaceRef<{ message: string }>('UserError').implement({
  description: 'A failure that the client can correct.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is wrong and what to do, in a sentence.' }),
  }),
})

const FieldErrorType = builder.objectRef<FieldError>('FieldError').implement({
  description: 'What is wrong with one part of the input.',
  fields: (t) => ({
    path: t.exposeStringList('path', { description: 'The path to it, from the input inwards.' }),
    message: t.exposeString('message', { description: 'What is wrong with it, in a sentence.' }),
  }),
})

export const InvalidInputError = builder.objectRef<Of<'InvalidInputError'>>('InvalidInputError').implement({
  description: 'The input is invalid: a value is not allowed, or a file cannot be read.',
  interfaces: [UserErrorInterface],
  fields: (t) => ({
    fields: t.expose('fields', {
      type: [FieldErrorType],
      description: 'The invalid parts of the input; at least one.',
    }),
  }),
})

export const ConflictError = builder.objectRef<Of<'ConflictError'>>('ConflictError').implement({
  description: 'The request conflicts with what is in the archive.',
  interfaces: [UserErrorInterface],
})

export const NotFoundError = builder.objectRef<Of<'NotFoundError'>>('NotFoundError').implement({
  description: 'The object of the request is not in the archive.',
  interfaces: [UserErrorInterface],
})
