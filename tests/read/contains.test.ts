import fc from 'fast-check'
import { expect, it } from 'vitest'
import { containsAnyCase } from '../../src/read/contains.js'
import { Bind } from '../../src/read/sql.js'
import { containsText } from '../../src/schema/text-filter.js'
import { testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'

/** Letters whose case folds to ASCII or from it, wildcards of LIKE, and some of neither kind. */
const letters = fc.constantFrom(...'aAiIkKsSzZıİK\u017FßẞéÉ\u0307[]^`{ %_\\字\n')
const text = fc.string({ unit: letters, maxLength: 12 })

it('finds what ILIKE finds, whatever letters there are', async () => {
  const database = await testDatabase()
  const found = async (where: (bind: Bind) => string, texts: readonly string[]) => {
    const bind = new Bind({}, {})
    const list = bind.parameter(texts)
    const rows = await database.rows({
      name: undefined,
      text: `select t from unnest(${list}::text[]) t where ${where(bind)}`,
      values: bind.values,
    })
    return rows.flat()
  }
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), text, fc.nat(), async (some, other, at) => {
      const needle = at % 2 ? other : (some[at % some.length] ?? '').slice(at % 4)
      const texts = [...some, needle.toUpperCase(), `a${needle.toLowerCase()}`, needle.replaceAll('k', 'K')]
      const { contains } = containsText(needle)
      const plain = await found((bind) => `t ilike ${bind.parameter(`%${contains}%`)}`, texts)
      for (const readsAll of [false, true]) {
        const where = (bind: Bind) => containsAnyCase('t', contains, Object.assign(bind, { readsAll }))
        expect(await found(where, texts)).toEqual(plain)
      }
    }),
    { numRuns: 60 },
  )
})

it('asks for a fragment first where the pattern has one', () => {
  const asked = (pattern: string) => {
    const bind = new Bind({}, {})
    return [containsAnyCase('t', pattern, bind).includes('strpos'), bind.values]
  }
  expect(asked('HARBOUR dues')).toEqual([true, ['%HARBOUR dues%', 'harbour dues']])
  expect(asked('Kick-off 100\\%')).toEqual([true, ['%Kick-off 100\\%%', '-off 100']])
  expect(asked('Zürich')).toEqual([true, ['%Zürich%', 'ch']])
  for (const pattern of ['', 'I', '1', 'kiki', '会議', '\\%\\_'])
    expect(asked(pattern)).toEqual([false, [`%${pattern}%`]])
})

it('has Postgres ask for the fragment first', async () => {
  const bind = new Bind({}, {})
  const fits = containsAnyCase('u."text"', 'harbour', bind)
  const plan = await (await testDatabase()).rows({
    name: undefined,
    text: `explain (costs off) select from "Utterance" u where ${fits}`,
    values: bind.values,
  })
  expect(plan.flat().join('\n')).toMatch(/strpos.* AND .*~~\*/)
})

it('has each pattern planned for, where other statements soon have a name', async () => {
  const database = await testDatabase()
  const names: boolean[] = []
  const handle = handlerOf({
    ...database,
    rows: (statement) => {
      names.push(statement.name !== undefined)
      return database.rows(statement)
    },
  })
  const isNamed = async (query: string) => {
    names.length = 0
    for (const text of ['dues', 'moor', 'tide']) await handle('/graphql', operation(query, { text }))
    return names.at(-1)
  }
  expect(await isNamed('query ($text: String!) { person(slug: $text) { name } }')).toBe(true)
  expect(await isNamed('query ($text: String!) { remarks(filter: { text: $text }) { nodes { text } } }')).toBe(false)
})
