import { makeCluster } from '../src/database/cluster.js'

// What scripts/start.mjs runs beside the generation of the client: makes the embedded database's files in the folder named.
const [folder] = process.argv.slice(2)
if (folder) await makeCluster(folder)
