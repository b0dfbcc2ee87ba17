import { beforeAll, describe, expect, it } from 'vitest'
import { type Ask, asking } from '../support/ask.js'
import { testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'

let ask: Ask
beforeAll(async () => {
  const db = await testDatabase()
  await insertArchive(db.prisma)
  ask = asking(db)
})

describe('a document', () => {
  it('is found by the hash of its bytes, in any capitals', async () => {
    for (const digit of ['a', 'A']) {
      const { at } =
        await ask(`{ document(sha256: "${digit.repeat(64)}") { fileName mediaType sha256 format formatVersion ingestedAt
        meetings { title } findings(severity: INFO) { totalCount nodes { code } } } }`)
      expect(at('document')).toEqual({
        fileName: 'dues.txt',
        mediaType: 'text/plain',
        sha256: 'a'.repeat(64),
        format: 'summary',
        formatVersion: '1',
        ingestedAt: '2033-01-02T03:04:05.006Z',
        meetings: [{ title: 'Consultation on Harbour Dues' }],
        findings: { totalCount: 1, nodes: [{ code: 'YEAR_INFERRED' }] },
      })
    }
  })

  it('is null where none has the hash', async () => {
    const { data, errors } = await ask(`{ document(sha256: "${'f'.repeat(64)}") { text } }`)
    expect(errors).toEqual([])
    expect(data).toEqual({ document: null })
  })

  it('has the text that spans point into', async () => {
    const { at } = await ask(
      `{ document(sha256: "${'a'.repeat(64)}") { text findings { nodes { span { start end } } } } }`,
    )
    const { start, end } = at('document.findings.nodes.0.span') as { start: number; end: number }
    expect((at('document.text') as string).slice(start, end)).toBe('Monday 4 March')
    expect(at('document.findings.nodes.1.span')).toBeNull()
  })
})
