import { readFileSync } from 'node:fs'
import { parse, validate } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { compareQueries } from '../../src/pages/compare-page.js'
import { embedQuery } from '../../src/pages/embed-page.js'
import { followedQueries, followedSeriesQuery, searchFeedQuery } from '../../src/pages/feeds/followed.js'
import { homeQuery } from '../../src/pages/home-page.js'
import { lists } from '../../src/pages/list-page.js'
import { meetingQuery } from '../../src/pages/meeting/reading-page.js'
import { sourceQuery } from '../../src/pages/meeting/source-page.js'
import { organizationQuery } from '../../src/pages/organization-page.js'
import { partQueries } from '../../src/pages/parts.js'
import { personQuery } from '../../src/pages/person-page.js'
import { meetingCounts, yearCounts } from '../../src/pages/pictures/counted.js'
import { remarksQuery } from '../../src/pages/remarks-page.js'
import { calledQuery, searchQuery } from '../../src/pages/search/search-page.js'
import { statisticsQuery } from '../../src/pages/statistics-page.js'
import { themeQuery } from '../../src/pages/theme-page.js'
import { uploadQuery } from '../../src/pages/upload-script.js'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'
import { sample } from '../support/server.js'

let database: TestDatabase
let statements = 0
let handle: ReturnType<typeof handlerOf>
const get = async (path: string) => (await handle(path)).text()
beforeAll(async () => {
  database = await testDatabase()
  const file = { fileName: 'harbour-consultation.txt', bytes: readFileSync(sample) }
  await ingestDocument(database, openReader(), file, { series: 'sample' })
  const counting = {
    ...database,
    rows: (statement: Parameters<typeof database.rows>[0]) => {
      statements++
      return database.rows(statement)
    },
  }
  handle = handlerOf(counting)
})

const meeting = '/meetings/consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
/** The words of a page, without its markup. */
const wordsOf = (html: string) => html.replace(/<style>.*?<\/style>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')

describe('the reading page of a record', () => {
  it('says in a preview of its link what it is', async () => {
    const html = await get(meeting)
    expect(html).toContain('<title>Consultation on the Reopening of Marrowick Harbour · Rapporteur</title>')
    expect(html).toMatch(
      /<meta name="description" content="2025-10-16, Long Room.+ \d+ paragraphs on 13 themes, 22 people present\.">/,
    )
    expect(html).toContain('<meta property="og:title" content="Consultation on the Reopening of Marrowick Harbour">')
  })

  it('lists those present by the name that is printed, with the honorific once', async () => {
    const html = await get(meeting)
    const names = [...html.matchAll(/<th scope="row">(.*?)<\/th>/gs)].map(([, cell = '']) => wordsOf(cell).trim())
    expect(names).toContain('Mr. Tomás Arriaga')
    expect(names.filter((name) => /\b(\w+\.) \1|\balso\b/.test(name))).toEqual([])
  })

  it('has every word of every paragraph, in order, whatever is marked in it', async () => {
    const texts = [...(await get(meeting)).matchAll(/<div class="t"><p>(.*?)<\/p>/gs)].map(([, markup = '']) =>
      markup.replace(/<a class="l.*?<\/a>|<[^>]+>/gs, '').replaceAll('&#39;', "'"),
    )
    const paragraphs = await database.prisma.paragraph.findMany({ orderBy: { position: 'asc' } })
    expect(texts).toEqual(paragraphs.map(({ text }) => text.replaceAll('**', '')))
  })

  it('says of each remark who, for whom, whom it answers, and how that is known', async () => {
    const words = wordsOf(await get(meeting)).replaceAll(' ,', ',')
    expect(words).toContain('Wanjiru Kamau Marrowick Harbour Review Panel answers Helena Lindqvist, Bence Kovács and')
    expect(words).toContain('Printed “Dr. Kamau”; by family name: only one of those present fits.')
    expect(words).toContain(
      'Printed “Mr. Kovács Bence”; the same name as in the list of those present, in another order.',
    )
  })

  it('gives nobody’s passages no colour', async () => {
    const passages = [...(await get(meeting)).matchAll(/<span class="nobody" title="[^"]+">([^<]+)/g)]
    const stored = await database.prisma.unattributedPassage.count()
    expect(passages).toHaveLength(stored)
  })

  it('reads each of its sections by one statement at most, and stays small', async () => {
    statements = 0
    const html = await get(meeting)
    expect(statements).toBeLessThanOrEqual(html.split('<h2').length)
    const texts = await database.prisma.paragraph.findMany({ select: { text: true } })
    expect(html.length - texts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(110_000)
  })

  it('cites each paragraph, with its address', async () => {
    expect(wordsOf(await get(meeting))).toMatch(
      /Cite Consultation on the Reopening of Marrowick Harbour, 2025-10-16, ¶ 7\. http:\/\/localhost:4000\/meetings\/\S+#paragraph-/,
    )
  })
})

describe('the queries that pages are made from', () => {
  const queries = {
    ...{ home: homeQuery, theme: themeQuery, person: personQuery, organization: organizationQuery },
    ...{
      search: searchQuery,
      called: calledQuery,
      meeting: meetingQuery,
      counts: meetingCounts,
      years: yearCounts.person,
    },
    ...{ upload: uploadQuery, searchFeed: searchFeedQuery, seriesFeed: followedSeriesQuery },
    ...Object.fromEntries(Object.entries(followedQueries).map(([path, query]) => [`feed of ${path}`, query])),
    ...partQueries,
    ...compareQueries,
    ...{ remarks: remarksQuery, statistics: statisticsQuery },
    ...{ embed: embedQuery, source: sourceQuery },
    ...Object.fromEntries(Object.entries(lists).map(([path, { query }]) => [path, query])),
  }
  it.each(Object.entries(queries))('can be asked by anybody: %s', (_name, query) => {
    const document = parse(query)
    expect(validate(schema, document)).toEqual([])
    const { price, depth } = priceOf(schema, document)
    expect(price).toBeLessThanOrEqual(20_000)
    expect(depth).toBeLessThanOrEqual(12)
  })

  it('stand on each page as a link that opens GraphiQL with the query, asked of what the page is about', async () => {
    const linked = async (path: string) => {
      const [, address = ''] = /href="(\/graphql\?[^"]+)"/.exec(await get(path)) ?? []
      return new URL(address.replaceAll('&amp;', '&'), 'http://localhost').searchParams.get('query') ?? ''
    }
    const query = await linked(`/search?q=${encodeURIComponent('"a \\ phrase" $after')}`)
    expect(query).toContain(String.raw`query Search($query: String! = "\"a \\ phrase\" $after", $kind:`)
    expect(query).toContain('$in: [SearchTarget!] = [REMARKS, ')
    const { data } = (await (await handle('/graphql', operation(await linked('/people/bence-kovacs')))).json()) as {
      data: { person: { name: string } }
    }
    expect(data.person.name).toBe('Bence Kovács')
  })
})

describe('pages of what the API answers', () => {
  it('begin with what there is', async () => {
    const words = wordsOf(await get('/'))
    expect(words).toContain('1 meeting, 13 themes, 22 people and 18 organizations')
    expect(words).toContain('Consultation on the Reopening of Marrowick Harbour 2025-10-16 · Long Room')
  })

  it('show a theme with those who raised it together as one, and then the answers', async () => {
    const words = wordsOf(await get('/themes/depth-of-the-channel'))
    const order = [
      'Helena Lindqvist School',
      'Bence Kovács Northern',
      'Pieter van der Meulen',
      'At low water',
      'Dr. Kamau',
      'Mr. Arriaga',
    ]
    const places = order.map((text) => words.indexOf(text))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(words.split('At low water')).toHaveLength(2)
    expect(words).toContain('answers Helena Lindqvist, Bence Kovács, Pieter van der Meulen: responded')
  })

  it('lead from each remark to its words in the record', async () => {
    const [, path = '', id = ''] =
      /class="place" href="([^"#]+)#([^"]+)"/.exec(await get('/people/wanjiru-kamau')) ?? []
    expect(path).toBe(meeting)
    expect(await get(path)).toContain(`id="${id}"`)
  })

  it('show a person with titles and forms of the name, and a body with its people', async () => {
    expect(wordsOf(await get('/people/bence-kovacs'))).toMatch(
      /Also printed as .*Kovács Bence.* Timetable Manager Northern/,
    )
    expect(wordsOf(await get('/organizations/northern-ferries-board'))).toMatch(/People Bence Kovács Arjun Pillai Said/)
  })

  it('find words and names, and mark them', async () => {
    const html = await get('/search?q=channel')
    expect(html).toContain('<mark>channel</mark>')
    expect(wordsOf(html)).toContain('Theme Depth of the channel')
    expect(wordsOf(await get('/search?q=%00%3Cscript%3Enothing'))).toContain('Nothing is found.')
  })

  it('escape what is searched for, and names', async () => {
    const html = await get(`/search?q=${encodeURIComponent('"><img src=x>')}`)
    expect(html).not.toContain('<img')
    expect(html).toContain('value="&quot;&gt;&lt;img src=x&gt;"')
  })

  it('say so where there is nothing, or the address is no good', async () => {
    const asBrowser = { headers: { accept: 'text/html' } }
    const statuses = async (paths: string[]) =>
      Promise.all(paths.map(async (path) => [path, (await handle(path, asBrowser)).status]))
    const nothing = ['/people/nobody', '/themes/none', '/organizations/none', '/people/a/b', '/people/%00', '/nothing']
    expect(await statuses(nothing)).toEqual(nothing.map((path) => [path, 404]))
    for (const path of nothing) expect(await (await handle(path, asBrowser)).text()).toContain('role="search"')
    const bad = ['/people?after=nothing', '/themes/depth-of-the-channel?after=x', `/search?q=${'x'.repeat(600)}`]
    expect(await statuses(bad)).toEqual(bad.map((path) => [path, 400]))
  })

  it('are closed where reading is, and say what to do', async () => {
    const closed = handlerOf(database, { reading: 'keys' })
    const { key } = await createKey(database, { name: 'reader', scope: 'READ' })
    for (const path of [
      '/',
      '/search?q=channel',
      '/people',
      '/people/bence-kovacs',
      '/themes/night-sailings',
      meeting,
    ]) {
      const refused = await closed(path, { headers: { accept: 'text/html' } })
      expect([path, refused.status, refused.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer'])
      expect(await refused.text()).not.toMatch(/Kovács|Marrowick/)
      expect((await closed(path, { headers: { authorization: `Bearer ${key}` } })).status).toBe(200)
    }
  })
})

describe('pictures', () => {
  it('stand by themselves, with what the record has', async () => {
    const counted = await database.prisma.responseTarget.findMany({
      select: { response: { select: { speakerId: true } }, target: { select: { speakerId: true } } },
    })
    const pairs = new Set(counted.map(({ response, target }) => `${response.speakerId} ${target.speakerId}`))
    const answer = await handle(`${meeting}/exchanges.svg`)
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect((await answer.text()).split('class="cell"')).toHaveLength(pairs.size + 1)
    expect(await get(`${meeting}/themes.svg`)).toContain('Depth of the channel: 5; The fish market: 5')
    expect(await get('/people/tomas-arriaga/years.svg')).toContain('2025: 6')
    expect(await get('/organizations/marrowick-harbour-review-panel/years.svg')).toMatch(/2025: \d+/)
  })

  it('have their numbers as a table in the page', async () => {
    expect(wordsOf(await get(meeting))).toContain('Who answered Whom Responses Tomás Arriaga Bence Kovács 2')
    expect(wordsOf(await get(meeting))).toContain('Theme Remarks Depth of the channel 5')
  })

  it.each(['exchanges', 'themes', 'years'])('are 404 where there is nothing: %s', async (name) => {
    for (const path of [`/meetings/none/${name}.svg`, `/people/nobody/${name}.svg`, `/organizations/none/${name}.svg`])
      expect([path, (await handle(path)).status]).toEqual([path, 404])
  })
})
