import { describe, expect, test } from 'vitest'
import { codes, readXmlRecord, said } from './read-xml.js'

const registers = `<particDesc><listOrg>
    <org xml:id="party.GRN" role="parliamentaryGroup"><orgName full="abb">GRN</orgName>
      <orgName full="yes" xml:lang="en">Green Meadow</orgName><orgName full="yes" xml:lang="de">Grüne Wiese</orgName></org>
    <org xml:id="GOV"><orgName full="yes">Government of Lowland</orgName></org></listOrg>
  <listPerson>
    <person xml:id="AshAda"><persName><surname>Ash</surname><forename>Ada</forename></persName>
      <affiliation role="member" ref="#party.GRN" from="2020-01-01" to="2029-12-31"/>
      <affiliation role="deputyHead" ref="#GOV" from="2030-02-01"><roleName xml:lang="de">Vizekanzlerin</roleName>
        <roleName xml:lang="en">Vice Chancellor</roleName></affiliation>
      <affiliation role="member" ref="#party.NEW" from="2032-05"/></person>
    <person xml:id="BirchBo"><persName><forename>Bo</forename><surname>Birch</surname><nameLink>van</nameLink>
      <surname>Elm</surname></persName><affiliation role="member" ref="#GOV"/></person>
  </listPerson></particDesc>`

interface Parts {
  registers?: string
  setting?: string
  language?: string
}

const sitting = (
  body: string,
  parts: Parts = {},
) => `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="${parts.language ?? 'en'}">
  <teiHeader><fileDesc><titleStmt>
      <title type="main" xml:lang="en">Lowland corpus, sitting 7 [ParlaMint]</title>
      <title type="sub" xml:lang="de">Sitzung 7</title><title type="sub" xml:lang="en">Sitting 7</title></titleStmt>
    <sourceDesc><bibl><date when="2031-05-06">6.5.2031</date></bibl></sourceDesc></fileDesc>
    <profileDesc><settingDesc><setting><name type="city">Lowtown</name><name type="country">Lowland</name>
      ${parts.setting ?? '<date when="2031-05-06">2031-05-06</date>'}</setting></settingDesc>${parts.registers ?? registers}</profileDesc></teiHeader>
  <text><body>${body}</body></text></TEI>`

const read = (body: string, parts?: Parts) => readXmlRecord(sitting(body, parts))
const u = (attributes: string, words: string) => `<u ${attributes}><seg>${words}</seg></u>`

describe('recognising a sitting in TEI', () => {
  test('goes by the root and the utterances in it', () => {
    const { format } = read(`<div>${u('who="#AshAda"', 'One.')}${u('ana="#chair"', 'Two.')}</div>`)
    expect(format).toMatchObject({ format: 'parlamint', reasons: ['it is TEI', '2 utterances are marked'] })
  })

  test.for([
    [
      'a register of people',
      '<listPerson><person><persName>Ada Ash</persName></person></listPerson>',
      'holds no <TEI>',
    ],
    ['a text without speech', sitting('<p>Once upon a time.</p>'), 'no utterance is marked'],
    ['a corpus of several', `<teiCorpus>${sitting('')}${sitting('')}</teiCorpus>`, 'it holds 2 records'],
  ] as const)('takes %s for no sitting', ([, xml, reason]) => {
    expect(() => readXmlRecord(xml)).toThrow(reason)
  })
})

describe('the utterances of a sitting', () => {
  test('are the words of their segments, without what is noted between and within them', () => {
    const reading =
      read(`<div><head>Bridges</head><u who="#AshAda"><seg>The bridge <vocal><desc>Murmurs</desc></vocal> is old.</seg>
      <kinesic><desc>Applause</desc></kinesic><note>table left out</note><incident><desc>Bell</desc></incident>
      <seg>It must go.</seg></u></div>`)
    expect(said(reading)).toEqual([['ada-ash', 'The bridge is old. It must go.']])
    expect(codes(reading)).not.toContain('UNREAD_TEXT')
  })

  test('stand under the heads of their divisions; a division without one is no section', () => {
    const { record } = read(`<div>${u('ana="#chair"', 'Order.')}</div>
      <div><head>Bridges</head>${u('who="#AshAda"', 'One.')}<div><head>Next steps</head>${u('who="#AshAda"', 'Two.')}</div></div>`)
    expect(record.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['Bridges', 1],
      ['Next steps', 2],
    ])
    expect(record.remarks.map(({ section }) => section)).toEqual([null, 1, 2])
  })
})

describe('who speaks in a sitting', () => {
  const speakers = (body: string, parts?: Parts) =>
    read(`<div>${body}</div>`, parts).record.remarks.map((remark) => [
      remark.attribution,
      remark.speaker,
      remark.speakerRole,
      remark.speakerAsPrinted,
    ])

  test('a chair without a name is a role, and one with a name a person', () => {
    expect(speakers(u('ana="#chair"', 'Order.') + u('who="#AshAda" ana="#chair"', 'Order!'))).toEqual([
      ['ROLE', null, 'Chair', null],
      ['NAMED', 'ada-ash', 'Chair', null],
    ])
  })

  test('names come from the list in the file, given name first', () => {
    const { record } = read(`<div>${u('who="#BirchBo"', 'One.')}</div>`)
    expect(record.people).toEqual([
      {
        key: 'bo-birch-van-elm',
        name: 'Bo Birch van Elm',
        sortName: 'van elm bo birch',
        printedNames: ['Bo Birch van Elm'],
      },
    ])
  })

  test('an identifier without a list is made readable, with a finding', () => {
    const reading = read(
      `<div>${u('who="#ÁdaDeLaRoe"', 'One.')}${u('who="#ÁdaDeLaRoe"', 'Two.')}${u('who="#MP.77"', 'Three.')}</div>`,
    )
    expect(reading.record.people.map(({ name, printedNames }) => [name, printedNames])).toEqual([
      ['Áda De La Roe', ['Áda De La Roe', 'ÁdaDeLaRoe']],
      ['MP.77', ['MP.77']],
    ])
    expect(codes(reading).filter((code) => code === 'BROKEN_REFERENCE')).toHaveLength(2)
  })

  test('a note before an utterance prints who speaks', () => {
    const label = (words: string) => `<note type="speaker">${words}</note>`
    expect(
      speakers(
        label('Deputy Ada Ash:') +
          u('who="#AshAda"', 'One.') +
          label('The Speaker:') +
          u('', 'Two.') +
          u('xml:id="u3"', 'Three.'),
      ),
    ).toEqual([
      ['NAMED', 'ada-ash', null, 'Deputy Ada Ash'],
      ['ROLE', null, 'Speaker', 'The Speaker'],
      ['ANONYMOUS', null, null, null],
    ])
  })

  test('who speak together say the same words', () => {
    const { record } = read(`<div>${u('who="#AshAda #BirchBo"', 'We agree.')}</div>`)
    expect(record.remarks.map(({ speaker, scope, utterance }) => [speaker, scope, utterance])).toEqual([
      ['ada-ash', 'JOINT', 1],
      ['bo-birch-van-elm', 'JOINT', 1],
    ])
  })

  test('affiliations have the dates of the register, and hold as of the sitting', () => {
    const { record } = read(`<div>${u('who="#AshAda"', 'One.')}</div>`)
    const names = new Map(record.organizations.map(({ key, name, aliases }) => [key, [name, ...aliases].join(', ')]))
    expect(
      record.affiliations.map(({ organization, title, status, from, to, note }) => [
        names.get(organization ?? ''),
        title,
        status,
        from,
        to,
        note,
      ]),
    ).toEqual([
      ['Green Meadow, GRN, Grüne Wiese', 'member', 'FORMER', '2020-01-01', '2029-12-31', null],
      ['Government of Lowland', 'Vice Chancellor', 'CURRENT', '2030-02-01', null, null],
      ['NEW', 'member', 'INCOMING', null, null, 'from 2032-05'],
    ])
  })
})

describe('when and where a sitting was', () => {
  test('is what the header says, in the language of the record', () => {
    expect(read(`<div>${u('ana="#chair"', 'Order.')}</div>`, { language: 'de' }).record.meeting).toMatchObject({
      title: 'Sitzung 7',
      date: '2031-05-06',
      venue: 'Lowtown, Lowland',
      language: 'de',
    })
  })

  test('a date that disagrees with the source is a finding', () => {
    const reading = read(`<div>${u('ana="#chair"', 'Order.')}</div>`, { setting: '<date when="2031-05-07"/>' })
    expect(reading.record.meeting.date).toBe('2031-05-07')
    expect(codes(reading)).toContain('DATE_CONTRADICTED')
  })

  test('times are those noted before the first utterance and after the last', () => {
    const note = (words: string) => `<note type="time">${words}</note>`
    const body = `<div>${note('The sitting opened at 10.05.')}${u('ana="#chair"', 'Order.')}${note('Closed at 16:30.')}</div>`
    expect(read(body).record.meeting).toMatchObject({ startTime: '10:05', endTime: '16:30' })
  })
})
