import { readXml } from '@rapporteur/reader/files/xml'
import { descendants, marksOf, rootElement } from '@rapporteur/reader/layout'
import { describe, expect, test } from 'vitest'
import { brokenPromises, marked } from './support/marked.js'
import { tablesOf } from './support/tables.js'

const read = (xml: string) => readXml(new TextEncoder().encode(xml), 'debate.xml')

const debate = `<?xml version="1.0" encoding="UTF-8"?>
<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <akn:debate name="hansard">
    <akn:meta><akn:TLCPerson eId="ash" showAs="Ada Ash"/></akn:meta>
    <akn:debateBody>
      <akn:speech by="#ash" xml:lang="en">
        <akn:from>Ms. Ash:</akn:from>
        <akn:p>I
          beg <akn:i>to</akn:i> <akn:b>move</akn:b>.<akn:eol/>Now.</akn:p>
        <akn:p><akn:b>All</akn:b> <akn:i>of it</akn:i></akn:p>
      </akn:speech>
    </akn:debateBody>
  </akn:debate>
</akn:akomaNtoso>`

const sitting = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div type="debateSection">
  <u who="#AshA" ana="#regular" xml:id="u1"><seg>One.</seg><seg>Two <note>aside</note> three.</seg><kinesic><desc>Applause</desc></kinesic></u>
  <listPerson><person xml:id="AshA"><persName><surname>Ash</surname><forename>Ada</forename></persName>
    <affiliation role="member" ref="#P" from="2019-01-01"/></person></listPerson>
</div></body></text></TEI>`

describe('readXml', () => {
  test('parts blocks by a blank line and keeps what is inline in its line', () => {
    expect(read(debate).text).toBe('Ms. Ash:\n\nI beg to move.\nNow.\n\nAll of it')
    expect(read(sitting).text).toBe('One.\n\nTwo\n\naside\n\nthree.\n\nApplause\n\nAsh Ada')
  })

  test('gives each element by its local name, with its attributes, as a tree', () => {
    const { text, layout } = read(debate)
    const root = rootElement(layout)
    expect(root?.name).toBe('akomaNtoso')
    const [speech] = root ? descendants(root, 'speech') : []
    expect(speech?.attributes).toEqual({ by: '#ash', lang: 'en' })
    expect(speech?.parent?.name).toBe('debateBody')
    expect(speech?.children.map(({ name, start, end }) => [name, text.slice(start, end)])).toEqual([
      ['from', 'Ms. Ash:'],
      ['p', 'I beg to move.\nNow.'],
      ['p', 'All of it'],
    ])
  })

  test('keeps elements that hold nothing but attributes, inside of the element that holds them', () => {
    const root = rootElement(read(sitting).layout)
    const [person] = root ? descendants(root, 'person') : []
    expect(person?.children.map(({ name }) => name)).toEqual(['persName', 'affiliation'])
    expect(person?.children[1]).toMatchObject({
      attributes: { from: '2019-01-01' },
      start: person?.end,
      end: person?.end,
    })
  })

  test('tells an utterance from underlined text, both of which are called u', () => {
    expect(read('<doc><p>a <u>b</u> c</p></doc>').text).toBe('a b c')
    expect(marked(read(sitting), 'element')).toContain('One.\n\nTwo\n\naside\n\nthree.\n\nApplause')
  })

  test('puts annotated words together as their annotation joins them', () => {
    const words =
      '<s><w>The</w>\n<name type="ORG"><w>House</w> <w join="right">met</w></name>\n<pc join="right">,</pc> <pc>”</pc> <w>then</w></s>'
    expect(read(`<u who="#a"><seg>${words}</seg></u>`).text).toBe('The House met,” then')
  })

  test('reads tables of both vocabularies', () => {
    for (const [row, cell] of [
      ['tr', 'td'],
      ['row', 'cell'],
    ]) {
      const { text, layout } = read(
        `<d><table><${row}><${cell}>a</${cell}><${cell}><p>b</p></${cell}></${row}><${row}><${cell}/><${cell}>c</${cell}></${row}></table></d>`,
      )
      expect(text).toBe('a\tb\n\tc')
      expect(tablesOf(layout)[0]?.rows.map(({ cells }) => cells.length)).toEqual([2, 2])
    }
  })

  test('reads CDATA and character references, and no comment', () => {
    expect(read('<d><p>a &lt; b <![CDATA[<c> & d]]> <!-- e --></p></d>').text).toBe('a < b <c> & d')
  })

  test('decodes the encoding that the document declares', () => {
    const bytes = new Uint8Array(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><d>caf\xe9</d>', 'latin1'))
    expect(readXml(bytes, 'debate.xml')).toMatchObject({ text: 'café', encoding: 'windows-1252' })
  })

  test('gives marks that lie inside the text, in order, and nest', () => {
    expect(brokenPromises(read(debate))).toEqual([])
    expect(brokenPromises(read(sitting))).toEqual([])
  })

  test('fetches nothing from outside', () => {
    expect(read('<!DOCTYPE d SYSTEM "file:///etc/hostname"><d>here</d>').text).toBe('here')
  })

  test.each([
    [
      'declares entities',
      '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>',
      'declares entities of its own',
    ],
    ['uses an entity that nobody declares', '<d>&mystery;</d>', 'no well-formed XML (1:12: undefined entity)'],
    ['ends too early', '<d><p>a</p>', 'no well-formed XML'],
    ['nests too deep', `${'<d>'.repeat(1_000)}x${'</d>'.repeat(1_000)}`, 'nests more than 512 elements'],
    ['holds no text', '<d><p/></d>', 'holds no text'],
  ])('refuses a document that %s', (_, xml, sentence) => {
    expect(() => read(xml)).toThrow(sentence)
  })

  test('counts every element once', () => {
    expect(marksOf(read(sitting).layout, 'element')).toHaveLength((sitting.match(/<\w/g) ?? []).length)
  })
})
