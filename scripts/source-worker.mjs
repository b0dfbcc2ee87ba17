// Runs a worker thread from the TypeScript sources, in development and tests; the published package starts its own.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.script)
