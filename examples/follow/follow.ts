// Prints every change to the archive as it happens; started again, it goes on where it was:  npm start
import { readFile, writeFile } from 'node:fs/promises'
import { createClient, type ResultOf } from '@rapporteur/sdk'
import { followChanges } from '@rapporteur/sdk/operations'

const url = process.env.RAPPORTEUR_URL ?? 'http://localhost:4000/graphql'
const place = process.env.PLACE ?? 'last-change.txt'
const rapporteur = createClient({ url, operations: { followChanges } })

const stop = new AbortController()
process.on('SIGINT', () => stop.abort())
process.on('SIGTERM', () => stop.abort())

/** The number of the last change that was printed; before the first, "0": everything that the server still keeps. */
const after = await readFile(place, 'utf8').catch(() => '0')
const onResume = (behind: string, reason: Error) => console.error(`Going on behind ${behind}: ${reason.message}`)

for await (const change of rapporteur.followChanges({ after }, { signal: stop.signal, onResume })) {
  const source = change.meeting && change.subject?.__typename !== 'Meeting' ? `, in ${change.meeting.title}` : ''
  console.log(`${change.sequence} ${change.at} ${change.kind.toLowerCase()} ${named(change)}${source}`)
  await writeFile(place, change.sequence)
}

/** What has changed, by its name, or by its id if it is no longer in the archive: the sample is removed at your first record. */
function named({ subject, subjectId }: ResultOf<typeof followChanges>['changes']): string {
  switch (subject?.__typename) {
    case 'Meeting':
    case 'Theme':
      return `${subject.__typename} ${subject.title}`
    case 'Person':
    case 'Organization':
      return `${subject.__typename} ${subject.name}`
    case 'Paragraph':
      return subject.number === null ? 'a paragraph' : `paragraph ${subject.number}`
    default:
      return `${subjectId}, which is no longer in the archive`
  }
}
