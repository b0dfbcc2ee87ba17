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
  return `${types}
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
