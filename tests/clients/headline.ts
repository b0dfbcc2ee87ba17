/** The headline question as any client would ask it, with a page size that makes several pages of the sample. */
export const headline = /* GraphQL */ `
  query Headline($slug: String!, $first: Int!, $after: String) {
    theme(slug: $slug) {
      id
      title
      remarks(first: $first, after: $after) {
        edges { cursor node { id __typename text speaker { id name organization { id name } } } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`

export interface HeadlineData {
  theme: {
    title: string
    remarks: {
      edges: {
        cursor: string
        node: {
          id: string
          __typename: 'Statement' | 'Response'
          text: string
          speaker: { name: string; organization: { name: string } | null } | null
        }
      }[]
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
    }
  }
}

/** The theme with most remarks, and all of these, asked for by plain `fetch`: what each client has to come to as well. */
export async function expectedHeadline(url: string) {
  const ask = async <Data>(query: string, variables: object = {}): Promise<Data> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] }
    if (errors) throw new Error(errors.map((error) => error.message).join('; '))
    return data
  }
  const most = '{ themes(first: 1, orderBy: { field: REMARKS, direction: DESC }) { nodes { slug } } }'
  const { themes } = await ask<{ themes: { nodes: { slug: string }[] } }>(most)
  const slug = themes.nodes[0]?.slug ?? ''
  const { theme } = await ask<HeadlineData>(headline, { slug, first: 100 })
  return {
    slug,
    texts: theme.remarks.edges.map(({ node }) => node.text),
    ids: theme.remarks.edges.map(({ node }) => node.id),
  }
}
