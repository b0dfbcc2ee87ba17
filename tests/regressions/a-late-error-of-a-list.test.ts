import {
  execute,
  GraphQLInt,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  parse,
} from 'graphql'
import { expect, it } from 'vitest'
import { rejecting } from '../../src/schema/rejecting.js'

const int = new GraphQLNonNull(GraphQLInt)
const refuse = () => {
  throw new Error('refused')
}
const Item = new GraphQLInterfaceType({ name: 'Item', fields: { late: { type: int }, refused: { type: int } } })
const item = (name: string, late: () => unknown) =>
  new GraphQLObjectType({
    name,
    interfaces: [Item],
    fields: { late: { type: int, resolve: late }, refused: { type: int, resolve: refuse } },
  })
const types = [item('Slow', () => new Promise((resolve) => setImmediate(resolve, 1))), item('Fast', () => 1)]
const schema = rejecting(
  new GraphQLSchema({
    types,
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        items: {
          type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(Item))),
          resolve: () => [{ __typename: 'Slow' }, { __typename: 'Fast' }],
        },
      },
    }),
  }),
)

it('is not left over when another item has failed at once', async () => {
  const left: unknown[] = []
  const note = (error: unknown) => left.push(error)
  process.on('unhandledRejection', note)
  const { errors } = await execute({ schema, document: parse('{ items { late refused } }') })
  expect(errors?.map(({ message }) => message)).toEqual(['refused'])
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', note)
  expect(left).toEqual([])
})
