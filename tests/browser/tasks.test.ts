import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { testDatabase } from '../support/database.js'
import { id, insertArchive } from '../support/fixture.js'
import { startServer, type TestServer } from '../support/server.js'

const meeting = '/meetings/consultation-on-harbour-dues-2031-03-04'

/** One page of each kind, of the fixture's archive. */
const paths = [
  '/',
  ...['/meetings', '/series', '/themes', '/people', '/organizations', '/decisions', '/motions', '/action-items'],
  ...[meeting, '/meetings/second-consultation-2032-05-10', `${meeting}/source?at=0-12`, `${meeting}/report?at=0-12`],
  ...['/people/mara-lind', '/organizations/port-authority', '/themes/fairness-of-dues', '/series/harbour-council'],
  ...['/search', '/search?q=dues', '/search?q=mara+unfair', '/search?q=dredging&person=tomas-okoro&from=2032-01-01'],
  ...['/remarks?person=mara-lind', '/statistics', '/upload', '/people/nobody', `/embed/${id.lindStatement}`],
  ...['/compare/people?a=mara-lind', '/compare/people?a=mara-lind&b=ines-valdez'],
]

describe.skipIf(!chromiumPath)('what people come for', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let clicks = 0
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    await testDatabase() // without the sample
    await insertArchive(server.database.prisma)
    ;({ page } = await visit(browser, new URL(server.url).origin, { javaScriptEnabled: false }))
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const begin = async (path: string) => {
    clicks = 0
    await page.goto(path)
  }
  const click = async (name: string | RegExp, role: 'link' | 'button' = 'link') => {
    clicks++
    await page.getByRole(role, { name }).first().click()
  }

  it('words on a subject, and by whom: one click', async () => {
    await begin('/')
    await page.getByRole('searchbox').fill('mara unfair')
    await click('Search', 'button')
    await page.getByText('The dues were').waitFor()
    expect(clicks).toBe(1)
  })

  it('a person’s remarks of one year: two clicks', async () => {
    await begin('/people')
    await click('Mara Lind')
    await click('2032: 1')
    expect(await page.locator('main').innerText()).toContain('The dues are fairer now.')
    expect(clicks).toBe(2)
  })

  it('a citation, and its link to the marked words: two clicks', async () => {
    await begin(meeting)
    clicks++
    await page.locator('details.cite summary').first().click()
    await page.locator('details.cite[open] p a').first().click()
    clicks++
    expect(await page.locator(':target').innerText()).toContain('Fairness of dues')
    expect(clicks).toBe(2)
  })

  it('who answered whom: one click', async () => {
    await begin(meeting)
    await click('Who answered whom')
    expect(await page.locator(':target').innerText()).toBe('Who answered whom')
    expect(clicks).toBe(1)
  })

  it('two bodies side by side: two clicks', async () => {
    await begin('/organizations/port-authority')
    await click('Compare with another')
    await click('Harbour Institute')
    expect(await page.locator('h1').innerText()).toBe('Port Authority and Harbour Institute')
    expect(clicks).toBe(2)
  })

  it('a search to follow, a meeting as CSV, the original: one click each', async () => {
    const leadsTo = async (path: string, name: string | RegExp) => {
      await page.goto(path)
      return page.getByRole('link', { name }).first().getAttribute('href')
    }
    expect(await leadsTo('/search?q=dues', /^Follow it/)).toBe('/search/feed.xml?q=dues')
    expect(await leadsTo(meeting, 'CSV')).toBe(`${meeting}.csv`)
    expect(await leadsTo(meeting, 'dues.txt')).toBe(`${meeting}/source`)
  })

  it('an error to report: two clicks', async () => {
    await begin(meeting)
    await click('Report an error')
    await page.getByLabel('What is wrong').fill('It was somebody else.')
    await click('Report it', 'button')
    await page.getByText('Thank you').waitFor()
    expect(clicks).toBe(2)
  })

  it.each([
    ['a telephone', { width: 390, height: 800 }],
    ['a small telephone', { width: 320, height: 640 }],
    ['a window at 200 %', { width: 640, height: 450 }],
  ])('no page scrolls sideways: %s', async (_name, viewport) => {
    await page.setViewportSize(viewport)
    const wide: string[] = []
    for (const path of paths) {
      await page.goto(path)
      const more = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (more > 0) wide.push(`${path}: ${more}`)
    }
    expect(wide).toEqual([])
  })

  it('nothing is wrong with any page by axe', async () => {
    const looking = await visit(browser, new URL(server.url).origin, { bypassCSP: true })
    const wrong: string[] = []
    for (const path of paths) {
      await looking.page.goto(path)
      wrong.push(...(await violations(looking.page)).map((one) => `${path}: ${one}`))
    }
    expect(wrong).toEqual([])
  })

  it('a query that was typed is there again after Back, and a permalink marks all words of a remark', async () => {
    const { page: live } = await visit(browser, new URL(server.url).origin)
    await live.goto('/')
    await live.getByRole('searchbox').pressSequentially('fairer')
    await live.locator('#results mark').first().waitFor()
    await live.goto('/people')
    await live.goBack()
    await live.locator('#results mark').first().waitFor()
    expect(await live.getByRole('searchbox').inputValue()).toBe('fairer')
    await live.goto(`${meeting}#remark-${id.okoroStatement}`)
    const plain = await live
      .locator('.p:not(:has(:target)) .g')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor)
    const marked = await live
      .locator('.p:has(:target) .g.b')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
    expect(marked.length).toBeGreaterThan(0)
    expect(marked).not.toContain(plain)
  })
})
