import {
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql'
import { defaultPageSize } from './page.js'

export interface Cost {
  /** The most objects that the answer could hold, and what fields say in `extensions.price`. */
  price: number
  /** Nested selection sets, that of the operation included. */
  depth: number
  /** In the document, each once. */
  aliases: number
  /** Of the document, as graphql-js counts them. */
  tokens: number
}

/** A list that has no size of its own is taken to be this long. */
const unsizedList = 3

/**
 * What an operation costs, decided on a validated document before anything runs. Every object counts 1. `first` (or `last`)
 * of a connection is the size of its `nodes` and `edges`, and 20 if nothing is said; of fragments on different types all
 * count; leaves and introspection are free. Takes time in proportion to the document, however often a fragment is used.
 */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
  operationName?: string | null,
): Cost {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  const { once, depth } = root
    ? measuring(schema, document, operation, variables)(root, operation.selectionSet)
    : nothing
  return { price: once, depth, aliases: aliasesOf(document), tokens: document.tokenCount ?? 0 }
}

/** Of a selection set: what it costs once, and what more for each row of the connection that it is a selection on. */
interface Sum {
  once: number
  each: number
  depth: number
}
const nothing: Sum = { once: 0, each: 0, depth: 0 }

function measuring(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const measured = new Map<string, Sum>()
  const given = givenValues(operation, variables)

  const ofSet = (type: GraphQLNamedType, { selections }: SelectionSetNode): Sum =>
    selections.map((selection) => ofSelection(type, selection)).reduce(added, { ...nothing, depth: 1 })

  function ofSelection(type: GraphQLNamedType, selection: SelectionNode): Sum {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return ofSet(named(selection.typeCondition?.name.value) ?? type, selection.selectionSet)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
    if (!field) return nothing // __typename, and introspection
    if (!selection.selectionSet) return { ...nothing, once: ownPrice(field) }
    return ofObjects(type, field, selection.arguments ?? [], ofSet(getNamedType(field.type), selection.selectionSet))
  }

  function ofFragment(name: string): Sum {
    const known = measured.get(name)
    if (known) return known
    const fragment = fragments.get(name)
    const type = named(fragment?.typeCondition.name.value)
    const sum = fragment && type ? ofSet(type, fragment.selectionSet) : nothing
    measured.set(name, sum)
    return sum
  }

  /** The objects that a field gives, each with what is asked beneath it. */
  function ofObjects(
    parent: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    argumentNodes: readonly ArgumentNode[],
    { once, each, depth: below }: Sum,
  ): Sum {
    const depth = below + 1
    const list = isListType(getNullableType(field.type))
    if (list && isConnection(parent)) return { once: 0, each: bounded(1 + once), depth }
    const argument = (name: string) => given(argumentNodes, name)
    const paged = field.args.some(({ name }) => name === 'first')
    const size = paged ? pageSize(argument('first'), argument('last')) : unsizedList
    const sizedBy = field.extensions.sizedBy
    const length = typeof sizedBy === 'string' ? lengthOf(argument(sizedBy)) : size
    const objects = list ? length * (1 + once) : 1 + once + size * each
    return { once: bounded(ownPrice(field) + objects), each: 0, depth }
  }

  const named = (name: string | undefined) => (name === undefined ? undefined : schema.getType(name))
  return ofSet
}

const added = (sum: Sum, next: Sum): Sum => ({
  once: bounded(sum.once + next.once),
  each: bounded(sum.each + next.each),
  depth: Math.max(sum.depth, next.depth),
})

/** Products of hostile documents are beyond what a number can hold, and have to stay comparable. */
const bounded = (price: number) => Math.min(price, Number.MAX_SAFE_INTEGER)

const ownPrice = ({ extensions }: GraphQLField<unknown, unknown>) =>
  typeof extensions.price === 'number' ? extensions.price : 0

/** By the rule of Relay's specification. */
const isConnection = ({ name }: GraphQLNamedType) => name.endsWith('Connection')

const pageSize = (first: unknown, last: unknown) => {
  const size = [first, last].find((value) => typeof value === 'number') ?? defaultPageSize
  return Math.max(0, size)
}

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 1)

/** Looks up what an argument is given: a number, a list, or undefined for all else. */
function givenValues(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  )
  const resolved = (node: ArgumentNode['value'] | undefined): unknown => {
    if (node?.kind === Kind.INT) return Number(node.value)
    if (node?.kind === Kind.LIST) return node.values
    if (node?.kind !== Kind.VARIABLE) return undefined
    const { value: name } = node.name
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined // a variable may be called "constructor"
    return value === undefined ? resolved(defaults.get(name)) : value
  }
  return (nodes: readonly ArgumentNode[], name: string) =>
    resolved(nodes.find((node) => node.name.value === name)?.value)
}

function aliasesOf(document: DocumentNode): number {
  let aliases = 0
  visit(document, {
    Field: ({ alias }) => {
      if (alias) aliases++
    },
  })
  return aliases
}
