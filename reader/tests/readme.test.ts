import { readFileSync } from 'node:fs'
import { readDocument } from '@rapporteur/reader/read-document'
import { expect, test } from 'vitest'

const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('../README.md', import.meta.url), 'utf8'))?.[1] ?? ''

test('the example of the README prints who said what', async () => {
  const record = /encode\(`([\s\S]*?)`\)/.exec(example)?.[1] ?? ''
  const told: string[] = []
  const body = example.replace(/^import .*$/m, '').replace("?? 'nobody by name'", '?? "nobody by name"')
  const run = new Function('readDocument', 'console', `return (async () => {${body}})()`)
  await run(readDocument, { log: (line: string) => told.push(line) })
  expect(record).toContain('Harbour board')
  expect(told.slice(0, 3)).toEqual([
    'Ada Moss: The rings are old. Who pays for new ones?',
    'Bo Lind: We do, as before.',
    'Ada Moss: Then it is agreed.',
  ])
})
