// Walks through what a reading doubts, and corrects who says what:  npm start -- MEETING
import { createInterface } from 'node:readline'
import { createClient, graphql, type NodeOf, RapporteurError, type ResultOf } from '@rapporteur/sdk'
import { correct, undoCorrection } from '@rapporteur/sdk/operations'

const url = process.env.RAPPORTEUR_URL ?? 'http://localhost:4000/graphql'
const apiKey = process.env.RAPPORTEUR_KEY
const rapporteur = createClient({ url, apiKey, operations: { correct, undoCorrection } })

const Record = graphql(`
  query ($slug: String!) {
    meeting(slug: $slug) {
      title
      source { text }
      attendances(first: 100) { nodes { person { id name } } }
      corrections(inForce: true, first: 100) { nodes { id } }
    }
  }
`)
const Doubts = graphql(`
  query ($slug: String!, $after: String) {
    meeting(slug: $slug) {
      findings(severity: WARNING, first: 100, after: $after) {
        nodes { message settled span { start end } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`)
type Doubt = NodeOf<ResultOf<typeof Doubts>>

const [slug] = process.argv.slice(2)
if (!slug) {
  console.error('Name a meeting: npm start -- board-2025-10-16')
  process.exit(2)
}
const terminal = createInterface({ input: process.stdin })
const lines = terminal[Symbol.asyncIterator]()

/** Asks who says the words of a doubt; null for whoever leaves it as it is. */
async function speakerOf(people: readonly { id: string; name: string }[]) {
  process.stdout.write('Who says this? A number, a name, or Enter to go on: ')
  const { value = '' } = await lines.next()
  const answer = String(value).trim()
  if (answer === '') return null
  const person = people[Number(answer) - 1]
  return person ? { person: person.id } : { name: answer }
}

async function review(slug: string) {
  const { meeting } = await rapporteur.query(Record, { slug })
  if (!meeting) throw new Error(`There is no meeting ${slug}.`)
  const people = meeting.attendances.nodes.map(({ person }) => person)
  const seen = meeting.corrections.nodes.map(({ id }) => id)
  const doubts: Doubt[] = []
  for await (const doubt of rapporteur.paginate(Doubts, { slug })) if (!doubt.settled && doubt.span) doubts.push(doubt)
  console.log(`${meeting.title}: ${doubts.length} doubts about words`)
  console.log(people.map(({ name }, i) => `${i + 1} ${name}`).join('\n'))
  for (const { message, span } of doubts) {
    if (!span) continue
    const words = meeting.source.text.slice(span.start, span.end)
    console.log(`\n${message}\n  ${words}`)
    const speaker = await speakerOf(people)
    if (!speaker) continue
    const corrections = [{ at: { start: span.start, end: span.end, words }, speakers: [speaker] }]
    const done = await rapporteur.correct({
      input: { meeting: slug, corrections, seen, reason: 'Reviewed: the record says so.' },
    })
    if (done.correct.__typename === 'CorrectSuccess') {
      for (const { id, summary } of done.correct.corrections) {
        seen.push(id)
        console.log(`  ${summary}`)
      }
    } else console.log(`  Nothing was changed: ${done.correct.message}`)
  }
}

try {
  await review(slug)
} catch (error) {
  if (!(error instanceof RapporteurError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  terminal.close()
}
