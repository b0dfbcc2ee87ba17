import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey, revokeKey } from '../../src/access/keys.js'
import { startBrowser, violations, visit } from '../support/browser.js'
import { chromiumPath } from '../support/chromium.js'
import { startServer, type TestServer } from '../support/server.js'

const meeting = '/meetings/consultation-on-the-reopening-of-marrowick-harbour-2025-10-16'

describe.skipIf(!chromiumPath)('the desk of a reading page', () => {
  let server: TestServer
  let browser: Browser
  let page: Page
  let troubles: string[]
  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startServer(), startBrowser()])
    await doubt('Dr. Kamau responded')
    await doubt('Eelgrass covers eleven hectares')
    const opened = await visit(browser, new URL(server.url).origin, { viewport: { width: 768, height: 1024 } })
    page = opened.page
    troubles = opened.troubles
    await page.goto(meeting)
    await begin()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  /** Puts the words of the sample into doubt. */
  async function doubt(words: string) {
    const { prisma } = server.database
    const {
      id: meetingId,
      sourceId: documentId,
      source,
    } = await prisma.meeting.findFirstOrThrow({
      include: { source: true },
    })
    const start = source.text.indexOf(words)
    if (start < 0) throw new Error(`The sample does not say ${words}`)
    const place = { documentId, meetingId, position: 500 + start, pieces: [start, start + words.length] }
    const told = { severity: 'WARNING' as const, code: 'AMBIGUOUS_SPEAKER', message: `Who is it: ${words}?` }
    await prisma.finding.create({ data: { ...place, ...told, candidates: [] } })
  }

  async function begin(key = server.apiKey) {
    await page.getByLabel('Key', { exact: true }).fill(key)
    await page.keyboard.press('Enter')
    await page.locator('#desk.on').waitFor()
    await page.locator('#desk-open').waitFor({ state: 'hidden' })
  }
  const paragraph = () => page.locator('article', { hasText: 'Depth of the channel' })
  const who = () => page.getByRole('combobox', { name: 'Who says it' })
  const speakerOfD = () => paragraph().locator('.n.d b').innerText()
  const said = (text: string | RegExp) => page.locator('#desk-says').filter({ hasText: text }).waitFor()
  const changed = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  const select = (first: string, last = first) =>
    page.evaluate(
      ([from, to]) => {
        const point = (words: string, end: boolean) => {
          const walker = document.createTreeWalker(document.getElementById('record') as Node, NodeFilter.SHOW_TEXT)
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.textContent?.indexOf(words) ?? -1
            if (at >= 0) return [node, end ? at + words.length : at] as const
          }
          throw new Error(`The page does not say ${words}`)
        }
        getSelection()?.setBaseAndExtent(...point(from ?? '', false), ...point(to ?? '', true))
      },
      [first, last],
    )

  it('has nothing wrong with it on a tablet, with all its parts open', async () => {
    await page.keyboard.press('n')
    await page.keyboard.press('m')
    await page.locator('#desk-more summary').click()
    await page.getByRole('checkbox').first().waitFor()
    await who().fill('a')
    await page.getByRole('option').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, { rules: ['color-contrast'] })).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    const wider = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await wider()).toBe(0)
    await page.keyboard.press('Escape')
    await page.locator('#desk-acts summary').click()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Shortcuts' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('corrects who says a remark in three actions, lists that, and takes it back', async () => {
    expect(await speakerOfD()).toContain('Wanjiru Kamau')
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await who().fill('Tomás Arriaga')
    await page.keyboard.press('Enter')
    await said('is said by Tomás Arriaga.')
    expect(await changed('is said by Tomás Arriaga.').innerText()).toMatch(/tests, .*: As in the record\./)
    expect(await speakerOfD()).toContain('Tomás Arriaga')
    await page.getByRole('button', { name: /^Undo: / }).click()
    await said('Undone.')
    expect(await speakerOfD()).toContain('Wanjiru Kamau')
  })

  it('goes from doubt to doubt, confirms one, and mends another, by keys alone', async () => {
    const shown = page.locator('#desk-doubt')
    await page.keyboard.press('n')
    const first = await shown.innerText()
    await page.keyboard.press('n')
    const second = await shown.innerText()
    expect(second).not.toBe(first)
    await page.keyboard.press('p')
    expect(await shown.innerText()).toBe(first)
    for (let i = 0; i < 20 && !(await shown.innerText()).includes('Dr. Kamau'); i++) await page.keyboard.press('n')
    expect(await shown.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('m')
    expect(await page.locator('#desk-words').innerText()).toMatch(/Kamau responded/)
    await page.keyboard.type('arriaga')
    await page.keyboard.press('Enter')
    await said('is said by Tomás Arriaga.')
    expect(await speakerOfD()).toContain('Tomás Arriaga')
    await page.keyboard.press('u')
    await said('Undone.')
    const open = Number(await page.locator('#desk-open-doubts').innerText())
    await page.keyboard.press('n')
    for (let i = 0; i < 20 && !(await shown.innerText()).includes('Eelgrass covers eleven hectares'); i++)
      await page.keyboard.press('n')
    await page.keyboard.press('y')
    await changed('“Eelgrass covers eleven hectares” was read rightly.').waitFor()
    expect(Number(await page.locator('#desk-open-doubts').innerText())).toBe(open - 1)
  })

  it('goes from remark to remark, and Escape gives the focus back', async () => {
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await page.keyboard.press('j')
    const first = await label()
    await page.keyboard.press('j')
    expect(await label()).toMatch(/^Correct who says: /)
    expect(await label()).not.toBe(first)
    await page.keyboard.press('k')
    expect(await label()).toBe(first)
    await page.keyboard.press('Enter')
    await who().waitFor()
    await page.keyboard.press('Escape')
    expect(await label()).toBe(first)
  })

  it('makes remarks of selected words: of nobody, of several, of somebody new', async () => {
    await select('responded')
    await page.getByRole('button', { name: 'Correct the selected words' }).click()
    await page.getByRole('button', { name: 'Nobody by name' }).click()
    await changed('“responded” is said by nobody who is named.').waitFor()
    await page.keyboard.press('u')
    await said('Undone.')
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await page.keyboard.type('lindqvist')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.type('Ursula Newcomer')
    await page.keyboard.press('Enter')
    await said(/is said by Helena Lindqvist and Ursula Newcomer\.$/)
    await page.keyboard.press('u')
    await said('Undone.')
  })

  it('says for whom, what is answered, and where remarks begin and end', async () => {
    const open = async () => {
      await paragraph().locator('.n.e').getByRole('button', { name: 'Correct' }).click()
      await page.locator('#desk-kind').waitFor()
      await page.locator('#desk-more').evaluate((element: HTMLDetailsElement) => {
        element.open = true
      })
    }
    const takeBack = async () => {
      await page.keyboard.press('u')
      await said('Undone.')
    }
    await open()
    const ticked = page.getByRole('group', { name: 'What it answers' }).getByRole('checkbox')
    for (const box of await ticked.all()) await box.uncheck()
    await page.getByRole('button', { name: 'Answers these' }).click()
    await said(/answers nothing\.$/)
    await takeBack()
    await open()
    await page.getByRole('combobox', { name: 'For whom it is said' }).fill('northern fer')
    await page.keyboard.press('Enter')
    await said(/is said for .*Northern Ferries Board\.$/)
    await takeBack()
    await open()
    await page.getByRole('button', { name: 'It raises something' }).click()
    await said(/is a statement\.$/)
    await takeBack()
    await open()
    await select('suggested that a line')
    await page.getByRole('button', { name: 'Another remark begins here' }).click()
    await said('Another remark begins with “suggested that a line”.')
    expect(await paragraph().locator('.n.f').count()).toBe(1)
    await open()
    await page.getByRole('button', { name: 'One remark with the next' }).click()
    await said(/is one remark\.$/)
    expect(await paragraph().locator('.n.f').count()).toBe(0)
    await takeBack()
    await takeBack()
    await open()
    await page.getByRole('button', { name: 'No remark' }).click()
    await said(/is no remark\.$/)
    expect(await paragraph().locator('.n.e').count()).toBe(0)
    await takeBack()
  })

  it('tells a curator what another has changed of the same, keeps what was typed, and goes over it only when told so', async () => {
    const other = await visit(browser, new URL(server.url).origin)
    const { key } = await createKey(server.database, { name: 'another', scope: 'WRITE' })
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await who().fill('Helena')
    const first = page
    page = other.page
    await page.goto(meeting)
    await begin(key)
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await who().fill('Pieter')
    await page.keyboard.press('Enter')
    await said(/is said by Pieter van der Meulen\.$/)
    await page.context().close()
    page = first
    await who().press('Enter')
    await said('another has corrected this meanwhile')
    expect(await changed('is said by Pieter').innerText()).toContain('another, ')
    expect([await who().inputValue(), await speakerOfD()]).toEqual(['Helena', 'Pieter van der Meulen'])
    await who().press('Enter')
    await said(/is said by Helena Lindqvist\.$/)
    for (let i = 0; i < 2; i++) {
      await page.keyboard.press('u')
      await said('Undone.')
      await page.evaluate(() => document.getElementById('desk-says')?.replaceChildren())
    }
    expect(await speakerOfD()).toBe('Wanjiru Kamau')
  })

  it('asks again while the server does not answer, and makes the correction once', async () => {
    let lost = 0
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('mutation') || lost++ > 1) return route.continue()
      if (lost === 2) await route.fetch() // it arrives, and its answer is lost
      await route.abort()
    })
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await who().fill('Helena')
    await who().press('Enter')
    await said('what you typed is kept')
    await said(/is said by Helena Lindqvist\.$/)
    await page.unroute('**/graphql')
    expect(
      await server.database.prisma.correction.count({ where: { undoneAt: null, by: 'tests', kind: 'SPEAKER' } }),
    ).toBe(1)
    await page.keyboard.press('u')
    await said('Undone.')
  })

  it('keeps what was begun when the page is left, and when the key is revoked', async () => {
    await paragraph().locator('.n.d').getByRole('button', { name: 'Correct' }).click()
    await who().pressSequentially('Tomás A')
    await page.reload()
    const { key, id } = await createKey(server.database, { name: 'short', scope: 'WRITE' })
    await begin(key)
    await said('What you had begun when the page was left is here again.')
    expect(await who().inputValue()).toBe('Tomás A')
    await revokeKey(server.database, id)
    await who().press('Enter')
    await said('Nothing was changed')
    await begin()
    expect(await who().inputValue()).toBe('Tomás A')
    await who().press('Enter')
    await said(/is said by Tomás Arriaga\.$/)
    await page.keyboard.press('u')
    await said('Undone.')
  })

  it('merges people, and takes that back', async () => {
    await page.locator('#desk-acts').evaluate((element: HTMLDetailsElement) => {
      element.open = true
    })
    await page.getByRole('combobox', { name: 'These people are one' }).fill('Pieter')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('combobox', { name: 'Who is called' }).fill('Bence')
    await page.keyboard.press('Enter')
    await said('They are one: Bence Kovács.')
    expect(await paragraph().locator('.n.c b').innerText()).toBe('Bence Kovács')
    await page.getByRole('button', { name: 'Undo: They are one: Bence Kovács.' }).click()
    await said('Undone.')
    expect(await paragraph().locator('.n.c b').innerText()).toBe('Pieter van der Meulen')
  })

  it('retracts the meeting, and restores it where it was', async () => {
    await page.locator('#desk-acts').evaluate((element: HTMLDetailsElement) => {
      element.open = true
    })
    await page.getByLabel('Take this meeting out').fill('Not approved yet.')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Was it retracted?' }).waitFor()
    expect(await violations(page)).toEqual([])
    const { key } = await createKey(server.database, { name: 'head', scope: 'ADMIN' })
    await page.getByLabel('Key', { exact: true }).fill(key)
    await page.getByLabel('Restore it, because').fill('Approved.')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Read it.' }).click()
    await paragraph().waitFor()
    // Requests that were made to fail, a revoked key, and a page that was not there.
    const expected = /net::ERR_FAILED|401|404/
    expect(troubles.filter((trouble) => !expected.test(trouble))).toEqual([])
  })
})
