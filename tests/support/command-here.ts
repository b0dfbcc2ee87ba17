import { Readable, Writable } from 'node:stream'
import { vi } from 'vitest'
import { run } from '../../src/cli/run.js'
import { type Finished, ownEnvironment, type RunOptions } from './program.js'

/**
 * Runs a command line of `rapporteur` in this process, which saves the start of another. What is promised of the process itself,
 * such as signals and who owns a folder, needs `programInPlaces`.
 */
export async function commandHere(args: readonly string[], { cwd, env, input }: RunOptions): Promise<Finished> {
  const [stdout, stderr] = [collecting(), collecting()]
  const given = { stdout: stdout.stream, stderr: stderr.stream, stdin: Readable.from([Buffer.from(input ?? '')]) }
  const before = { cwd: process.cwd(), env: process.env }
  const spies = [
    ...(['stdout', 'stderr', 'stdin'] as const).map((name) =>
      vi.spyOn(process, name, 'get').mockReturnValue(given[name] as never),
    ),
    vi.spyOn(console, 'log').mockImplementation((line) => void stdout.stream.write(`${line}\n`)),
  ]
  try {
    process.env = { ...ownEnvironment(), ...env }
    process.chdir(cwd)
    return { status: await run([...args]), stdout: stdout.text(), stderr: stderr.text() }
  } finally {
    process.env = before.env
    process.chdir(before.cwd)
    for (const spy of spies) spy.mockRestore()
  }
}

function collecting() {
  const pieces: Buffer[] = []
  const stream = new Writable({
    write: (piece: Buffer, _encoding, done) => {
      pieces.push(piece)
      done()
    },
  })
  return { stream, text: () => Buffer.concat(pieces).toString() }
}
