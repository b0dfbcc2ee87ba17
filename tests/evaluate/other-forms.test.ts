import { readFile } from 'node:fs/promises'
import { readRecord } from '@rapporteur/reader/read'
import { describe, expect, it } from 'vitest'
import { asDocx } from '../../reader/tests/files/support/as-docx.js'
import { asHtml } from '../../reader/tests/files/support/as-html.js'
import { asPdf } from '../../reader/tests/files/support/as-pdf.js'
import { blocksOf } from '../../reader/tests/files/support/summary.js'
import { scoreReading } from '../../src/evaluate/evaluate.js'
import { goldFrom } from '../../src/evaluate/gold.js'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'
import { allGoldFiles, openGoldHere } from '../support/gold.js'

const reader = openDocumentReader({ memoryMb: 512, seconds: 60, threads: 1 })
const summaries = (await allGoldFiles()).filter((file) =>
  /(harbour-consultation|consultative-meeting)\.json$/.test(file),
)
const forms = { 'summary.docx': asDocx, 'summary.html': asHtml, 'summary.pdf': asPdf }

/** The fonts that every PDF reader has know Latin-1 only. */
const inLatin1 = (text: string) => text.replaceAll('ń', 'n').replaceAll('ć', 'c')

describe.each(summaries)('the record of %s', (file) => {
  it.for(Object.entries(forms))(
    'is read as well when it is %s, its gold moved to where the words are',
    async ([fileName, make], { skip }) => {
      const opened = await openGoldHere(file)
      if ('missing' in opened) return skip(opened.missing)
      const source = inLatin1(opened.source)
      const gold = goldFrom(JSON.parse(inLatin1(await readFile(file, 'utf8'))), source)
      const text = await reader.read({ fileName, bytes: await make(blocksOf(source)) })
      const { record, format } = readRecord(text)
      const row = scoreReading(
        { name: file, gold, source, path: fileName },
        { record, text: text.text, format: format.format },
      )
      expect(row.worst).toEqual([])
      expect({ lost: row.lost, f1: row.score.micro.f1 }).toEqual({ lost: 0, f1: 1 })
    },
  )
})
