import { readFileSync } from 'node:fs'
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations'
import {
  concatAST,
  type DocumentNode,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type OperationTypeNode,
  print,
  separateOperations,
  stripIgnoredCharacters,
} from 'graphql'
import { describedTypes } from './described-types.js'

/** The suffixes of result types in codegen's `typescript-operations`. */
const suffixes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }

type OperationFile = Parameters<typeof operationTypes>[1][number]

/**
 * A codegen plugin. Prints the types of `typescript-operations` with the schema's descriptions, and then one exported constant per
 * operation, with the operation's name. A constant is just the text to send, so that bundlers drop operations that nobody imports.
 * The comment at the top of an operation's file becomes its documentation.
 *
 * @throws {Error} for a file without a comment at the top, or an operation without a name
 */
export const readyOperations: typeof operationTypes = async (schema, files, config, info) => {
  const documents = separateOperations(concatAST(files.flatMap(({ document }) => document ?? [])))
  const roots = new Map<string, GraphQLNamedType>()
  const constants = files.flatMap((file) =>
    operationsIn(file).map(({ name, operation }) => {
      const document = name && documents[name.value]
      if (!document)
        throw new Error(`${file.location}: the operation needs a name, which the client's method will have.`)
      const type = `${name.value.charAt(0).toUpperCase()}${name.value.slice(1)}${suffixes[operation]}`
      const root = schema.getRootType(operation)
      if (root) roots.set(type, root)
      return constant({ name: name.value, type, operation, document, documentation: documentationOf(file) })
    }),
  )
  const { prepend = [], content } = await operationTypes(schema, files, config, info)
  return {
    prepend: [
      "import type { TypedDocument } from '../document.js'",
      "import { subscription } from '../subscription.js'",
      ...prepend,
    ],
    content: [describedTypes(content, schema, roots), ...constants].join('\n\n'),
  }
}

function operationsIn({ document }: OperationFile): OperationDefinitionNode[] {
  return document?.definitions.filter((definition) => definition.kind === 'OperationDefinition') ?? []
}

interface ReadyOperation {
  name: string
  /** The name of its result type. */
  type: string
  operation: OperationTypeNode
  document: DocumentNode
  documentation: string[]
}

/** A subscription also references the code to follow it, so that bundlers drop the two together. */
function constant({ name, type, operation, document, documentation }: ReadyOperation): string {
  const text = `${JSON.stringify(stripIgnoredCharacters(print(document)))} as unknown as TypedDocument<${type}, ${type}Variables>`
  return [
    '/**',
    ...documentation.map((line) => ` * ${line}`),
    ' */',
    `export const ${name} =`,
    operation === 'subscription' ? `  /* @__PURE__ */ subscription(${text})` : `  ${text}`,
  ].join('\n')
}

/** The comment at the top of a file, which codegen does not pass on. */
function documentationOf({ location = '' }: OperationFile): string[] {
  const [head] = /^(#.*\n)+/.exec(readFileSync(location, 'utf8')) ?? []
  if (!head) throw new Error(`${location}: begin the file with a comment that describes the operation.`)
  return head
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^#\s*/, ''))
}
