import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { commandHere } from '../support/command-here.js'
import { programInPlaces } from '../support/program.js'
import { sample } from '../support/server.js'

const at = programInPlaces()
const undated = `Present: Ada Moss, Bo Lind

**Ada Moss:** The lamps are out again.

**Bo Lind:** Then we mend them.

**Ada Moss:** Who pays for them?

**Bo Lind:** The board does.
`
let cwd: string
let env: Record<string, string>
const write = (name: string, text: string) => writeFileSync(join(cwd, name), text)
const ingest = (...args: string[]) => commandHere(['ingest', ...args], { cwd, env })

describe('what a dry run takes from flags and file names', () => {
  beforeEach(async () => {
    const archive = await at.places.archive()
    cwd = archive.cwd
    env = archive.env
  })
  const headingOf = async (...args: string[]) =>
    (await ingest(...args, '--dry-run')).stdout
      .split('\n')
      .slice(1, 4)
      .map((line) => line.trim().split(/ {2,}/)[1])

  it('--title and --date win over what is printed, and --series names the series', async () => {
    write('minutes.md', `# Board\n\n4 March 2031\n\n${undated}`)
    expect(await headingOf('minutes.md')).toEqual(['Board', '2031-03-04', 'none; --series names one'])
    expect(
      await headingOf('minutes.md', '--title', 'Harbour board', '--date', '2031-03-05', '--series', 'Boards'),
    ).toEqual(['Harbour board', '2031-03-05', 'Boards'])
  })

  it('refuses a --date that is no day', async () => {
    write('minutes.md', undated)
    const { status, stderr } = await ingest('minutes.md', '--date', '4 March')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('--date takes a day such as 2025-03-04, not "4 March".'),
    })
  })

  it.each(['GMT20250917-130219_Recording.md', 'board-2025-09-17.md', '20250917 board.md', '2025_09_17_board.md'])(
    'takes the day of a meeting that prints none from %s',
    async (name) => {
      write(name, undated)
      expect((await headingOf(name))[1]).toBe('2025-09-17')
    },
  )

  it('says of a refused file what each format makes of it with --verbose only', async () => {
    write('letter.txt', 'Dear all,\n\nthe harbour is closed.\n')
    const short = await ingest('letter.txt')
    const long = await ingest('letter.txt', '--verbose')
    expect(short.stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(long.stderr.startsWith(short.stderr)).toBe(true)
    expect(long.stderr.slice(short.stderr.length)).toMatch(/^( {2}[a-z-]+: .+\.\n)+$/)
  })
})

describe('output that nobody reads to its end', () => {
  it('ends a dry run and an ingest quietly, and what was begun is written', async () => {
    const archive = await at.places.archive()
    cwd = archive.cwd
    env = archive.env
    for (const day of [1, 2, 3])
      write(`board-${day}.txt`, readFileSync(sample, 'utf8').replace('16 October', `${day} October`))
    for (const flags of [['--dry-run'], []]) {
      const { status, stdout, stderr } = await at.rapporteur.runForOneLine(['ingest', '.', ...flags], { cwd, env })
      expect({ flags, status, stderr }).toEqual({ flags, status: 0, stderr: '' })
      expect(stdout).toMatch(/^board-1\.txt: .+\n$/)
    }
    const again = JSON.parse((await ingest('.', '--json')).stdout) as { documents: { status: string }[] }
    expect(again.documents.map(({ status }) => status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })
})
