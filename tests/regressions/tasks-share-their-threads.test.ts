import { existsSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sha256 } from '../../src/ingest/read-document.js'
import { proposalOf } from '../../src/ingest-document/proposal-of.js'
import { taskOf } from '../../src/ingest-document/task-of.js'

const threads = '/proc/self/task'
const bytes = Buffer.from('# Quay Committee\n\n**Ada Quill:** The winch is stuck.\n\n**Ben Roe:** It is not.\n')
const document = { bytes, fileName: 'quay.md', mediaType: 'text/markdown', sha256: sha256(bytes) }

it.runIf(existsSync(threads))(
  'tasks and readings of stored documents start threads once, however many are asked for',
  async () => {
    const ask = async () => {
      expect(await taskOf(document, {})).toContain('The winch is stuck.')
      expect(await proposalOf({ ...document, format: 'labelled', options: {}, proposal: null })).toContain('Ben Roe')
    }
    await ask()
    await ask()
    const before = readdirSync(threads).length
    for (let i = 0; i < 5; i++) await ask()
    expect(readdirSync(threads).length).toBeLessThanOrEqual(before + 2) // a second thread may have been started by now
  },
)
