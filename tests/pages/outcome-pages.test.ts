import { beforeAll, describe, expect, it } from 'vitest'
import { council } from '../support/council.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { ingest } from '../support/ingest.js'

let database: TestDatabase
let handle: ReturnType<typeof handlerOf>
let meeting: string
const get = async (path: string) => (await handle(path)).text()
beforeAll(async () => {
  database = await testDatabase()
  const result = await ingest(database, council)
  meeting = `/meetings/${result.meeting.slug}`
  handle = handlerOf(database)
})

/** The words of a page, without its markup. */
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')
const words = async (path: string) => wordsOf(await get(path))

describe('the reading page of a record with outcomes', () => {
  it('opens with what was decided, each decision with its motion, who moved it, and the vote', async () => {
    const [, list = ''] = /What was decided (M2 .*?) Who is to do what A1/.exec(await words(meeting)) ?? []
    expect(list).toMatch(
      / D1 RESOLVED: That the crane be lent to the guild\. Bo Lind moved, .* decision, adopted · moved by Bo Lind , seconded by Cy Quist · carried by roll call, 2 for, 1 against/,
    )
    expect(list).toContain(
      'M2 Ada Moss moved to put &quot;lent&quot; for &quot;sold&quot;. motion · amends M1 · moved by Ada Moss',
    )
    expect(list).toContain('D2 The minutes were approved. decision, approved')
    expect(list).toContain('V2 Who would come on a Monday was asked: four would. vote · poll, Monday 4, Friday 0')
    expect(list).not.toMatch(/ M1 Bo Lind| V1 /)
  })

  it('says in a preview of its link how much was decided', async () => {
    expect(await get(meeting)).toContain(
      'content="2031-03-04. 4 paragraphs on 1 theme, 2 decisions, 3 people present."',
    )
  })

  it('and with who is to do what by when', async () => {
    const text = await words(meeting)
    expect(text).toContain('action item · The Clerk, before the spring tide')
    expect(text).toContain('action item · Ada Moss , Pilots Guild , by 2031-05-01 (by 1 May)')
  })

  it('says beside the words what is known of them, and who voted how', async () => {
    const text = await words(meeting)
    expect(text).toContain('M1 Motion: carried moved by Bo Lind , seconded by Cy Quist · needs a simple majority')
    expect(text).toContain(
      'V1 Vote: carried on M1 , D1 by roll call 2 for, 1 against 3 votes by name Voter Vote Ada Moss for',
    )
    expect(text).toContain('Pilots Guild for')
    expect(text).not.toContain('By the names that are printed')
  })

  it('leads from each outcome listed, and from each tag, to what is there once', async () => {
    const html = await get(meeting)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...html.matchAll(/href="#((?:outcome|about)-[^"]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(16)
    expect(links.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('has every word once, also of what is in no paragraph', async () => {
    const texts = [...(await get(meeting)).matchAll(/<div class="t"><p>(.*?)<\/p>/gs)].map(([, markup = '']) =>
      markup
        .replace(/<a class="l.*?<\/a>|<[^>]+>/gs, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"'),
    )
    const paragraphs = (council.paragraphs ?? []).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(paragraphs.slice(1)))
    expect(texts).toContain('ACTION: Ada Moss and the Pilots Guild to paint the bell by 1 May')
  })

  it('is where permalinks of the API lead', async () => {
    const query =
      '{ decisions { nodes { permalink } } motions { nodes { permalink } } voteEvents { nodes { permalink } } actionItems { nodes { permalink } } }'
    const { data } = (await (await handle('/graphql', operation(query))).json()) as {
      data: Record<string, { nodes: { permalink: string }[] }>
    }
    const html = await get(meeting)
    const links = Object.values(data).flatMap(({ nodes }) => nodes.map(({ permalink }) => new URL(permalink)))
    expect(links).toHaveLength(8)
    for (const { pathname, hash } of links) {
      expect(pathname).toBe(meeting)
      expect(html).toContain(` id="${hash.slice(1)}"`)
    }
  })
})

it('a vote whose names are others than its numbers says so', async () => {
  const by = [{ who: 'Ada Moss', option: 'YES' as const }]
  const outcomes = { votes: [{ text: 'Carried by 5.', counts: { YES: 5 }, by }] }
  const result = await ingest(database, { title: 'Numbers', paragraphs: [{ text: 'Carried by 5.' }], outcomes })
  expect(await words(`/meetings/${result.meeting.slug}`)).toContain('5 for By the names that are printed: 1 for')
})

describe('pages about people, bodies and themes', () => {
  it('say what a person moved, seconded, voted and is to do', async () => {
    const moss = await words('/people/ada-moss')
    expect(moss).toContain('Moved motion Ada Moss moved to put')
    expect(moss).toMatch(/Votes for Bo Lind moved, .* it was carried/)
    expect(moss).toMatch(/To do action item ACTION: .* Ada Moss , Pilots Guild , by 2031-05-01/)
    expect(await words('/people/cy-quist')).toMatch(/Seconded motion Bo Lind moved, .* carried · moved by Bo Lind/)
  })

  it('say how a body voted and what it is to do, and what was decided on a theme', async () => {
    expect(await words('/organizations/pilots-guild')).toMatch(/Votes for Bo Lind moved.* To do action item ACTION/)
    expect(await words('/themes/the-crane')).toMatch(/What was decided motion Bo Lind moved/)
  })

  it('lead to all of a part, page by page', async () => {
    const votes = Array.from({ length: 60 }, (_, i) => ({
      text: `Vote number ${i}.`,
      by: [{ who: 'Dee Marsh', option: 'NO' as const }],
    }))
    await ingest(database, {
      title: 'Many votes',
      date: '2031-06-01',
      outcomes: { votes },
      present: [{ name: 'Dee Marsh' }],
    })
    expect(await get('/people/dee-marsh')).toContain('<a href="/people/dee-marsh/votes">All 60 votes</a>')
    const first = await get('/people/dee-marsh/votes')
    expect(wordsOf(first)).toContain('60 votes.')
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    expect(await words(next.replaceAll('&amp;', '&'))).toContain('Vote number 59.')
  })

  it('list decisions, motions and open action items of the whole archive', async () => {
    expect(await words('/decisions')).toContain('decision RESOLVED: That the crane be lent to the guild.')
    expect(await words('/motions')).toContain('motion Bo Lind moved')
    expect(await words('/action-items')).toContain('The Clerk, before the spring tide')
    expect(await words('/')).toMatch(/Decisions decision .* Open action items action item/)
  })

  it('are 404 where there is no such part', async () => {
    const paths = ['/people/ada-moss/nothing', '/people/nobody/votes', '/themes/the-crane/votes', '/meetings/a/votes']
    for (const path of paths) expect([path, (await handle(path)).status]).toEqual([path, 404])
  })
})

it('search finds outcomes, and says what became of them', async () => {
  expect(await words('/search?q=lent')).toMatch(
    /Decision 2031-03-04 RESOLVED: That the crane be lent .* adopted · moved by Bo Lind/,
  )
})
