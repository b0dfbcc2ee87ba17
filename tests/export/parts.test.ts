import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { pruneChanges } from '../../src/feed/prune-changes.js'
import { merged, renamed, restored, retracted, undone } from '../support/curate.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf } from '../support/handler.js'
import { ingest } from '../support/ingest.js'
import type { Minutes } from '../support/record.js'

const minutes = (title: string, ...names: string[]): Minutes => ({
  title,
  date: '2021-03-04',
  present: names.map((name) => ({ name })),
  paragraphs: [{ text: `It was said at ${title}.`, by: names.slice(0, 1) }],
})

describe('an export of a part', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await testDatabase()
    await ingest(database, minutes('Spring', 'Ada Moss', 'Bo Lind'), { series: 'Boards' })
    await ingest(database, minutes('Summer', 'A. Mossberg', 'Dov Eland'), { series: 'Courts' })
    await ingest(database, minutes('Autumn', 'Cy Quist'), { series: 'Courts' })
  })

  const get = async (parameters: string, headers = {}) => {
    const response = await handlerOf(database)(`/export.ndjson${parameters}`, { headers })
    const lines = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return { response, head: lines[0], lines: lines.slice(1) }
  }
  const titlesIn = (lines: { record?: { meeting: { title: string } } }[]) =>
    lines.flatMap(({ record }) => record?.meeting.title ?? [])
  const titles = async (parameters: string) => titlesIn((await get(parameters)).lines)
  const position = async () => (await get('?meeting=spring-2021-03-04')).head.position as string
  /** What an act changes: titles of meetings, and how many are not there any more. */
  const changedBy = async (act: () => Promise<unknown>) => {
    const since = await position()
    await act()
    const { lines, head } = await get(`?since=${since}`)
    expect(head).toEqual({ format: 'rapporteur-export', version: 1, position: await position(), since })
    return [...titlesIn(lines), lines.find(({ removed }) => removed).removed.length]
  }
  const personId = async (slug: string) => (await database.prisma.person.findUniqueOrThrow({ where: { slug } })).id

  it('has the meetings of a series, or one meeting, and says at which position it stands', async () => {
    expect(await titles('')).toEqual(['Spring', 'Summer', 'Autumn'])
    expect(await titles('?series=courts')).toEqual(['Summer', 'Autumn'])
    expect(await titles('?meeting=spring-2021-03-04')).toEqual(['Spring'])
    expect(await titles('?series=courts&meeting=spring-2021-03-04')).toEqual([])
    const { head, response } = await get('')
    const newest = String((await database.prisma.change.findFirst({ orderBy: { sequence: 'desc' } }))?.sequence)
    expect(head).toEqual({ format: 'rapporteur-export', version: 1, position: newest })
    expect(response.headers.get('rapporteur-position')).toBe(newest)
  })

  it('has what changed after a position: all meetings that name whom an act changed', async () => {
    expect(await changedBy(async () => {})).toEqual([0])
    expect(await changedBy(() => ingest(database, minutes('Winter', 'Eve Stone')))).toEqual(['Winter', 0])
    let merge = ''
    const join = async () => {
      merge = await merged(database, 'PERSON', [await personId('a-mossberg')], await personId('ada-moss'))
    }
    expect(await changedBy(join)).toEqual(['Spring', 'Summer', 0])
    // The name under which both are shown.
    expect(await changedBy(async () => renamed(database, await personId('ada-moss'), 'Adelaide Moss'))).toEqual([
      'Spring',
      'Summer',
      0,
    ])
    expect(await changedBy(() => undone(database, merge))).toEqual(['Spring', 'Summer', 0])
    expect(await changedBy(() => retracted(database, 'autumn-2021-03-04'))).toEqual([1])
    expect(await changedBy(() => restored(database, 'autumn-2021-03-04'))).toEqual(['Autumn', 0])
  })

  it('has retracted meetings too, for an admin who asks for everything', async () => {
    const since = await position()
    await retracted(database, 'autumn-2021-03-04')
    const { key } = await createKey(database, { name: 'kay', scope: 'ADMIN' })
    const { lines } = await get(`?since=${since}&series=courts&everything=true`, { authorization: `Bearer ${key}` })
    expect(titlesIn(lines)).toEqual(['Autumn'])
    expect(lines.at(-2)).toEqual({ removed: [] })
  })

  it('is one JSON document with what was removed', async () => {
    const since = await position()
    await retracted(database, 'autumn-2021-03-04')
    await ingest(database, minutes('Winter', 'Eve Stone'))
    const response = await handlerOf(database)(`/export.json?since=${since}`)
    expect(await response.json()).toMatchObject({
      since,
      meetings: [{ record: { meeting: { title: 'Winter' } } }],
      removed: [expect.any(String)],
      end: { meetings: 1 },
    })
  })

  it.each([
    ['?sinse=1', 400, 'There is no parameter \\"sinse\\". There are: everything, series, meeting, since.'],
    ['?since=1&since=2', 400, 'once'],
    ['?series=', 400, 'with a value'],
    ['?everything=yes', 400, 'true or false'],
    ['?since=now', 400, 'no position of the feed'],
    ['?series=nowhere', 404, 'There is no series'],
    ['?meeting=nowhere', 404, 'There is no meeting'],
    ['?since=999999', 410, 'Export the whole archive'],
  ])('is refused for %s', async (parameters, status, message) => {
    const response = await handlerOf(database)(`/export.ndjson${parameters}`)
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(message)])
  })

  it('is refused where the feed no longer has what followed', async () => {
    const since = await position()
    await ingest(database, minutes('Winter', 'Eve Stone'))
    await pruneChanges(database, new Date(Date.now() + 60_000))
    expect((await handlerOf(database)(`/export.ndjson?since=${since}`)).status).toBe(410)
  })
})
