import { type GraphQLSchema, isObjectType } from 'graphql'

/**
 * Makes the resolvers of a schema reject instead of throwing. When an item of a list fails by throwing, GraphQL.js drops what the
 * other items have promised (`completeListValue`); a promise among them that is rejected later is nobody's, and Node ends the
 * process for it.
 */
export function rejecting(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      field.resolve = (...given) => {
        try {
          return resolve(...given)
        } catch (error) {
          return Promise.reject(error)
        }
      }
    }
  }
  return schema
}
