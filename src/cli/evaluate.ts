import { prettifyError, ZodError } from 'zod'
import { ReportedError } from '../database/reported-error.js'
import { goldFaults } from '../evaluate/check-gold.js'
import { evaluate as evaluateGolds, type GoldCase } from '../evaluate/evaluate.js'
import { formatReport } from '../evaluate/format-report.js'
import { goldFiles } from '../evaluate/gold-files.js'
import { type OpenGoldOptions, openGold } from '../evaluate/open-gold.js'
import { fileReading } from '../evaluate/read-file.js'
import { command, usageError } from './command.js'

export const evaluate = command(
  {
    name: 'evaluate',
    summary: 'scores the reading of records against gold readings',
    description: 'Prints precision, recall and F1 for each kind of row, and the ten worst disagreements.',
    examples: ['rapporteur evaluate gold/board.json', 'rapporteur evaluate gold/board.json --document board.docx'],
  },
  (its) =>
    its
      .argument('[gold...]', 'gold readings; tests/gold/*.json if none is named')
      .option(
        '--records <folder>',
        'looks for the records that GOLD was made from in FOLDER too, not only in the folders above GOLD; may be repeated',
        (folder, others: string[] = []) => [...others, folder],
      )
      .option(
        '--document <file>',
        'reads FILE, another copy of the same record, instead of the one that GOLD was made from',
      ),
  async ({ args: [given], flags: { records, document } }) => {
    if (document !== undefined && given.length !== 1) throw usageError('--document needs exactly one GOLD.', 'evaluate')
    const files = given.length > 0 ? given : await goldFiles(['tests/gold'])
    if (files.length === 0) throw usageError('No gold reading was found.', 'evaluate')
    const golds = await openGolds(files, { records, document })
    const report = await evaluateGolds(golds, fileReading())
    console.log(formatReport(report))
    return report.failed.length > 0 ? 1 : 0
  },
)

/** Opens gold readings; those whose record is not available are reported and skipped. */
async function openGolds(files: string[], options: OpenGoldOptions): Promise<GoldCase[]> {
  const golds: GoldCase[] = []
  for (const file of files) {
    const gold = await openGold(file, options).catch((error: unknown) => {
      throw unusableGold(file, reasonOf(error))
    })
    if ('missing' in gold) {
      console.log(`Skipped ${gold.name}: ${gold.missing}.\n`)
      continue
    }
    const faults = goldFaults(gold.gold, gold.source)
    if (faults.length > 0) throw unusableGold(file, faults.join('; '))
    golds.push(gold)
  }
  return golds
}

function reasonOf(error: unknown): string {
  if (error instanceof ZodError) return prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

const unusableGold = (file: string, reason: string) =>
  new ReportedError(`${file} cannot serve as a gold reading: ${reason}`, { exitCode: 2 })
