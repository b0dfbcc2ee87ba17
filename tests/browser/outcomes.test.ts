import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { council } from '../support/council.js'
import { ingest } from '../support/ingest.js'
import { startServer, type TestServer } from '../support/server.js'

/** TEST_SCREENSHOTS=docs/pages keeps pictures there. */
const pictures = process.env.TEST_SCREENSHOTS
const kept = ['decided', 'decided-telephone', 'outcome', 'person-votes']

async function keep(page: Page, name: string) {
  if (!pictures || !kept.includes(name)) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

describe.skipIf(!chromiumPath)('outcomes in a browser', () => {
  let server: TestServer
  let browser: Browser
  let origin: string
  let paths: Record<string, string>
  let meeting: string
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    origin = new URL(server.url).origin
    const { meeting: row } = await ingest(server.database, council)
    meeting = `/meetings/${row.slug}`
    paths = {
      decided: meeting,
      'person-votes': '/people/ada-moss',
      'person-all-votes': '/people/ada-moss/votes',
      'body-votes': '/organizations/pilots-guild',
      'theme-decisions': '/themes/the-crane',
      decisions: '/decisions',
      'action-items': '/action-items',
      'search-decisions': '/search?q=lent',
      'home-decisions': '/',
    }
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  it('nothing is wrong with the pages that show them', async () => {
    for (const [name, path] of Object.entries(paths))
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, troubles } = await visit(browser, origin, { colorScheme, viewport: { width: 1200, height: 900 } })
        await page.goto(path)
        await page.locator('details').evaluateAll((all) => {
          for (const each of all) each.setAttribute('open', '')
        })
        const rules = colorScheme === 'dark' ? { rules: ['color-contrast'] } : {}
        expect([path, await violations(page, rules)]).toEqual([path, []])
        expect(troubles).toEqual([])
        await keep(page, colorScheme === 'dark' ? `${name}-dark` : name)
        await page.context().close()
      }
  })

  it('their pages fit a telephone', async () => {
    const { page } = await visit(browser, origin, { viewport: { width: 390, height: 844 } })
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([path, wider]).toEqual([path, 0])
      await keep(page, `${name}-telephone`)
    }
    await page.context().close()
  })

  it('a permalink leads to the words of an outcome, and to no others, and marks them', async () => {
    const outcomes = await server.database.prisma.outcome.findMany({
      select: { id: true, text: true },
      orderBy: { sortKey: 'desc' },
    })
    const { page } = await visit(browser, origin, { viewport: { width: 1200, height: 500 }, javaScriptEnabled: false })
    const grounds = () =>
      page
        .locator('.o')
        .evaluateAll((all) =>
          all.map((each) => ({ text: each.textContent ?? '', ground: getComputedStyle(each).backgroundColor })),
        )
    for (const { id, text } of outcomes) {
      await page.goto(meeting)
      const before = await grounds()
      await page.goto('about:blank')
      await page.goto(`${meeting}#outcome-${id}`)
      const marked = (await grounds()).filter(({ ground }, i) => ground !== before[i]?.ground)
      expect(marked.map((each) => each.text).join('')).toBe(text)
      const box = await page.locator(`#outcome-${id}`).boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      expect(box?.y).toBeLessThan(500)
    }
    await keep(page, 'outcome')
    await page.context().close()
  })

  it('the keyboard leads from what was decided to the words, on to who voted, and back', async () => {
    const { page } = await visit(browser, origin, { viewport: { width: 1200, height: 900 } })
    await page.goto(meeting)
    await page.getByRole('link', { name: 'RESOLVED: That the crane be lent' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('[id^=outcome-]:target').waitFor({ state: 'attached' })
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('D1: decision, adopted')
    await page.keyboard.press('Enter')
    expect(await page.locator(':target').innerText()).toContain('Decision: adopted')
    const voters = page.getByText('3 votes by name')
    await voters.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: 'Bo Lind against' }).waitFor()
    await page.context().close()
  })
})
