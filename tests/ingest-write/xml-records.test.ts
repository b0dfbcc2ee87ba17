import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../src/ingest/read-document.js'
import { openDocumentReader } from '../../src/ingest/threads/document-threads.js'
import { codes, readXmlRecord, said } from '../ingest/formats/read-xml.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { ingest } from '../support/ingest.js'

const akn = (body: string, references = '') =>
  `<akomaNtoso><debate><meta><references>${references}</references></meta><debateBody>${body}</debateBody></debate></akomaNtoso>`

const tei = (body: string) => `<TEI><teiHeader/><text><body>${body}</body></text></TEI>`

describe('XML records in the database', () => {
  let database: TestDatabase
  const reader = openDocumentReader({ memoryMb: 256, seconds: 20, threads: 1 })

  beforeAll(async () => {
    database = await testDatabase()
  })

  const store = async (fileName: string, xml: string) =>
    ingest(database, await readDocument(reader, { fileName, bytes: new TextEncoder().encode(xml) }))

  test('every way to speak in a debate is stored', async () => {
    const references = `<TLCPerson eId="ash" showAs="Ms. Ada Ash"/><TLCPerson eId="chair" showAs="The SPEAKER"/>
      <TLCRole eId="roads" showAs="Minister for Roads"/><TLCOrganization eId="growers" showAs="Growers"/>`
    const body = `<debateSection><heading>Bridges</heading><p>We met.</p>
      <question by="#ash"><from>Ms. Ash</from><p>asked when.</p></question>
      <answer by="#elm" as="#roads"><from>Mr. Elm</from><p>Soon.</p></answer>
      <speech by="#chair"><from>The SPEAKER</from><p>Order.</p></speech>
      <speech by="#growers"><from>Growers</from><p>At last.</p></speech>
      <speech by="#growers"><from>Ms. Yew</from><p>For them.</p></speech>
      <speech by=""><from>Hon. Members</from><p>Aye!</p></speech>
      <p><person refersTo="#ash">Ms. Ash</person></p></debateSection>`
    const { meeting } = await store('bridges.xml', akn(body, references))
    const remarks = await database.prisma.remark.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
    })
    expect(remarks.map(({ kind, attribution }) => `${kind} ${attribution}`)).toEqual([
      'STATEMENT NAMED',
      'RESPONSE NAMED',
      'STATEMENT ROLE',
      'STATEMENT PARTY',
      'STATEMENT NAMED',
      'STATEMENT ANONYMOUS',
    ])
    expect(await database.prisma.responseTarget.count({ where: { targetId: remarks[0]?.id ?? '' } })).toBe(1)
  })

  test('a sitting is stored with its register, and again changes nothing', async () => {
    const register = `<listOrg><org xml:id="G"><orgName>Green Meadow</orgName></org></listOrg><listPerson>
      <person xml:id="A"><persName><forename>Ada</forename><surname>Oak</surname></persName>
      <affiliation ref="#G" role="member" from="2020-05-01" to="2019-05-01"/></person></listPerson>`
    const body = `<div><head>Rails</head>${register}<u who="#A #B" ana="#chair"><seg>Together.</seg></u><u ana="#chair"><seg>Order.</seg></u></div>`
    const first = await store('rails.xml', tei(body))
    expect(first.status).toBe('CREATED')
    expect((await store('rails.xml', tei(body))).status).toBe('UNCHANGED')
    const joint = await database.prisma.remark.findMany({ where: { meetingId: first.meeting.id, scope: 'JOINT' } })
    expect(joint).toHaveLength(2)
  })

  test('names, titles and headings as long as a page are stored', async () => {
    const page = Array.from({ length: 900 }, (_, i) => `Wort${(i * 7919) % 9973}`).join(' ')
    const references = `<TLCPerson eId="a" showAs="${page}"/><TLCOrganization eId="o" showAs="${page}"/><TLCRole eId="r" showAs="${page}"/>`
    const speeches = `<speech by="#a" as="#r"><p>One.</p></speech><speech by="#o"><from>${page}</from><p>Two.</p></speech>
      <speech by="#${page.replaceAll(' ', '')}"><p>Three.</p></speech>`
    const { status } = await store(
      'page.xml',
      akn(`<debateSection><heading>${page}</heading>${speeches}</debateSection>`, references),
    )
    expect(status).toBe('CREATED')
  })
})

describe('XML that nobody should write', () => {
  test.for([
    ['a turn without words', akn('<speech by="#x"><from>Ms. Ash</from></speech><p>End.</p>')],
    ['a turn without anything', akn('<speech/><p>End.</p>')],
    [
      'references to nothing',
      akn('<speech by="#" as="#"><from>:</from><p>One.</p></speech><speech by="#??"><p>Two.</p></speech>'),
    ],
    [
      'references that lead to other things',
      akn('<speech by="#c"><p>One.</p></speech>', '<TLCConcept eId="c" showAs="Ayes"/><TLCPerson/>'),
    ],
    [
      'names without letters',
      akn('<speech by="#x"><from>***</from><p>One.</p></speech>', '<TLCPerson eId="x" showAs="..."/>'),
    ],
    [
      'headings without words',
      akn('<debateSection><heading> </heading><speech by="#x"><p>One.</p></speech></debateSection>'),
    ],
    [
      'headings of signs',
      akn('<debateSection><heading>***</heading><speech by="#x"><p>One.</p></speech></debateSection>'),
    ],
    ['turns in paragraphs in turns', akn('<p>a<speech by="#x">b<p>c<speech by="#y">d</speech>e</p>f</speech>g</p>')],
    ['a heading in a table in a list', akn('<ul><li><table><tr><td><heading>H</heading></td></tr></table></li></ul>')],
    [
      'dates that no calendar has',
      `<TEI><teiHeader><setting><date when="2031-02-31"/></setting></teiHeader><text><u who="#a"><seg>One.</seg></u></text></TEI>`,
    ],
    ['an utterance in an utterance', tei('<u who="#a">a<u who="#b">b</u>c</u>')],
    ['a label without a turn', tei('<u who="#a">a</u><note type="speaker">Ms. Ash</note>')],
  ] as const)('%s is read, and nothing of it is lost', ([, xml]) => {
    const reading = readXmlRecord(xml)
    expect(codes(reading)).not.toContain('UNREAD_TEXT')
    for (const { attribution, speaker, party, speakerRole } of reading.record.remarks) {
      const filled = { NAMED: speaker !== null && party === null, PARTY: speaker === null && party !== null }
      expect(
        { ...filled, ROLE: speakerRole !== null, ANONYMOUS: speaker === null && party === null }[attribution],
      ).toBe(true)
    }
  })

  const name = fc.constantFrom(
    ...[
      'speech',
      'question',
      'answer',
      'from',
      'heading',
      'p',
      'narrative',
      'scene',
      'debateSection',
      'person',
      'ul',
      'i',
    ],
    ...['u', 'sp', 'seg', 'note', 'vocal', 'head', 'div', 'speechGroup', 'recordedTime', 'docDate', 'odd'],
  )
  const attributes = fc.constantFrom(
    '',
    ' by="#ash"',
    ' by="#no" as="#ash"',
    ' who="#a #b"',
    ' ana="#chair"',
    ' type="speaker"',
    ' time="10:00"',
  )
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      fc.constantFrom('One.', 'Ms. Ash:', 'The Speaker', ' ', '***', 'Ada Roe, Minister for Roads', '10.02 a.m.'),
      fc
        .tuple(name, attributes, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([tag, given, inside]) => `<${tag}${given}>${inside.join('')}</${tag}>`),
    ),
  }))

  test('any nesting of their elements is read, and nothing of it is lost', () => {
    fc.assert(
      fc.property(tree, fc.boolean(), (xml, isTei) => {
        const body = `<p>Begin.</p>${xml}<speech by="#ash"><p>End.</p></speech><u who="#a">End.</u>`
        const reading = readXmlRecord(
          isTei ? tei(body) : akn(body, '<TLCPerson eId="ash" showAs="Ms. Ada Ash"/>'),
          'en',
        )
        expect(codes(reading)).not.toContain('UNREAD_TEXT')
      }),
      { numRuns: 150 },
    )
  })
})

describe('long XML records', () => {
  const labels = ['Ms. Ash', 'The Speaker', 'Minister for Roads (Mr Oak)', 'Mrs. Elm']
  const long = (count: number) => {
    const turns = Array.from({ length: count }, (_, i) => {
      const from = i % 5 === 4 ? `Mr. Roe${'abcdefghij'[i % 10]}${'x'.repeat(i % 40)}` : labels[i % 4]
      return `<debateSection><heading>Item ${i % 100}</heading><speech by="#p${i}"><from>${from}</from><p>Words ${i}.</p></speech></debateSection>`
    })
    return akn(turns.join(''))
  }
  const secondsOf = (xml: string) => {
    const before = process.cpuUsage()
    readXmlRecord(xml, 'en')
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }

  test('take time in proportion: four times the turns, not sixteen times the time', () => {
    const [short, four] = [long(1000), long(4000)]
    secondsOf(short)
    const ratios = [1, 2, 3].map(() => secondsOf(four) / secondsOf(short))
    expect(Math.min(...ratios)).toBeLessThan(9)
  })

  test('keep every turn', () => {
    expect(said(readXmlRecord(long(1000), 'en'))).toHaveLength(1000)
  })
})
