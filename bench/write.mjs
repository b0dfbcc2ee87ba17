// npm run bench:write [-- --remarks 20000 --rounds 3]
//
// How fast the rows of an archive's records are written into Postgres: by this project's writer, by a bare COPY of the same
// rows, and by Prisma's createMany.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchFolder, startPostgres } from './bench-database.mjs'

const { values } = parseArgs({
  options: { remarks: { type: 'string', default: '20000' }, rounds: { type: 'string', default: '3' } },
})
const folder = benchFolder('write')
const server = await startPostgres(join(folder, 'postgres'))
try {
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/write.ts', server.url, values.remarks, values.rounds], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
  })
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
