// Who spoke on a theme, for whom, and who answered whom:  npm start -- THEME
import { createClient, graphql, type NodeOf, RapporteurError, type ResultOf } from '@rapporteur/sdk'

const url = process.env.RAPPORTEUR_URL ?? 'http://localhost:4000/graphql'
const rapporteur = createClient({ url })

const Said = graphql(`
  query ($theme: String!, $after: String) {
    theme(slug: $theme) {
      title
      remarks(first: 100, after: $after) {
        nodes {
          __typename
          text
          speaker { name }
          organization { name }
          ... on Response { acts { verb } inResponseTo { speaker { name } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)
type Remark = NodeOf<ResultOf<typeof Said>>

function line(remark: Remark): string {
  const who = `${remark.speaker?.name ?? 'Somebody'} (${remark.organization?.name ?? 'for nobody'})`
  if (remark.__typename === 'Statement') return `${who}: ${remark.text}`
  const whom = remark.inResponseTo.map(({ speaker }) => speaker?.name ?? 'somebody').join(' and ')
  return `  ${who} ${remark.acts.map(({ verb }) => verb).join(', ')}, to ${whom}: ${remark.text}`
}

const [theme] = process.argv.slice(2)
if (!theme) {
  console.error('Name a theme: npm start -- depth-of-the-channel')
  process.exit(2)
}
try {
  let count = 0
  for await (const remark of rapporteur.paginate(Said, { theme })) {
    console.log(line(remark))
    count++
  }
  console.log(`${count} remarks on ${theme}`)
} catch (error) {
  if (!(error instanceof RapporteurError)) throw error
  console.error(error.message)
  process.exit(1)
}
