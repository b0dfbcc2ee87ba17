import { readHtml } from '@rapporteur/reader/files/html'
import { UnreadableDocumentError } from '@rapporteur/reader/files/text'
import { marksOf } from '@rapporteur/reader/layout'
import { describe, expect, test } from 'vitest'
import { brokenPromises, marked } from './support/marked.js'
import { tablesOf } from './support/tables.js'

const read = (html: string) => readHtml(new TextEncoder().encode(html), 'minutes.html')
const textOf = (html: string) => read(html).text

describe('readHtml', () => {
  test('parts blocks by a blank line and leaves no white space of the markup', () => {
    expect(textOf('<h1> Minutes\n of <em>the</em>\tboard</h1><p>We\n  met.</p>\n\n\n<div>All<br>agreed.</div>')).toBe(
      'Minutes of the board\n\nWe met.\n\nAll\nagreed.',
    )
  })

  test('decodes character references', () => {
    expect(textOf('<p>M&uuml;ller &amp; S&#246;hne &lt;1&#x2013;2&gt;</p>')).toBe('Müller & Söhne <1–2>')
  })

  test('leaves out scripts, styles, navigation, controls and what is hidden', () => {
    const page =
      '<head><title>t</title><style>p{}</style></head><nav>Home</nav><script>x()</script><p>Words.</p><button>Go</button><p hidden>no</p><p style="display: none">no</p>'
    expect(textOf(page)).toBe('Words.')
  })

  test('marks headings, emphasis and links', () => {
    const reading = read('<h3>Opening</h3><p><b>Ms. Ash</b> <i>spoke</i> <a href="https://example.org">here</a></p>')
    expect(marksOf(reading.layout, 'heading')).toMatchObject([{ level: 3 }])
    expect(marked(reading, 'strong', 'emphasis', 'link')).toEqual(['Ms. Ash', 'spoke', 'here'])
  })

  test('prints list items with their markers, as a browser would count them', () => {
    const reading = read(
      '<ol start="4"><li>four</li><li value="9">nine</li><li>ten<ol type="a"><li>sub</li></ol></li></ol><ul><li>dot</li></ul>',
    )
    expect(reading.text).toBe('4. four\n9. nine\n10. ten\n    a. sub\n\n- dot')
    expect(marksOf(reading.layout, 'list-item').map(({ depth, marker }) => `${depth} ${marker}`)).toEqual([
      '1 4.',
      '1 9.',
      '1 10.',
      '2 a.',
      '1 -',
    ])
  })

  test('puts a numbered item inside a bullet on one line, as Markdown converters nest them', () => {
    expect(textOf('<ul><li><ol start="5"><li><p><strong>Roads</strong>: worse</p></li></ol></li></ul>')).toBe(
      '- 5. Roads: worse',
    )
  })

  test('writes a table as lines and tabs; cells that span leave the others of their span empty', () => {
    const reading = read(
      '<table><tr><th>Body</th><th colspan="2">Who</th></tr><tr><td rowspan="2">Works</td><td>Ms. Ash</td><td>Chair</td></tr><tr><td>Mr. Elm</td><td></td></tr></table>',
    )
    expect(reading.text).toBe('Body\tWho\t\nWorks\tMs. Ash\tChair\n\tMr. Elm\t')
    const cells = tablesOf(reading.layout)[0]?.rows[2]?.cells.map(({ column, start, end }) => [
      column,
      reading.text.slice(start, end),
    ])
    expect(cells).toEqual([
      [0, ''],
      [1, 'Mr. Elm'],
      [2, ''],
    ])
  })

  test('keeps the lines of a cell apart by marks over a space', () => {
    const reading = read('<table><tr><td>Ms. Ash<br>Mr. Elm</td><td><p>Chair</p><p>Clerk</p></td></tr></table>')
    expect(reading.text).toBe('Ms. Ash Mr. Elm\tChair Clerk')
    expect(marksOf(reading.layout, 'line-break').map(({ start }) => start)).toEqual([7, 21])
  })

  test.each([
    ['lines of one paragraph', '<p>Name\tTitle\nMs. Ash\tChair\n\tClerk</p>'],
    ['lines with breaks', '<body>Name\tTitle<br>\nMs. Ash\tChair<br>\n\tClerk<br>'],
    ['paragraphs', '<p>Name\tTitle</p>\n<p>Ms. Ash\tChair</p>\n<p>\tClerk</p>'],
    ['preformatted text', '<pre>Name\tTitle\nMs. Ash\tChair\n\tClerk</pre>'],
  ])('keeps columns that are typed with tabs in %s', (_, html) => {
    expect(textOf(html)).toBe('Name\tTitle\nMs. Ash\tChair\n\tClerk')
  })

  test('takes tabs that indent the markup for white space', () => {
    expect(textOf('<div>\n\t<p>\n\t\tWe\n\t\tmet.\n\t</p>\n\t<p>1.\tAll</p>\n\t<p>2.\tWent</p>\n</div>')).toBe(
      'We met.\n\n1.\tAll\n\n2.\tWent',
    )
  })

  test('takes a table that only arranges the page for no table', () => {
    const reading = read(
      '<table><tr><td><h1>Title</h1><p>Words.</p></td><td><table><tr><td>a<td>b</table></td></tr></table>',
    )
    expect(reading.text).toBe('Title\n\nWords.\n\na\tb')
    expect(tablesOf(reading.layout)).toHaveLength(1)
  })

  test('joins references to their notes, and drops the way back', () => {
    const reading = read(
      '<p>Said.<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><ol><li id="fn1"><p>A note. <a href="#fnref1">↩</a></p></li></ol>',
    )
    expect(reading.text).toBe('Said.1\n\n1. A note.')
    expect(
      marksOf(reading.layout, 'footnote', 'footnote-reference').map(({ kind, label }) => `${kind} ${label}`),
    ).toEqual(['footnote-reference fn1', 'footnote fn1'])
  })

  test.each([
    ['declared in a meta element', '<meta charset="windows-1252"><p>caf\xe9</p>', 'windows-1252'],
    [
      'declared as http-equiv',
      '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>caf\xe9</p>',
      'iso-8859-2',
    ],
    ['not declared', '<p>caf\xe9</p>', 'windows-1252'],
    ['declared, but false', '<meta charset="utf-8"><p>caf\xe9</p>', 'windows-1252'],
  ])('decodes an encoding that is %s', (_, html, encoding) => {
    const reading = readHtml(new Uint8Array(Buffer.from(html, 'latin1')), 'minutes.html')
    expect([reading.text, reading.encoding]).toEqual(['café', encoding])
  })

  test('reads UTF-16 with a byte order mark, whatever it declares', () => {
    const bytes = new Uint8Array(Buffer.from('\ufeff<meta charset="utf-8"><p>Łódź</p>', 'utf16le'))
    expect(readHtml(bytes, 'minutes.html')).toMatchObject({ text: 'Łódź', encoding: 'utf-16le' })
  })

  test('gives marks that lie inside the text, in order, and nest', () => {
    const page =
      '<p><b>a<i>b</b>c</i><ul><li><p>d<li>e<table><tr><td>f<ul><li>g</ul><td></table></ul><blockquote><p> h</blockquote><sup><a href="#n">1</a></sup><p id="n">n</p><pre>\n x\n</pre><b> </b>'
    expect(brokenPromises(read(page))).toEqual([])
  })

  test('refuses a page without words', () => {
    expect(() => read('<html><body><script>fill()</script></body></html>')).toThrow(UnreadableDocumentError)
  })
})
