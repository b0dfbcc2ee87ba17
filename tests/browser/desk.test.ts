import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { startServer, type TestServer } from '../support/server.js'

const meeting = '/meetings/consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'

describe.skipIf(!chromiumPath)('the desk of a reading page', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    const opened = await visit(browser, new URL(server.url).origin)
    page = opened.page
    await page.goto(meeting)
    await page.getByLabel('Key').fill(server.apiKey)
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByText('Choose “Correct” at a remark').waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const paragraph = () => page.locator('article', { hasText: 'Depth of the channel' })

  it('has nothing wrong with it', async () => {
    expect(await violations(page)).toEqual([])
  })

  it('corrects who says a remark in three actions, lists that, and takes it back', async () => {
    const note = paragraph().locator('.n.d')
    expect(await note.innerText()).toContain('Wanjiru Kamau')
    await note.getByRole('button', { name: 'Correct' }).click()
    await page.getByLabel('Who says it').fill('Tomás Arriaga')
    await page.keyboard.press('Enter')
    await page.getByRole('listitem').filter({ hasText: 'is said by Tomás Arriaga.' }).waitFor()
    expect(await paragraph().locator('.n.d b').innerText()).toContain('Tomás Arriaga')
    await page.getByRole('button', { name: /^Undo: / }).click()
    await page.getByText('Undone.').waitFor()
    expect(await paragraph().locator('.n.d b').innerText()).toContain('Wanjiru Kamau')
  })

  it('makes a remark of selected words', async () => {
    await paragraph()
      .locator('p')
      .first()
      .evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf('responded') ?? -1
          if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + 'responded'.length)
        }
      })
    await page.getByRole('button', { name: 'Correct the selected words' }).click()
    await page.getByRole('button', { name: 'Nobody by name' }).click()
    await page.getByRole('listitem').filter({ hasText: '“responded” is said by nobody who is named.' }).waitFor()
  })
})
