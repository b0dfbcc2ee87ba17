import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, type Visit, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { sample, startServer, type TestServer } from '../support/server.js'

/** TEST_SCREENSHOTS=docs/pages keeps pictures of these there. */
const pictures = process.env.TEST_SCREENSHOTS
const kept = [
  'home',
  'meeting',
  'meeting-dark',
  'meeting-telephone',
  'permalink',
  'who-said-it',
  'theme',
  'person',
  'graphiql',
  'dry-run',
]

const meeting = '/meetings/consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'
const paths = {
  home: '/',
  meeting,
  theme: '/themes/depth-of-the-channel',
  person: '/people/tomas-arriaga',
  organization: '/organizations/marrowick-harbour-review-panel',
  search: '/search?q=channel',
  list: '/people',
  upload: '/upload',
  'not-found': '/people/nobody',
}

describe.skipIf(!chromiumPath)('in a browser', () => {
  let server: TestServer
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    origin = new URL(server.url).origin
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const open = (...[options]: [Parameters<typeof visit>[2]?]): Promise<Visit> => visit(browser, origin, options)
  async function keep(page: Page, name: string) {
    if (!pictures || !kept.includes(name)) return
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `${name}.png`) })
  }

  it.each(Object.entries(paths))('nothing is wrong with the page: %s', async (name, path) => {
    const { page, troubles } = await open({ colorScheme: 'light', viewport: { width: 1200, height: 900 } })
    const answer = await page.goto(path)
    expect(await violations(page)).toEqual([])
    await keep(page, name)
    await page.emulateMedia({ colorScheme: 'dark' })
    // Of what axe looks at, only the colours are others in the dark.
    expect(await violations(page, { rules: ['color-contrast'] })).toEqual([])
    await keep(page, `${name}-dark`)
    // A page that says that it is not found is an error to the console.
    expect(troubles).toEqual(answer?.status() === 404 ? [expect.stringContaining('404')] : [])
    await page.context().close()
  })

  it('a page fits a telephone', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } })
    for (const path of Object.values(paths)) {
      await page.goto(path)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, wider]).toEqual([path, 0])
    }
    await page.goto(`${meeting}#themes`)
    await keep(page, 'meeting-telephone')
    await page.context().close()
  })

  it('a permalink scrolls to its paragraph, and marks it', async () => {
    const { page } = await open()
    await page.goto(meeting)
    const id = await page.locator('article', { hasText: 'Night sailings' }).getAttribute('id')
    await page.goto('about:blank')
    await page.goto(`${meeting}#${id}`)
    const box = await page.locator(':target').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(200)
    await keep(page, 'permalink')
    await page.context().close()
  })

  it('who said it, and how that is known, shows with the pointer and with the keyboard', async () => {
    const { page } = await open({ viewport: { width: 1200, height: 900 } })
    await page.goto(meeting)
    const paragraph = page.locator('article', { hasText: 'Depth of the channel' })
    const how = paragraph.locator('.n.d .how')
    expect(await how.isVisible()).toBe(false)
    await paragraph.getByText('Dr. Kamau responded').hover()
    await how.waitFor({ state: 'visible' })
    expect(await how.innerText()).toContain('by family name: only one of those present fits')
    await keep(page, 'who-said-it')
    await page.mouse.move(0, 0)
    await how.waitFor({ state: 'hidden' })
    await paragraph.getByRole('link', { name: 'd: answer by Wanjiru Kamau' }).focus()
    await how.waitFor({ state: 'visible' })
    await page.context().close()
  })

  it('a record prints with its address and without what can only be clicked', async () => {
    const { page } = await open()
    await page.goto(meeting)
    const address = page.getByText(`${origin}${meeting}`, { exact: true })
    const ways = page.getByRole('navigation', { name: 'Site' })
    expect([await address.isVisible(), await ways.isVisible()]).toEqual([false, true])
    await page.emulateMedia({ media: 'print' })
    expect([await address.isVisible(), await ways.isVisible()]).toEqual([true, false])
    await page.context().close()
  })

  it('the first key leads past the head of the page', async () => {
    const { page } = await open()
    await page.goto(meeting)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
    await page.context().close()
  })

  it('pages read without a script, and search leads to its page', async () => {
    const { page, troubles } = await open({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByRole('searchbox').fill('eelgrass')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByText('found.').waitFor()
    expect(await page.locator('mark').first().innerText()).toMatch(/eelgrass/i)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('results show while one types', async () => {
    const { page, troubles } = await open()
    await page.goto('/')
    await page.getByRole('searchbox').pressSequentially('swell')
    await page.locator('#results mark').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await page.locator('#results').innerText()).toContain('Helena Lindqvist')
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('GraphiQL answers its first question, and a page’s query, and asks nobody else', async () => {
    const { page, troubles } = await open({ viewport: { width: 1400, height: 900 } })
    await page.goto('/graphql')
    await page.getByRole('button', { name: /execute query/i }).click()
    await page.getByText('"Depth of the channel"').waitFor()
    expect(await wrongInGraphiql(page)).toEqual([])
    await keep(page, 'graphiql')
    await page.goto(paths.person)
    await page.getByRole('link', { name: 'This page as a query, in GraphiQL' }).click()
    await page.getByText('One person over the years').first().waitFor()
    await page.getByRole('button', { name: /execute query/i }).click()
    await page.getByText('"printedNames"').first().waitFor()
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('a file is shown before it is written, and then read where it stands', async () => {
    const { page, troubles } = await open({ viewport: { width: 1200, height: 900 } })
    const text = readFileSync(sample, 'utf8').replace('on the Reopening of', 'on the <b>Closing</b> of')
    const meetings = () => server.database.prisma.meeting.count()
    const before = await meetings()
    await page.goto('/upload')
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByLabel('Series').fill('harbours')
    await page.getByLabel('Key').fill('no-such-key')
    await page.getByRole('button', { name: 'Show what would be written' }).click()
    await page.getByText('This key is unknown').waitFor()
    await page.getByLabel('Key').fill(server.apiKey)
    await page.getByRole('button', { name: 'Show what would be written' }).click()
    await page.getByRole('heading', { name: 'As it was read' }).waitFor()
    const outcome = page.locator('#outcome')
    expect(await outcome.innerText()).toMatch(
      /<b>Closing<\/b>.*24 people.*Kovács.*Who says what.*Tomás Arriaga\s+answers [^\n]*Wanjiru Kamau.*findings/s,
    )
    expect(await violations(page)).toEqual([])
    await keep(page, 'dry-run')
    expect(await meetings()).toBe(before)
    await page.getByRole('button', { name: 'Write it' }).click()
    await page.getByRole('link', { name: /^Read it:/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Consultation on the <b>Closing</b>' }).waitFor()
    expect(await meetings()).toBe(before + 1)
    expect(troubles).toEqual([expect.stringContaining('401')])
    await page.context().close()
  })
})

/**
 * What is ours of GraphiQL's page. Not ours: the editors, which are Monaco's, and the tabs, which have buttons in them, smaller ones
 * than should be.
 */
const wrongInGraphiql = (page: Page): Promise<string[]> =>
  violations(page, { exclude: ['.monaco-editor', '.graphiql-tab'] })
