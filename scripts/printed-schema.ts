import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'

/** The text of `schema.graphql`, in alphabetical order, so that diffs show nothing but changes. */
export function printedSchema(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}
