import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromiumPath } from './chromium.js'

/** Starts Chromium, without a window. */
export async function startBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  // Chromium's own sandbox does not start for root, as whom containers run.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: chromiumPath ?? '', args })
}

export interface Visit {
  page: Page
  /** What went wrong in it so far: errors on the console, those of scripts, requests to others than `origin`. */
  troubles: string[]
}

/** A new page in a browser of nobody's, which notes what goes wrong in it. */
export async function visit(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await browser.newPage({ baseURL: origin, ...options })
  page.setDefaultTimeout(100_000) // a busy machine is no error
  const troubles: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) troubles.push(`request: ${url}`)
  })
  return { page, troubles }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

interface Look {
  /** These rules instead of all. */
  rules?: string[]
  /** Selectors of what is passed over. */
  exclude?: string[]
}

/** What axe finds wrong on a page, by WCAG 2.2 at level AA and by common practice. */
export async function violations(page: Page, { rules, exclude = [] }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const runOnly = rules ? { type: 'rule' as const, values: rules } : { type: 'tag' as const, values: tags }
  return page.evaluate(
    async ({ runOnly, exclude }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ exclude }, { runOnly })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
    },
    { runOnly, exclude },
  )
}
