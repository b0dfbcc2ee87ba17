import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { exportMeetingThrough, exportThrough } from '../client/export-through-server.js'
import { ReportedError } from '../database/reported-error.js'
import { type ExportChoice, exportMeeting, exportMeetings } from '../export/export-meetings.js'
import { fileOf, type MeetingFormat, type MeetingFormatName, meetingFormats } from '../export/meeting-formats.js'
import { streamed } from '../export/stream.js'
import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { readSettings } from '../settings.js'
import { type Command, mistake, parseArguments } from './command.js'
import { openTarget, type Target } from './target.js'

const names = Object.keys(meetingFormats) as MeetingFormatName[]

export const exportCommand: Command = {
  name: 'export',
  summary: 'gives the archive back, to read or to restore',
  help: `Usage: rapporteur export [--format NAME] [--meeting SLUG | --published] [--out PATH] [--data-dir FOLDER]

Writes all meetings, or one, to the standard output. ndjson and json are lossless: \`rapporteur ingest\` of one into an
empty archive restores it, with its ids and slugs, and an export of that is the same to the byte. A server that is running
on the same folder need not be stopped: the export comes through it.

An export that restores has everything: also meetings that were retracted, marked as such, and what curators' acts hold. Of
what is given to others, leave that out by --published. Through another server it needs a key of scope admin.

  --format NAME      one of ${names.join(', ')}; ndjson, if left out
  --meeting SLUG     this meeting only
  --published        only what everybody may read
  --out PATH         a file to write instead; of a format that gives each meeting a file of its own, a folder. What is not
                     whole is not left there.
  --data-dir FOLDER  the folder of the embedded database (used when DATABASE_URL is not set)`,
  examples: [
    'rapporteur export --out archive.ndjson',
    'rapporteur export --format csv > remarks.csv',
    'rapporteur export --format akn --meeting board-2025-10-16 --out board.xml',
  ],
  async run(argv) {
    const { values, positionals } = parseArguments('export', argv, {
      format: { type: 'string', default: 'ndjson' },
      meeting: { type: 'string' },
      published: { type: 'boolean' },
      out: { type: 'string' },
      'data-dir': { type: 'string' },
    })
    if (positionals[0] !== undefined) throw mistake(`Unexpected argument ${positionals[0]}.`, 'export')
    const { meeting, out, published = false } = values
    const name = names.find((known) => known === values.format)
    if (!name)
      throw mistake(`There is no format ${JSON.stringify(values.format)}. There are: ${names.join(', ')}.`, 'export')
    const format: MeetingFormat = meetingFormats[name]
    if (!format.frame && meeting === undefined && out === undefined)
      throw mistake(
        `In ${name} each meeting is a file of its own. Give --out with a folder for them, or --meeting.`,
        'export',
      )
    const choice = { everything: format.lossless === true && !published }
    const target = await openTarget(readSettings(process.env, { 'data-dir': values['data-dir'] }))
    try {
      if (meeting !== undefined) await write(out, [await oneOf(target, meeting, format)])
      else if (format.frame) await write(out, streamed({ ...format, frame: format.frame }, allOf(target, choice)))
      else await writeFolder(out ?? '.', { name, format }, allOf(target, choice))
      return 0
    } finally {
      if ('database' in target) await target.database.close()
    }
  },
}

const allOf = (target: Target, choice: ExportChoice): AsyncIterable<MeetingEnvelope> =>
  'server' in target ? exportThrough(target.server, choice) : exportMeetings(target.database, choice)

async function oneOf(target: Target, slug: string, format: MeetingFormat): Promise<string> {
  const envelope = await ('server' in target
    ? exportMeetingThrough(target.server, slug)
    : exportMeeting(target.database, slug))
  if (!envelope) throw new ReportedError(`There is no meeting "${slug}".`)
  return fileOf(format, envelope)
}

/** To a file that is there only once it is whole; without one, to the standard output. */
async function write(out: string | undefined, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (out === undefined) return toOutput(process.stdout, pieces)
  if ((await stat(out).catch(() => undefined))?.isDirectory())
    throw new ReportedError(`${out} is a folder. Give --out a file.`)
  const part = `${out}.part`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(part))
    await rename(part, out)
  } catch (error) {
    await rm(part, { force: true })
    throw unwritable(out, error)
  }
}

/** Whoever reads may have enough before the end, as `head` has: that is no failure. */
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

/** Until more may be written, or nothing can be any more. */
async function drained(output: Writable): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]).catch(() => {})
  over.abort() // or each time leaves a listener behind
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
