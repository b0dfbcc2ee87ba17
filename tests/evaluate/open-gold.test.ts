import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openGold } from '../../src/evaluate/open-gold.js'

describe('the record of a gold reading', () => {
  const text = 'IO: The hedge has grown.\n'
  const sha256 = createHash('sha256').update(text).digest('hex')
  let folder: string
  let goldFile: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-gold-'))
    for (const name of ['gold', 'elsewhere', 'changed']) mkdirSync(join(folder, name))
    goldFile = join(folder, 'gold', 'allotments.json')
    writeFileSync(goldFile, JSON.stringify({ source: { file: 'allotments.md', sha256 } }))
    writeFileSync(join(folder, 'changed', 'allotments.md'), 'IO: The hedge has not grown.\n')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each(['gold', '.'])('is found in the folder of its gold or above it (%s)', async (place) => {
    const path = join(folder, place, 'allotments.md')
    writeFileSync(path, text)
    expect(await openGold(goldFile)).toMatchObject({ name: 'allotments', source: text, path })
  })

  it('is found in a folder that is named, past a file of its name with other bytes', async () => {
    writeFileSync(join(folder, 'elsewhere', 'allotments.md'), text)
    const records = [join(folder, 'changed'), join(folder, 'elsewhere')]
    expect(await openGold(goldFile, { records })).toMatchObject({
      source: text,
      path: join(folder, 'elsewhere', 'allotments.md'),
    })
  })

  it('is told missing where it is nowhere, or was changed', async () => {
    expect(await openGold(goldFile)).toEqual({ name: 'allotments', missing: 'allotments.md was not found' })
    expect(await openGold(goldFile, { records: [join(folder, 'changed')] })).toMatchObject({
      missing: 'allotments.md is not the file that the gold was made from',
    })
  })

  it('stays the source where another copy is to be read', async () => {
    writeFileSync(join(folder, 'gold', 'allotments.md'), text)
    expect(await openGold(goldFile, { document: 'allotments.docx' })).toMatchObject({
      source: text,
      path: 'allotments.docx',
    })
  })
})
