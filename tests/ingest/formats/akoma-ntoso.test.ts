import { describe, expect, test } from 'vitest'
import { codes, readXmlRecord, said } from './read-xml.js'

const references = `
  <TLCOrganization eId="assembly" showAs="Lowland Assembly"/>
  <TLCOrganization eId="growers" showAs="Growers' Union"/>
  <TLCRole eId="speaker" showAs="Mr. Speaker"/>
  <TLCRole eId="roads" showAs="Minister for Roads"/>
  <TLCPerson eId="ash" showAs="Ms. Ada Ash"/>
  <TLCPerson eId="birch" showAs="Mr. Birch"/>
  <TLCPerson eId="cedar" showAs="Mr M J CEDAR"/>
  <TLCPerson eId="the-whip" showAs="The CHIEF WHIP OF THE LARGER PARTY"/>
  <TLCPerson eId="elm" showAs="Mrs. Elm"/>`

interface Parts {
  namespace?: string
  metadataDate?: string
  preface?: string
  references?: string
}

const debate = (body: string, parts: Parts = {}) => `<?xml version="1.0"?>
<akomaNtoso xmlns="${parts.namespace ?? 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'}"><debate name="hansard">
  <meta><identification><FRBRWork><FRBRdate date="${parts.metadataDate ?? '2031-05-06'}"/></FRBRWork>
    <FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
    <references>${parts.references ?? references}</references></meta>
  <preface>${parts.preface ?? '<p><docTitle>Third Sitting, 2031</docTitle></p><p>Tuesday, <docDate date="2031-05-06">6 May 2031</docDate></p>'}</preface>
  <debateBody>${body}</debateBody>
</debate></akomaNtoso>`

const speech = (by: string, from: string, words: string) =>
  `<speech by="${by}"><from>${from}</from><p>${words}</p></speech>`

const read = (body: string, parts?: Parts) => readXmlRecord(debate(body, parts))

describe('recognising Akoma Ntoso', () => {
  test.for([
    'http://www.akomantoso.org/2.0',
    'http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17',
    'http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD03',
  ])('goes by names, whatever the namespace: %s', (namespace) => {
    const { format, record } = read(speech('#ash', 'Ms. Ash:', 'We begin.'), { namespace })
    expect(format).toMatchObject({ format: 'akoma-ntoso', confidence: 0.98 })
    expect(format.reasons).toContain('1 turn is marked')
    expect(record.remarks).toHaveLength(1)
  })

  test('takes no other XML for a debate, and says why', () => {
    expect(() => readXmlRecord('<akomaNtoso><act><body><p>One.</p></body></act></akomaNtoso>')).toThrow(
      'its root is <akomaNtoso>, and it holds no <debate>',
    )
  })
})

describe('the turns of a debate', () => {
  test('are the words of a speech, each block a piece, without label and notes', () => {
    const reading = read(`<debateSection><heading>Bridges</heading>
      <speech by="#ash"><from>Ms. Ash:</from><p>The bridge <noteRef marker="1"/>is old.</p>
        <scene>(Laughter)</scene><p>It <i>must</i> go.</p><narrative>She sat down.</narrative></speech></debateSection>`)
    expect(said(reading)).toEqual([['ada-ash', 'The bridge is old. It must go.']])
    expect(reading.record.utterances[0]?.pieces).toHaveLength(2)
    expect(reading.record.remarks[0]).toMatchObject({
      kind: 'STATEMENT',
      scope: 'WHOLE',
      attribution: 'NAMED',
      speakerMatch: 'IDENTIFIER',
      speakerAsPrinted: 'Ms. Ash',
    })
  })

  test('leave no character unread', () => {
    const reading = read(`Loose words.<debateSection><num>1</num><heading>Bridges</heading><p>We met.</p>
      <scene>(Bell)</scene>${speech('#ash', 'Ms. Ash:', 'Yes.')}<summary>Agreed to.</summary>
      <foreign><odd>Odd words.</odd></foreign></debateSection>`)
    expect(codes(reading)).not.toContain('UNREAD_TEXT')
    expect(reading.record.paragraphs.map(({ text }) => text)).toEqual([
      'Loose words.',
      'We met.',
      'Ms. Ash: Yes.',
      'Agreed to.',
      'Odd words.',
    ])
  })

  test('are taken out of a turn that they stand in', () => {
    const reading = read(`<speech by="#ash"><from>Ms. Ash</from><p>First.</p>
      ${speech('#birch', 'Mr. Birch', 'Never!')}<p>Last.</p></speech>`)
    expect(said(reading)).toEqual([
      ['ada-ash', 'First. Last.'],
      ['birch', 'Never!'],
    ])
  })

  test('have the speaker of their group where they name none', () => {
    const reading = read(
      '<speechGroup by="#ash"><speech><p>One.</p></speech><speech><p>Two.</p></speech></speechGroup>',
    )
    expect(said(reading).map(([who]) => who)).toEqual(['ada-ash', 'ada-ash'])
  })

  test('answer the question before them in their section', () => {
    const { record } = read(`
      <debateSection><heading>Roads</heading>${speech('#ash', 'Ms. Ash', 'Hear.')}
        <question by="#ash"><from>Ms. Ash</from><p>asked when.</p></question>
        <answer by="#birch" as="#roads"><from>Mr. Birch</from><p>Soon.</p></answer></debateSection>
      <debateSection><heading>Rails</heading><answer by="#birch"><from>Mr. Birch</from><p>No.</p></answer></debateSection>`)
    expect(record.remarks.map(({ kind, scope, inResponseTo }) => [kind, scope, inResponseTo])).toEqual([
      ['STATEMENT', 'WHOLE', []],
      ['STATEMENT', 'WHOLE', []],
      ['RESPONSE', null, [2]],
      ['RESPONSE', null, []],
    ])
  })
})

describe('who speaks in a debate', () => {
  const speaker = (by: string, from: string, more: Parts = {}) => {
    const reading = read(speech(by, from, 'Words.'), more)
    const [remark] = reading.record.remarks
    const person = reading.record.people.find(({ key }) => key === remark?.speaker)
    return {
      ...remark,
      name: person?.name ?? null,
      codes: codes(reading).filter((code) => code !== 'NO_ATTENDEE_LIST'),
    }
  }

  test('a role is a role, with or without article and courtesy', () => {
    for (const from of ['Mr. Speaker:', 'The  Speaker:', 'SPEAKER']) {
      const { attribution, speakerRole, name } = speaker('#speaker', from)
      expect([attribution, speakerRole?.toLowerCase(), name]).toEqual(['ROLE', 'speaker', null])
    }
  })

  test('an office that is encoded as a person is a role, and a finding', () => {
    expect(speaker('#the-whip', 'The CHIEF WHIP OF THE LARGER PARTY')).toMatchObject({
      attribution: 'ROLE',
      speakerRole: 'CHIEF WHIP OF THE LARGER PARTY',
      speakerAsPrinted: 'The CHIEF WHIP OF THE LARGER PARTY',
      codes: ['OFFICE_AS_PERSON'],
    })
  })

  test.for([
    'Deputy Speaker',
    'Madam Chairperson',
    'Attorney-General',
    'Prime Minister',
    'Minister responsible for Roads',
    'Leader of the Opposition',
    'El señor PRESIDENTE',
  ])('%s is an office', (from) => {
    expect(speaker('', from)).toMatchObject({ attribution: 'ROLE', name: null })
  })

  test.for([
    ['El señor ENCINA', 'Encina'],
    ['Roe, Ada', 'Ada Roe'],
    ['Mrs. Ada Roe, Minister for Roads', 'Ada Roe'],
    ['Ada Roe (Upper Riverton)', 'Ada Roe'],
  ] as const)('%s is %s', ([from, name]) => {
    expect(speaker('', from)).toMatchObject({ attribution: 'NAMED', name })
  })

  const people = [
    'Mr. Dean',
    'Ann Marshall',
    'Ms. Speaker-Jones',
    'Mr. Judge',
    'Ms. Chancellor',
    'Prime Minister Ada Roe',
  ]
  test.for(people)('%s is a person', (showAs) => {
    const only = { references: `<TLCPerson eId="x" showAs="${showAs}"/>` }
    expect(speaker('#x', showAs, only)).toMatchObject({ attribution: 'NAMED', codes: [] })
  })

  test('an initial M is no honorific', () => {
    expect(speaker('#cedar', 'Mr M J CEDAR').name).toBe('M J Cedar')
  })

  test('the printed name wins over the reference, with a finding', () => {
    expect(speaker('#birch', 'Minister for Roads (Mr Oak):')).toMatchObject({
      attribution: 'NAMED',
      name: 'Oak',
      speakerRole: 'Minister for Roads',
      speakerAsPrinted: 'Minister for Roads (Mr Oak)',
      codes: ['NAME_CONTRADICTED'],
    })
  })

  test('a printed role does not take the turn from whom the reference names', () => {
    expect(speaker('#birch', 'Mr. Speaker')).toMatchObject({ name: 'Birch', speakerRole: 'Speaker', codes: [] })
  })

  test('a reference that leads nowhere is a finding, and the printed name is taken', () => {
    expect(speaker('#nobody', 'Ms. Yew:')).toMatchObject({ name: 'Yew', codes: ['BROKEN_REFERENCE'] })
    expect(speaker('#nobody', 'Ms. Ash:')).toMatchObject({ name: 'Ada Ash', speakerMatch: 'FAMILY_NAME' })
    expect(speaker('#mr-b-yew', '')).toMatchObject({ name: 'B Yew', speakerMatch: 'IDENTIFIER' })
  })

  test('a body is a party; somebody named for it speaks on its behalf', () => {
    expect(speaker('#growers', "Growers' Union")).toMatchObject({ attribution: 'PARTY', party: 'growers-union' })
    expect(speaker('#growers', 'Ms. Yew')).toMatchObject({ name: 'Yew', party: null, onBehalfOf: ['growers-union'] })
  })

  test('members whom nobody names are nobody', () => {
    expect(speaker('', 'Several hon. Members:')).toMatchObject({ attribution: 'ANONYMOUS', name: null })
    const crowd = { references: '<TLCPerson eId="x" showAs="HON MEMBERS"/>' }
    expect(speaker('#x', 'HON MEMBERS', crowd)).toMatchObject({ attribution: 'ANONYMOUS', name: null })
  })

  test('an office in which somebody speaks is what they are, and presiding is not', () => {
    const { record, ...reading } = read(`
      <speech by="#birch" as="#roads"><from>Mr. Birch</from><p>One.</p></speech>
      <speech by="#ash" as="#speaker"><from>Ms. Ash</from><p>Two.</p></speech>
      <speech by="#elm" as="#ash"><from>Mrs. Elm</from><p>Three.</p></speech>`)
    expect(record.affiliations.map(({ person, title, status }) => [person, title, status])).toEqual([
      ['birch', 'Minister for Roads', 'CURRENT'],
    ])
    expect(record.remarks.map(({ speakerRole }) => speakerRole)).toEqual(['Minister for Roads', 'Speaker', null])
    expect(codes({ record, ...reading })).toContain('BROKEN_REFERENCE')
  })

  test('only who speaks or is named in the text is a person of the meeting', () => {
    const { record } = read(`${speech('#ash', 'Ms. Ash', 'Yes.')}
      <p>Ayes: <person refersTo="#ash">Ms. Ash,</person> <person refersTo="#elm">Mrs. Elm, etc.</person></p>`)
    expect(record.people.map(({ name, printedNames }) => [name, printedNames])).toEqual([
      ['Ada Ash', ['Ms. Ash']],
      ['Elm', ['Mrs. Elm']],
    ])
    expect(record.mentions).toMatchObject([{ kind: 'CITED', nameAsPrinted: 'Mrs. Elm', person: 'elm', paragraph: 2 }])
  })
})

describe('the order of business', () => {
  test('headings are sections, and a theme is the nearest heading that says what turns are about', () => {
    const { record } = read(`<debateSection><heading>PROCEEDINGS</heading>
      <prayers><heading>PRAYERS</heading><p>Silence was kept.</p></prayers>
      <debateSection><heading>PETITIONS AND MOTIONS</heading>${speech('#ash', 'Ms. Ash', 'One.')}</debateSection>
      <debateSection><heading>Harbour dues</heading><debateSection>${speech('#ash', 'Ms. Ash', 'Two.')}</debateSection>
        <debateSection><heading>Discussion</heading>${speech('#ash', 'Ms. Ash', 'Three.')}</debateSection></debateSection>
      <adjournment><heading>Rising of the House</heading>${speech('#ash', 'Ms. Ash', 'Four.')}</adjournment></debateSection>`)
    expect(record.sections.map(({ heading, level, parent }) => [heading, level, parent])).toEqual([
      ['PROCEEDINGS', 1, null],
      ['PRAYERS', 2, 1],
      ['PETITIONS AND MOTIONS', 2, 1],
      ['Harbour dues', 2, 1],
      ['Discussion', 3, 4],
      ['Rising of the House', 2, 1],
    ])
    expect(record.themes.map(({ title }) => title)).toEqual(['Harbour dues'])
    expect(record.remarks.map(({ theme, section }) => [theme, section])).toEqual([
      [null, 3],
      ['harbour-dues', 4],
      ['harbour-dues', 5],
      [null, 6],
    ])
  })
})

describe('when a debate was', () => {
  const meeting = (body: string, parts?: Parts) => {
    const reading = read(body, parts)
    return { ...reading.record.meeting, codes: codes(reading).filter((code) => code !== 'NO_ATTENDEE_LIST') }
  }

  test('title, date and language are the printed ones', () => {
    expect(meeting('<p>We met.</p>')).toMatchObject({
      title: 'Third Sitting, 2031',
      date: '2031-05-06',
      dateText: '6 May 2031',
      dateCertainty: 'EXACT',
      language: 'en',
      codes: [],
    })
  })

  test('a placeholder beside a printed date is a finding', () => {
    expect(meeting('<p>We met.</p>', { metadataDate: '3000-01-01' })).toMatchObject({
      date: '2031-05-06',
      codes: ['PLACEHOLDER_DATE'],
    })
  })

  test('a placeholder alone is no date', () => {
    expect(meeting('<p>We met.</p>', { metadataDate: '3000-01-01', preface: '<p>House</p>' })).toMatchObject({
      title: 'House',
      date: null,
      dateCertainty: 'UNKNOWN',
      codes: ['PLACEHOLDER_DATE'],
    })
  })

  test('a printed date wins over its own markup', () => {
    const preface = '<p>House</p><p><docDate date="2031-06-05">6 May 2031</docDate></p>'
    expect(meeting('<p>We met.</p>', { preface })).toMatchObject({ date: '2031-05-06', codes: ['DATE_CONTRADICTED'] })
  })

  test('times are of this day, and as printed', () => {
    const body = `<p>The House met at <recordedTime time="2031-05-06T10:02:00">10.02 a.m.</recordedTime></p>
      ${speech('#ash', 'Ms. Ash', 'At <recordedTime time="2031-05-06T11:00:00">11 a.m.</recordedTime> we paused.')}
      <adjournment><p>It rose at <recordedTime time="2031-05-06T02:07:00">2.07 p.m.</recordedTime> till
        <recordedTime time="2031-05-07T09:00:00">9 a.m.</recordedTime></p></adjournment>`
    expect(meeting(body)).toMatchObject({ startTime: '10:02', endTime: '14:07', codes: ['TIME_CONTRADICTED'] })
  })
})
