import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerTo, minutes } from '../model/record.js'
import { startBrowser, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { type ModelServer, startModelServer } from '../support/model-server.js'
import { startServer, type TestServer } from '../support/server.js'

describe.skipIf(!chromiumPath)('a record that a model reads, in a browser', () => {
  let model: ModelServer
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    model = await startModelServer()
    ;[server, browser] = await Promise.all([
      startServer({ RAPPORTEUR_MODEL_URL: model.url, RAPPORTEUR_MODEL: 'reader-1' }),
      startBrowser(),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await model?.close()
  })

  /** The upload page with a record chosen and the key filled in, and the button that reads it. */
  const opened = async (name: string, text: string) => {
    const { page, troubles } = await visit(browser, new URL(server.url).origin, {
      viewport: { width: 1200, height: 900 },
    })
    await page.goto('/upload')
    await page.getByLabel('File').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.getByLabel('Key').fill(server.apiKey)
    return { page, troubles, show: page.getByRole('button', { name: 'Show what would be written' }) }
  }

  it('is sent to it only where that is chosen, is asked for once, and says on its page who read it', async () => {
    model.answer(({ messages }) => answerTo(messages[0]?.content ?? ''))
    const { page, troubles, show } = await opened('minutes.txt', minutes)
    await show.click()
    await page.getByRole('heading', { name: 'As it was read' }).waitFor()
    expect(model.questions).toHaveLength(0)
    await page.getByLabel('Read by').selectOption({ label: 'the language model reader-1' })
    await show.click()
    await page.getByText('Ferry Company').first().waitFor()
    expect(model.questions).toHaveLength(1)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Write it' }).click()
    await page.getByRole('link', { name: /^Read it:/ }).click()
    await page.getByText('by a language model (reader-1)').waitFor()
    expect(model.questions).toHaveLength(1)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('says on the page what the endpoint refused, and leaves the file to be read otherwise', async () => {
    model.answer([{ status: 404, error: { message: 'no such model' } }])
    const { page, show } = await opened('other.txt', `${minutes}\nIt ended.`)
    await page.getByLabel('Read by').selectOption('MODEL')
    await show.click()
    await page
      .locator('#outcome')
      .getByText(/reader-1/)
      .first()
      .waitFor()
    expect(await page.locator('#outcome').innerText()).toMatch(/model/)
    await page.getByLabel('Read by').selectOption('RULES')
    await show.click()
    await page.getByRole('heading', { name: 'As it was read' }).waitFor()
    await page.context().close()
  })
})
