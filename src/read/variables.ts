import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  type GraphQLSchema,
  GraphQLString,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql'

type Values = Readonly<Record<string, unknown>>

/** The variables of a request as the operation takes them; undefined where it refuses one. */
export type CoerceVariables = (given: Values) => Values | undefined

/**
 * Coerces the variables of one operation. Nearly all are texts, numbers and truth values that come as they are; graphql-js would look
 * every type up by its name and walk through it at each request. Any other, and every one that is refused, is left to it.
 */
export function coercerOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): CoerceVariables {
  const simple = variableDefinitions.map((definition) => simpleOf(schema, definition))
  const ordinary: CoerceVariables = (given) => getVariableValues(schema, variableDefinitions, given).coerced
  if (!simple.every((each) => each !== undefined)) return ordinary
  return (given) => {
    const coerced: Record<string, unknown> = {}
    for (const { name, takes, nullable } of simple) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined
      if (value === undefined && nullable) continue
      if (!(value === null ? nullable : takes(value))) return ordinary(given)
      coerced[name] = value
    }
    return coerced
  }
}

interface SimpleVariable {
  name: string
  /** Whether a value is what it is coerced to. */
  takes: (value: unknown) => boolean
  nullable: boolean
}

const isText = (value: unknown) => typeof value === 'string'
const scalars = new Map<unknown, SimpleVariable['takes']>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)],
])

function simpleOf(
  schema: GraphQLSchema,
  { variable, type, defaultValue }: VariableDefinitionNode,
): SimpleVariable | undefined {
  const nullable = type.kind !== Kind.NON_NULL_TYPE
  const named = nullable ? type : type.type
  if (named.kind !== Kind.NAMED_TYPE || defaultValue) return undefined
  const takes = scalars.get(schema.getType(named.name.value))
  return takes && { name: variable.name.value, takes, nullable }
}
