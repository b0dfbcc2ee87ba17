import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { ingestDocument } from '../../src/ingest/ingest.js'
import { openReader } from '../../src/ingest-document/ingester.js'
import { corporaPath, hasCorpora } from '../support/corpora.js'
import { testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'

const folder = 'corpora/tc39/meetings'
const days = ['2021-01/jan-25.md', '2022-09/sep-13.md', '2022-11/nov-29.md', '2022-11/nov-30.md']
const pathOf = (day: string) => corporaPath(join(folder, day))
const there = hasCorpora(folder, 'people who change employer over the years')

/** Name and organization of each row of the table of those present, taken from the text by itself. */
function presentAt(day: string): Map<string, string> {
  const rows = readFileSync(pathOf(day), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const people = rows.filter((cells) => /^[A-Z][A-Z0-9]{1,3}$/.test(cells[2] ?? ''))
  return new Map(people.map(([, name = '', , organization = '']) => [name, organization]))
}

interface Move {
  name: string
  before: string
  after: string
  last: string
}

/** Who stands in the first day's table and in a later one's with another organization, not merely another spelling of it. */
function moves(): Move[] {
  const [first = '', ...later] = days
  return [...presentAt(first)].flatMap(([name, before]) => {
    const last = later.findLast((day) => presentAt(day).has(name))
    const after = last && presentAt(last).get(name)
    if (!last || !after || after.startsWith(before) || before.startsWith(after)) return []
    return [{ name, before, after, last }]
  })
}

const history = /* GraphQL */ `
  query ($name: String!, $before: Date!) {
    people(filter: { name: $name }) {
      nodes {
        name
        organization { name }
        affiliations { organization { name } firstStated lastStated }
        then: affiliations(asOf: $before) { organization { name } }
        remarks(first: 100) { nodes { organization { name } meeting { date } } totalCount }
        oldest: remarks(last: 20) { nodes { organization { name } meeting { date } } }
      }
    }
  }
`
interface Body {
  organization: { name: string } | null
}
interface Remark extends Body {
  meeting: { date: string }
}
interface Person extends Body {
  name: string
  affiliations: (Body & { firstStated: string; lastStated: string })[]
  then: Body[]
  remarks: { nodes: Remark[]; totalCount: number }
  oldest: { nodes: Remark[] }
}

const dates: Record<string, string> = {
  '2021-01/jan-25.md': '2021-01-25',
  '2022-09/sep-13.md': '2022-09-13',
  '2022-11/nov-29.md': '2022-11-29',
  '2022-11/nov-30.md': '2022-11-30',
}

describe.skipIf(!there)('people who change employer', () => {
  let handle: ReturnType<typeof handlerOf>
  beforeAll(async () => {
    const database = await testDatabase()
    for (const day of days) {
      const file = { bytes: readFileSync(pathOf(day)), fileName: basename(day) }
      await ingestDocument(database, openReader(), file, { series: 'Committee' })
    }
    handle = handlerOf(database)
  })

  it('are three at least in these days', () => {
    expect(there ? moves().length : 3).toBeGreaterThanOrEqual(3)
  })

  it.each(there ? moves().slice(0, 3) : [])('%# are one person, for another body each time', async (move) => {
    const response = await handle('/graphql', operation(history, { name: move.name, before: dates[days[0] ?? ''] }))
    const { data } = (await response.json()) as { data: { people: { nodes: Person[] } } }
    const [person, ...others] = data.people.nodes.filter(({ name }) => name === move.name)
    expect(others).toEqual([])
    expect(person?.organization?.name).toBe(move.after)
    expect(person?.then.map(({ organization }) => organization?.name)).toEqual([move.before])
    const names = person?.affiliations.map(({ organization }) => organization?.name)
    expect(names).toEqual(expect.arrayContaining([move.before, move.after]))
    for (const { organization, meeting } of [...(person?.remarks.nodes ?? []), ...(person?.oldest.nodes ?? [])]) {
      const table = presentAt(days.find((day) => dates[day] === meeting.date) ?? '')
      if (table.has(move.name)) expect(organization?.name).toBe(table.get(move.name))
    }
  })

  it('are heard for both', async () => {
    const heard = await Promise.all(
      moves().map(async ({ name, before, after }) => {
        const response = await handle('/graphql', operation(history, { name, before: dates[days[0] ?? ''] }))
        const { data } = (await response.json()) as { data: { people: { nodes: Person[] } } }
        const person = data.people.nodes.find((found) => found.name === name)
        const said = [...(person?.remarks.nodes ?? []), ...(person?.oldest.nodes ?? [])]
        return [before, after].every((body) => said.some(({ organization }) => organization?.name === body))
      }),
    )
    expect(heard).toContain(true)
  })
})
