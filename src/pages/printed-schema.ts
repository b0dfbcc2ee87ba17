import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { type Page, page } from './page.js'

/** The schema as text, in the same order as the file `schema.graphql`. */
export const printedSchema = (schema: GraphQLSchema): Page =>
  page('text/plain', `${printSchema(lexicographicSortSchema(schema))}\n`)
