// Runs a thread from the TypeScript sources, in development and in tests; what is published starts its threads itself.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.script)
