import { existsSync } from 'node:fs'

const candidates = [
  process.env.TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of this machine, or undefined: then tests that need one are skipped. TEST_CHROMIUM names another. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path))

if (!chromiumPath)
  console.warn('There is no Chromium here (TEST_CHROMIUM can name one): what needs a browser is skipped.')
