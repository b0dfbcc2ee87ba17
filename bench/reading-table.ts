/**
 * What is read of a folder of records, as a table in Markdown: of each file its format and how sure that is, turns, people,
 * those present, themes, findings, and milliseconds from bytes to record (a second reading, so that nothing has to be loaded).
 *
 *     node --import tsx bench/reading-table.ts FOLDER > docs/reading/corpora.md
 *
 * Registers and rapporteur.json beside a file count, as they do for `rapporteur ingest`. Nothing is written to a database.
 */
import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { DocumentNotRecognizedError } from '@rapporteur/reader/read'
import { findDocuments } from '../src/cli/find-documents.js'
import { openFolderContexts } from '../src/cli/folder-context.js'
import { openRegisterReader, readContext } from '../src/ingest/context/read-context.js'
import { type DocumentReading, readDocument } from '../src/ingest/read-document.js'
import { openDocumentReader } from '../src/ingest/threads/document-threads.js'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder of the records.')
const reader = openDocumentReader({ threads: 1, memoryMb: 512, seconds: 60 })
const contextOf = openFolderContexts(reader, 50_000_000)
const readRegister = openRegisterReader(reader)

/** Codes with how often each was found, the most frequent first. */
const countsOf = (codes: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code, count]) => (count > 1 ? `${count} ${code}` : code))
    .join(', ')
}

interface Figures {
  readonly turns: number
  readonly named: number
  readonly people: number
  readonly present: number
  readonly findings: number
}

const figuresOf = ({ record, findings }: DocumentReading): Figures => ({
  turns: record.remarks.length,
  named: record.remarks.filter(({ attribution }) => attribution === 'NAMED').length,
  people: record.people.length,
  present: record.attendances.length,
  findings: findings.length,
})

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`

const rows: string[] = []
const total = { files: 0, turns: 0, named: 0, people: 0, present: 0, findings: 0, ms: 0 }
const skipped: string[] = []

for (const found of await findDocuments([folder])) {
  if ('error' in found) throw new Error(`${found.file}: ${found.error}`)
  const name = relative(folder, found.file)
  const { beside, is } = await contextOf(found)
  if (is !== 'record') {
    skipped.push(`\`${name}\` (${is})`)
    continue
  }
  const file = { bytes: readFileSync(found.file), fileName: name }
  const context = beside && (await readContext(readRegister, beside))
  try {
    await readDocument(reader, file, { context })
    const start = performance.now()
    const reading = await readDocument(reader, file, { context })
    const ms = Math.round(performance.now() - start)
    const figures = figuresOf(reading)
    const { format, record, findings } = reading
    const sure = format.confidence.toFixed(2)
    const { turns, named, people, present } = figures
    const codes = countsOf(findings.map(({ code }) => code))
    rows.push(row([name, format.format, sure, turns, named, people, present, record.themes.length, codes, ms]))
    total.files++
    total.ms += ms
    for (const key of ['turns', 'named', 'people', 'present', 'findings'] as const) total[key] += figures[key]
  } catch (error) {
    if (!(error instanceof DocumentNotRecognizedError)) throw error
    const [best] = error.verdicts
    skipped.push(`\`${name}\` (fits no format; ${best?.format} is ${best?.confidence.toFixed(2)} sure)`)
  }
}

console.log(`# What is read of the sample corpora

Made by \`node --import tsx bench/reading-table.ts FOLDER\`, which reads every file of a folder as \`rapporteur ingest\` does and
writes to no database. *sure* is the confidence of the format that read it; *named* are the turns whose speaker is a person;
*present* are those whom lists of those present name; *ms* is the time from bytes to record, in a thread of one core that other
work shares.

| file | format | sure | turns | named | people | present | themes | findings | ms |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
${row([`**${total.files} files**`, '', '', total.turns, total.named, total.people, total.present, '', total.findings, total.ms])}

${skipped.length > 0 ? `Not records, or of no format that is known: ${skipped.join(', ')}.` : 'Every file is of a format that is known.'}`)
