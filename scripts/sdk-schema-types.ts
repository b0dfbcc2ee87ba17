import { readFile, writeFile } from 'node:fs/promises'
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isScalarType,
  isUnionType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql'
import { firstSentence } from './described-types.js'

/** For each scalar, its TypeScript type on the wire, and the literals allowed for it in a document, where strings are `""`. */
const scalars: Record<string, [type: string, literal: string]> = {
  String: ['string', '\'""\''],
  ID: ['string', `'""' | \`\${bigint}\``],
  Int: ['number', `\`\${bigint}\``],
  Float: ['number', `\`\${number}\``],
  Boolean: ['boolean', "'true' | 'false'"],
  Date: ['string', '\'""\''],
  DateTime: ['string', '\'""\''],
  LocalTime: ['string', '\'""\''],
  URL: ['string', '\'""\''],
  JSON: ['unknown', 'string'],
  Upload: ['Blob', 'never'],
}

/**
 * The schema as TypeScript types for the SDK's `graphql(...)`, shaped for type-checking documents: one lookup per field, with leaf
 * types resolved and all others as the schema's type references.
 *
 * @throws {Error} for a scalar that the SDK has no type for
 */
function schemaTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
  const composites = types.filter(isCompositeType)
  const leaves = types.filter(isLeafType)
  return `// Made by \`npm run schema\` from schema.graphql.
import type { ${types
    .filter(isOwnEnum)
    .map(({ name }) => name)
    .join(', ')} } from './inputs.js'
${types
  .filter(isEnumType)
  .filter(({ name }) => name.startsWith('__'))
  .map((type) => `type ${type.name} = ${valuesOf(type)}`)
  .join('\n')}

/** Scalars and enums → what arrives. */
export interface Leaves ${members(leaves, (type) => leafName(type))}

/** Scalars and enums → what can be written for them. */
export interface Literals ${members(leaves, (type) => (isScalarType(type) ? scalar(type.name)[1] : type.name))}

/** Type → field → what arrives, of the fields that have no fields of their own. */
export interface LeafFields ${members(composites, (type) =>
    inline(fieldsOf(type).filter(isLeafField), (field) => arriving(field.type)),
  )}

/** Type → field → reference to its type, of all other fields; before a star, an argument that has to be given. */
export interface ObjectFields ${members(composites, (type) =>
    inline(
      fieldsOf(type).filter((field) => !isLeafField(field)),
      ({ type, args }) =>
        `'${args
          .filter(isNeeded)
          .map(({ name }) => `${name}*`)
          .join('')}${type}'`,
    ),
  )}

/** Type → field → argument → reference to its type; one with a default value counts as nullable. */
export interface FieldArguments ${members(
    composites.filter((type) => fieldsOf(type).some(({ args }) => args.length > 0)),
    (type) =>
      inline(
        fieldsOf(type).filter(({ args }) => args.length > 0),
        ({ args }) => inline(args, taken),
      ),
  )}

/** Input → field → reference to its type; one with a default value counts as nullable. */
export interface Inputs ${members(types.filter(isInputObjectType), (type) =>
    inline(Object.values(type.getFields()), taken),
  )}

/** Input → the fields that it needs. */
export interface NeededInputs ${members(
    types.filter(isInputObjectType).filter((type) => Object.values(type.getFields()).some(isNeeded)),
    (type) =>
      union(
        Object.values(type.getFields())
          .filter(isNeeded)
          .map(({ name }) => name),
      ),
  )}

/** Type → the types of the objects that it can be. */
export interface Possible ${members(composites, (type) =>
    union((isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map(({ name }) => name)),
  )}
`
}

/** The schema's enums and inputs, as TypeScript types with descriptions. */
function inputTypes(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap())
  const enums = types.filter(isOwnEnum).map((type) => `${comment(type)}export type ${type.name} = ${valuesOf(type)}`)
  const inputs = types.filter(isInputObjectType).map(
    (type) =>
      `${comment(type)}export type ${type.name} = {\n${Object.values(type.getFields())
        .map((field) => `${comment(field)}${field.name}${isNeeded(field) ? '' : '?'}: ${given(field.type)}`)
        .join('\n')}\n}`,
  )
  return ['// Made by `npm run schema` from schema.graphql.', ...enums, ...inputs, ''].join('\n')
}

const comment = ({ description }: { description?: string | null | undefined }) =>
  description ? `/** ${firstSentence(description)} */\n` : ''

/** The TypeScript type of what is given for an input. */
function given(type: GraphQLType): string {
  const nullable = getNullableType(type)
  const named = getNamedType(type)
  const bare = isListType(nullable)
    ? `Array<${given(nullable.ofType)}>`
    : named.name === 'ID'
      ? 'string | number'
      : isScalarType(named)
        ? scalar(named.name)[0]
        : named.name
  return isNonNullType(type) || bare === 'unknown' ? bare : `${bare} | null | undefined`
}

const isOwnEnum = (type: GraphQLNamedType): type is GraphQLEnumType => isEnumType(type) && !type.name.startsWith('__')

const valuesOf = (type: GraphQLEnumType) => union(type.getValues().map(({ name }) => name))

function members<Type extends { name: string }>(types: readonly Type[], text: (type: Type) => string): string {
  return `{\n${types.map((type) => `  ${type.name}: ${text(type)}\n`).join('')}}`
}

function inline<Member extends { name: string }>(all: readonly Member[], text: (member: Member) => string): string {
  return `{ ${all.map((member) => `${member.name}: ${text(member)}`).join('; ')} }`
}

const union = (names: readonly string[]) => names.map((name) => `'${name}'`).join(' | ')

function fieldsOf(type: GraphQLNamedType) {
  if (!isCompositeType(type) || isUnionType(type)) return []
  const introspection = type.name === 'Query' ? [SchemaMetaFieldDef, TypeMetaFieldDef] : []
  return [...Object.values(type.getFields()), ...introspection]
}

const isLeafField = ({ type }: { type: GraphQLType }) => isLeafType(getNamedType(type))

function scalar(name: string): [type: string, literal: string] {
  const found = scalars[name]
  if (!found) throw new Error(`Add the type of the scalar ${name} to ${import.meta.filename}.`)
  return found
}

const leafName = (type: GraphQLNamedType) => (isScalarType(type) ? scalar(type.name)[0] : type.name)

/** The TypeScript type on the wire of a leaf type reference. */
function arriving(type: GraphQLType): string {
  const nullable = getNullableType(type)
  const bare = isListType(nullable) ? `(${arriving(nullable.ofType)})[]` : leafName(getNamedType(type))
  const text = bare.replace(/^\((\w+)\)/, '$1')
  return isNonNullType(type) || text === 'unknown' ? text : `${text} | null`
}

const taken = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  `'${defaultValue === undefined ? type : getNullableType(type)}'`

const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(type) && defaultValue === undefined

const schema = buildSchema(await readFile('schema.graphql', 'utf8'))
await writeFile('sdk/src/generated/schema.d.ts', schemaTypes(schema))
await writeFile('sdk/src/generated/inputs.ts', inputTypes(schema))
