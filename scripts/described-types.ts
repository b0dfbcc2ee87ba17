import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import ts from 'typescript'

/**
 * Adds the schema's descriptions to the members of codegen's result types, so that editors show them. Codegen itself describes only
 * inputs and enums. Aliased fields get none.
 *
 * @param printed TypeScript source
 * @param roots for each result type's name, the schema type that it selects from
 */
export function describedTypes(printed: string, schema: GraphQLSchema, roots: Map<string, GraphQLNamedType>): string {
  const types = printed.replace(/(?<=\/\*\* ).*(?= \*\/)/g, firstSentence)
  const source = ts.createSourceFile('types.ts', types, ts.ScriptTarget.Latest)
  const comments: { at: number; text: string }[] = []

  function describe(node: ts.Node, type: GraphQLNamedType): void {
    if (!ts.isTypeLiteralNode(node)) {
      ts.forEachChild(node, (child) => describe(child, type))
      return
    }
    const selected = schema.getType(typenameIn(node, source) ?? '') ?? type
    for (const member of node.members) if (ts.isPropertySignature(member)) describeMember(member, selected)
  }

  function describeMember(member: ts.PropertySignature, type: GraphQLNamedType): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return
    const field = type.getFields()[member.name.getText(source)]
    if (!field || !member.type) return
    const text = field.description && !plumbing.has(field.name) && firstSentence(field.description)
    // On separate lines: the bundler attaches a comment on a member's own line to the previous member.
    if (text) comments.push({ at: member.getStart(source), text: `\n/** ${text} */\n` })
    describe(member.type, getNamedType(field.type))
  }

  for (const statement of source.statements) {
    const root = ts.isTypeAliasDeclaration(statement) && roots.get(statement.name.text)
    if (root) describe(statement, root)
  }
  // The comments are in source order, because a member is visited before its children.
  const pieces = comments.map(({ at, text }, index) => types.slice(comments[index - 1]?.at ?? 0, at) + text)
  return pieces.join('') + types.slice(comments.at(-1)?.at ?? 0)
}

/** Fields common to all connections, nodes and errors, whose names need no description. */
const plumbing = new Set('id slug message nodes edges node cursor pageInfo hasNextPage endCursor'.split(' '))

/** Result types show only the first sentence of a description, which is repeated at every selection and shipped in the SDK. */
export function firstSentence(description: string): string {
  return description.replace(/\s+/g, ' ').replace(/(?<=[\w")]\.) [A-Z].*/, '')
}

/** The type name of a union member: `{ __typename: 'Response', … }` → Response. */
function typenameIn(node: ts.TypeLiteralNode, source: ts.SourceFile): string | undefined {
  const member = node.members.find((candidate) => candidate.name?.getText(source) === '__typename')
  return member && /'(\w+)'/.exec(member.getText(source))?.[1]
}
