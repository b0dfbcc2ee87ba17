// node scripts/migration.mjs check          -> exit 1 if prisma/migrations differ from prisma/schema.prisma
// node scripts/migration.mjs create <name>  -> write the next migration's SQL (then edit it by hand)
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engineJs from '@prisma/schema-engine-wasm/schema_engine_bg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const root = new URL('../', import.meta.url)
const dir = new URL('prisma/migrations/', root)
const open = () => PGlite.create()

async function engine() {
  const js = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(await readFile(js.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': engineJs,
  })
  engineJs.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const factory = new PrismaPGlite(await open())
  factory.connectToShadowDb = async () => {
    const db = await open()
    const adapter = await new PrismaPGlite(db).connect()
    adapter.executeScript = async (sql) => void (await db.exec(sql)) // the package's own version drops errors
    return adapter
  }
  return engineJs.SchemaEngine.new(
    { datamodels: await schemas() },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
}
const schemas = async () => [['schema.prisma', await readFile(new URL('prisma/schema.prisma', root), 'utf8')]]
const migrations = async () => ({
  baseDir: dir.pathname,
  lockfile: { path: 'migration_lock.toml', content: await readFile(new URL('migration_lock.toml', dir), 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: await Promise.all(
    (await readdir(dir, { withFileTypes: true }))
      .filter((d) => d.isDirectory())
      .map((d) => d.name)
      .sort()
      .map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: await readFile(new URL(`${path}/migration.sql`, dir), 'utf8') },
        },
      })),
  ),
})
const filters = { externalTables: [], externalEnums: [] }
const diff = async (script) =>
  (await engine()).diff({
    from: { tag: 'migrations', ...(await migrations()) },
    to: { tag: 'schemaDatamodel', files: (await schemas()).map(([path, content]) => ({ path, content })) },
    script,
    exitCode: true,
    filters,
  })

const [command, name = 'change'] = process.argv.slice(2)
const result = await diff(command === 'create')
if (command === 'create' && result.exitCode !== 0) {
  const id = `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`
  await mkdir(new URL(`${id}/`, dir))
  await writeFile(new URL(`${id}/migration.sql`, dir), result.stdout)
  console.log(`prisma/migrations/${id}/migration.sql`)
} else console.log(result.exitCode === 0 ? 'migrations and schema.prisma agree' : result.stdout)
process.exit(command === 'check' && result.exitCode !== 0 ? 1 : 0)
