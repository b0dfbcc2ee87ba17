import fc from 'fast-check'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { encodeId } from '../../src/schema/ids.js'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'

let ask: Ask
const cursors: string[] = ['', '9', '12', 'nonsense', Buffer.from('["remarks","1",""]').toString('base64url')]
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
  const { at } = await ask(`{ remarks { edges { cursor } } people { edges { cursor } } meetings { edges { cursor } }
    themes(orderBy: { field: REMARKS, direction: DESC }) { edges { cursor } } organizations { edges { cursor } } changes { edges { cursor } } }`)
  for (const list of ['remarks', 'people', 'meetings', 'themes', 'organizations', 'changes'])
    cursors.push(...(at(`${list}.edges.*.cursor`) as string[]))
})

const names = [
  'mara-lind',
  'fair-dues',
  'night-traffic',
  'harbour-council',
  'norland',
  'port-authority',
  'm-lindt',
  'a-talk-at-the-quay',
]
const hostile = ['', '%', '_', '\\', "'; DROP TABLE x; --", '😀', 'x'.repeat(5000), '\u202e', '1', 'Ä']
const ids = [
  encodeId('Person', id.lind),
  encodeId('Theme', id.fairness),
  encodeId('Meeting', id.undated),
  encodeId('Remark', id.turn),
]

type Choose = <Item>(items: readonly Item[]) => Item
const chance = (choose: Choose, of: number) => choose(Array.from({ length: of }, (_, i) => i)) === 0

function value(type: GraphQLInputType, name: string, choose: Choose): string {
  if (isNonNullType(type)) return value(type.ofType, name, choose)
  if (chance(choose, 12)) return 'null'
  if (isListType(type)) {
    const length = choose([0, 1, 2, 3])
    return `[${Array.from({ length }, () => present(type.ofType, name, choose)).join(', ')}]`
  }
  if (isEnumType(type)) return choose(type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || chance(choose, 3))
    return `{ ${fields.map((field) => `${field.name}: ${required(field.type, field.name, choose)}`).join(', ')} }`
  }
  const text = () => {
    if (name === 'after' || name === 'before') return choose(cursors)
    return choose([...names, ...ids, ...hostile])
  }
  const leaves: Record<string, () => string> = {
    Int: () => choose(['0', '1', '2', '3', '7', '100', '101', '-1', '2147483647']),
    Boolean: () => choose(['true', 'false']),
    Date: () => choose(['"2031-03-04"', '"0001-01-01"', '"9999-12-31"']),
    DateTime: () => choose(['"2032-05-11T09:13:00Z"', '"0000-01-01T00:00:00+01:00"', '"9999-12-31T23:59:59.999Z"']),
    ID: () => JSON.stringify(choose([...ids, 'nonsense'])),
  }
  return (leaves[getNamedType(type).name] ?? (() => JSON.stringify(text())))()
}

/** A value that is not null. */
function present(type: GraphQLInputType, name: string, choose: Choose): string {
  for (;;) {
    const text = value(type, name, choose)
    if (text !== 'null') return text
  }
}

const required = (type: GraphQLInputType, name: string, choose: Choose) =>
  isNonNullType(type) ? present(type.ofType, name, choose) : value(type, name, choose)

function argumentsOf(args: readonly GraphQLArgument[], choose: Choose): string {
  const given = args.filter((arg) => isNonNullType(arg.type) || chance(choose, 3))
  const text = given.map((arg) => {
    if (arg.name === 'first' || arg.name === 'last')
      return `${arg.name}: ${choose(['0', '1', '2', '3', '5', '101', '-1'])}`
    return `${arg.name}: ${required(arg.type, arg.name, choose)}`
  })
  return text.length > 0 ? `(${text.join(', ')})` : ''
}

/** A random selection set; each field has an alias of its own, so that none is in another's way. */
function selection(type: GraphQLOutputType, depth: number, choose: Choose, next: () => string): string {
  const named = getNamedType(type)
  if (!isObjectType(named) && !isInterfaceType(named)) return '{ __typename }'
  const fields = Object.values(named.getFields()).filter((field) => depth > 0 || isLeafType(getNamedType(field.type)))
  const chosen = Array.from({ length: choose([1, 2, 3, 4]) }, () => choose(fields)).map((field) => {
    const beneath = isLeafType(getNamedType(field.type)) ? '' : selection(field.type, depth - 1, choose, next)
    return `${next()}: ${field.name}${argumentsOf(field.args, choose)} ${beneath}`
  })
  if (isAbstractType(named)) {
    const variant = choose(schema.getPossibleTypes(named))
    chosen.push(`... on ${variant.name} ${selection(variant, depth, choose, next)}`)
  }
  return `{ __typename ${chosen.join(' ')} }`
}

function operation(seed: number): string {
  let state = seed >>> 0
  const choose: Choose = (items) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const item = items[Math.floor((state / 2 ** 32) * items.length)]
    if (item === undefined) throw new Error('Nothing to choose from.')
    return item
  }
  let aliases = 0
  const query = schema.getQueryType()
  if (!query) throw new Error('No query type.')
  return selection(query, choose([2, 3, 4, 5, 6]), choose, () => `a${aliases++}`)
}

describe('any operation that fits the schema', () => {
  it('is answered, or refused as bad input with the path of an argument', { timeout: 300_000 }, async () => {
    let asked = 0
    const numRuns = Number(process.env.RANDOM_OPERATIONS ?? 150)
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const text = operation(seed)
        if (priceOf(schema, parse(text)).price > 3000) return
        asked++
        const { errors } = await ask(text)
        const unexpected = errors.filter(({ extensions: { code, argument } }) => {
          if (code === 'UNAUTHENTICATED') return !text.includes('readingProgress') // the one field that needs a key
          return (code !== 'BAD_USER_INPUT' && code !== 'CURSOR_EXPIRED') || !Array.isArray(argument)
        })
        expect(unexpected.map(({ message, path }) => ({ message, path, text }))).toEqual([])
      }),
      { numRuns, endOnFailure: true },
    )
    expect(asked).toBeGreaterThan(numRuns / 2) // the others were too dear
  })
})
