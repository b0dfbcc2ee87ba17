// Prints every change to the archive as it happens; started again, it goes on where it was:  npm start
import { readFile, writeFile } from 'node:fs/promises'
import { createClient } from '@rapporteur/sdk'
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
  const what = change.subject ? change.subject.__typename : 'something that is gone'
  console.log(
    `${change.sequence} ${change.at} ${change.kind.toLowerCase()} ${what}, ${change.meeting?.title ?? 'of no meeting'}`,
  )
  await writeFile(place, change.sequence)
}
