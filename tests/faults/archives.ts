import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { boardThatDecides } from '../ingest-write/board.js'
import { copyOf, newDatabase } from '../support/database.js'
import type { Program } from '../support/program.js'
import { recordOf } from '../support/record.js'
import { type Dump, dump, withoutIds } from '../support/rows.js'
import { sample } from '../support/server.js'

/** An archive that faults are tried upon: how the program finds it, and how a test opens it. */
export interface Archive {
  cwd: string
  env: Record<string, string>
  open: () => Promise<Database>
}

/** The sample with its middle repeated until it has so many paragraphs more. */
export function longRecord(more: number): string {
  const text = readFileSync(sample, 'utf8')
  const [head = '', tail = ''] = text.split(/(?=Closing Remarks)/)
  const middle = [...head.matchAll(/^- (1[2-7])\. .+$/gm)].map(([line]) => line.replace(/^- \d+/, ''))
  const copies = Array.from({ length: more }, (_, i) => `- ${18 + i}${middle[i % middle.length]}`)
  return `${head.trimEnd()}\n${copies.join('\n')}\n\n${tail.replace(/^18\. /m, `${18 + more}. `)}`
}

/** Two readings of one record: in the second every fourth paragraph says something else. */
export const versions = (more: number): { first: string; second: string } => {
  const first = longRecord(more)
  return { first, second: first.replaceAll(/^(- \d*[048]\..+)$/gm, '$1 It was said once more.') }
}

/** The same as MeetingRecords, with outcomes of every kind on each point: in the second some have other words, and others a part in them. */
export function versionsThatDecide(points: number): { first: string; second: string } {
  const reading = (isAgain: boolean): string => {
    const also = (i: number) => (isAgain && i % 4 === 0 ? ' It was said once more.' : '')
    const paragraphs = Array.from({ length: points }, (_, i) => i + 1)
    const { record } = recordOf({
      ...boardThatDecides,
      paragraphs: [
        ...(boardThatDecides.paragraphs ?? []),
        ...paragraphs.map((i) => ({ text: `Ms. Moss spoke on point ${i}.${also(i)}`, by: ['Ada Moss'] })),
      ],
      outcomes: {
        motions: paragraphs.map((i) => ({
          ...{ text: `That point ${i} be taken.${also(i)}`, paragraph: i, movers: ['Ada Moss', 'Cy Quist'] },
          seconders: isAgain ? ['Bo Lind'] : [{ body: 'Tug Owners' }],
        })),
        votes: paragraphs.map((i) => ({
          ...{ text: `The vote on point ${i}.`, paragraph: i, motion: i, counts: { YES: 2 } },
          by: [
            { who: 'Ada Moss', option: also(i) ? ('NO' as const) : ('YES' as const) },
            { who: 'Fay Orr', option: 'YES' as const },
          ],
        })),
        decisions: paragraphs.map((i) => ({ text: `Point ${i} was taken.${also(i)}`, paragraph: i, motion: i })),
        actions: paragraphs.map((i) => ({
          text: `Cy Quist to see to ${i}.`,
          assignees: ['Cy Quist'],
          isDone: isAgain,
        })),
      },
    })
    return JSON.stringify(record)
  }
  return { first: reading(false), second: reading(true) }
}

/** What an archive holds: its rows, and how many changes the feed tells of. */
export interface State {
  rows: Dump
  changes: number
}

export async function stateOf({ open }: Archive): Promise<State> {
  const database = await open()
  try {
    return { rows: sorted(await dump(database)), changes: await database.prisma.change.count() }
  } finally {
    await database.close()
  }
}

const sorted = (rows: Dump): Dump =>
  Object.fromEntries(Object.entries(rows).map(([table, list]) => [table, list.toSorted(byText)]))
const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

/** What two readings of the same file share: all but ids, and slugs. */
export const meaningOf = ({ rows, changes }: State) => JSON.stringify([withoutIds(rows), changes])

interface Places {
  /** Where the first archive is: a folder, or a database of Postgres. One of the run's own, if not given. */
  base?: string
  folder?: string
  /** What the file of the first version is called. */
  name?: string
}

/** Archives that begin as one that has read the first version, each its own. */
export async function archivesOf(rapporteur: Program, first: string, places: Places = {}) {
  const folder = places.folder ?? realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-faults-')))
  const record = join(folder, places.name ?? 'record.txt')
  writeFileSync(record, first)
  const ingest = async ({ cwd, env }: Archive, file: string) =>
    rapporteur.run(['ingest', file, '--series', 'Board'], { cwd, env })
  const own = async () => (inject('backend') === 'embedded' ? join(folder, 'base') : ((await newDatabase()).url ?? ''))
  const base = places.base ?? (await own())
  const made = await ingest(at(base, folder), record)
  if (made.status !== 0) throw new Error(made.stderr)
  let count = 0
  const copy = async (): Promise<Archive> => {
    if (base.startsWith('postgresql:')) return at(await copyOf(base), folder)
    const cwd = join(folder, String(++count))
    cpSync(base, cwd, { recursive: true })
    return at(cwd, folder)
  }
  return {
    folder,
    base: at(base, folder),
    ingest,
    /** How long it takes to read a file into a copy of the archive, in milliseconds. */
    timeOf: async (file: string): Promise<number> => {
      const archive = await copy()
      const started = performance.now()
      await ingest(archive, file)
      return performance.now() - started
    },
    copy,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function at(place: string, folder: string): Archive {
  if (place.startsWith('postgresql:'))
    return { cwd: folder, env: { DATABASE_URL: place }, open: () => openDatabase({ url: place }) }
  const dataDir = join(place, '.rapporteur')
  return { cwd: folder, env: { RAPPORTEUR_DATA_DIR: dataDir }, open: () => openDatabase({ dataDir }) }
}
