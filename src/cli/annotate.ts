import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { annotationTask } from '@rapporteur/reader/proposal/task'
import { ReportedError } from '../database/reported-error.js'
import { tokensOf } from '../ingest/model/parts.js'
import { estimatedUsage } from '../ingest/model/propose.js'
import { sha256 } from '../ingest/read-document.js'
import { openReader } from '../ingest-document/ingester.js'
import { readSettings } from '../settings/settings.js'
import { command, usageError } from './command.js'

export const annotate = command(
  {
    name: 'annotate',
    summary: 'prints a record as numbered sentences, with what to answer',
    description: `Prints the task of reading a record: instructions, the form of the answer, then the record with an id before each sentence. Paste it into any assistant, or answer it yourself, and give the answer to \`rapporteur ingest FILE --proposal ANSWER\`, which takes of it only what the text bears out.`,
    examples: ['rapporteur annotate minutes.docx > task.txt', 'rapporteur annotate minutes.txt --from 40 --to 80'],
  },
  (its) =>
    its
      .argument('<file>', 'a file, or - for standard input')
      .option('--from <block>', 'the first block to print; the number before the point of an id')
      .option('--to <block>', 'the last block to print'),
  async ({ args: [path], flags }) => {
    const [from, to] = [blockNumber(flags.from, '--from'), blockNumber(flags.to, '--to')]
    const bytes = path === '-' ? await buffer(process.stdin) : await readFile(path).catch(cannotRead)
    const fileName = path === '-' ? 'standard input' : basename(path)
    const source = await openReader().read({ bytes, fileName }).catch(unreadable)
    const outline = outlineOf(source)
    const last = outline.blocks.length
    if (from !== undefined && (from > last || (to !== undefined && to < from)))
      throw usageError(`The record has the blocks 1 to ${last}.`, 'annotate')
    const task = annotationTask(outline, { sha256: sha256(bytes), from, to })
    const { parts } = estimatedUsage(outline, readSettings(process.env, {}).modelContext)
    const inParts = from === undefined && to === undefined && parts > 1 ? ` A model reads it in ${parts} parts.` : ''
    process.stdout.write(task)
    process.stderr.write(`About ${tokensOf(task).toLocaleString('en')} tokens.${inParts}\n`)
    return 0
  },
)

const blockNumber = (text: string | undefined, flag: string): number | undefined => {
  if (text === undefined) return undefined
  const number = Number(text.split('.', 1)[0])
  if (!Number.isInteger(number) || number < 1)
    throw usageError(`${flag} takes the number of a block, such as 12.`, 'annotate')
  return number
}

const cannotRead = (error: Error): never => {
  throw new ReportedError(`The file cannot be read: ${error.message}.`)
}

const unreadable = (error: unknown): never => {
  if (error instanceof UnreadableDocumentError) throw new ReportedError(error.message)
  throw error
}
