import { existsSync } from 'node:fs'
import type { DocumentReader, GivenFile } from '@rapporteur/reader/files/reading'
import { type DryRun, dryRunOf } from '../client/dry-run.js'
import { type Ingested, ingestThrough } from '../client/ingest-through-server.js'
import type { Database } from '../database/database.js'
import { dataFolder } from '../database/embedded/data-folder.js'
import { encodeId } from '../database/node-id.js'
import { openDatabase } from '../database/open-database.js'
import type { Sql } from '../database/sql.js'
import { exportMeeting } from '../export/export-meetings.js'
import { commandLine } from '../feed/record-changes.js'
import type { DocumentIngest } from '../ingest/ingest.js'
import { modelOf } from '../ingest/model/model-settings.js'
import { type ModelWatch, withModel } from '../ingest/model/read-by-model.js'
import type { ReadDocument } from '../ingest/read-document.js'
import { type GivenOptions, ingestPreparer, storedAnswerIn } from '../ingest-document/ingester.js'
import { userErrorOf } from '../ingest-document/outcome.js'
import type { UserError } from '../ingest-document/user-errors.js'
import { databaseLimitsOf, type Settings } from '../settings/settings.js'
import { serverFor } from './target.js'

/** Where documents go. */
export interface IngestTarget {
  /** Does the part of reading a file that can overlap with other writes; the returned function does the rest and writes it. */
  prepare(file: GivenFile, options: GivenOptions): Promise<() => Promise<Ingested | UserError>>
  close(): Promise<void>
}

export interface IngestTargetOptions {
  readonly dryRun: boolean
  readonly read: ReadDocument
  /** What is told of a model that reads, and what ends it. */
  readonly model?: ModelWatch | undefined
}

/**
 * The server that RAPPORTEUR_URL names or that owns the folder of the embedded database; otherwise the database itself, opened
 * only once a document has been read that can be written.
 */
export async function ingestTarget(
  settings: Settings,
  reader: DocumentReader,
  { dryRun, read, model }: IngestTargetOptions,
): Promise<IngestTarget> {
  const server = await serverFor(settings)
  if (server) {
    if (modelOf(settings)) process.stderr.write(serversModel)
    return {
      prepare: async (file, options) => () => ingestThrough(server, file, options),
      close: async () => {},
    }
  }
  const folder = settings.databaseUrl ? undefined : dataFolder(settings.dataDir)
  // A dry run does not create a database.
  const inMemory = folder !== undefined && dryRun && !existsSync(folder.cluster)
  let opened: Promise<Database> | undefined
  const open = () => {
    opened ??= openDatabase({
      url: settings.databaseUrl,
      directUrl: settings.databaseDirectUrl,
      dataDir: inMemory ? undefined : settings.dataDir,
      limits: databaseLimitsOf(settings),
    })
    return opened
  }
  const archive = {
    transaction: async <Result>(work: (sql: Sql) => Promise<Result>) => (await open()).transaction(work),
    holdsNothing: () => folder !== undefined && opened === undefined && !existsSync(folder.cluster),
  }
  const byModel = withModel(read, {
    ...model,
    settings: modelOf(settings),
    onlyEstimates: dryRun,
    readText: (file) => reader.read(file),
    storedAnswer: storedAnswerIn(archive),
  })
  const prepare = ingestPreparer(archive, reader, folder, byModel)
  return {
    prepare: async (file, options) => {
      const write = await orUserError(prepare(file, { ...options, by: commandLine }))
      if (typeof write !== 'function') return async () => write
      const tellOf = async (done: DocumentIngest): Promise<DryRun> => {
        const { record } = await done.read()
        // A new meeting is taken back, and its slug leads nowhere.
        const known = await exportMeeting(await open(), done.meeting.slug)
        return dryRunOf(record, known, options.series ?? options.beside?.facts?.series)
      }
      return () =>
        orUserError(write().then(async (done) => ingested(done, done.status === 'DRY_RUN' ? await tellOf(done) : null)))
    },
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}

const serversModel =
  'A server is running, and reads with the model of its own settings; RAPPORTEUR_MODEL_URL of this command does not count.\n'

/** Turns errors that are the file's fault into a `UserError`. */
const orUserError = async <Result>(done: Promise<Result>): Promise<Result | UserError> => {
  try {
    return await done
  } catch (error) {
    const expected = userErrorOf(error, 'file')
    if (expected) return expected
    throw error
  }
}

const ingested = (done: DocumentIngest, dryRun: DryRun | null): Ingested => {
  const { status, formatName, meeting, counts, findings, totals, removed } = done
  return {
    kind: 'IngestDocumentSuccess',
    status,
    format: formatName,
    meeting: status === 'DRY_RUN' ? null : { id: encodeId('Meeting', meeting.id), slug: meeting.slug },
    counts,
    findings: findings.map(({ severity, code, message, pieces }) => ({ severity, code, message, pieces })),
    totals,
    dryRun,
    removedSample: removed !== null,
    modelUse: done.use ?? null,
  }
}
