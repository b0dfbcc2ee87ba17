import { createClient, TransportError } from '@rapporteur/sdk'
import { themes } from '@rapporteur/sdk/operations'

declare const process: { argv: string[] }

async function main(url: string): Promise<string> {
  const found = await createClient({ url, operations: { themes } }).themes()
  const away = createClient({ url: 'http://127.0.0.1:9/graphql', retries: 0, operations: { themes } })
  const error = await away.themes().catch((reason: unknown) => reason)
  return `${found.themes.nodes.length} themes, not there: ${error instanceof TransportError && error.name}`
}

main(process.argv[2] ?? '').then(console.log)
