import { defineConfig } from 'prisma/config'

// The CLI downloads its schema engine before every command, although generate, validate and format never run it.
// Any existing executable satisfies the check, and Node is one on every platform.
if (!['migrate', 'db'].includes(process.argv[2] ?? '')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
process.env.CHECKPOINT_DISABLE ??= '1' // no version check over the network

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
