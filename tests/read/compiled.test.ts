import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { expect, it } from 'vitest'
import { readPath } from '../../src/read/read-path.js'
import { encodeId } from '../../src/schema/ids.js'
import { schema } from '../../src/schema/schema.js'

const uuid = '00000000-0000-7000-8000-000000000001'
const texts: Readonly<Record<string, unknown>> = { id: encodeId('Theme', uuid), ids: [encodeId('Person', uuid)] }

/** A value that fits, as a literal. */
function literalOf(type: GraphQLInputType, name: string): string {
  const inner = getNullableType(type)
  if (name in texts) return JSON.stringify(texts[name])
  if (isListType(inner)) return `[${literalOf(inner.ofType, name)}]`
  if (isEnumType(inner)) return inner.getValues()[0]?.name ?? ''
  if (isInputObjectType(inner))
    return `{ ${Object.values(inner.getFields())
      .filter((field) => isNonNullType(field.type))
      .map((field) => `${field.name}: ${literalOf(field.type, field.name)}`)
      .join(', ')} }`
  const known: Record<string, string> = {
    Int: '1',
    Boolean: 'true',
    Date: '"2031-03-04"',
    DateTime: '"2031-03-04T00:00:00Z"',
  }
  if (name === 'after' || name === 'before') return 'null'
  return known[String(inner)] ?? '"a"'
}

const argument = ({ name, type }: GraphQLArgument) => `${name}: ${literalOf(type, name)}`

/** Every way to give a field its arguments: those that it must have, and each of the others and of their fields alone. */
function argumentsOf(args: readonly GraphQLArgument[]): { of: string; given: string }[] {
  const required = args.filter(({ type }) => isNonNullType(type)).map(argument)
  const written = (more: string[]) =>
    [...required, ...more].length > 0 ? `(${[...required, ...more].join(', ')})` : ''
  const each = args.flatMap((arg) => {
    const type = getNullableType(arg.type)
    if (!isInputObjectType(type))
      return isNonNullType(arg.type) ? [] : [{ of: `(${arg.name}:)`, given: written([argument(arg)]) }]
    return Object.values(type.getFields()).flatMap((field) =>
      valuesOf(field.type, field.name).map((value) => ({
        of: `(${arg.name}: ${field.name})`,
        given: written([`${arg.name}: { ${othersOf(type, field.name)}${field.name}: ${value} }`]),
      })),
    )
  })
  return [{ of: '', given: written([]) }, ...each]
}

const othersOf = (type: Extract<GraphQLInputType, { getFields: unknown }>, name: string) =>
  Object.values(type.getFields())
    .filter((field) => isNonNullType(field.type) && field.name !== name)
    .map((field) => `${field.name}: ${literalOf(field.type, field.name)}, `)
    .join('')

const valuesOf = (type: GraphQLInputType, name: string): string[] => {
  const inner = getNullableType(type)
  return isEnumType(inner) ? inner.getValues().map((value) => value.name) : [literalOf(type, name)]
}

/** A query for every coordinate of the read contract, each along the shortest way from the root. */
function* queries(): Generator<{ coordinate: string; text: string }> {
  const root = schema.getQueryType()
  const waiting: { type: GraphQLObjectType; wrap: (selection: string) => string }[] = root
    ? [{ type: root, wrap: (own) => own }]
    : []
  const seen = new Set<unknown>([root])
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const { type, wrap } = at
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type)
      const own = isLeafType(named) ? '' : ' { __typename }'
      for (const { of, given } of argumentsOf(field.args))
        yield { coordinate: `${type.name}.${field.name}${of}`, text: wrap(`{ ${field.name}${given}${own} }`) }
      const possible = isObjectType(named)
        ? [named]
        : isLeafType(named) || !('name' in named)
          ? []
          : schema.getPossibleTypes(named as never)
      for (const next of possible) {
        if (seen.has(next)) continue
        seen.add(next)
        const required = argumentsOf(field.args)[0]?.given ?? ''
        const on = isObjectType(named)
          ? (inner: string) => inner
          : (inner: string) => `{ ... on ${next.name} ${inner} }`
        waiting.push({ type: next, wrap: (inner) => wrap(`{ ${field.name}${required} ${on(inner)} }`) })
      }
    }
  }
}

/** What no statement can answer: what is made of the bytes of a document, and how far a reading is that is under way. */
const notOfRows = /^(Query\.(annotationTask|proposal|readingProgress)|ReadingProgress\.\w+)\b/

const ran = new Error('The statement was run.')

it('the compiled read path knows every field and every argument of the read contract', async () => {
  const reasons: (string | undefined)[] = []
  const read = readPath({ schema, rows: () => Promise.reject(ran), onWay: (_way, why) => void reasons.push(why) })
  const found: Record<string, string | undefined> = {}
  let compiled = 0
  for (const { coordinate, text } of queries()) {
    const document = parse(text)
    expect({ text, errors: validate(schema, document) }).toEqual({ text, errors: [] })
    const error = await read(document, null, {}, {}).catch((thrown: unknown) => thrown)
    if (error === ran) compiled++
    else if (!notOfRows.test(coordinate)) found[coordinate] = reasons.at(-1)
  }
  expect(found).toEqual({})
  expect(compiled).toBeGreaterThan(300)
})
