import { SaxesParser } from 'saxes'
import { beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../src/database/uuid.js'
import { type NewChange, recordChanges } from '../../src/feed/record-changes.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'
import { handlerOf } from '../support/handler.js'

let database: TestDatabase
let handle: ReturnType<typeof handlerOf>
beforeEach(async () => {
  database = await testDatabase()
  handle = handlerOf(database, { publicUrl: 'https://archive.example' })
})

interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

/** Throws where it is not well-formed. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const path = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ uri, local, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom')
    const given = Object.values(attributes).map(({ name, value }): [string, string] => [name, value])
    const element: Element = { name: local, attributes: Object.fromEntries(given), text: '', children: [] }
    path.at(-1)?.children.push(element)
    path.push(element)
  })
  parser.on('text', (text) => {
    const element = path.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void path.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return root.children[0] as Element
}

const all = ({ children }: Element, name: string) => children.filter((child) => child.name === name)
const text = (element: Element, name: string) => all(element, name).map((child) => child.text)
const links = (element: Element) => all(element, 'link').map(({ attributes: { rel, href } }) => `${rel} ${href}`)

async function entries(): Promise<Element[]> {
  return all(parsed(await (await handle('/feed.xml')).text()), 'entry')
}

const write = (change: NewChange | NewChange[], by: string | null = null) =>
  database.transaction((sql) => recordChanges(sql, [change].flat(), by))
const of = (
  kind: NewChange['kind'],
  subjectKind: NewChange['subjectKind'],
  more: Partial<NewChange> = {},
): NewChange => ({
  kind,
  subjectKind,
  subjectId: newId(),
  ...more,
})

/** RFC 4287: what a feed and an entry have to have, and how often. */
function assertAtom(feed: Element): void {
  const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
  for (const element of [feed, ...all(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(text(element, name)).toHaveLength(1)
    expect(text(element, 'title')[0]).not.toBe('')
    expect(text(element, 'updated')[0]).toMatch(dateTime)
    expect(URL.canParse(text(element, 'id')[0] ?? '')).toBe(true)
  }
  const ids = all(feed, 'entry').flatMap((entry) => text(entry, 'id'))
  expect(new Set(ids).size).toBe(ids.length)
  expect(all(feed, 'author').flatMap((author) => text(author, 'name'))).toHaveLength(1)
  expect(links(feed)).toEqual(['self https://archive.example/feed.xml', 'alternate https://archive.example/'])
}

describe('/feed.xml', () => {
  it('is an Atom feed of what has changed, newest first, with links to the reading pages', async () => {
    await insertArchive(database.prisma)
    const response = await handle('/feed.xml')
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/atom+xml; charset=utf-8',
    ])
    const feed = parsed(await response.text())
    assertAtom(feed)
    expect(text(feed, 'updated')).toEqual(['2032-05-11T09:15:00.000Z'])
    const told = all(feed, 'entry').map((entry) => [
      ...text(entry, 'title'),
      ...text(entry, 'content'),
      ...links(entry),
    ])
    expect(told).toEqual([
      ['Merged: M. Lindt', 'One person, printed in two ways. By Archive. With changes of 1 person.'],
      ['New: Norland', 'With changes of 1 organization.'],
      [
        'Removed: Second Consultation',
        'With changes of 1 theme.',
        expect.stringMatching(/^alternate .+\/meetings\/second-/),
      ],
      ['Changed: Consultation on Harbour Dues', 'With changes of 1 paragraph.', expect.any(String)],
      [
        'New: Consultation on Harbour Dues',
        'The record itself.',
        'alternate https://archive.example/meetings/consultation-on-harbour-dues-2031-03-04',
      ],
    ])
  })

  it('has one entry for all that a reading of a record changes', async () => {
    const meetingId = newId()
    await write([
      of('UPDATED', 'PARAGRAPH', { meetingId }),
      of('UPDATED', 'PARAGRAPH', { meetingId }),
      of('CREATED', 'PERSON', { meetingId }),
      of('CREATED', 'MEETING', { meetingId, subjectId: meetingId }),
    ])
    const [entry, ...more] = await entries()
    expect(more).toEqual([])
    expect(entry && [...text(entry, 'title'), ...text(entry, 'content')]).toEqual([
      'New: a meeting',
      'With changes of 2 paragraphs, 1 person.',
    ])
  })

  it('is one, and the same, while nothing has changed', async () => {
    const empty = await handle('/feed.xml')
    assertAtom(parsed(await empty.text()))
    const tag = empty.headers.get('etag') ?? ''
    expect((await handle('/feed.xml', { headers: { 'if-none-match': tag } })).status).toBe(304)
    await write(of('ERASED', 'PERSON'))
    const changed = await handle('/feed.xml', { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
    expect(await entries()).toHaveLength(1)
  })

  it('stays well-formed whatever names and reasons hold, and holds the newest fifty', async () => {
    const [first] = await entries()
    expect(first).toBeUndefined()
    for (let n = 0; n < 51; n++)
      await write(of('ERASED', 'PERSON', { reason: `${n} <b>&"'\u000b\uffff ]]> 😀` }), '<x>')
    const told = await entries()
    expect(told).toHaveLength(50)
    expect(text(told[0] as Element, 'content')).toEqual([`50 <b>&"' ]]> 😀 By <x>. With changes of 1 person.`])
  })

  it('is closed where reading is', async () => {
    const closed = handlerOf(database, { reading: 'keys' })
    expect((await closed('/feed.xml')).status).toBe(401)
    expect((await handle('/feed.xml', { method: 'POST' })).status).toBe(405)
  })
})
