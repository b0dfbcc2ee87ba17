import { readFileSync } from 'node:fs'
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations'
import {
  concatAST,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
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
      return constant(schema, { name: name.value, type, operation, document, documentation: documentationOf(file) })
    }),
  )
  const { content } = await operationTypes(schema, files, config, info)
  const { types, inputs } = withoutInputs(content, schema)
  return {
    prepend: [
      "import type { TypedDocument } from '../document.js'",
      `import type { ${inputs.join(', ')} } from './inputs.js'`,
      "import { subscription } from '../subscription.js'",
      "import { upload } from '../upload.js'",
    ],
    content: [describedTypes(types, schema, roots), ...constants].join('\n\n'),
  }
}

/** Without the enums and inputs that codegen repeats for operations, which come from `inputs.ts`, and without its `Exact`. */
function withoutInputs(content: string, schema: GraphQLSchema): { types: string; inputs: string[] } {
  const isInput = (name: string) => isInputType(schema.getType(name))
  const statements = content.split(/(?=^\/\*\*|^export type)/m).filter((statement) => statement.trim() !== '')
  const kept = statements.filter((statement, i) => {
    const name = /^export type (\w+)/.exec(statement)?.[1] ?? /^export type (\w+)/.exec(statements[i + 1] ?? '')?.[1]
    return name === undefined || !isInput(name)
  })
  const types = kept.join('').replace(/= Exact<(\{[\s\S]*?\})>;/g, '= $1;')
  const inputs = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) || isInputObjectType(type))
    .map(({ name }) => name)
    .filter((name) =>
      new RegExp(`\\b${name}\\b(?!\\??:)`).test(types.replace(/\/\*\*.*?\*\//g, '').replace(/'[^']*'/g, '')),
    )
  return { types, inputs }
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

/** A subscription also references the code to follow it, and what takes files that to send them: bundlers drop them together. */
function constant(schema: GraphQLSchema, { name, type, operation, document, documentation }: ReadyOperation): string {
  const text = `${JSON.stringify(stripIgnoredCharacters(print(document)))} as unknown as TypedDocument<${type}, ${type}Variables>`
  const wrap = operation === 'subscription' ? 'subscription' : takesFiles(schema, document) && 'upload'
  return [
    '/**',
    ...documentation.map((line) => ` * ${line}`),
    ' */',
    `export const ${name} =`,
    wrap ? `  /* @__PURE__ */ ${wrap}(${text})` : `  ${text}`,
  ].join('\n')
}

/** Whether one of its variables can hold a file. */
function takesFiles(schema: GraphQLSchema, { definitions }: DocumentNode): boolean {
  const seen = new Set<string>()
  const holdsFiles = (name: string): boolean => {
    if (name === 'Upload' || seen.has(name)) return name === 'Upload'
    seen.add(name)
    const type = schema.getType(name)
    return (
      isInputObjectType(type) &&
      Object.values(type.getFields()).some((field) => holdsFiles(getNamedType(field.type).name))
    )
  }
  return definitions
    .flatMap((definition) => ('variableDefinitions' in definition ? (definition.variableDefinitions ?? []) : []))
    .some(({ type }) => holdsFiles(print(type).replace(/[[\]!]/g, '')))
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
