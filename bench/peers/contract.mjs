// What the two peers that are written by hand have of the contract: all that the questions ask for.
export const typeDefs = /* GraphQL */ `
  type Query { theme(slug: String!): Theme meeting(slug: String!): Meeting }
  type Theme { id: ID! slug: String! title: String! remarks(first: Int, after: String): RemarkConnection! }
  type RemarkConnection { nodes: [Remark!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Remark { id: ID! text: String! speaker: Person paragraph: Paragraph }
  type Person { id: ID! slug: String! name: String! organization: Organization }
  type Organization { id: ID! slug: String! name: String! }
  type Paragraph { id: ID! number: String text: String! meeting: Meeting! remarks(first: Int): RemarkConnection! }
  type ParagraphConnection { nodes: [Paragraph!]! pageInfo: PageInfo! }
  type Meeting { id: ID! slug: String! title: String! date: String paragraphs(first: Int, after: String): ParagraphConnection! }
`

export const pageSize = (first) => Math.min(first ?? 20, 100)

/** The page of the rows, one more than which were read, with a cursor that holds the sort values. */
export const page = (rows, first, key = 'sortKey') => {
  const nodes = rows.slice(0, first)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(`${last[key]}:${last.id}`).toString('base64') : null
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } }
}

export const place = (after) => Buffer.from(after, 'base64').toString().split(':')

/** The rows by what they have in a column, in their order. */
export const grouped = (rows, column) => {
  const groups = new Map()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}
