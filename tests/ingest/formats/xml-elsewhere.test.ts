import { describe, expect, test } from 'vitest'
import { readXmlRecord, said } from './read-xml.js'

/** Debates and sittings as other parliaments and tools write them. */

const akn = (body: string, { references = '', preface = '', language = 'eng' } = {}) =>
  `<akomaNtoso><debate><meta><identification><FRBRExpression><FRBRlanguage language="${language}"/></FRBRExpression></identification>
  <references>${references}</references></meta>${preface && `<preface>${preface}</preface>`}<debateBody>${body}</debateBody></debate></akomaNtoso>`

const tei = (body: string, register = '') =>
  `<TEI xml:lang="en"><teiHeader><profileDesc><particDesc>${register}</particDesc></profileDesc></teiHeader><text><body><div>${body}</div></body></text></TEI>`

const people = ({ record }: ReturnType<typeof readXmlRecord>) => record.people.map(({ name }) => name)
const people1 = (xml: string) => people(readXmlRecord(xml))

describe('a name in a debate', () => {
  const references = '<TLCPerson eId="roche" showAs="Áine Roche"/><TLCRole eId="ceann" showAs="An Ceann Comhairle"/>'

  test('is the one of the references, whatever seat is printed before it', () => {
    const xml = akn('<speech by="#roche"><from>Deputy Áine Roche</from><p>Few.</p></speech>', { references })
    expect(people1(xml)).toEqual(['Áine Roche'])
  })

  test('keeps its letters where it is also printed in capitals', () => {
    const xml = akn(
      '<speech by="#roche"><p>One.</p></speech><speech><from>ÁINE ROCHE</from><p>Two.</p></speech><speech><from>MR KALE</from><p>Three.</p></speech>',
      { references },
    )
    expect(people1(xml)).toEqual(['Áine Roche', 'Kale'])
  })

  test('is none where the words are those of the role', () => {
    const read = readXmlRecord(
      akn('<speech by="#" as="#ceann"><from>An Ceann Comhairle</from><p>Time.</p></speech>', { references }),
    )
    expect(read.record.remarks.map(({ attribution, speakerRole }) => [attribution, speakerRole])).toEqual([
      ['ROLE', 'An Ceann Comhairle'],
    ])
    expect(people(read)).toEqual([])
  })

  test('of an office with courtesy and article is that of whom the reference names', () => {
    const xml = akn('<speech by="#roche" as="#ceann"><from>M. le Président</from><p>La parole.</p></speech>', {
      references,
    })
    expect(people1(xml)).toEqual(['Áine Roche'])
  })

  test('of somebody from the floor is nobody’s', () => {
    const read = readXmlRecord(akn('<speech by="#"><from>A Deputy</from><p>Hear, hear.</p></speech>'))
    expect(read.record.remarks.map(({ attribution }) => attribution)).toEqual(['ANONYMOUS'])
  })
})

test('a roll call says who is there, and who is not', () => {
  const references = '<TLCPerson id="diop" showAs="M. Aliou Diop"/><TLCPerson id="sarr" showAs="Mme Fatou Sarr"/>'
  const { record } = readXmlRecord(
    akn(
      `<rollCall><p>Présents : <person refersTo="#diop">M. Diop</person></p><p>Absente : <person refersTo="#sarr">Mme Sarr</person></p></rollCall>
      <speech by="#diop"><p>Bonjour.</p></speech>`,
      { references, language: 'fra' },
    ),
  )
  expect(record.attendances.map(({ nameAsPrinted, honorific, mode }) => [nameAsPrinted, honorific, mode])).toEqual([
    ['M. Diop', 'M.', 'PRESENT'],
    ['Mme Sarr', 'Mme', 'APOLOGIES'],
  ])
  expect(record.mentions).toEqual([])
})

test('an answer answers all of the questions that stand together before it', () => {
  const { record } = readXmlRecord(
    akn(
      '<question by="#a"><p>asked one.</p></question><question by="#b"><p>asked two.</p></question><answer by="#c"><p>Both.</p></answer><question by="#b"><p>asked three.</p></question><answer by="#c"><p>It.</p></answer>',
    ),
  )
  expect(record.remarks.map(({ inResponseTo }) => inResponseTo)).toEqual([[], [], [1, 2], [], [4]])
})

describe('the front of a debate', () => {
  test('gives the title in the language of the record', () => {
    const preface =
      '<block name="title_ga"><docTitle>Díospóireacht</docTitle></block><block name="title_en"><docTitle>Debate of the House</docTitle></block>'
    expect(readXmlRecord(akn('<speech by="#a"><p>Hi.</p></speech>', { preface })).record.meeting.title).toBe(
      'Debate of the House',
    )
  })

  test('gives date and time that nothing marks', () => {
    const preface = '<p><docTitle>Session of 14 January 2015</docTitle></p><p>The House met at 2.30 p.m.</p>'
    const { meeting } = readXmlRecord(akn('<speech by="#a"><p>Hi.</p></speech>', { preface })).record
    expect([meeting.date, meeting.startTime]).toEqual(['2015-01-14', '14:30'])
  })

  test('is read where it stands beside the debate, as in Akoma Ntoso 1.0', () => {
    const read = readXmlRecord(
      `<an:akomaNtoso xmlns:an="http://www.akomantoso.org/1.0"><an:debateRecord><an:meta/><an:preface><an:p>PARLIAMENT OF KERIMBA</an:p>
      <an:p><an:docDate date="0001-01-01">6th November, 2001</an:docDate></an:p></an:preface><an:debate><an:speech by="#a"><an:p>Order.</an:p></an:speech></an:debate></an:debateRecord></an:akomaNtoso>`,
    )
    expect([read.record.meeting.title, read.record.meeting.date]).toEqual(['PARLIAMENT OF KERIMBA', '2001-11-06'])
  })
})

describe('who speaks in a sitting without a register', () => {
  test('is whom the identifier spells out, where the label prints a family name, initials or a title', () => {
    const read = readXmlRecord(
      tei(`<note type="speaker">ГОЛОВУЮЧИЙ.</note><u who="#ІванКоваль.1984" ana="#chair"><seg>Добрий день!</seg></u>
        <note type="speaker">МЕЛЬНИК О.В.</note><u who="#ОленаМельник.1970"><seg>Дякую.</seg></u>
        <note type="speaker">Marszałek Senior Jan Kowalik:</note><u who="#JanKowalik"><seg>Otwieram.</seg></u>`),
    )
    expect(people(read)).toEqual(['Іван Коваль', 'Олена Мельник', 'Jan Kowalik'])
  })

  test('is nobody where the identifier says unknown, or the voice is from the floor', () => {
    const read = readXmlRecord(
      tei('<u who="#unknown"><seg>Brawo!</seg></u><note type="speaker">ІЗ ЗАЛУ.</note><u><seg>Ганьба!</seg></u>'),
    )
    expect(read.record.remarks.map(({ attribution }) => attribution)).toEqual(['ANONYMOUS', 'ANONYMOUS'])
  })

  test('says nothing of what the transcriber could not hear', () => {
    const read = readXmlRecord(tei('<u who="#a"><seg>Thank you.<gap><desc>(inaudible)</desc></gap> Well.</seg></u>'))
    expect(said(read)).toEqual([['a', 'Thank you. Well.']])
  })
})

test('an additional name of a register is no part of the name', () => {
  const register = `<listPerson><person xml:id="F"><persName><forename>Peter</forename><surname>Fenn</surname><addName>Lord Fenn of Marsh</addName></persName></person>
    <person xml:id="O"><persName><surname>Oakley</surname><forename>Ruth</forename></persName></person></listPerson>`
  const body =
    '<note type="speaker">The Minister of State (Lord Fenn)</note><u who="#F"><seg>It rained.</seg></u><note type="speaker">Baroness Oakley</note><u who="#O"><seg>Why?</seg></u>'
  expect(people1(tei(body, register))).toEqual(['Peter Fenn', 'Ruth Oakley'])
})
