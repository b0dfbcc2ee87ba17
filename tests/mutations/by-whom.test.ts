import { beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '../../src/access/keys.js'
import { pruneChanges } from '../../src/feed/prune-changes.js'
import { type TestDatabase, testDatabase } from '../support/database.js'
import { handlerOf, operation } from '../support/handler.js'

const board = (day: string, chair: string) => `# Harbour board

Date: ${day}

Present: ${chair}, Bo Lind

## Dredging

${chair}: The basin is full.

Bo Lind: It was dredged last year.
`

describe('the feed as a log of who did what', () => {
  let database: TestDatabase
  const keys = new Map<string, string>()
  beforeEach(async () => {
    database = await testDatabase()
    keys.clear()
    for (const name of ['kay', 'lou']) keys.set(name, (await createKey(database, { name, scope: 'ADMIN' })).key)
  })

  async function ask<Data>(query: string, input: object = {}, who = 'kay'): Promise<Data> {
    const headers = { authorization: `Bearer ${keys.get(who)}` }
    const response = await handlerOf(database)('/graphql', operation(query, { input }, headers))
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown }
    expect(errors).toBeUndefined()
    return data
  }
  const ingest = (text: string, who: string) =>
    ask(
      'mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) { __typename } }',
      { text, series: 'Harbour board', fileName: 'board.md' },
      who,
    )
  const mutate = (field: string, type: string, input: object, who: string) =>
    ask<Record<string, { __typename: string; merge?: string }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${field === 'mergePeople' ? '... on MergePeopleSuccess { merge }' : ''} } }`,
      { reason: 'So it is.', ...input },
      who,
    )
  const kindsOf = async (args: string) => {
    const { changes } = await ask<{ changes: { nodes: { kind: string; by: string | null }[] } }>(
      `{ changes(first: 100, ${args}) { nodes { kind by } } }`,
    )
    return [...new Set(changes.nodes.map(({ kind, by }) => `${by} ${kind}`))]
  }
  const idOf = async (slug: string) =>
    (await ask<{ person: { id: string } }>(`{ person(slug: "${slug}") { id } }`)).person.id

  it('names the key of each ingest and act, of what they removed too, and is asked by it', async () => {
    await ingest(board('2021-03-04', 'Ada Moss'), 'kay')
    await ingest(board('2021-04-01', 'A. Mossberg'), 'lou')
    await mutate('retractMeeting', 'MeetingActInput', { meeting: 'harbour-board-2021-04-01' }, 'lou')
    expect(await kindsOf('by: "kay"')).toEqual(['kay CREATED'])
    expect(await kindsOf('by: "lou"')).toEqual(['lou CREATED', 'lou RETRACTED', 'lou REMOVED'])
    expect(await kindsOf('by: "nobody"')).toEqual([])
    expect((await kindsOf('after: "0"')).filter((line) => line.startsWith('null'))).toEqual([])
  })

  it('is asked by a key and a time together', async () => {
    await ingest(board('2021-03-04', 'Ada Moss'), 'kay')
    const [first] = await database.prisma.change.findMany({ take: 1 })
    const at = first?.at.toISOString()
    expect(await kindsOf(`by: "kay", since: "${at}"`)).toEqual(['kay CREATED'])
    expect(await kindsOf(`by: "kay", until: "${at}"`)).toEqual([])
    expect(await kindsOf(`by: "lou", since: "${at}"`)).toEqual([])
    expect(await kindsOf('since: "2001-01-01T00:00:00Z", until: "9999-12-31T23:59:59-12:00"')).toEqual(['kay CREATED'])
  })

  it('may lose old changes, and no merge with them', async () => {
    await ingest(board('2021-03-04', 'Ada Moss'), 'kay')
    const input = { from: [await idOf('ada-moss')], into: await idOf('bo-lind') }
    const { mergePeople } = await mutate('mergePeople', 'MergeInput', input, 'lou')
    await mutate('renamePerson', 'RenamePersonInput', { person: input.into, name: 'Bo Lindqvist' }, 'kay')
    await pruneChanges(database, new Date(Date.now() + 60_000))
    expect(await kindsOf('by: "lou"')).toEqual([])
    const { merges } = await ask<{ merges: { nodes: { id: string; by: string }[] } }>('{ merges { nodes { id by } } }')
    expect(merges.nodes).toEqual([{ id: mergePeople?.merge, by: 'lou' }])
    expect(await mutate('undoMerge', 'UndoMergeInput', { merge: mergePeople?.merge }, 'kay')).toMatchObject({
      undoMerge: { __typename: 'UndoMergeSuccess' },
    })
  })
})
