import { deflateSync } from 'node:zlib'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { describe, expect, test } from 'vitest'
import { claimingSize, documentXml, docxOf } from '../../reader/tests/files/support/docx-archive.js'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'

// Time enough for a busy machine: what is tested is that these are refused by their size and shape.
const reader = openDocumentReader({ memoryMb: 96, seconds: 200, threads: 1 })
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (fileName: string, bytes: Uint8Array) => reader.read({ fileName, bytes })

const paragraph = '<w:p><w:r><w:t>We met.</w:t></w:r></w:p>'

/** A page whose content is `size` bytes, packed twice. */
const pdfBomb = (size: number): Uint8Array =>
  pdfOf(
    deflateSync(deflateSync(Buffer.alloc(size, 'BT (x) Tj ET '), { level: 9 }), { level: 9 }),
    '[/FlateDecode/FlateDecode]',
  )

const pdfOf = (content: Buffer, filter: string): Uint8Array => {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ].map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n${objects.join('')}5 0 obj\n<</Length ${content.length}/Filter${filter}>>\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF'),
  ])
}

/** Its document is 70 MB of spaces, which take seconds to pack. */
const packedSpaces = docxOf(new Uint8Array(70e6).fill(32))

const bombs: [name: string, fileName: string, make: () => Uint8Array | Promise<Uint8Array>, sentence: RegExp][] = [
  ['a .docx that unpacks to 70 MB', 'a.docx', () => packedSpaces, /unpacks to more than 64 MB/],
  [
    'a .docx that unpacks to 70 MB and declares 1 kB',
    'a.docx',
    async () => claimingSize(await packedSpaces, 70e6, 1_000),
    /unpacks to more than 64 MB|damaged/,
  ],
  [
    'a .docx that claims 1 GB and has none',
    'a.docx',
    async () => {
      const xml = documentXml(paragraph)
      return claimingSize(await docxOf(xml), bytesOf(xml).length, 1 << 30)
    },
    /damaged: its part word\/document.xml/,
  ],
  [
    'a .docx with more paragraphs than memory',
    'a.docx',
    () => docxOf(documentXml(paragraph.repeat(300_000))),
    /needs more than the 96 MB/,
  ],
  [
    'a .docx with 20,000 tables in each other',
    'a.docx',
    () =>
      docxOf(
        documentXml(`${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${paragraph}${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`),
      ),
    /damaged Word document/,
  ],
  [
    'a .docx that declares entities',
    'a.docx',
    () =>
      docxOf(
        documentXml('<w:p><w:r><w:t>&b;</w:t></w:r></w:p>', '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
      ),
    /damaged Word document \(entity not found/,
  ],
  [
    'a .docx that is cut off',
    'a.docx',
    async () => (await docxOf(documentXml(paragraph))).subarray(0, 500),
    /damaged archive/,
  ],
  ['a .docx with broken XML', 'a.docx', () => docxOf('<w:document><w:body>'), /damaged Word document/],
  ['a .docx without text', 'a.docx', () => docxOf(documentXml('<w:p/>')), /holds no text.*OCR/],
  [
    'XML with a billion laughs',
    'a.xml',
    () => bytesOf('<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'),
    /declares entities/,
  ],
  [
    'XML with 100,000 elements in each other',
    'a.xml',
    () => bytesOf(`${'<a>'.repeat(1e5)}x${'</a>'.repeat(1e5)}`),
    /nests more than 512/,
  ],
  [
    'HTML with 100,000 elements in each other',
    'a.html',
    () => bytesOf(`${'<div>'.repeat(1e5)}x`),
    /nests more than 512/,
  ],
  [
    'a table of a million cells by its spans',
    'a.html',
    () => bytesOf(`<table>${'<tr><td rowspan=9999999 colspan=9999999>x<td>y'.repeat(1e5)}`),
    /needs more than the 96 MB/,
  ],
  ['a PDF whose page unpacks to 70 MB', 'a.pdf', () => pdfBomb(70e6), /unpacks to more than 64 MB/],
  [
    'a PDF whose page unpacks to 250 MB, packed otherwise',
    'a.pdf',
    () => pdfOf(Buffer.alloc(4e6, Uint8Array.of(129, 32)), '/RunLengthDecode'),
    /needs more than the 96 MB/,
  ],
]

describe('openDocumentReader', () => {
  test.each(bombs)('refuses %s with a sentence, and reads the next file', async (_, fileName, make, sentence) => {
    const bytes = await make()
    const refusal = read(fileName, bytes)
    await expect(refusal).rejects.toThrow(UnreadableDocumentError)
    await expect(refusal).rejects.toThrow(sentence)
    await expect(read('next.html', bytesOf('<p>We met.</p>'))).resolves.toMatchObject({ text: 'We met.' })
  })

  test('ends a reading that takes too long, and reads the next file', async () => {
    const impatient = openDocumentReader({ memoryMb: 128, seconds: 0.05, threads: 1 })
    const long = bytesOf(`<p>${'word <b>bold</b> '.repeat(200_000)}</p>`)
    await expect(impatient.read({ fileName: 'long.html', bytes: long })).rejects.toThrow(
      'long.html was not read within 0.05 s.',
    )
  })

  test('refuses Markdown whose syntax takes too long: as plain text it would be another record', async () => {
    const text = '`'.repeat(2) + Array.from({ length: 3_000 }, (_, i) => '`'.repeat(i)).join(' a ')
    const impatient = openDocumentReader({ memoryMb: 128, seconds: 0.5, threads: 1 })
    await expect(impatient.read({ fileName: 'ticks.md', bytes: bytesOf(text) })).rejects.toThrow(
      'ticks.md was not read within 0.5 s. Split it, or send its text as a plain text file.',
    )
  })

  test('counts what one file takes, and not what others beside it do', async () => {
    const two = openDocumentReader({ memoryMb: 96, seconds: 200, threads: 2 })
    const large = [Buffer.alloc(0)]
    const reading = ['a.html', 'b.html'].map((fileName) =>
      two.read({ fileName, bytes: bytesOf(`<p>${'word '.repeat(400_000)}</p>`) }),
    )
    for (let i = 0; i < 8; i++) large.push(Buffer.alloc(64e6, 1))
    expect((await Promise.all(reading)).map(({ text }) => text.length)).toEqual([1_999_999, 1_999_999])
    expect(large).toHaveLength(9)
  })

  test('reads as many files at once as it has threads, and all of them', async () => {
    const pages = Array.from({ length: 20 }, (_, i) => read(`${i}.html`, bytesOf(`<p>Page ${i}</p>`)))
    expect((await Promise.all(pages)).map(({ text }) => text)).toEqual(
      Array.from({ length: 20 }, (_, i) => `Page ${i}`),
    )
  })

  test('leaves the bytes it was given as they were', async () => {
    const bytes = bytesOf('<p>We met.</p>')
    await read('a.html', bytes)
    expect(new TextDecoder().decode(bytes)).toBe('<p>We met.</p>')
  })

  test('reads plain text and JSON without a thread', async () => {
    const none = openDocumentReader({ memoryMb: 1, seconds: 0.001, threads: 1 })
    expect(await none.read({ fileName: 'a.txt', bytes: bytesOf('We met.') })).toMatchObject({
      text: 'We met.',
      layout: [],
    })
    expect(await none.read({ fileName: 'a.json', bytes: bytesOf('{}') })).toMatchObject({
      mediaType: 'application/json',
    })
  })
})
