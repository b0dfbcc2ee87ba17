import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Option } from '@commander-js/extra-typings'
import { exportMeetingThrough, exportThrough } from '../client/export-through-server.js'
import { ReportedError } from '../database/reported-error.js'
import {
  type ArchiveExport,
  type ExportChoice,
  ExportChoiceError,
  exportArchive,
  exportMeeting,
} from '../export/export-meetings.js'
import { fileOf, type MeetingFormat, type MeetingFormatName, meetingFormats } from '../export/meeting-formats.js'
import { streamed } from '../export/stream.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { readSettings } from '../settings/settings.js'
import { command, dataDir, usageError } from './command.js'
import { openTarget, type Target } from './target.js'

const names = Object.keys(meetingFormats) as MeetingFormatName[]

export const exportCommand = command(
  {
    name: 'export',
    summary: 'exports the archive, to read or to restore',
    description: `Writes all meetings, or one, to standard output. ndjson and json are lossless: \`rapporteur ingest\` restores them into an empty archive with the same ids and slugs, and exporting that archive gives the same bytes again. A server running on the same folder can keep running: the export goes through it.

Lossless exports contain everything, including retracted meetings (marked as such) and curators' acts. Use --published to leave those out of a file that you give to others. Exporting everything from another server needs a key of scope admin.`,
    examples: [
      'rapporteur export --out archive.ndjson',
      'rapporteur export --format csv > remarks.csv',
      'rapporteur export --format decisions > decisions.csv',
      'rapporteur export --format akn --meeting board-2025-10-16 --out board.xml',
    ],
  },
  (its) =>
    its
      .addOption(new Option('--format <name>', 'the format to write').choices(names).default('ndjson' as const))
      .option('--meeting <slug>', 'this meeting only')
      .option('--series <slug>', 'the meetings of this series only')
      .option(
        '--since <position>',
        'only what changed after this position of the feed, which the first line of an export says',
      )
      .addOption(
        new Option(
          '--everything',
          'retracted meetings, too (so it is for lossless formats, unless --published)',
        ).conflicts('published'),
      )
      .option('--published', 'only what everybody may read')
      .option(
        '--out <path>',
        'the file to write; for a format with one file per meeting, the folder. A failed export leaves no partial file behind.',
      )
      .option(...dataDir),
  async ({ flags: { format: name, meeting, series, since, everything, published = false, out, dataDir } }) => {
    const format: MeetingFormat = meetingFormats[name]
    if (!format.frame && meeting === undefined && out === undefined)
      throw usageError(
        `${name} writes one file per meeting. Name a folder for them with --out, or one meeting with --meeting.`,
        'export',
      )
    if (everything && !format.lossless)
      throw usageError(`${name} never has what was taken out of the archive. Leave out --everything.`, 'export')
    const isPart = series !== undefined || since !== undefined
    const choice = { everything: format.lossless === true && !published, meeting, series, since }
    const target = await openTarget(readSettings(process.env, { 'data-dir': dataDir }))
    try {
      if (meeting !== undefined && !isPart && !everything) await write(out, [await oneOf(target, meeting, format)])
      else if (format.frame)
        await write(out, streamed({ ...format, frame: format.frame }, await partOf(target, choice)))
      else await writeFolder(out ?? '.', { name, format }, (await partOf(target, choice)).meetings)
      return 0
    } finally {
      if ('database' in target) await target.database.close()
    }
  },
)

/** @throws ReportedError for a series, meeting or position that is not there */
async function partOf(target: Target, choice: ExportChoice): Promise<ArchiveExport> {
  if ('server' in target) return exportThrough(target.server, choice)
  return exportArchive(target.database, choice).catch((error: unknown) => {
    throw error instanceof ExportChoiceError ? new ReportedError(error.message) : error
  })
}

async function oneOf(target: Target, slug: string, format: MeetingFormat): Promise<string> {
  const envelope = await ('server' in target
    ? exportMeetingThrough(target.server, slug)
    : exportMeeting(target.database, slug))
  if (!envelope) throw new ReportedError(`There is no meeting "${slug}".`)
  return fileOf(format, envelope)
}

/** Writes to a file, which appears only once it is complete; to standard output if `out` is undefined. */
async function write(out: string | undefined, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (out === undefined) return toOutput(process.stdout, pieces)
  if ((await stat(out).catch(() => undefined))?.isDirectory())
    throw new ReportedError(`${out} is a folder. Name a file with --out.`)
  const part = `${out}.part`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part))
    await rename(part, out)
  } catch (error) {
    await rm(part, { force: true })
    throw unwritable(out, error)
  }
}

/** Writes pieces to a stream. It is no failure if the reader closes it early, as `head` does. */
export async function toOutput(output: Writable, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  let closed = false
  const close = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  }
  output.on('error', close)
  for await (const piece of pieces) {
    if (closed) break
    if (!output.write(piece)) await drained(output)
  }
}

/** Resolves when more can be written, or when the stream has closed. */
async function drained(output: Writable): Promise<void> {
  const cleanup = new AbortController()
  const { signal } = cleanup
  await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]).catch(() => {})
  cleanup.abort() // removes the listener that did not fire
}

async function writeFolder(
  folder: string,
  { name, format }: { name: string; format: MeetingFormat },
  envelopes: AsyncIterable<MeetingEnvelope>,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    throw unwritable(folder, error)
  }
  for await (const envelope of envelopes) {
    const path = join(folder, `${envelope.archive?.meeting.slug}.${format.ending ?? name}`)
    await writeFile(path, fileOf(format, envelope)).catch((error: unknown) => {
      throw unwritable(path, error)
    })
  }
}

const unwritable = (path: string, error: unknown): unknown =>
  error instanceof Error && 'code' in error
    ? new ReportedError(`Cannot write ${path}: ${error.message}.`, { cause: error })
    : error
