import { GraphQLError } from 'graphql'
import { ensureLocalKey } from '../access/local-key.js'
import type { Database } from '../database/database.js'
import { type DataFolder, dataFolder } from '../database/embedded/data-folder.js'
import { DatabaseInUseError } from '../database/embedded/lock.js'
import { askOwner } from '../database/embedded/owner.js'
import { stoppedInWords } from '../database/failure.js'
import { hourly } from '../database/hourly.js'
import { openDatabase } from '../database/open-database.js'
import { withoutSecrets } from '../database/postgres/session.js'
import { ReportedError } from '../database/reported-error.js'
import { keepChanges } from '../feed/prune-changes.js'
import { isLoopback } from '../http/checks/loopback.js'
import { log } from '../http/log.js'
import { modelOf } from '../ingest/model/model-settings.js'
import { ingestOnDemand } from '../ingest-document/ingest-on-demand.js'
import { type Observer, observe, observeConnections } from '../observe/observer.js'
import { loadSample, type SampleLoaded } from '../sample/load-sample.js'
import { schema } from '../schema/schema.js'
import { pruneSentWrites } from '../sent-write/prune-sent-writes.js'
import { listen, type Server } from '../server.js'
import { databaseLimitsOf, readSettings, type Settings } from '../settings/settings.js'
import { createHandler } from '../yoga.js'
import { command, dataDir } from './command.js'
import { painter } from './painter.js'
import { version } from './version.js'

export const serve = command(
  {
    name: 'serve',
    summary: 'serves the archive as GraphQL, until it is stopped',
    description: 'Each flag has an environment variable, which it overrides; `rapporteur --help` lists them.',
    examples: [
      'rapporteur serve --port 8080 --data-dir ~/records',
      'DATABASE_URL=postgresql://user:password@host/records rapporteur serve --host 0.0.0.0',
    ],
  },
  (its) =>
    its
      .option('--port <port>', 'the port to listen on; 0 for any free one [4000]')
      .option('--host <address>', 'the address to listen on; 0.0.0.0 for all addresses of this machine [127.0.0.1]')
      .option(...dataDir)
      .option('--no-sample', 'leaves an empty embedded database empty'),
  async ({ flags: { port, host, dataDir, sample } }) => {
    const settings = readSettings(process.env, { port, host, 'data-dir': dataDir })
    return serveUntilStopped(sample ? settings : { ...settings, sample: 'off' })
  },
)

async function serveUntilStopped(settings: Settings): Promise<number> {
  const stopped = stopSignal()
  const folder = settings.databaseUrl ? undefined : dataFolder(settings.dataDir)
  const owner = folder && (await askOwner(folder.path))
  if (folder && owner) throw new DatabaseInUseError(folder.path, owner)
  // First, so that a port in use is reported before the database is opened.
  const server = await listen(settings)
  const observer = observe(settings)
  outliveLateErrors()
  try {
    const database = await open(settings, server, observer)
    try {
      await answerUntil(stopped, { server, settings, folder, database, observer })
    } finally {
      await database.close()
    }
  } finally {
    await server.close(0)
    await observer.flush()
  }
  return 0
}

interface ServerParts {
  server: Server
  settings: Settings
  folder: DataFolder | undefined
  database: Database
  observer: Observer
}

async function answerUntil(stopped: Promise<void>, parts: ServerParts): Promise<void> {
  const { server, settings, folder, database, observer } = parts
  const stopPruning = hourly(async () => {
    await keepChanges(database, settings.changesDays)
    await pruneSentWrites(database)
  }, log.error)
  try {
    if (folder) await ensureLocalKey(database, folder)
    const sample = folder && settings.sample === 'on' ? await loadSample(database, folder) : undefined
    const ingest = ingestOnDemand(database, folder, modelOf(settings))
    observeConnections(observer, database)
    const handler = createHandler({ schema, database, ingest, settings, observer })
    server.use(handler.listener)
    console.log(await greeting({ server, settings, folder, sample }))
    const broke = await Promise.race([stopped, ...(database.stopped ? [database.stopped] : [])])
    await server.close(settings.drain, settings.stopDelay ?? (isLoopback(settings.host) ? 0 : DEFAULT_STOP_DELAY))
    await handler.dispose()
    // Whoever started it starts it again; by itself it could not open the files that the stopped one still holds.
    if (broke !== undefined) throw new ReportedError(stoppedInWords(broke), { cause: broke })
  } finally {
    await stopPruning()
  }
}

/**
 * Logs an error of GraphQL that nobody waits for any more, because its request has been answered with another one: no query may end
 * the server. Any other error that is nobody's ends it, as it would without this.
 */
function outliveLateErrors(): void {
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof GraphQLError)) throw error
    log.error(error)
  })
}

/** In milliseconds: enough for a load balancer that checks /ready every second to notice that the server is stopping. */
const DEFAULT_STOP_DELAY = 2_000

const open = (settings: Settings, server: Server, { onStatement }: Observer): Promise<Database> =>
  openDatabase({
    url: settings.databaseUrl,
    directUrl: settings.databaseDirectUrl,
    dataDir: settings.dataDir,
    address: server.url,
    limits: databaseLimitsOf(settings),
    onStatement,
  })

/** Resolves at the first SIGTERM or SIGINT; the second ends the process at once. */
const stopSignal = () =>
  new Promise<void>((resolve) => {
    let asked = false
    const stop = () => {
      if (asked) process.exit(1)
      asked = true
      resolve()
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
  })

interface Greeting {
  server: Server
  settings: Settings
  folder: DataFolder | undefined
  sample: SampleLoaded | undefined
}

async function greeting({ server, settings, folder, sample }: Greeting): Promise<string> {
  const database = settings.databaseUrl ? withoutSecrets(settings.databaseUrl) : `embedded, in ${folder?.path}`
  const paint = painter(process.stdout)
  const row = (name: string, value: string) => `  ${paint.dim(name.padEnd(10))}${value}`
  const lines = [
    `${paint.bold('Rapporteur')} ${await version()}`,
    row('Pages', paint.link(`${server.url}/`)),
    row('GraphiQL', paint.link(`${server.url}/graphql`)),
    row('Schema', paint.link(`${server.url}/schema.graphql`)),
    row('Database', database),
  ]
  if (folder) lines.push(row('Key', `${folder.adminKey} (for writing; readable only by you)`))
  if (sample) lines.push(row('Sample', `${sample.title}; removed when you ingest your first record`))
  lines.push('', 'Open the pages, or read a record of your own: npx rapporteur ingest PATH. Ctrl+C stops.')
  return lines.join('\n')
}
