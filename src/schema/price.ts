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

/** What an operation can cost the server; each has a limit. */
export interface Cost {
  /** The largest number of objects that the answer could contain, plus each field's `extensions.price`. */
  price: number
  /** The nesting of selection sets, including the operation's. */
  depth: number
  /** The number of aliases in the document. */
  aliases: number
  /** The number of tokens in the document, as counted by graphql-js. */
  tokens: number
}

/** The assumed length of a list without a size argument. */
const UNSIZED_LIST_LENGTH = 3

/**
 * The cost of an operation, computed from a validated document before anything runs. Every object counts 1. A connection's `nodes`
 * and `edges` have as many as `first` or `last` says, 20 by default. Fragments on different types all count; leaves and introspection
 * are free. Takes time proportional to the document, however often a fragment is used.
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
    ? new Measuring(schema, document, givenValues(operation, variables)).ofSet(root, operation.selectionSet)
    : nothing
  return { price: once, depth, aliases: aliasesOf(document), tokens: document.tokenCount ?? 0 }
}

/** The cost of a selection set: once, and additionally for each row if it is a selection on a connection. */
interface Sum {
  once: number
  each: number
  depth: number
}
const nothing: Sum = { once: 0, each: 0, depth: 0 }

/** Adds up the costs of one operation, from the leaves to the root. */
class Measuring {
  private readonly fragments = new Map<string, FragmentDefinitionNode>()
  private readonly measured = new Map<string, Sum>()

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly given: ReturnType<typeof givenValues>,
  ) {
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition)
  }

  ofSet(type: GraphQLNamedType, { selections }: SelectionSetNode): Sum {
    return selections.map((selection) => this.ofSelection(type, selection)).reduce(added, { ...nothing, depth: 1 })
  }

  private ofSelection(type: GraphQLNamedType, selection: SelectionNode): Sum {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.ofFragment(selection.name.value)
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return this.ofSet(this.named(selection.typeCondition?.name.value) ?? type, selection.selectionSet)
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
    if (!field) return nothing // __typename, and introspection
    if (!selection.selectionSet) return { ...nothing, once: ownPrice(field) }
    const below = this.ofSet(getNamedType(field.type), selection.selectionSet)
    return this.ofObjects(type, field, selection.arguments ?? [], below)
  }

  /** Once for each fragment, however often it is used. */
  private ofFragment(name: string): Sum {
    const known = this.measured.get(name)
    if (known) return known
    const fragment = this.fragments.get(name)
    const type = this.named(fragment?.typeCondition.name.value)
    const sum = fragment && type ? this.ofSet(type, fragment.selectionSet) : nothing
    this.measured.set(name, sum)
    return sum
  }

  /** The cost of a field that returns objects, with their selections. */
  private ofObjects(
    parent: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    argumentNodes: readonly ArgumentNode[],
    { once, each, depth: below }: Sum,
  ): Sum {
    const depth = below + 1
    const list = isListType(getNullableType(field.type))
    if (list && isConnection(parent)) return { once: 0, each: bounded(1 + once), depth }
    const argument = (name: string) => this.given(argumentNodes, name)
    const paged = field.args.some(({ name }) => name === 'first')
    const size = paged ? pageSize(argument('first'), argument('last')) : UNSIZED_LIST_LENGTH
    const { sizedBy } = field.extensions
    const length = sizedBy === undefined ? size : lengthOf(argument(sizedBy))
    const objects = list ? length * (1 + once) : 1 + once + size * each
    return { once: bounded(ownPrice(field) + objects), each: 0, depth }
  }

  private named(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name)
  }
}

const added = (sum: Sum, next: Sum): Sum => ({
  once: bounded(sum.once + next.once),
  each: bounded(sum.each + next.each),
  depth: Math.max(sum.depth, next.depth),
})

/** Keeps prices comparable: those of hostile documents would exceed the safe integers. */
const bounded = (price: number) => Math.min(price, Number.MAX_SAFE_INTEGER)

const ownPrice = ({ extensions }: GraphQLField<unknown, unknown>) => extensions.price ?? 0

/** Relay's specification reserves the suffix "Connection". */
const isConnection = ({ name }: GraphQLNamedType) => name.endsWith('Connection')

const pageSize = (first: unknown, last: unknown) => {
  const size = [first, last].find((value) => typeof value === 'number') ?? defaultPageSize
  return Math.max(0, size)
}

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 1)

/** Looks up the value of an argument if it is a number or a list; undefined for all else. */
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
