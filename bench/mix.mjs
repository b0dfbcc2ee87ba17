// What readers of an archive ask, mixed: GraphQL by POST and GET, pages, exports, searches, and what is refused.

/** Questions whose slugs are found in the archive itself: how often of a hundred, and how each is put. */
const kinds = [
  { name: 'theme', share: 22, make: ({ themes }, one) => post(headline, { slug: one(themes) }) },
  { name: 'theme by GET', share: 10, make: ({ themes }, one) => get(headline, { slug: one(themes) }) },
  { name: 'person', share: 12, make: ({ people }, one) => post(person, { slug: one(people) }) },
  { name: 'meetings', share: 8, make: (_, one) => post(meetings, { first: one([5, 20, 100]) }) },
  { name: 'remarks', share: 8, make: ({ people }, one) => post(remarks, { by: one(people) }) },
  { name: 'search', share: 8, make: ({ words }, one) => post(search, { query: one(words) }) },
  { name: 'statistics', share: 2, make: ({ people }, one) => post(statistics, { by: one(people) }) },
  { name: 'changes', share: 4, make: () => post('{ changes(last: 10) { nodes { kind at } } }') },
  { name: 'theme page', share: 5, make: ({ themes }, one) => page(`/themes/${one(themes)}`) },
  { name: 'person page', share: 4, make: ({ people }, one) => page(`/people/${one(people)}`) },
  { name: 'reading page', share: 2, make: ({ meetings: slugs }, one) => page(`/meetings/${one(slugs)}`) },
  { name: 'export', share: 1, make: ({ meetings: slugs }, one) => page(`/meetings/${one(slugs)}.json`) },
  { name: 'feed', share: 2, make: () => page('/feed.xml') },
  { name: 'ready', share: 4, make: () => page('/ready') },
  { name: 'unknown field', share: 3, make: () => ({ ...post('{ nothing }'), expected: [200] }) },
  { name: 'no JSON', share: 2, make: () => ({ ...post('{}'), body: '{', expected: [400] }) },
  { name: 'unknown page', share: 1, make: () => ({ ...page('/people/nobody-at-all'), expected: [404] }) },
  {
    name: 'gone at once',
    share: 2,
    make: ({ words }, one) => ({ ...post(search, { query: one(words) }), leaves: true }),
  },
]

const headline = `query ($slug: String!) { theme(slug: $slug) { title remarks(first: 20) {
  nodes { id text speaker { name organization { name } } paragraph { number meeting { title date } } }
  pageInfo { hasNextPage endCursor } } } }`
const person = `query ($slug: String!) { person(slug: $slug) { name organization { name }
  meetings(first: 10) { nodes { title date } } remarks(first: 10) { nodes { text theme { title } } } } }`
const meetings = 'query ($first: Int!) { meetings(first: $first) { nodes { slug title date series { title } } } }'
const remarks = `query ($by: String!) { remarks(first: 50, filter: { person: [$by] }) { nodes { id text
  ... on Response { inResponseTo { id } } } } }`
const search = `query ($query: String!) { search(query: $query, first: 10) { nodes { __typename
  ... on Remark { text } } } }`
const statistics = 'query ($by: String!) { statistics(filter: { person: [$by] }) { remarks byYear { year remarks } } }'

const json = { 'content-type': 'application/json', accept: 'application/json' }

const post = (query, variables = {}) => ({
  ...{ method: 'POST', path: '/graphql', headers: json, expected: [200] },
  body: JSON.stringify({ query, variables }),
})
const get = (query, variables) => ({
  ...{ method: 'GET', headers: { accept: 'application/json' }, expected: [200] },
  path: `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) })}`,
})
const page = (path) => ({ method: 'GET', path, headers: { accept: '*/*' }, expected: [200] })

/** The next question, as chance has it. */
export function mixOf(known, random = Math.random) {
  const one = (list) => list[Math.floor(random() * list.length)]
  const total = kinds.reduce((sum, { share }) => sum + share, 0) // more than what chance gives, so that a kind is found
  return () => {
    let left = random() * total
    const kind = kinds.find(({ share }) => {
      left -= share
      return left < 0
    })
    return { kind: kind.name, ...kind.make(known, one) }
  }
}

/** What there is to ask about. */
export async function knownOf(url) {
  const slugs = async (field) => {
    const body = JSON.stringify({ query: `{ ${field}(first: 100) { nodes { slug } } }` })
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: json, body })
    const { data, errors } = await response.json()
    if (errors) throw new Error(JSON.stringify(errors))
    return data[field].nodes.map(({ slug }) => slug)
  }
  const [themes, people, found] = [await slugs('themes'), await slugs('people'), await slugs('meetings')]
  return { themes, people, meetings: found, words: ['water', 'budget or report', '"the committee"', 'harbour -ferry'] }
}
