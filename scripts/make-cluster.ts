import { makeCluster } from '../src/database/embedded/cluster.js'

// Run by scripts/start.mjs while the Prisma client is generated: creates the embedded database in the given folder.
const [folder] = process.argv.slice(2)
if (folder) await makeCluster(folder)
