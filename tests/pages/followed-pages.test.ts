import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { handlerOf } from '../support/handler.js'

let database: TestDatabase
let handle: ReturnType<typeof handlerOf>
beforeAll(async () => {
  database = await testDatabase()
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

const meeting = '/meetings/consultation-on-harbour-dues-2031-03-04'

describe('two side by side', () => {
  it('are chosen from those with most remarks', async () => {
    const html = await get('/compare/organizations?a=port-authority')
    expect(html).toContain('href="/compare/organizations?a=port-authority&amp;b=harbour-institute"')
    expect(html).not.toContain('b=port-authority"')
  })

  it('show how much, when, and on what; people also how often they answered each other', async () => {
    const words = wordsOf(await get('/compare/people?a=ines-valdez&b=mara-lind'))
    expect(words).toContain('Remarks 1 3')
    expect(words).toContain('Inés Valdez answered Mara Lind 1 time, Mara Lind answered Inés Valdez 0 times.')
    expect(wordsOf(await get('/compare/themes?a=fairness-of-dues&b=dredging-costs'))).toContain('By whom')
  })

  it('are not there of nothing', async () => {
    expect((await handle('/compare/people?a=nobody')).status).toBe(404)
    expect((await handle('/compare/people?a=mara-lind&b=nobody')).status).toBe(404)
    expect((await handle('/compare/songs?a=mara-lind')).status).toBe(404)
  })
})

describe('a remark on other sites', () => {
  const embedded = `/embed/${id.lindStatement}`

  it('is a small page that may stand in any frame, with all who said it, and what is nobody’s set off', async () => {
    const answer = await handle(embedded)
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
    const html = await answer.text()
    expect(html).toContain('<h1>Mara Lind, Tomas Okoro, Norland')
    expect(html).toMatch(/<span class="nobody"[^>]*>[^<]*yearly cap/)
    expect(html.length).toBeLessThan(5000)
  })

  it('is told of by oEmbed, by its small page or its permalink', async () => {
    for (const url of [embedded, `${meeting}#remark-${id.lindStatement}`]) {
      const answer = await handle(`/oembed?maxwidth=400&url=${encodeURIComponent(`http://localhost:4000${url}`)}`)
      expect(await answer.json()).toMatchObject({
        version: '1.0',
        type: 'rich',
        width: 400,
        author_name: 'Mara Lind, Tomas Okoro, Norland',
        html: expect.stringContaining(`src="http://localhost:4000${embedded}"`),
      })
    }
  })

  it('is not told of for other addresses', async () => {
    const status = async (url: string) => (await handle(`/oembed?url=${encodeURIComponent(url)}`)).status
    expect(await status(`https://elsewhere.example${embedded}`)).toBe(404)
    expect(await status(`http://localhost:4000${meeting}`)).toBe(404)
    expect((await handle('/embed/00000000-0000-7000-8000-999999999999')).status).toBe(404)
  })
})

describe('the original of a record', () => {
  it('is its text, with the place marked', async () => {
    const html = await get(`${meeting}/source?at=0-12`)
    expect(html).toContain('<mark id="at">Consultation</mark> on Harbour Dues\nMonday 4 March')
    expect(await get(`${meeting}/source?at=9-2`)).not.toContain('<mark')
  })

  it('can be downloaded where the operator allows it', async () => {
    expect((await handle(`${meeting}/file`)).status).toBe(404)
    const open = handlerOf(database, { files: 'on' })
    const answer = await open(`${meeting}/file`)
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''dues.txt")
    expect(await answer.text()).toMatch(/^Consultation on Harbour Dues\n/)
    expect(await (await open(`${meeting}/source`)).text()).toContain(`href="${meeting}/file"`)
  })
})

describe('an error that a reader reports', () => {
  const form = (what: string, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ what, at: '0-12' }).toString(),
  })
  const reports = () =>
    database.prisma.finding.findMany({ where: { code: 'READER_REPORT' }, orderBy: { position: 'asc' } })

  it('is a finding of the record, at its place, which its page shows', async () => {
    const answer = await handle(`${meeting}/report`, form('It was <b>Olaf</b>.'))
    expect([answer.status, wordsOf(await answer.text())]).toEqual([201, expect.stringContaining('Thank you')])
    expect(await reports()).toMatchObject([
      { severity: 'WARNING', message: 'A reader says: “It was <b>Olaf</b>.”', pieces: [0, 12], settled: false },
    ])
    expect(await get(meeting)).toContain('A reader says: “It was &lt;b&gt;Olaf&lt;/b&gt;.”')
  })

  it('is refused empty, too long, from another site, of no meeting, and more often than thrice a minute', async () => {
    const asked = handlerOf(database)
    const status = async (given: RequestInit, path = `${meeting}/report`) => (await asked(path, given)).status
    const foreign = { origin: 'https://elsewhere.example' }
    expect(await status(form('wrong', foreign))).toBe(403)
    expect(await status(form(' '))).toBe(400)
    expect(await status(form('x'.repeat(1001)))).toBe(400)
    expect(await status(form('wrong'), '/meetings/none/report')).toBe(404)
    expect(await status(form('wrong'))).toBe(429)
    expect(await reports()).toHaveLength(1)
  })

  it('is not taken where the operator takes none', async () => {
    const closed = handlerOf(database, { reports: 0 })
    expect((await closed(`${meeting}/report`, form('wrong'))).status).toBe(405)
    expect((await closed(`${meeting}/report`)).status).toBe(404)
  })
})

describe('lists of remarks, and statistics', () => {
  it('lead from a year of a person to the remarks of that year', async () => {
    expect(await get('/people/mara-lind')).toContain(
      'href="/remarks?person=mara-lind&amp;from=2031-01-01&amp;to=2031-12-31"',
    )
    const words = wordsOf(await get('/remarks?person=mara-lind&from=2032-01-01&to=2032-12-31'))
    expect(words).toContain('1 remark, the newest first.')
    expect(words).toContain('The dues are fairer now.')
    expect(words).not.toContain('small boats')
  })

  it('lead from each bar to what it counts', async () => {
    const html = await get('/statistics?series=harbour-council')
    expect(html).toContain('href="/remarks?series=harbour-council&amp;theme=dredging-costs"')
    expect(html).toContain('href="/remarks?series=harbour-council&amp;person=tomas-okoro"')
    expect(html).toContain('href="/remarks?series=harbour-council&amp;from=2032-01-01&amp;to=2032-12-31"')
  })

  it('show affiliations as lines in time', async () => {
    expect(await get('/people/mara-lind')).toContain('Titles and bodies over the years, as records state them')
  })
})

describe('the page of a record', () => {
  it('leads to the meetings of its series before and after it', async () => {
    expect(await get(meeting)).toContain('rel="next" href="/meetings/second-consultation-2032-05-10"')
    expect(await get('/meetings/second-consultation-2032-05-10')).toContain(`rel="prev" href="${meeting}"`)
  })

  it('links whom somebody answers, to the words that are answered', async () => {
    expect(await get(meeting)).toMatch(new RegExp(`answers <a href="#remark-${id.lindStatement}">Mara Lind</a>`))
  })

  it('searches within itself', async () => {
    expect(await get(meeting)).toContain(
      '<input type="hidden" name="meeting" value="consultation-on-harbour-dues-2031-03-04">',
    )
  })
})
