import { prettifyError, ZodError } from 'zod'
import { ReportedError } from '../database/reported-error.js'
import { goldFaults } from '../evaluate/check-gold.js'
import { evaluate as evaluateGolds, type GoldCase } from '../evaluate/evaluate.js'
import { openGold } from '../evaluate/find-source.js'
import { formatReport } from '../evaluate/format-report.js'
import { goldFiles } from '../evaluate/gold-folders.js'
import { fileReading } from '../evaluate/read-file.js'
import { type Command, mistake, parseArguments } from './command.js'

export const evaluate: Command = {
  name: 'evaluate',
  summary: 'scores what is read of records against gold readings of them',
  help: `Usage: rapporteur evaluate [GOLD…] [--document FILE]

Prints precision, recall and F1 for each kind of row, and the ten worst disagreements. Without a GOLD: tests/gold/*.json,
and ../shared/gold/*.json where that is.

  --document FILE  reads FILE, the same record in another form, instead of the one that GOLD was made from`,
  examples: ['rapporteur evaluate gold/board.json', 'rapporteur evaluate gold/board.json --document board.docx'],
  async run(argv) {
    const { values, positionals } = parseArguments('evaluate', argv, { document: { type: 'string' } })
    if (values.document !== undefined && positionals.length !== 1)
      throw mistake('--document takes one GOLD.', 'evaluate')
    const files = positionals.length > 0 ? positionals : await goldFiles()
    if (files.length === 0) throw mistake('There is no gold reading here.', 'evaluate')
    const golds = await opened(files, values.document)
    const report = await evaluateGolds(golds, fileReading())
    console.log(formatReport(report))
    return report.failed.length > 0 ? 1 : 0
  },
}

/** Golds whose record is not here are named, and left out. */
async function opened(files: string[], document: string | undefined): Promise<GoldCase[]> {
  const golds: GoldCase[] = []
  for (const file of files) {
    const gold = await openGold(file, document).catch((error: unknown) => {
      throw noGold(file, reasonOf(error))
    })
    if ('missing' in gold) {
      console.log(`${gold.name} is left out: ${gold.missing}.\n`)
      continue
    }
    const faults = goldFaults(gold.gold, gold.source)
    if (faults.length > 0) throw noGold(file, faults.join('; '))
    golds.push(gold)
  }
  return golds
}

function reasonOf(error: unknown): string {
  if (error instanceof ZodError) return prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

const noGold = (file: string, reason: string) =>
  new ReportedError(`${file} cannot serve as a gold reading: ${reason}`, { exitCode: 2 })
