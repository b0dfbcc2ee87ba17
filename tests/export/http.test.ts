import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { exportMeeting } from '../../src/export/export-meetings.js'
import { ingestReading } from '../../src/ingest/write/ingest-reading.js'
import { board } from '../ingest-write/board.js'
import { council } from '../support/council.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'
import { ingest } from '../support/ingest.js'
import { readingOf } from '../support/record.js'

describe('exports over HTTP', () => {
  let database: TestDatabase
  let slug: string
  beforeAll(async () => {
    database = await testDatabase()
    slug = (await ingest(database, board, { series: 'Boards' })).meeting.slug
    await ingest(database, { ...board, title: 'Another, "quoted" board', date: '2022-05-06' })
    await database.prisma.$executeRaw`INSERT INTO "Slug" ("kind", "text", "ownerId", "meetingId")
      SELECT 'MEETING', 'former-name', "id", "id" FROM "Meeting" WHERE "slug" = ${slug}`
  })

  it('give the whole archive a line for each meeting, and an end', async () => {
    const response = await handlerOf(database)('/export.ndjson')
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8')
    const lines = (await response.text()).split('\n')
    expect(lines[0]).toMatch(/^\{"format":"rapporteur-export","version":1,"position":"\d+"\}$/)
    expect(lines.slice(3)).toEqual(['{"end":{"meetings":2}}', ''])
    expect(lines[1]).toBe(JSON.stringify(await exportMeeting(database, slug)))
    const json: unknown = await (await handlerOf(database)('/export.json')).json()
    expect(json).toMatchObject({ end: { meetings: 2 }, meetings: lines.slice(1, 3).map((line) => JSON.parse(line)) })
  })

  it('are compressed for who takes that', async () => {
    const plain = await (await handlerOf(database)('/export.ndjson')).text()
    const response = await handlerOf(database)('/export.ndjson', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(plain)
  })

  it('give one meeting, and know who has it already', async () => {
    const response = await handlerOf(database)(`/meetings/${slug}.json`)
    expect(await response.json()).toEqual(await exportMeeting(database, slug))
    const etag = response.headers.get('etag') ?? ''
    const again = await handlerOf(database)(`/meetings/${slug}.json`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it('lead from a former slug to the current one, and say where there is no meeting', async () => {
    const former = await handlerOf(database)('/meetings/former-name.csv')
    expect([former.status, former.headers.get('location')]).toEqual([301, `/meetings/${slug}.csv`])
    expect((await handlerOf(database)('/meetings/nowhere.json')).status).toBe(404)
    expect((await handlerOf(database)('/export.exe')).status).toBe(404)
  })

  it('need a key where reading does', async () => {
    const handle = handlerOf(database, { reading: 'keys' })
    const { key } = await createKey(database, { name: 'reader', scope: 'READ' })
    for (const path of ['/export.ndjson', `/meetings/${slug}.json`]) {
      expect((await handle(path)).status, path).toBe(401)
      const response = await handle(path, { headers: { authorization: `Bearer ${key}` } })
      expect(response.status, path).toBe(200)
      await response.text()
    }
  })

  it('give remarks as a table', async () => {
    const lines = (await (await handlerOf(database)('/export.csv')).text()).split('\r\n')
    const remarks = await database.prisma.remark.count()
    expect(lines).toHaveLength(remarks + 2)
    expect(lines[0]).toMatch(/^meeting,meeting_title,date,position,kind,/)
    expect(lines.find((line) => line.includes('another'))).toContain(
      ',"Another, ""quoted"" board",2022-05-06,1,STATEMENT,',
    )
    const joint = lines.filter((line) => line.includes('Dredging should start') && line.startsWith(slug))
    expect(joint.map((line) => line.includes('Bo Lind') || line.includes('Cy Quist'))).toEqual([true, true])
  })

  it('give a table of which a spreadsheet calculates nothing', async () => {
    const said = ['=1+1', '+49 30 1', '-1 of us', '@home', '＝A1', '\tx', 'a = b', '"=1"']
    const paragraphs = said.map((text) => ({ text, by: ['Ada Moss'] }))
    const { meeting } = await ingestReading(database, readingOf({ title: 'Sums', paragraphs }), { options: {} })
    const text = await (await handlerOf(database)(`/meetings/${meeting.slug}.csv`)).text()
    const words = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => /,\d+,("(?:[^"]|"")*"|[^,]*)$/.exec(line)?.[1])
    expect(words).toEqual(["'=1+1", "'+49 30 1", "'-1 of us", "'@home", "'＝A1", "'\tx", 'a = b', '"""=1"""'])
  })

  it('give decisions, motions, votes, voters and action items as tables', async () => {
    const { meeting } = await ingestReading(database, readingOf(council), { options: {} })
    const table = async (name: string) =>
      (await (await handlerOf(database)(`/meetings/${meeting.slug}.${name}.csv`)).text()).trimEnd().split('\r\n')
    const place = `${meeting.slug},Quay council,2031-03-04`
    expect(await table('decisions')).toEqual([
      'meeting,meeting_title,date,position,paragraph,section,theme,result,verb,motion,words',
      `${place},1,2,The crane,The crane,ADOPTED,RESOLVED,1,RESOLVED: That the crane be lent to the guild.`,
      `${place},2,3,Any other business,,APPROVED,approved,,The minutes were approved.`,
    ])
    expect((await table('motions')).slice(1)).toEqual([
      `${place},1,2,The crane,The crane,PASSED,a simple majority,Bo Lind,Cy Quist,,"Bo Lind moved, and Cy Quist seconded, that the crane be sold."`,
      `${place},2,2,The crane,The crane,,,Ada Moss,,1,"Ada Moss moved to put ""lent"" for ""sold""."`,
    ])
    expect(await table('vote-events')).toEqual([
      'meeting,meeting_title,date,position,paragraph,section,theme,kind,result,motion,decision,yes,no,abstain,absent,not_voting,other,names_printed,words',
      `${place},1,2,The crane,The crane,ROLL_CALL,PASSED,1,1,2,1,,,,,3,On a roll call the motion as amended was carried by 2 to 1.`,
      `${place},2,4,Any other business,,POLL,,,,,,,,,Monday 4; Friday 0,0,Who would come on a Monday was asked: four would.`,
    ])
    const numberless = (line: string) => line.replace(/(ada-moss|bo-lind)-\d/, '$1')
    expect((await table('votes')).slice(1).map(numberless)).toEqual([
      `${place},1,1,1,1,Ada Moss,ada-moss,Ada Moss,YES,aye`,
      `${place},1,1,1,2,Bo Lind,bo-lind,Bo Lind,NO,`,
      `${place},1,1,1,3,Pilots Guild,pilots-guild,Pilots Guild,YES,`,
    ])
    expect((await table('action-items')).slice(1)).toEqual([
      `${place},1,3,Any other business,,The Clerk,,before the spring tide,false,The Clerk is to write to the guild before the spring tide.`,
      `${place},2,,Any other business,,Ada Moss; Pilots Guild,2031-05-01,by 1 May,false,ACTION: Ada Moss and the Pilots Guild to paint the bell by 1 May`,
    ])
    const all = await (await handlerOf(database)('/export.decisions.csv')).text()
    expect(all.split('\r\n')).toEqual([...(await table('decisions')), ''])
  })

  it('give a meeting to read', async () => {
    const text = await (await handlerOf(database)(`/meetings/${slug}.md`)).text()
    expect(text).toMatch(/^# /)
    expect(text).toContain('- Ms. Ada Moss: Director, Port Authority; Fellow, Sea Institute')
    expect(text).toContain('**Bo Lind, Cy Quist:** Dredging should start before the winter storms come in.')
    expect(text).toContain('**Ada Moss:** Ms. Moss agreed and noted the cost.')
  })

  it('give a meeting with the names of Popolo', async () => {
    const popolo = (await (await handlerOf(database)(`/meetings/${slug}.popolo.json`)).json()) as Popolo
    const named = new Map([...popolo.persons, ...popolo.organizations].map(({ id, name }) => [id, name]))
    expect(
      popolo.memberships.map((row) => [named.get(row.person_id), row.role, named.get(row.organization_id)]),
    ).toEqual([
      ['Ada Moss', 'Director', 'Port Authority'],
      ['Ada Moss', 'Fellow', 'Sea Institute'],
      ['Bo Lind', 'Judge', 'Sea Court'],
    ])
    expect(popolo.events).toMatchObject([{ name: board.title ?? 'Harbour board', start_date: '2021-03-04' }])
    expect(popolo.speeches[0]).toMatchObject({ type: 'speech', position: 1, event_id: popolo.events[0]?.id })
    expect(named.get(popolo.speeches[0]?.creator_id ?? '')).toBe('Ada Moss')
  })

  it.each([
    ['xml', 'application/akn+xml', '<akomaNtoso '],
    ['akn.xml', 'application/akn+xml', '<akomaNtoso '],
    ['tei.xml', 'application/tei+xml', '<TEI '],
  ])('give a meeting as %s', async (ending, type, root) => {
    const response = await handlerOf(database)(`/meetings/${slug}.${ending}`)
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect((await response.text()).split('\n')[1]?.startsWith(root)).toBe(true)
  })
})

interface Popolo {
  persons: { id: string; name: string }[]
  organizations: { id: string; name: string }[]
  memberships: { person_id: string; organization_id: string; role: string }[]
  events: { id: string; name: string }[]
  speeches: { creator_id: string; event_id: string; type: string; position: number }[]
}
