// Runs a worker thread from the TypeScript sources, in development and tests; the published package starts its own.
import { fileURLToPath } from 'node:url'
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// Named, for a command may run in any folder, and tsx would look there for what an import of the reader leads to.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import(workerData.script)
