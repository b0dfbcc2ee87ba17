import { pendingInFolder } from '../database/embedded/open-embedded.js'
import { migrationsFolder, pendingMigrations } from '../database/migrate.js'
import { openDatabase } from '../database/open-database.js'
import { withSession } from '../database/postgres/session.js'
import { databaseLimitsOf, readSettings, type Settings } from '../settings/settings.js'
import { type Command, parseArguments, usageError } from './command.js'

export const migrate: Command = {
  name: 'migrate',
  summary: 'applies missing migrations, or lists them',
  help: `Usage: rapporteur migrate [--check] [--data-dir FOLDER]

Applies the migrations that the database lacks, as the server also does when it starts.

  --check            changes nothing; lists the missing migrations, and exits with 1 if there are any
  --data-dir FOLDER  the folder of the embedded database (used when DATABASE_URL is not set)`,
  examples: ['DATABASE_URL=postgresql://user:password@host/records rapporteur migrate --check'],
  async run(argv) {
    const { values, positionals } = parseArguments('migrate', argv, {
      check: { type: 'boolean' },
      'data-dir': { type: 'string' },
    })
    if (positionals[0] !== undefined) throw usageError(`Unexpected argument ${positionals[0]}.`, 'migrate')
    const settings = readSettings(process.env, { 'data-dir': values['data-dir'] })
    return values.check ? check(settings) : apply(settings)
  },
}

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
