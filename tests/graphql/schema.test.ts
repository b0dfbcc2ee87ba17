import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { nodeTables } from '../../src/schema/ids.js'
import { schema } from '../../src/schema/schema.js'

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
)

/** Coordinates of everything in a type that can have a description, with it. */
function describedIn(type: GraphQLNamedType): [coordinate: string, description: string | null | undefined][] {
  const own: [string, string | null | undefined] = [type.name, type.description]
  if (isEnumType(type))
    return [
      own,
      ...type
        .getValues()
        .map(({ name, description }) => [`${type}.${name}`, description] as [string, typeof description]),
    ]
  if (isInputObjectType(type))
    return [
      own,
      ...Object.values(type.getFields()).map(
        ({ name, description }) => [`${type}.${name}`, description] as [string, typeof description],
      ),
    ]
  if (!isObjectType(type) && !isInterfaceType(type)) return [own]
  return [
    own,
    ...Object.values(type.getFields()).flatMap(({ name, description, args }) => [
      [`${type}.${name}`, description] as [string, typeof description],
      ...args.map((arg) => [`${type}.${name}(${arg.name}:)`, arg.description] as [string, typeof description]),
    ]),
  ]
}

describe('the schema', () => {
  it('describes every type, field, argument and enum value for its readers', () => {
    const lacking = types.flatMap(describedIn).filter(([, description]) => !description?.trim())
    expect(lacking.map(([coordinate]) => coordinate)).toEqual([])
  })

  it('ends every description as a sentence', () => {
    const open = types.flatMap(describedIn).filter(([, description]) => !/[.!?]"?$|^\W*$/.test(description ?? ''))
    expect(open).toEqual([])
  })

  it('can find every Node by its id', () => {
    const nodes = types.filter((type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node'))
    const tables = nodes.map((type) => {
      const { pothosPrismaModel = type.name } = type.extensions as { pothosPrismaModel?: string }
      return pothosPrismaModel
    })
    expect([...new Set(tables)].sort()).toEqual([...nodeTables].sort())
  })

  it('says of every list that can grow how it is read', () => {
    const connections = types
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ coordinate: `${type}.${field.name}`, field })),
      )
      .filter(({ field }) => String(field.type).endsWith('Connection!'))
    expect(connections.length).toBeGreaterThan(20)
    const read = ({ extensions: { read } }: { extensions: { read?: unknown } }) => read
    expect(connections.filter(({ field }) => !read(field)).map(({ coordinate }) => coordinate)).toEqual([])
  })
})
