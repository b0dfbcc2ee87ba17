// What the two peers that are written by hand have of the contract: all that the query asks for.
export const typeDefs = /* GraphQL */ `
  type Query { theme(slug: String!): Theme }
  type Theme { id: ID! slug: String! title: String! remarks(first: Int, after: String): RemarkConnection! }
  type RemarkConnection { nodes: [Remark!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Remark { id: ID! text: String! speaker: Person paragraph: Paragraph }
  type Person { id: ID! slug: String! name: String! organization: Organization }
  type Organization { id: ID! slug: String! name: String! }
  type Paragraph { id: ID! number: String meeting: Meeting! }
  type Meeting { id: ID! slug: String! title: String! date: String }
`

export const pageSize = (first) => Math.min(first ?? 20, 100)

/** The page of the rows, one more than which were read, with a cursor that holds the sort values. */
export const page = (rows, first) => {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(`${last.sortKey}:${last.id}`).toString('base64') : null
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } }
}

export const place = (after) => Buffer.from(after, 'base64').toString().split(':')
