const speaker = 'speaker { slug name organization { slug name } affiliations { title organization { name } } }'
const remark = `__typename id text attribution position ${speaker} meeting { slug title date }`
const page = 'pageInfo { hasNextPage endCursor } totalCount'

/** Ten kinds of queries as people write them; each of the fifty is one of them with a field or a page more. */
const kinds = [
  `query ($slug: String!, $first: Int = 20, $after: String) {
    theme(slug: $slug) {
      slug title
      remarks(first: $first, after: $after, filter: { kind: [RESPONSE] }) {
        nodes { ${remark} ... on Response { stance acts { kind verb } inResponseTo { id } } ... on Statement { scope } }
        ${page}
      }
    }
  }`,
  `query ($slug: String!) {
    meeting(slug: $slug) {
      id slug title date
      paragraphs(first: 50) {
        nodes { id number heading text theme { slug title } remarks(first: 5) { nodes { ${remark} } } }
        ${page}
      }
      attendances(first: 100) { nodes { nameAsPrinted role person { slug name } affiliations { title } } }
    }
  }`,
  `query ($slug: String!, $asOf: Date) {
    person(slug: $slug) {
      slug name
      affiliations(asOf: $asOf) { title status firstStated lastStated organization { slug name } }
      remarks(first: 20) { edges { cursor node { ${remark} } } ${page} }
    }
  }`,
  `query ($slug: String!) {
    organization(slug: $slug) { slug name people(first: 50) { nodes { name sortName affiliations { title } } ${page} } }
  }`,
  `query ($query: String!, $in: [SearchTarget!], $filter: RemarkFilter) {
    search(query: $query, in: $in, filter: $filter, first: 10) {
      totalCount
      edges {
        score snippet matches { start end }
        node {
          __typename
          ... on Remark { id permalink speaker { name } }
          ... on Person { id slug name }
          ... on Theme { id slug title }
        }
      }
    }
  }`,
  `query ($filter: RemarkFilter) {
    statistics(filter: $filter) {
      remarks responses people
      byTheme(first: 10) { theme { slug title } remarks }
      byPerson(first: 10) { person { slug name } remarks }
      byYear { year remarks }
    }
  }`,
  `query ($first: Int, $after: String) {
    meetings(first: $first, after: $after, orderBy: { field: DATE, direction: DESC }) { nodes { slug title date } ${page} }
  }`,
  `query ($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Meeting { slug title } ... on Person { name } ... on Remark { text } }
  }`,
  `query ($meeting: String!, $number: String!) {
    paragraph(meeting: $meeting, number: $number) { id number text speakers { name } remarks { nodes { ${remark} } } }
  }`,
  `mutation ($input: MergeInput!) {
    mergePeople(input: $input) {
      __typename
      ... on MergePeopleSuccess { person { slug name } }
      ... on UserError { message }
    }
  }`,
]
/** A field more each time, so that no two of the fifty are the same. */
const varied = (text: string, round: number) =>
  text.replace(/\b(name|title)\b/, ['$1', '$1 id', 'id $1', '$1 __typename', 'called: $1'][round] ?? '$1')

/** Fifty queries, no two of them the same, by which typing them is measured. */
export const fiftyQueries = Array.from({ length: 50 }, (_, index) => {
  const text = varied(kinds[index % 10] ?? '', Math.floor(index / 10))
  return text.replace(/^(query|mutation)/, `$1 Q${index}`)
})
