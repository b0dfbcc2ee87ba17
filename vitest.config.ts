import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What asks no database, or only what is the embedded one's: run once. */
const onEmbeddedOnly = [
  'reader/tests/**',
  'tests/ingest/**',
  'tests/evaluate/**',
  'tests/bench/**',
  'tests/browser/**',
  'tests/schema/**',
  'tests/read/compiled.test.ts',
  'tests/context/!(folder).test.ts',
  'tests/cli/{dry-run,glob,help,read-ahead,through-server}.test.ts',
  'tests/sdk/{client,consumer,failures,paginate}.test.ts',
  'tests/database/{between-transactions,embedded,lock}.test.ts',
  'tests/export/{escaping,export-file,markdown,schema-rules}.test.ts',
  'tests/graphql/{affiliations-as-of,citation,documented,price,schema}.test.ts',
  'tests/http/{audits,compress,rate-limit,security-headers,sign-in}.test.ts',
  'tests/ingest-document/large-document.test.ts',
  'tests/ingest-write/align.test.ts',
  'tests/model/{endpoint,hostile-answers,instructions,proposals,propose}.test.ts',
  'tests/pages/{marked,voices,pictures}.test.ts',
  'tests/search/snippet.test.ts',
  'tests/server/stop.test.ts',
  'tests/settings.test.ts',
]

/**
 * What stands above the statements, and is slow on the embedded database: run there only where no Postgres is at hand. The statements
 * that it sends are sent to both by others: those that write by tests/curate/{any-sequence,erase} and
 * tests/ingest-write/{write,result}, those that read by tests/read and tests/graphql.
 */
const onPostgresIfThere = [
  'tests/cli/{acts,export,ingest,ingest-flags,model}.test.ts',
  'tests/clients/**',
  'tests/context/folder.test.ts',
  'tests/curate/{merge,retract}.test.ts',
  'tests/end-to-end/employers-over-the-years.test.ts',
  'tests/http/{answer-memory,bad-input,etags,front-door,nothing-written}.test.ts',
  'tests/ingest-document/ingest-document.test.ts',
  'tests/ingest-write/{affiliations,identity,known-document,read-again,size,xml-records}.test.ts',
  'tests/meeting-record/reading.test.ts',
  'tests/model/through-the-api.test.ts',
  'tests/mutations/merges.test.ts',
  'tests/sdk/{persisted,subscribe}.test.ts',
]

/**
 * Promises that the reading by proposals does not keep yet, or that were not tried again since. Each goes back as it does; docs/how-reading-works.md
 * has what is read and what not.
 */
const notKeptYet = ['tests/bench/{archive,readings}.test.ts']

/** Files that start servers, commands and browsers are short to write and long to run. At the end they would run alone. */
const long =
  /tests\/(?:faults|server|browser)\/|cli\/ingest|processes|through-server|folder|hostile|round-trip|any-sequence|equivalence|consumer|merge\./

class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const [first, others] = [true, false].map((isLong) =>
      sorted.filter(({ moduleId }) => long.test(moduleId) === isLong),
    )
    return [...(first ?? []), ...(others ?? [])]
  }
}

export default defineConfig({
  // graphql 16 has no `exports`: Vite would load index.mjs for our sources while Node loads index.js for Pothos and Yoga.
  resolve: {
    alias: [
      { find: /^graphql$/, replacement: 'graphql/index.js' },
      // The reader's sources, not what was built of them.
      { find: /^@rapporteur\/reader\/(.+)$/, replacement: `${import.meta.dirname}/reader/src/$1.ts` },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts', 'reader/tests/**/*.test.ts'],
    exclude: [
      ...notKeptYet,
      ...(process.env.TEST_DB === 'postgres' ? onEmbeddedOnly : []),
      ...(process.env.TEST_DB === 'embedded' && process.env.TEST_POSTGRES_TOO ? onPostgresIfThere : []),
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    setupFiles: ['tests/support/fixed-seed.ts', 'tests/support/dispose.ts'],
    pool: 'forks',
    isolate: false,
    // One more than cores: a worker often waits, for a process, a disk or Postgres.
    maxWorkers: Math.min(availableParallelism(), 4) + 1,
    sequence: { sequencer: LongFilesFirst },
    // What hangs is to be ended; what is slow, as on a busy machine, is not.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
  },
})
