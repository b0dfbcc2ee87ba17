import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { breachesOf, unexcused } from '../../scripts/contract.js'
import { undeclaredChanges } from '../../scripts/undeclared-changes.js'

const contract = `
  interface Node { id: ID! }
  type Query { book(id: ID!, edition: Int): Book search(filter: Filter): Result }
  type Book implements Node { id: ID! title: String! tags: [String!]! binding: Binding }
  type Leaflet { title: String }
  union Result = Book | Leaflet
  enum Binding { PAPER CLOTH }
  input Filter { title: String }
  scalar Date
`

/** The breaches of the contract above, with one thing in it replaced. */
function breaches(search: string, replacement: string): string[] {
  expect(contract).toContain(search)
  const schema = buildSchema(contract.replace(search, replacement))
  return breachesOf(buildSchema(contract), schema).map(({ at, is }) => `${at}: ${is}`)
}

describe('the contract', () => {
  it('is kept by a schema that has the same', () => {
    expect(breachesOf(buildSchema(contract), buildSchema(contract))).toEqual([])
  })

  it('may be added to, by types, fields, values, members and optional arguments', () => {
    expect(breaches('title: String! tags', 'title: String! pages(of: Int): Int tags')).toEqual([])
    expect(breaches('edition: Int)', 'edition: Int, lang: String, draft: Boolean! = false)')).toEqual([])
    expect(breaches('PAPER CLOTH', 'PAPER CLOTH LEATHER')).toEqual([])
    expect(breaches('Book | Leaflet', 'Book | Leaflet | Map type Map { title: String }')).toEqual([])
  })

  it('wants every type, of the same kind', () => {
    expect(breaches('scalar Date', '')).toEqual(['Date: is missing'])
    expect(breaches('scalar Date', 'type Date { year: Int }')).toEqual([
      'Date: should be a GraphQLScalarType, and is a GraphQLObjectType',
    ])
  })

  it('wants every field, with its type and its nullability', () => {
    expect(breaches('title: String! tags', 'tags')).toEqual(['Book.title: is missing'])
    expect(breaches('title: String! tags', 'title: String tags')).toEqual([
      'Book.title: should be String!, and is String',
    ])
    expect(breaches('[String!]!', '[String]!')).toEqual(['Book.tags: should be [String!]!, and is [String]!'])
  })

  it('wants every argument, and none that it does not know', () => {
    expect(breaches(', edition: Int', '')).toEqual(['Query.book(edition:): is missing'])
    expect(breaches('id: ID!, ', 'id: ID, ')).toEqual(['Query.book(id:): should be ID!, and is ID'])
    expect(breaches('edition: Int)', 'edition: Int, lang: String!)')).toEqual([
      'Query.book(lang:): is required, and not in the contract',
    ])
    expect(breaches('{ title: String }\n  scalar', '{ title: String, lang: String! }\n  scalar')).toEqual([
      'Filter.lang: is required, and not in the contract',
    ])
  })

  it('wants every value, member and interface', () => {
    expect(breaches('PAPER CLOTH', 'PAPER')).toEqual(['Binding.CLOTH: is missing'])
    expect(breaches('Book | Leaflet', 'Book')).toEqual(['Result.Leaflet: is missing'])
    expect(breaches('Book implements Node', 'Book')).toEqual(['Book implements Node: is missing'])
  })
})

describe('the list of what is not there yet', () => {
  const missing = [
    { at: 'Book.title', is: 'is missing' },
    { at: 'Date', is: 'is missing' },
  ]

  it('excuses what it names, and nothing else', () => {
    expect(unexcused(missing, ['# later', '', 'Date'])).toEqual(['Book.title: is missing'])
    expect(unexcused(missing, ['Date', ' Book.title '])).toEqual([])
  })

  it('can only get shorter', () => {
    expect(unexcused(missing, ['Date', 'Book.title', 'Book.tags'])).toEqual([
      'Book.tags: excuses nothing any more; take its line off the list',
    ])
  })
})

describe('a change since the last release', () => {
  const released = buildSchema('type Query { book: Int, leaflet: Int }')
  const present = buildSchema('type Query { book: Int }')
  const changeset = (step: string) => `---\n'@rapporteur/sdk': ${step}\n---\n\nLeaflets are gone: major news.\n`

  it('is told, and says what it breaks', () => {
    expect(undeclaredChanges(released, present, [], '1.2.0')).toEqual(['Query.leaflet was removed.'])
    expect(undeclaredChanges(present, present, [], '1.2.0')).toEqual([])
  })

  it('asks for less when it only adds: a minor step, and before version 1 a patch', () => {
    const told = (step: string) => [`The schema was extended, which needs a ${step} version bump.`]
    expect(undeclaredChanges(present, released, [], '1.2.0')).toEqual(told('minor'))
    expect(undeclaredChanges(present, released, [changeset('patch')], '1.2.0')).toEqual(told('minor'))
    expect(undeclaredChanges(present, released, [changeset('minor')], '1.2.0')).toEqual([])
    expect(undeclaredChanges(present, released, [], '0.2.0')).toEqual(told('patch'))
    expect(undeclaredChanges(present, released, [changeset('patch')], '0.2.0')).toEqual([])
  })

  it('is declared by a major step, and before version 1 by a minor one', () => {
    expect(undeclaredChanges(released, present, [changeset('major')], '1.2.0')).toEqual([])
    expect(undeclaredChanges(released, present, [changeset('minor')], '1.2.0')).toHaveLength(1)
    expect(undeclaredChanges(released, present, [changeset('minor')], '0.2.0')).toEqual([])
    expect(undeclaredChanges(released, present, [changeset('patch')], '0.2.0')).toHaveLength(1)
  })
})
