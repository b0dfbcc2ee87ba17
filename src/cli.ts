import { run } from './cli/run.js'

// Whoever reads the output may have seen enough, as `head` has: what is still written goes nowhere, and nothing is said of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2))
