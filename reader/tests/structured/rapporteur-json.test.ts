import { readFileSync } from 'node:fs'
import { FolderFacts, folderFacts } from '@rapporteur/reader/structured/folder-facts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const docs = new URL('../../../docs/', import.meta.url)
const page = readFileSync(new URL('rapporteur-json.md', docs), 'utf8')
const example: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? 'null')

interface Schema {
  readonly properties?: Record<string, Schema>
  readonly items?: Schema
}

/** The names of all keys, and of those in them, as "people[].name". */
const keysOf = ({ properties = {}, items }: Schema, path = ''): string[] => [
  ...Object.entries(properties).flatMap(([key, value]) => {
    const own = path === '' ? key : `${path}.${key}`
    return [own, ...keysOf(value, own)]
  }),
  ...(items ? keysOf(items, `${path}[]`) : []),
]

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((found, step) => {
    const inner = (found as Record<string, unknown> | undefined)?.[step.replace('[]', '')]
    return step.endsWith('[]') ? (inner as unknown[] | undefined)?.[0] : inner
  }, value)

describe('the page about rapporteur.json', () => {
  const keys = keysOf(z.toJSONSchema(FolderFacts, { io: 'input' }) as Schema)

  test('has an example that is taken as it stands, with every key', () => {
    expect(folderFacts(example)).toEqual(example)
    expect(keys.length).toBeGreaterThan(15)
    expect(keys.filter((key) => at(example, key) === undefined)).toEqual([])
  })

  test('says of every key what it says', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| `'))
    const named = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[^`]+(?=`)/g) ?? [])
    const told = new Set(named.map((name) => name.replace(/^…/, 'people[].affiliations[].')))
    expect(keys.filter((key) => key !== 'meeting' && !told.has(key))).toEqual([])
  })
})
