import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberedSummary } from '@rapporteur/reader/formats/numbered-summary/format'
import type { MeetingRecord } from '@rapporteur/reader/record'
import type { SourceText } from '@rapporteur/reader/source'
import { describe, expect, test } from 'vitest'
import { openDocumentReader } from '../../../src/ingest/threads/document-threads.js'
import { corporaPath, hasCorpora } from '../../support/corpora.js'
import { asDocx } from './support/as-docx.js'
import { asHtml } from './support/as-html.js'
import { asPdf } from './support/as-pdf.js'
import { type Block, blocksOf, sampleText, withoutStars } from './support/summary.js'

const reader = openDocumentReader({ memoryMb: 256, seconds: 20, threads: 1 })

/** Numbered summaries. */
const seed = corporaPath('seed')
const records: [name: string, text: string][] = [
  // The fonts that every PDF reader has, which the tests use, know Latin-1 only.
  ['the sample', sampleText().replaceAll('ń', 'n').replaceAll('ć', 'c')],
  ...(hasCorpora('seed', 'the same rows of its records from every kind of file') ? readdirSync(seed) : [])
    .filter((name) => name.endsWith('.txt'))
    .map((name): [string, string] => [name, readFileSync(join(seed, name), 'utf8')]),
]

const kinds: [fileName: string, make: (blocks: readonly Block[], text: string) => Uint8Array | Promise<Uint8Array>][] =
  [
    ['summary.docx', asDocx],
    ['summary.html', asHtml],
    ['summary.pdf', (blocks) => asPdf(blocks)],
    ['justified.pdf', (blocks) => asPdf(blocks, { align: 'justify', fontSize: 9 })],
    ['furnished.pdf', (blocks) => asPdf(blocks, { header: 'Marrowick Council, all rights reserved' })],
    ['summary.md', (_, text) => new TextEncoder().encode(text)],
  ]

const rowsOf = (source: SourceText): MeetingRecord => numberedSummary.parse(source, { language: 'en' }).record

const plainRows = async (text: string) =>
  rowsOf(await reader.read({ fileName: 'summary.txt', bytes: new TextEncoder().encode(text) }))

/** A record with the words that stand in its pieces instead of their offsets, which differ from file to file. */
const withWords = (value: unknown, text: string): unknown => {
  if (Array.isArray(value)) return value.map((item) => withWords(item, text))
  if (typeof value === 'string') return withoutStars(value)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      key === 'pieces' ? wordsOf(field, text) : withWords(field, text),
    ]),
  )
}

const wordsOf = (pieces: [number, number][], text: string): string[] =>
  pieces.flatMap(([start, end]) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu) ?? [])

describe.each(records)('%s', (_, text) => {
  const plain = withoutStars(text)
  const blocks = blocksOf(text)

  test.each(kinds)('gives the same rows, over the same words, as %s', async (fileName, make) => {
    const source = await reader.read({ fileName, bytes: await make(blocks, text) })
    expect(numberedSummary.recognise(source).confidence).toBeGreaterThan(0.8)
    // Markdown keeps its asterisks in the text, as the plain text has them.
    const expected = fileName.endsWith('.md') ? text : plain
    expect(withWords(rowsOf(source), source.text)).toEqual(withWords(await plainRows(expected), expected))
  })
})
