import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { akomaNtosoOf } from '../../src/export/akoma-ntoso.js'
import { popoloOf } from '../../src/export/popolo.js'
import { teiOf } from '../../src/export/tei.js'
import type { MeetingEnvelope } from '../../src/ingest/meeting-record/envelope.js'
import { council } from '../support/council.js'
import { type Minutes, recordOf } from '../support/record.js'
import { debate } from './records.js'

interface Element {
  name: string
  attributes: Record<string, string>
  children: Element[]
}

/** Every element of a document, its root first. */
function elementsOf(xml: string): Element[] {
  const all: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
    all.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return all
}

const namesIn = ({ children }: Element) => children.map(({ name }) => name)

/** A name of XML without a colon, of the characters that identifiers here are made of. */
const identifier = /^[A-Za-z_][\w.-]*$/

function envelopeOf(minutes: Minutes, meeting: Partial<MeetingEnvelope['record']['meeting']> = {}): MeetingEnvelope {
  const { record, text } = recordOf(minutes)
  const file = { fileName: 'minutes.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), bytes: '', text }
  const reading = { reader: 'text 1', format: 'test', formatVersion: '1', parser: '', options: {} }
  return {
    format: 'meeting-record',
    version: 1,
    source: { ...file, ...reading },
    record: { ...record, meeting: { ...record.meeting, ...meeting } },
    findings: [],
  }
}

/** Names whose keys begin with a digit, or are those of other identifiers of the file. */
const named = envelopeOf({
  title: 'Board',
  present: [
    { name: '3 Harbours', posts: [{ title: 'Fellow', organization: '3 Harbours' }] },
    { name: 'Editor' },
    { name: 'Venue' },
    { name: 'Unknown' },
  ],
  paragraphs: [
    { text: 'The tide is late.', by: ['3 Harbours'] },
    { text: 'The bell is cracked.', by: ['Editor', 'Unknown'] },
    { text: 'The guild wants a bell.', party: 'Rapporteur' },
  ],
})

/** Words without a heading after a division that has one; a section of sections; a section of which nothing is said. */
const loose = envelopeOf(
  {
    title: 'Board',
    sections: ['Piers', 'Weather'],
    present: [{ name: 'Ada Moss' }],
    paragraphs: [
      { theme: 'Lights', section: 1, text: 'Lights are dim.', by: ['Ada Moss'] },
      { text: 'The pier is short.', by: ['Ada Moss'], section: 1 },
      { text: 'It rained.', section: 2 },
      { text: 'The meeting ended.', by: ['Ada Moss'] },
    ],
  },
  { startTime: '10:00', endTime: '12:30', venue: 'Pier Hall' },
)

const empty = envelopeOf({ title: 'Board', date: null, language: 'Old Harbour Norse' })
const cases = [
  ['with every way of speaking', envelopeOf(debate)],
  ['with names like identifiers', named],
  ['with words between divisions', loose],
  ['without words or day', empty],
  ['with motions and votes', envelopeOf(council)],
  ['with a time and no day', envelopeOf({ title: 'Board', date: null }, { startTime: '10:00' })],
] as const

const references = ['by', 'as', 'choice', 'outcome', 'for', 'who', 'ref', 'ana', 'refersTo', 'source']

describe.each([
  ['Akoma Ntoso', akomaNtosoOf, 'eId'],
  ['TEI', teiOf, 'xml:id'],
] as const)('%s', (_, form, id) => {
  it.each(cases)('has identifiers that are names, each once, and that references lead to: %s', (_, envelope) => {
    const elements = elementsOf(form(envelope))
    const ids = elements.flatMap(({ attributes }) => attributes[id] ?? [])
    expect(ids.filter((one) => !identifier.test(one))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    const led = elements.flatMap(({ attributes }) => references.flatMap((name) => attributes[name]?.split(' ') ?? []))
    expect(led.filter((reference) => !ids.includes(reference.slice(1)))).toEqual([])
  })
})

describe('Akoma Ntoso', () => {
  it.each(cases)('has a section at least, and in the body nothing else: %s', (_, envelope) => {
    const body = elementsOf(akomaNtosoOf(envelope)).find(({ name }) => name === 'debateBody')
    expect(body?.children.length).toBeGreaterThan(0)
    expect(['rollCall', 'resolutions', 'debateSection']).toEqual(
      expect.arrayContaining([...new Set(body && namesIn(body))]),
    )
  })

  it.each(cases)('has what every work, expression and manifestation must have, in order: %s', (_, envelope) => {
    const elements = elementsOf(akomaNtosoOf(envelope))
    const children = (name: string) => elements.filter((element) => element.name === name).map(namesIn)
    const all = ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor']
    expect(children('FRBRWork')).toEqual([[...all, 'FRBRcountry']])
    expect(children('FRBRExpression')).toEqual([[...all, 'FRBRlanguage']])
    expect(children('FRBRManifestation')).toEqual([[...all, 'FRBRformat']])
    const analysis = envelope.record.voteEvents.length > 0 ? ['analysis'] : []
    expect(children('meta')).toEqual([['identification', ...analysis, 'references']])
    const [format] = elements.filter(({ name }) => name === 'FRBRformat')
    expect(format?.attributes.value).toBe('application/akn+xml')
  })

  it('has each speech with its speaker, after who it is printed from', () => {
    const speeches = elementsOf(akomaNtosoOf(envelopeOf(debate))).filter(({ name }) => /speech|answer/.test(name))
    expect(speeches.map((speech) => namesIn(speech).join())).toEqual(speeches.map(() => 'from,p'))
    expect(speeches.every(({ attributes }) => attributes.by !== undefined)).toBe(true)
  })

  it('has its analysis in order, each voting with its count, and each mark with what the schema wants of it', () => {
    const elements = elementsOf(akomaNtosoOf(envelopeOf(council)))
    const all = (name: string) => elements.filter((element) => element.name === name)
    expect(all('analysis').map(namesIn)).toEqual([['parliamentary', 'otherReferences']])
    expect(all('voting').map(namesIn)).toEqual([
      ['count', 'count'],
      ['count', 'count'],
    ])
    const wanted = { voting: ['eId'], count: ['eId', 'value'], vote: ['by', 'choice'], inline: ['name'] }
    const more = { entity: ['name', 'refersTo'], implicitReference: ['eId'], rollCall: ['eId'] }
    for (const [name, attributes] of Object.entries({ ...wanted, ...more }))
      for (const element of all(name))
        expect(Object.keys(element.attributes)).toEqual(expect.arrayContaining(attributes))
    expect(all('inline').length).toBeGreaterThan(7)
    expect(all('entity')).toHaveLength(6)
  })

  it('has a time without a day where the day is not known', () => {
    const time = (date: string | null) =>
      elementsOf(akomaNtosoOf(envelopeOf({ title: 'Board', date }, { startTime: '10:00' })))
        .filter(({ name }) => name === 'recordedTime')
        .map(({ attributes }) => attributes.time)
    expect([time(null), time('2021-03-04')]).toEqual([['10:00:00'], ['2021-03-04T10:00:00']])
  })
})

describe('TEI', () => {
  it.each(cases)(
    'has nothing said beside a division, and one in which something is said holds none: %s',
    (_, envelope) => {
      const [body, ...divisions] = elementsOf(teiOf(envelope)).filter(({ name }) => /^(body|div)$/.test(name))
      expect(new Set(body && namesIn(body))).toEqual(new Set(['div']))
      for (const division of divisions) {
        const names = namesIn(division).filter((name) => name !== 'head')
        const type = names.includes('div') ? undefined : names.includes('u') ? 'debateSection' : 'commentSection'
        expect(division.attributes.type).toBe(type)
        if (type === undefined)
          expect(names.slice(names.indexOf('div'))).toEqual(names.filter((name) => name === 'div'))
      }
    },
  )

  it.each(cases)('has the parts that a header must have: %s', (_, envelope) => {
    const elements = elementsOf(teiOf(envelope))
    const children = (name: string) => elements.filter((element) => element.name === name).map(namesIn)[0]
    expect(children('TEI')).toEqual(['teiHeader', 'text'])
    expect(children('teiHeader')).toEqual(['fileDesc', 'encodingDesc', 'profileDesc'])
    expect(children('fileDesc')).toEqual(['titleStmt', 'publicationStmt', 'sourceDesc'])
    expect(children('settingDesc')?.length).toBe(1)
  })

  it('has only a language that xml:lang takes', () => {
    const language = (envelope: MeetingEnvelope) => elementsOf(teiOf(envelope))[0]?.attributes['xml:lang']
    expect([language(empty), language(envelopeOf({ title: 'Board', language: 'pt-BR' }))]).toEqual(['und', 'pt-BR'])
  })
})

describe('Popolo', () => {
  it('has a place that is a text, days without times, and the times in words', () => {
    const { events, speeches } = JSON.parse(popoloOf(loose))
    expect(events).toMatchObject([
      {
        start_date: '2021-03-04',
        end_date: '2021-03-04',
        location: 'Pier Hall',
        description: '10:00–12:30, local time',
      },
    ])
    expect(speeches.filter((speech: object) => 'date' in speech)).toEqual([])
  })

  it('ends former posts with the day of the meeting, and no others', () => {
    const posts = [
      { title: 'Judge', organization: 'Sea Court', status: 'FORMER' },
      { title: 'Adviser', organization: 'Pilots Guild' },
      { title: 'Director', organization: 'Port Authority', status: 'INCOMING' },
    ] as const
    const { memberships } = JSON.parse(
      popoloOf(envelopeOf({ title: 'Board', date: '2021-03-04', present: [{ name: 'Ada Moss', posts: [...posts] }] })),
    )
    const ends = memberships.map(({ role, end_date }: Record<string, string>) => [role, end_date])
    expect(Object.fromEntries(ends)).toEqual({ Judge: '2021-03-04', Adviser: undefined, Director: undefined })
  })

  it('has motions and votes with no other properties than its schemas, and references that lead to somebody', () => {
    const { persons, organizations, events, motions, vote_events } = JSON.parse(popoloOf(envelopeOf(council)))
    const ids = [...persons, ...organizations].map(({ id }: { id: string }) => id)
    expect(motions).toEqual([
      {
        id: 'motion-1',
        legislative_session_id: events[0].id,
        creator_id: 'bo-lind',
        text: 'Bo Lind moved, and Cy Quist seconded, that the crane be sold.',
        requirement: 'a simple majority',
        result: 'pass',
      },
      {
        id: 'motion-2',
        legislative_session_id: events[0].id,
        creator_id: 'ada-moss',
        text: 'Ada Moss moved to put "lent" for "sold".',
        classification: 'amendment',
      },
    ])
    expect(vote_events).toEqual([
      {
        id: 'vote-event-1',
        legislative_session_id: events[0].id,
        motion_id: 'motion-1',
        classification: 'roll call',
        result: 'pass',
        counts: [
          { option: 'yes', value: 2 },
          { option: 'no', value: 1 },
        ],
        votes: [
          { voter_id: 'ada-moss', option: 'yes' },
          { voter_id: 'bo-lind', option: 'no' },
          { voter_id: 'pilots-guild', option: 'yes' },
        ],
      },
      {
        id: 'vote-event-2',
        legislative_session_id: events[0].id,
        classification: 'poll',
        counts: [
          { option: 'Monday', value: 4 },
          { option: 'Friday', value: 0 },
        ],
      },
    ])
    expect(ids).toEqual(expect.arrayContaining(['bo-lind', 'ada-moss', 'pilots-guild']))
  })
})
