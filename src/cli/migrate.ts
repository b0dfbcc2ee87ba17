import { pendingInFolder } from '../database/embedded/open-embedded.js'
import { migrationsFolder, pendingMigrations } from '../database/migrate.js'
import { openDatabase } from '../database/open-database.js'
import { withSession } from '../database/postgres/session.js'
import { databaseLimitsOf, readSettings, type Settings } from '../settings/settings.js'
import { command, dataDir } from './command.js'

export const migrate = command(
  {
    name: 'migrate',
    summary: 'applies missing migrations, or lists them',
    description: 'Applies the migrations that the database lacks, as the server also does when it starts.',
    examples: ['DATABASE_URL=postgresql://user:password@host/records rapporteur migrate --check'],
  },
  (its) =>
    its
      .option('--check', 'changes nothing; lists the missing migrations, and exits with 1 if there are any')
      .option(...dataDir),
  async ({ flags }) => {
    const settings = readSettings(process.env, { 'data-dir': flags.dataDir })
    return flags.check ? check(settings) : apply(settings)
  },
)

async function apply(settings: Settings): Promise<number> {
  const database = await openDatabase({
    url: settings.databaseUrl,
    directUrl: settings.databaseDirectUrl,
    dataDir: settings.dataDir,
    limits: databaseLimitsOf(settings),
  })
  await database.close()
  console.log(database.applied.length > 0 ? `Applied:\n${list(database.applied)}` : 'Nothing to apply.')
  return 0
}

async function check(settings: Settings): Promise<number> {
  const missing = await missingFrom(settings)
  console.log(missing.length > 0 ? `Missing:\n${list(missing)}` : 'Nothing is missing.')
  return missing.length > 0 ? 1 : 0
}

async function missingFrom(settings: Settings): Promise<string[]> {
  const url = settings.databaseDirectUrl ?? settings.databaseUrl
  if (url)
    return withSession({ url, limits: databaseLimitsOf(settings) }, (sql) => pendingMigrations(sql, migrationsFolder))
  return pendingInFolder(settings.dataDir)
}

const list = (names: readonly string[]) => names.map((name) => `  ${name}`).join('\n')
