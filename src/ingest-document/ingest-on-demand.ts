import type { DataFolder } from '../database/embedded/data-folder.js'
import type { Archive } from '../ingest/ingest.js'
import type { ModelSettings } from '../ingest/model/model-settings.js'
import type { Ingest } from './ingester.js'

/** An `ingester` whose code, half of the program, is loaded with the first file, so that a server starts sooner. */
export function ingestOnDemand(database: Archive, folder?: DataFolder, model: ModelSettings | null = null): Ingest {
  let loaded: Promise<Ingest> | undefined
  const load = async () => {
    const { ingester, serversReader } = await import('./ingester.js')
    return ingester(database, serversReader(), folder, model)
  }
  return async (...given) => {
    loaded ??= load()
    return (await loaded)(...given)
  }
}
