import { openDatabase } from '../src/database/open-database.js'
import { ingestReading } from '../src/ingest/write/ingest-reading.js'
import { sizeOf, syntheticArchive } from './archive/archive.js'

// Loads a synthetic archive into an empty database, of Postgres or in a folder: tsx bench/load.ts URL|FOLDER REMARKS [MEETINGS]
const [place, remarks, meetingCount] = process.argv.slice(2)
if (!place || !remarks) throw new Error('Say where and how much: load.ts URL|FOLDER REMARKS')
const database = await openDatabase(/^postgres(ql)?:/.test(place) ? { url: place } : { dataDir: place })
let [meetings, written] = [0, 0]
const size = sizeOf(Number(remarks))
for (const reading of syntheticArchive(meetingCount ? { ...size, meetings: Number(meetingCount) } : size)) {
  await ingestReading(database, reading, { options: {}, series: reading.series })
  meetings++
  written += reading.record.remarks.length
}
await database.transaction((sql) => sql.query('ANALYZE'))
await database.close()
console.log(`${written} remarks of ${meetings} meetings are loaded.`)
