import { readText } from '@rapporteur/reader/files/text'
import { readRecord } from '@rapporteur/reader/read'
import { expect, it } from 'vitest'

// The pattern of a rule between cells went back over such a line for each of its characters, which took minutes.
it('a line of 200,000 dashes before a letter is read in the time that its length takes', { timeout: 30_000 }, () => {
  const said = 'Ada Roe said that the tugs were old, and that nobody had counted them since May.'
  const text = `BOARD OF TUGS\n\nPresent: Ada Roe, Bo Poe\n\n${'-'.repeat(200_000)}x\n\n${said}\n`
  const { record } = readRecord(readText(Buffer.from(text), 'tugs.txt'), { format: 'table-minutes' })
  expect(record.remarks).toHaveLength(1)
})
