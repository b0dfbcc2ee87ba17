import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import ts from 'typescript'

/**
 * Types of results, as codegen prints them, with the schema's description before each member. Codegen describes inputs
 * and enums only; an editor should show as much for what comes back. A field under an alias stays without.
 *
 * @param printed TypeScript source.
 * @param roots the name of each result's type, and the type of the schema that it is a selection of.
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
    // On lines of their own: the bundler takes a comment that begins on a member's line for that member's tail.
    if (text) comments.push({ at: member.getStart(source), text: `\n/** ${text} */\n` })
    describe(member.type, getNamedType(field.type))
  }

  for (const statement of source.statements) {
    const root = ts.isTypeAliasDeclaration(statement) && roots.get(statement.name.text)
    if (root) describe(statement, root)
  }
  // They come in the order of the source: a member before what is below it.
  const pieces = comments.map(({ at, text }, index) => types.slice(comments[index - 1]?.at ?? 0, at) + text)
  return pieces.join('') + types.slice(comments.at(-1)?.at ?? 0)
}

/** Fields of every connection, node and error: their names say enough, wherever they are asked for. */
const plumbing = new Set('id slug message nodes edges node cursor pageInfo hasNextPage endCursor'.split(' '))

/** As much of a description as results are shown with: they repeat it wherever a field is asked for, and are sent to everybody. */
export function firstSentence(description: string): string {
  return description.replace(/\s+/g, ' ').replace(/(?<=[\w")]\.) [A-Z].*/, '')
}

/** Of a member of a union: `{ __typename: 'Response', … }` → Response. */
function typenameIn(node: ts.TypeLiteralNode, source: ts.SourceFile): string | undefined {
  const member = node.members.find((candidate) => candidate.name?.getText(source) === '__typename')
  return member && /'(\w+)'/.exec(member.getText(source))?.[1]
}
