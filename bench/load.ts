import { openDatabase } from '../src/database/open-database.js'
import { ingestReading } from '../src/ingest/write/ingest-reading.js'
import { sizeOf, syntheticArchive } from './archive/archive.js'

// Loads a synthetic archive into an empty Postgres database: tsx bench/load.ts URL REMARKS
const [url, remarks] = process.argv.slice(2)
if (!url || !remarks) throw new Error('Say where and how much: load.ts URL REMARKS')
const database = await openDatabase({ url })
let [meetings, written] = [0, 0]
for (const reading of syntheticArchive(sizeOf(Number(remarks)))) {
  await ingestReading(database, reading, { options: {}, series: reading.series })
  meetings++
  written += reading.record.remarks.length
}
await database.transaction((sql) => sql.query('ANALYZE'))
await database.close()
console.log(`${written} remarks of ${meetings} meetings are loaded.`)
