import { readFile } from '@rapporteur/reader/files/read-file'
import { readStructured } from '@rapporteur/reader/structured/read-structured'
import { expect, test } from 'vitest'

const references = `
  <TLCPerson eId="ash" showAs="Ada Ash"/><TLCPerson eId="birch" showAs="Bo Birch"/>
  <TLCOrganization eId="growers" showAs="Growers' Union"/>
  <TLCConcept eId="ayes" showAs="AYES"/><TLCConcept eId="noes" showAs="NOES"/><TLCConcept eId="blank" showAs="Blank"/>
  <TLCProcess eId="won" href="/ontology/process/approved" showAs="Approved"/>`

const read = async (body: string, analysis = '') => {
  const xml = `<akomaNtoso><debate><meta>${analysis}<references>${references}</references></meta>
    <debateBody>${body}</debateBody></debate></akomaNtoso>`
  const source = await readFile({ bytes: Buffer.from(xml), fileName: 'debate.xml' })
  const structured = readStructured(source, { language: 'en' })
  if (structured === null) throw new Error('It is not read.')
  return structured.record
}

const said = '<speech by="#ash"><from>Ada Ash</from><p>I put the question.</p></speech>'

test('a voting of the metadata is a vote with its words, its numbers as printed, and its end', async () => {
  const { voteEvents, votes, decisions } = await read(
    `<debateSection eId="bill">${said}<summary eId="sum">Carried by <quantity eId="q1">72</quantity> to <quantity eId="q2">56</quantity>.</summary></debateSection>`,
    `<analysis><parliamentary><voting eId="v" href="#sum" refersTo="#bill" outcome="#won">
      <quorum refersTo="#majority" value="80"/><count refersTo="#ayes" href="#q1" value="72"/><count refersTo="#noes" href="#q2" value="34"/>
    </voting></parliamentary></analysis>`,
  )
  expect(voteEvents).toMatchObject([
    {
      text: 'Carried by 72 to 56.',
      paragraph: 2,
      kind: 'OTHER',
      result: 'PASSED',
      motion: null,
      counts: [
        { option: 'YES', optionAsPrinted: 'AYES', count: 72 },
        { option: 'NO', optionAsPrinted: 'NOES', count: 56 },
      ],
    },
  ])
  expect([votes, decisions]).toEqual([[], []])
})

test('voters are listed under what they chose, or what they chose beside their names', async () => {
  const record = await read(`<debateSection>${said}
    <p eId="ayes-list">Ayes: <vote by="#ash" choice="#ayes">Ms. Ash</vote>, <vote by="#growers" choice="#ayes">the Union</vote></p>
    <p>Bo Birch: <vote by="#birch">no</vote></p><p>N.N.: <vote by="#nobody-known" choice="#blank">Un Known</vote></p></debateSection>`)
  expect(record.voteEvents.map(({ kind, text }) => [kind, text])).toEqual([
    ['ROLL_CALL', 'Ayes: Ms. Ash, the Union'],
    ['ROLL_CALL', 'Bo Birch: no'],
    ['ROLL_CALL', 'N.N.: Un Known'],
  ])
  const people = new Map(record.people.map(({ key, name }) => [key, name]))
  expect(
    record.votes.map(({ voteEvent, person, organization, nameAsPrinted, option, optionAsPrinted }) => [
      voteEvent,
      people.get(person ?? '') ?? record.organizations.find(({ key }) => key === organization)?.name ?? null,
      nameAsPrinted,
      option,
      optionAsPrinted,
    ]),
  ).toEqual([
    [1, 'Ada Ash', 'Ms. Ash', 'YES', 'AYES'],
    [1, "Growers' Union", 'the Union', 'YES', 'AYES'],
    [2, 'Bo Birch', 'Bo Birch', 'NO', 'no'],
    [3, null, 'Un Known', 'OTHER', 'Blank'],
  ])
})

test('what nobody says among the resolutions is decided, and what is said there is not', async () => {
  const { decisions, remarks } = await read(
    `<resolutions><heading>Roads</heading><p>That the road be mended.</p>${said}</resolutions><debateSection><p>It rained.</p></debateSection>`,
  )
  expect(decisions).toMatchObject([
    { text: 'That the road be mended.', result: 'OTHER', verb: null, motion: null, section: 1 },
  ])
  expect(remarks).toHaveLength(1)
})

test('nothing is decided by a file that marks nothing', async () => {
  const { decisions, motions, voteEvents, votes, actions } = await read(
    `<debateSection>${said}<p>The motion was carried by 5 to 2.</p><rollCall><p><person refersTo="#birch">Bo Birch</person></p></rollCall></debateSection>`,
  )
  expect([decisions, motions, voteEvents, votes, actions]).toEqual([[], [], [], [], []])
})
