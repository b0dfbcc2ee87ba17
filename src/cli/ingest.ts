import { readFile, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Option } from '@commander-js/extra-typings'
import type { GivenFile } from '@rapporteur/reader/files/reading'
import { formatNames } from '@rapporteur/reader/formats'
import { isLanguage } from '@rapporteur/reader/language-tag'
import { RefusedByServerError } from '../client/call-server.js'
import { BrokenReadingError } from '../ingest/threads/broken-reading.js'
import { openReadingsInThreads, readingsHere } from '../ingest/threads/document-threads.js'
import { type GivenOptions, openReader } from '../ingest-document/ingester.js'
import { readSettings } from '../settings/settings.js'
import { command, dataDir, usageError } from './command.js'
import { compareFiles } from './compare-files.js'
import { cannotRead, type FoundDocument, findDocuments, type NotFound } from './find-documents.js'
import { type FileContext, openFolderContexts } from './folder-context.js'
import { checkExport, isExport, meetingsOf } from './ingest-export.js'
import { type IngestReport, jsonReport, reportTo } from './ingest-report.js'
import { type IngestTarget, ingestTarget } from './ingest-target.js'
import { contextFile, failed, type IngestedDocument, ingestedDocument, unreadable } from './ingested-document.js'
import { readAhead } from './read-ahead.js'
import { tellOfModel } from './tell-of-model.js'

const readers = ['auto', 'rules', 'model'] as const

export const ingest = command(
  {
    name: 'ingest',
    summary: 'reads meeting records into the archive',
    description: `Reads each file and writes what it contains, all of it or nothing. A server running on the same folder can keep running: the files go through it. Exits with 1 if any file failed; the others are kept. Ctrl+C stops after the current file; run it again to continue, for files that were already read are recognised by their bytes and not read again.

Files beside the records help to read them: a rapporteur.json in their folder or above it (series, language, format, abbreviations, people), and registers of people or bodies in their folder or above it, up to the folder given (listPerson, listOrg, a list of delegates with their initials). Flags override them. Files of a folder that are not records are skipped.

An export (ndjson or json) is restored meeting by meeting, with its ids and slugs. It is read to its end before anything is written, and refused if it is truncated. After an interruption, ingest it again: it continues where it stopped.`,
    examples: [
      'rapporteur ingest minutes.txt --dry-run',
      'rapporteur ingest minutes/ --series "Harbour board"',
      'rapporteur ingest "minutes/**/*.docx" --strict --json > result.json',
      'rapporteur ingest archive.ndjson',
    ],
  },
  (its) =>
    its
      .argument('<path...>', 'a file, a folder, a quoted pattern such as "minutes/**/*.md", or - for standard input')
      .option('--series <name>', 'the body or series of meetings that the records belong to')
      .option('--language <code>', 'their language, BCP 47, such as en or pt-BR; detected by default')
      .addOption(new Option('--format <name>', 'the kind of record; detected by default').choices(formatNames))
      .option('--meeting <slug>', 'the meeting of which this is another copy')
      .option('--title <title>', "the meeting's title, in place of the one that is printed")
      .option('--date <day>', 'its day, such as 2025-03-04, in place of the one that is printed')
      .addOption(
        new Option(
          '--reader <who>',
          'rules, model (the one that RAPPORTEUR_MODEL_URL and RAPPORTEUR_MODEL name), or auto (the default): prose by the model, where one is configured, all else by rules',
        ).choices(readers),
      )
      .option(
        '--proposal <file>',
        'what a model or a person answered to `rapporteur annotate`, or - for standard input, in place of what rules would read; what the text does not bear out is left out, and a finding says why',
      )
      .option(
        '--compare',
        'prints where rules and the model (or the proposal) differ, sentence by sentence, and writes nothing',
      )
      .option('--strict', 'refuses a record with a finding of severity WARNING or ERROR')
      .option(
        '--dry-run',
        'shows title, date, series and what would be written, and writes nothing; of a known meeting, what would change, sentence by sentence',
      )
      .option('--json', 'prints one JSON document instead of lines')
      .option('--verbose', 'says more: of a file that is refused, what each format makes of it; an error in full')
      .option(
        '--workers <number>',
        'how many documents are read at once, each in a thread of its own; 1 uses no extra threads. The result is the same, in the same order. By default one less than there are cores',
      )
      .option(...dataDir),
  async ({ args: [paths], flags }) => {
    const { proposal, verbose } = flags
    const [asked, settings] = [
      optionsOf(flags),
      readSettings(process.env, { 'data-dir': flags.dataDir, workers: flags.workers }),
    ]
    const found = await documentsAt(paths, asked)
    if (proposal !== undefined && found.length !== 1)
      throw usageError('--proposal is the answer to one file; name that one.', 'ingest')
    const options = proposal === undefined ? asked : { ...asked, proposal: await answerIn(proposal) }
    if (flags.compare) return compareFiles(paths, options, settings)
    const reader = openReader()
    const contexts = await contextsOf(found, openFolderContexts(reader, settings.maxUpload))
    const atOnce = Math.min(settings.workers ?? availableParallelism() - 1, total(found))
    const readings = atOnce > 1 ? openReadingsInThreads(atOnce) : readingsHere(reader)
    const report = flags.json
      ? jsonReport(process.stdout)
      : reportTo(process.stdout, process.stderr, total(found), verbose)
    const stop = stopSignal(options.dryRun)
    const model = { ...tellOfModel(process.stderr), signal: stop.signal }
    const target = await ingestTarget(settings, reader, { dryRun: options.dryRun, read: readings.read, model })
    try {
      const prepare = preparer(target, options, contexts, settings.maxUpload)
      const writes = readAhead(itemsOf(found), prepare, Math.max(atOnce + 1, MIN_FILES_AHEAD))
      const failures = await writeInOrder(writes, report, stop)
      if (stop.asked && !stop.isUnheard)
        process.stderr.write('Stopped. The files listed above are done; the others were not started.\n')
      return stop.asked && !stop.isUnheard ? 130 : failures > 0 ? 1 : 0
    } finally {
      stop.forget()
      await readings.close()
      await target.close()
    }
  },
)

const answerIn = async (path: string): Promise<string> => {
  try {
    return (path === '-' ? await buffer(process.stdin) : await readFile(path)).toString('utf8')
  } catch (error) {
    throw usageError(`The proposal cannot be read: ${error instanceof Error ? error.message : error}.`, 'ingest')
  }
}

/** What the flags say about reading, checked as far as it can be without the files. */
function optionsOf({
  series,
  language,
  format,
  meeting,
  title,
  date,
  reader,
  strict = false,
  dryRun = false,
}: Partial<GivenOptions>) {
  const options = { series, language, format, meeting, title, date, reader, strict, dryRun }
  checkOptions(options)
  return options
}

/** The files to read, each export checked to its end; throws if the options do not go with them. */
async function documentsAt(paths: string[], options: GivenOptions): Promise<Found[]> {
  const found = await Promise.all((await findDocuments(paths)).map(checked))
  if (found.some(({ meetings }) => meetings !== undefined)) checkForExport(options)
  if (options.meeting !== undefined && found.length > 1)
    throw usageError(`--meeting names one meeting, but ${found.length} files were given.`, 'ingest')
  return found
}

async function contextsOf(
  found: readonly Found[],
  contextOf: ReturnType<typeof openFolderContexts>,
): Promise<Map<Found, FileContext>> {
  const contexts = new Map<Found, FileContext>()
  for (const document of found)
    if ('root' in document && document.meetings === undefined) contexts.set(document, await contextOf(document))
  return contexts
}

/** Writes and reports one file after the other, until told to stop. The number of those that failed. */
async function writeInOrder(
  files: AsyncIterable<{ item: Item; result: () => Promise<IngestedDocument> }>,
  report: IngestReport,
  stop: { readonly asked: boolean },
): Promise<number> {
  let failures = 0
  for await (const { item, result: write } of files) {
    if (stop.asked) break
    report.begin(item.file)
    const done = await write()
    if (done.status === 'failed') failures++
    report.add(done)
  }
  report.end()
  return failures
}

type Found = (FoundDocument | NotFound) & {
  /** The number of meetings, if the file is an export of several. */
  readonly meetings?: number
}

/** Checks an export to its end before anything is written. */
async function checked(found: FoundDocument | NotFound): Promise<Found> {
  if ('error' in found || !(await isExport(found.file))) return found
  const meetings = await checkExport(found.file)
  return typeof meetings === 'number' ? { ...found, meetings } : { file: found.file, error: meetings }
}

/** A file, or one meeting of an export, which is named by its line ("archive.ndjson:3"). */
type Item = Found | (FoundDocument & { readonly bytes: Uint8Array })

async function* itemsOf(found: readonly Found[]): AsyncGenerator<Item> {
  for (const document of found) {
    if ('error' in document || document.meetings === undefined) yield document
    else
      for await (const { line, bytes } of meetingsOf(document.file))
        yield { file: `${document.file}:${line}`, walked: false, root: document.root, bytes }
  }
}

const total = (found: readonly Found[]): number => found.reduce((sum, { meetings = 1 }) => sum + meetings, 0)

/** Refuses the flags that an export makes meaningless, because it states those facts itself. */
function checkForExport(given: Pick<GivenOptions, 'series' | 'language' | 'format' | 'meeting'>): void {
  const flag = (['series', 'language', 'format', 'meeting'] as const).find((name) => given[name] !== undefined)
  if (flag) throw usageError(`An export is restored as it was, so --${flag} cannot be used with it.`, 'ingest')
}

/**
 * Remembers the first Ctrl+C, after which the current file is finished or rolled back. The second ends the process at once. A dry run
 * ends likewise once nobody reads what it prints, as behind `| head`; what is to be written is written to the end.
 */
function stopSignal(isDryRun: boolean) {
  const ending = new AbortController()
  const state = { asked: false, isUnheard: false, signal: ending.signal, forget: () => {} }
  const ask = () => {
    state.asked = true
    ending.abort()
  }
  const unheard = () => {
    state.isUnheard = true
    ask()
  }
  state.forget = () => {
    process.off('SIGINT', ask)
    process.stdout.off('error', unheard)
  }
  process.once('SIGINT', ask)
  if (isDryRun) process.stdout.once('error', unheard)
  return state
}

function checkOptions({ language, series, meeting, date }: GivenOptions): void {
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    throw usageError(`--date takes a day such as 2025-03-04, not ${JSON.stringify(date)}.`, 'ingest')
  if (language !== undefined && !isLanguage(language))
    throw usageError(`--language takes a language tag like en or pt-BR, not ${JSON.stringify(language)}.`, 'ingest')
  if (series?.trim() === '') throw usageError('--series takes a name.', 'ingest')
  if (meeting?.trim() === '') throw usageError('--meeting takes a slug.', 'ingest')
}

/** At least how many files may be read ahead of the one that is being written; with more workers, more are. */
const MIN_FILES_AHEAD = 3

/** Refusals that concern one file. With any other code the server would refuse every file, so the command ends. */
const FILE_ERROR_CODES = new Set(['PAYLOAD_TOO_LARGE', 'BAD_REQUEST', 'BAD_USER_INPUT'])

function preparer(
  { prepare }: IngestTarget,
  options: GivenOptions,
  contexts: ReadonlyMap<Found, FileContext>,
  maxBytes: number,
) {
  const one = async (found: FoundDocument, file: GivenFile, more: GivenOptions) => {
    const write = await prepare(file, { ...options, ...more }).catch((error: unknown) => {
      if (error instanceof BrokenReadingError) return error
      throw error
    })
    if (write instanceof BrokenReadingError) return async () => failed(found, write.message)
    return async (): Promise<IngestedDocument> => {
      try {
        return ingestedDocument(found, file.bytes, await write())
      } catch (error) {
        if (error instanceof RefusedByServerError && FILE_ERROR_CODES.has(error.code))
          return unreadable(found, error.message)
        throw error
      }
    }
  }
  return async (document: Item): Promise<() => Promise<IngestedDocument>> => {
    if ('error' in document) return async () => unreadable(document, document.error)
    if ('bytes' in document) return one(document, { bytes: document.bytes, fileName: 'meeting.json' }, {})
    const { beside, is = 'record' } = contexts.get(document) ?? {}
    if (is !== 'record') return async () => contextFile(document.file, is)
    const given = await bytesOf(document.file, maxBytes)
    if (typeof given === 'string') return async () => unreadable(document, given)
    const fileName = document.file === '-' ? 'standard input' : basename(document.file)
    return one(document, { bytes: given, fileName }, { beside })
  }
}

/** The contents of a file, or a sentence that says why it cannot be read. */
async function bytesOf(path: string, maxBytes: number): Promise<Uint8Array | string> {
  const tooLong = `It is longer than the limit of ${maxBytes.toLocaleString('en')} bytes (RAPPORTEUR_MAX_UPLOAD_BYTES).`
  try {
    if (path !== '-' && (await stat(path)).size > maxBytes) return tooLong
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path)
    return bytes.length > maxBytes ? tooLong : bytes
  } catch (error) {
    if (error instanceof Error) return cannotRead(error)
    throw error
  }
}
