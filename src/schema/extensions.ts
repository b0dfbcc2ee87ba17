import type { GraphQLFieldExtensions, GraphQLInterfaceTypeExtensions, GraphQLObjectTypeExtensions } from 'graphql'
import type { Select } from './nested-rows.js'
import type { Read, ScalarRead, VariantsRead } from './read-as.js'

/**
 * What is kept with fields and types of the schema, so that whoever writes or reads `extensions` has it checked. Names with `pothos`
 * are internals of the pinned versions of Pothos and plugin-prisma, each compiled by a test.
 */
declare module 'graphql' {
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    read?: Read<_TArgs>
    /** Added to the price of an operation, once for each object with the field; 0 if missing. */
    price?: number
    /** The argument whose length is that of the list. */
    sizedBy?: string
    pothosExposedField?: string
    pothosPrismaRelationField?: { name: string }
    pothosPrismaFallback?: unknown
    pothosPrismaSelect?: Readonly<Record<string, unknown>> | Select<_TArgs>
    pothosOptions?: Readonly<Record<string, unknown>>
    pothosOriginalResolve?: (row: object, args: object, context: object) => unknown
  }

  interface GraphQLObjectTypeExtensions<_TSource, _TContext> {
    pothosPrismaModel?: string
    pothosOptions?: Readonly<Record<string, unknown>>
  }

  interface GraphQLInterfaceTypeExtensions {
    read?: VariantsRead
    pothosPrismaModel?: string
    pothosOptions?: Readonly<Record<string, unknown>>
  }

  interface GraphQLScalarTypeExtensions {
    read?: ScalarRead
  }
}

/** The extensions of a field with these arguments. */
export type FieldExtensions<Args> = Readonly<GraphQLFieldExtensions<unknown, unknown, Args>>

/** The extensions of a type that rows have. */
export type RowTypeExtensions = Readonly<GraphQLInterfaceTypeExtensions | GraphQLObjectTypeExtensions>
