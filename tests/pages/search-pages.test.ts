import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'
import { handlerOf } from '../support/handler.js'

let handle: ReturnType<typeof handlerOf>
beforeAll(async () => {
  const database = await testDatabase()
  await insertArchive(database.prisma)
  handle = handlerOf(database)
})

const get = async (path: string) => (await handle(path)).text()
/** The words of the main part of a page. */
const wordsOf = (html: string) =>
  html
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<title>.*?<\/title>|<desc.*?<\/desc>|<[^>]+>/gs, ' ')
    .replace(/\s+/g, ' ')
const itemsOf = (html: string) =>
  [...html.matchAll(/<li><span class="kind">(.*?)<\/li>/gs)].map(([item]) => wordsOf(item))

describe('the page of a search', () => {
  it('names all who raised the same words together', async () => {
    const [first = ''] = itemsOf(await get('/search?q=boats&kind=statement'))
    expect(first).toMatch(/^ Statement Mara Lind\s?, Tomas Okoro\s?, Norland on Fairness of dues/)
  })

  it('leaves to nobody what the record leaves to nobody', async () => {
    const html = await get('/search?q=yearly')
    expect(wordsOf(html)).toContain('nobody by name , in words of Mara Lind')
    expect(html).toMatch(/<span class="nobody"[^>]*>[^<]*<mark>yearly<\/mark><\/span>/)
  })

  it('finds each passage once, and texts before names', async () => {
    const items = itemsOf(await get('/search?q=dues'))
    const kinds = items.map((item) => item.trim().split(' ')[0])
    expect(kinds).not.toContain('Paragraph')
    expect(kinds.indexOf('Theme')).toBeGreaterThan(kinds.lastIndexOf('Statement'))
  })

  it('finds the words of somebody by their name and a word', async () => {
    const html = await get('/search?q=mara+unfair')
    expect(wordsOf(html)).toContain('“unfair” by Mara Lind 1 remark.')
    expect(html).toContain('href="/search?q=unfair&amp;person=mara-lind"')
    expect(wordsOf(await get('/search?q=unfair+lind'))).toContain('“unfair” by Mara Lind')
    expect(wordsOf(await get('/search?q=mara+nothingofthekind'))).toContain('Nothing is found.')
  })

  it('is narrowed by kind, person, body, theme, series and days, and leads out of each', async () => {
    const texts = async (more: string) =>
      itemsOf(await get(`/search?q=dues${more}`)).filter((item) => /Statement|Response/.test(item))
    expect(await texts('&person=mara-lind&to=2031-12-31')).toHaveLength(0)
    expect(await texts('&person=mara-lind&from=2032-01-01&to=2032-12-31')).toHaveLength(1)
    expect(await texts('&kind=response')).toHaveLength(0)
    const html = await get('/search?q=dues&person=mara-lind&kind=statement&from=2032-01-01')
    expect(wordsOf(html)).toMatch(/Only of person Mara Lind × Only Statements × 2032-01-01 to … ×/)
    expect(html).toContain(
      'href="/search?q=dues&amp;kind=statement&amp;from=2032-01-01" aria-label="Without Mara Lind"',
    )
    expect(html).toContain('<input type="hidden" name="person" value="mara-lind">')
  })

  it('says how many results each narrowing leaves, and the years as bars that lead to them', async () => {
    const html = await get('/search?q=dredging+or+boats')
    expect(wordsOf(html)).toMatch(/By Tomas Okoro 46 Mara Lind 1/)
    expect(html).toContain('href="/search?q=dredging+or+boats&amp;from=2032-01-01&amp;to=2032-12-31"')
  })

  it('is refused for a kind or a day that is none, with what to write', async () => {
    const refused = async (more: string) => {
      const answer = await handle(`/search?q=dues${more}`, { headers: { accept: 'text/html' } })
      return [answer.status, wordsOf(await answer.text())]
    }
    expect(await refused('&kind=song')).toEqual([400, expect.stringContaining('There are: statement, response')])
    expect(await refused('&from=yesterday')).toEqual([400, expect.stringContaining('Write it as 2025-10-16.')])
  })
})

describe('a feed to follow', () => {
  const entries = (xml: string) => [...xml.matchAll(/<entry>.*?<title>(.*?)<\/title>/gs)].map(([, title]) => title)

  it.each([
    ['/people/mara-lind', 'Mara Lind: Fairness of dues'],
    ['/themes/fairness-of-dues', 'Mara Lind: Fairness of dues'],
    ['/organizations/port-authority', 'Mara Lind: Fairness of dues'],
    ['/series/harbour-council', 'Second Consultation'],
    ['/search?q=dues', 'Mara Lind: Second Consultation'],
  ])('is there for %s, newest first, and its page leads to it', async (path, first) => {
    const address = path.replace(/(\?|$)/, '/feed.xml$1')
    const answer = await handle(address)
    expect(answer.headers.get('content-type')).toContain('application/atom+xml')
    const xml = await answer.text()
    expect(entries(xml)[0]).toBe(first)
    expect(xml).toContain(`<link rel="self" type="application/atom+xml" href="http://localhost:4000${address}"/>`)
    const html = await get(path)
    expect(html).toContain(`href="${address}" type="application/atom+xml"`)
    expect(html).toMatch(
      new RegExp(
        `<link rel="alternate" type="application/atom\\+xml" title="[^"]+" href="${address.replace('?', '\\?')}">`,
      ),
    )
  })

  it('is not there of nothing, and of a former name leads to the current one', async () => {
    expect((await handle('/people/nobody/feed.xml')).status).toBe(404)
    expect((await handle('/songs/mara-lind/feed.xml')).status).toBe(404)
  })
})
