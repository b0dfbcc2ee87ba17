import { readFileSync } from 'node:fs'
import {
  concatAST,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  print,
  separateOperations,
  stripIgnoredCharacters,
} from 'graphql'

/** The suffixes that codegen's `typescript-operations` gives the types of results. */
const suffixes = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }

/** One file of `sdk/operations`, as codegen hands it over. */
interface OperationFile {
  document?: DocumentNode | undefined
  location?: string | undefined
}

/**
 * A codegen plugin: one exported constant for each operation, named as the operation is and typed by what
 * `typescript-operations` printed for it. The value is the text to send, and no more, so that a bundler drops each
 * operation that nobody imports. The comment at the head of the file becomes the constant's documentation.
 *
 * @throws {Error} for a file without a comment at its head, or an operation without a name.
 */
export function readyOperations(_schema: GraphQLSchema, files: OperationFile[]) {
  const documents = separateOperations(concatAST(files.flatMap(({ document }) => document ?? [])))
  const constants = files.flatMap((file) =>
    operationsIn(file).map(({ name, operation }) => {
      const document = name && documents[name.value]
      if (!document)
        throw new Error(`${file.location}: the operation needs a name, which the client's method will have.`)
      return constant(name.value, suffixes[operation], documentationOf(file), document)
    }),
  )
  return {
    prepend: ["import type { TypedDocument } from '../document.js'"],
    content: constants.join('\n\n'),
  }
}

function operationsIn({ document }: OperationFile): OperationDefinitionNode[] {
  return document?.definitions.filter((definition) => definition.kind === 'OperationDefinition') ?? []
}

function constant(name: string, suffix: string, documentation: string[], document: DocumentNode): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}${suffix}`
  const text = JSON.stringify(stripIgnoredCharacters(print(document)))
  return [
    '/**',
    ...documentation.map((line) => ` * ${line}`),
    ' */',
    `export const ${name} =`,
    `  ${text} as unknown as TypedDocument<${type}, ${type}Variables>`,
  ].join('\n')
}

/** The comment at the head of a file, which codegen does not hand over. */
function documentationOf({ location = '' }: OperationFile): string[] {
  const [head] = /^(#.*\n)+/.exec(readFileSync(location, 'utf8')) ?? []
  if (!head) throw new Error(`${location}: begin with a comment that says what the operation gives, for the editor.`)
  return head
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^#\s*/, ''))
}
