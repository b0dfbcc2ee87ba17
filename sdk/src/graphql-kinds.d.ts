/**
 * What gql.tada's types need to know of a GraphQL syntax tree, in place of `@0no-co/graphql.web`, whose declarations
 * are twice as long as the rest and want to look at those of `graphql`. tsconfig.json and tsdown.config.ts put it there.
 */
export declare namespace Kind {
  type ARGUMENT = 'Argument'
  type BOOLEAN = 'BooleanValue'
  type DIRECTIVE = 'Directive'
  type DOCUMENT = 'Document'
  type ENUM = 'EnumValue'
  type FIELD = 'Field'
  type FLOAT = 'FloatValue'
  type FRAGMENT_DEFINITION = 'FragmentDefinition'
  type FRAGMENT_SPREAD = 'FragmentSpread'
  type INLINE_FRAGMENT = 'InlineFragment'
  type INT = 'IntValue'
  type LIST = 'ListValue'
  type LIST_TYPE = 'ListType'
  type NAME = 'Name'
  type NAMED_TYPE = 'NamedType'
  type NON_NULL_TYPE = 'NonNullType'
  type NULL = 'NullValue'
  type OBJECT = 'ObjectValue'
  type OBJECT_FIELD = 'ObjectField'
  type OPERATION_DEFINITION = 'OperationDefinition'
  type SELECTION_SET = 'SelectionSet'
  type STRING = 'StringValue'
  type VARIABLE = 'Variable'
  type VARIABLE_DEFINITION = 'VariableDefinition'
}

export declare namespace OperationTypeNode {
  type MUTATION = 'mutation'
  type QUERY = 'query'
  type SUBSCRIPTION = 'subscription'
}

export interface DefinitionNode {
  readonly kind: string
}

export interface DocumentNode {
  readonly kind: 'Document'
  readonly definitions: readonly DefinitionNode[]
}
