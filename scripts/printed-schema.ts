import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'

/** The text of `schema.graphql`: everything in alphabetical order, so that a diff shows changes and nothing else. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
