import { readDocx } from '@rapporteur/reader/files/docx'
import { readHtml } from '@rapporteur/reader/files/html'
import { readMarkdown } from '@rapporteur/reader/files/markdown'
import { readPdf } from '@rapporteur/reader/files/pdf'
import type { Reading } from '@rapporteur/reader/files/reading'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { readXml } from '@rapporteur/reader/files/xml'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDocx } from './support/as-docx.js'
import { asPdf } from './support/as-pdf.js'
import { documentXml, docxOf } from './support/docx-archive.js'
import { brokenPromises } from './support/marked.js'

/** More of them: FC_RUNS=100000 npx vitest run tests/ingest/readers/properties.test.ts */
const numRuns = Number(process.env.FC_RUNS ?? 150)

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Null where the file is refused; anything but a refusal is a fault. */
const readOrRefuse = async (read: () => Reading | Promise<Reading>): Promise<Reading | null> => {
  try {
    return await read()
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return null
    throw error
  }
}

const keepsPromises = async (read: () => Reading | Promise<Reading>) => {
  const reading = await readOrRefuse(read)
  if (reading) expect(brokenPromises(reading)).toEqual([])
}

const words = fc.constantFrom(
  ' ',
  '\n',
  '\t',
  'Ms. Ash',
  'spoke',
  '1. ',
  '- ',
  '&amp;',
  '\u00a0',
  '👋',
  '\u202e',
  'e\u0301',
)

const soupOf = (...pieces: string[]) =>
  fc.array(fc.oneof(words, fc.constantFrom(...pieces)), { maxLength: 60 }).map((parts) => parts.join(''))

const html = soupOf(
  ...['p', 'div', 'b', 'i', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'h2', 'sup', 'blockquote', 'pre', 'span'].flatMap(
    (name) => [`<${name}>`, `</${name}>`],
  ),
  ...[
    '<br>',
    '<hr>',
    '<a href="#n">1</a>',
    '<p id="n">',
    '<td colspan=3 rowspan=2>',
    '<script>',
    '<!--',
    '-->',
    '<',
    '&',
  ],
)

const markdown = soupOf(
  ...[
    '# ',
    '**',
    '_',
    '`',
    '```\n',
    '> ',
    '* ',
    '| a | b |\n',
    '|-|-|\n',
    '|',
    '[',
    '](x)',
    '](#n)',
    '\\',
    '<b>',
    '---\n',
    '\n\n',
    '    ',
  ],
)

const xmlElement = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(
        'p',
        'u',
        'seg',
        'speech',
        'from',
        'b',
        'i',
        'table',
        'row',
        'tr',
        'td',
        'cell',
        'note',
        'w',
        'pc',
        'name',
        'x',
      ),
      tie('content'),
    )
    .map(([name, content]) => `<${name} who="#a">${content}</${name}>`),
  content: fc.oneof(
    { maxDepth: 5 },
    words,
    fc.array(tie('element'), { maxLength: 4 }).map((elements) => elements.join(' ')),
  ),
}))

const wordBody = fc.array(
  fc.constantFrom(
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> a </w:t></w:r><w:r><w:tab/><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:br/></w:r></w:p>',
    '<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>d</w:t></w:r></w:hyperlink><w:bookmarkStart w:name="x"/></w:p>',
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>e</w:t></w:r></w:p>',
    '<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
  ),
  { maxLength: 12 },
)

const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
  minLength: 1,
  maxLength: 20,
})

const damaged = (bytes: Uint8Array, changes: readonly (readonly [number, number])[]): Uint8Array => {
  const copy = bytes.slice()
  for (const [place, byte] of changes) copy[Math.floor(place * copy.length)] = byte
  return copy
}

describe('whatever a file holds, a reader gives a layout that keeps its promises, or refuses it', () => {
  test('HTML', () =>
    fc.assert(
      fc.asyncProperty(html, (page) => keepsPromises(() => readHtml(bytesOf(page), 'a'))),
      { numRuns },
    ))

  test('Markdown', () =>
    fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        await keepsPromises(() => readMarkdown(bytesOf(text), 'a'))
      }),
      { numRuns },
    ))

  test('XML', () =>
    fc.assert(
      fc.asyncProperty(xmlElement.element, (xml) => keepsPromises(() => readXml(bytesOf(xml), 'a'))),
      { numRuns },
    ))

  test('.docx', () =>
    fc.assert(
      fc.asyncProperty(wordBody, async (body) => {
        const bytes = await docxOf(documentXml(body.join('')))
        await keepsPromises(() => readDocx(bytes, 'a'))
      }),
      { numRuns },
    ))

  const blocks = [
    { kind: 'title' as const, runs: [{ text: 'Minutes', bold: true }] },
    {
      kind: 'table' as const,
      lines: [
        ['a', 'b', 'c'],
        ['d', '', 'e'],
      ],
    },
    { kind: 'text' as const, runs: [{ text: 'We met. '.repeat(40), bold: false }] },
  ]

  test('.docx with bytes changed', async () => {
    const bytes = await asDocx(blocks)
    await fc.assert(
      fc.asyncProperty(damage, (changes) => keepsPromises(() => readDocx(damaged(bytes, changes), 'a'))),
      { numRuns },
    )
  })

  test('.pdf with bytes changed', async () => {
    const bytes = await asPdf(blocks)
    await fc.assert(
      fc.asyncProperty(damage, (changes) => keepsPromises(() => readPdf(damaged(bytes, changes), 'a'))),
      { numRuns },
    )
  })
})
