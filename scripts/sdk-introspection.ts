import { readFile, writeFile } from 'node:fs/promises'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import {
  buildSchema,
  type GraphQLSchema,
  introspectionFromSchema,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql'

/**
 * The schema as types, for `graphql(...)` of the SDK: gql.tada's introspection, and beside it the arguments of every
 * field, which gql.tada leaves out. Not in it, for size: gql.tada's extension of its own module, and the members that
 * inference does not look at.
 */
function introspectionTypes(schema: GraphQLSchema): string {
  const introspection = minifyIntrospection(introspectionFromSchema(schema, { descriptions: false }))
  const types = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true })
    .replace(/\nimport \* as gqlTada[\s\S]*/, '')
    .replace(/(kind: '\w+';) name: never;/g, '$1')
    .replaceAll(' ofType: null;', '')
    .replace(/('\w+': \{) name: '\w+'; type:/g, '$1 type:')
    .replace(/^( +)'(\w+)': \{/gm, '$1$2: {')
    .replace(/\{ kind: ('\w+'); name: ('\w+'); \}/g, 'R<$1, $2>')
    .replace(/\{ kind: 'LIST'; ofType: (R<[^<>]+>|\{ kind: 'NON_NULL'; ofType: R<[^<>]+>; \}); \}/g, 'L<$1>')
    .replace(/\{ kind: 'NON_NULL'; ofType: ([RL]<[^;{}]+>); \}/g, 'N<$1>')
    .replace(/L<\{ kind: 'NON_NULL'; ofType: (R<[^<>]+>); \}>/g, 'L<N<$1>>')
    .replace(/\{ kind: 'NON_NULL'; ofType: (L<N<R<[^<>]+>>>); \}/g, 'N<$1>')
    .replace(/'(\w+)': \{ type: ([RLN]<[^;{}]+>); \}/g, '$1: F<$2>')
  return `${types}
/** The kinds of references to types, and a field: written out, they are most of the file. */
type R<Kind, Name> = { kind: Kind; name: Name };
type L<Type> = { kind: 'LIST'; ofType: Type };
type N<Type> = { kind: 'NON_NULL'; ofType: Type };
type F<Type> = { type: Type };

/** Type → field → argument → its type; one with a default value counts as nullable. */
export type fieldArguments = {
${argumentsOf(schema).join('\n')}
};
`
}

function argumentsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => {
      if (!isObjectType(type) && !isInterfaceType(type)) return []
      const fields = Object.values(type.getFields()).flatMap(({ name, args }) => {
        const types = args.map(
          (arg) => `${arg.name}: '${String(arg.type).replace(arg.defaultValue === undefined ? '' : /!$/, '')}'`,
        )
        return types.length > 0 ? [`${name}: { ${types.join('; ')} }`] : []
      })
      return fields.length > 0 ? [`  ${type.name}: { ${fields.join('; ')} };`] : []
    })
}

const schema = buildSchema(await readFile(process.argv[2] ?? 'schema.graphql', 'utf8'))
await writeFile('sdk/src/generated/introspection.d.ts', introspectionTypes(schema))
