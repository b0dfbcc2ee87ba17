import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../src/schema/error-codes.js'
import { priceOf } from '../../src/schema/price.js'
import { schema } from '../../src/schema/schema.js'

describe('the documentation', () => {
  it('has every code of an error, and no other', () => {
    const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code)
    expect(rows).toEqual(Object.keys(errorCodes))
  })

  it('knows of no code in the source that is not in the list', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/^(ingest|evaluate|generated|client|database)\//.test(file),
    )
    const found = files.flatMap((file) =>
      [...readFileSync(join('src', file), 'utf8').matchAll(/\bextensions: \{ code: '([A-Z_]+)'/g)].map(
        ([, code]) => code,
      ),
    )
    expect(found.length).toBeGreaterThanOrEqual(3)
    for (const code of found) expect(Object.keys(errorCodes)).toContain(code)
  })

  it('has the prices of the example queries', () => {
    const [, table = ''] = readFileSync('docs/prices.md', 'utf8').split(/^(?=\| query)/m)
    expect(table.trim()).toBe(priceTable())
  })
})

function priceTable(): string {
  const folder = 'sample/queries'
  const rows = readdirSync(folder)
    .sort()
    .map((name) => {
      const { price, depth, tokens } = priceOf(schema, parse(readFileSync(join(folder, name), 'utf8')), {})
      const figures = [price, depth, tokens].map((figure) => figure.toLocaleString('en'))
      return `| [${folder}/${name}](../${folder}/${name}) | ${figures.join(' | ')} |`
    })
  return ['| query | price | depth | tokens |', '|---|---|---|---|', ...rows].join('\n')
}
