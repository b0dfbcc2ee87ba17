import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/database/database.js'
import { type Departure, Leaving } from '../../src/database/departure.js'
import { openDatabase } from '../../src/database/open-database.js'
import { recordChanges } from '../../src/feed/record-changes.js'
import { AnswerMemory } from '../../src/http/graphql/answer-memory.js'
import { newDatabase, type TestDatabase, testDatabase } from '../support/database.js'
import { insertArchive } from '../support/fixture.js'
import { handlerOf, operation } from '../support/handler.js'

type Handle = ReturnType<typeof handlerOf>

/** Time passes only where a test says so. */
const stopClock = () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  return () => vi.useRealTimers()
}

const answerOf = (text: string) => ({ status: 200, body: Buffer.from(text) })

describe('a memory of answers', () => {
  const nobody = new Leaving()
  let version: string
  let made: string[]
  const memory = (bytes = 100_000) => new AnswerMemory(bytes, { current: () => version })
  const make = (text: string) => async () => {
    made.push(text)
    return answerOf(text)
  }
  const find = async (kept: AnswerMemory, key: string, text = key) =>
    (await kept.find(key, nobody, make(text))).body.toString()

  beforeEach(() => {
    version = '1'
    made = []
  })

  it('gives the same answer until the version is another', async () => {
    const kept = memory()
    expect([await find(kept, 'a'), await find(kept, 'a', 'other')]).toEqual(['a', 'a'])
    version = '2'
    expect([await find(kept, 'a', 'new'), await find(kept, 'a', 'other')]).toEqual(['new', 'new'])
    expect(made).toEqual(['a', 'new'])
  })

  it('holds so many bytes, and forgets first what was asked for longest ago', async () => {
    const kept = memory(100_000)
    const long = 'x'.repeat(5_000) // twice that is counted, as it is kept compressed too
    for (let i = 0; i < 9; i++) await find(kept, `${i}`, long)
    await find(kept, '0', long)
    await find(kept, '9', long)
    made = []
    await find(kept, '0', 'again')
    expect(made).toEqual([])
    await find(kept, '1', 'again')
    expect(made).toEqual(['again'])
  })

  it('keeps no answer that would take an eighth of it, and none but good ones', async () => {
    const kept = memory(100_000)
    for (const _time of [1, 2]) await find(kept, 'long', 'x'.repeat(7_000))
    for (const _time of [1, 2])
      await kept.find('bad', nobody, async () => ({ ...answerOf(made[made.push('bad') - 1] ?? ''), status: 404 }))
    for (const _time of [1, 2]) await kept.find('none', nobody, async () => (made.push('none') > 0 ? null : null))
    expect(made.map((text) => text.slice(0, 4))).toEqual(['xxxx', 'xxxx', 'bad', 'bad', 'none', 'none'])
  })

  it('makes an answer once for all who ask for it meanwhile, and not for those who ask at another version', async () => {
    const kept = memory()
    const [first, second] = [find(kept, 'a', 'one'), find(kept, 'a', 'two')]
    version = '2'
    const third = find(kept, 'a', 'three')
    expect(await Promise.all([first, second, third])).toEqual(['one', 'one', 'three'])
  })

  it('remembers no failure, and gives it to all who wait', async () => {
    const kept = memory()
    const failing = () => kept.find('a', nobody, () => Promise.reject(new Error('away')))
    expect((await Promise.allSettled([failing(), failing()])).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ])
    expect(await find(kept, 'a')).toBe('a')
  })

  it('is told that nobody waits any more when all have gone', async () => {
    const kept = memory()
    const clients = [new Leaving(), new Leaving()]
    let gone: Departure | undefined
    let end = () => {}
    const slow = (signal: Departure) => {
      gone = signal
      return new Promise<null>((resolve) => {
        end = () => resolve(null)
      })
    }
    const waiting = clients.map((client) => kept.find('a', client, slow))
    await Promise.resolve()
    clients[0]?.abort()
    expect(gone?.aborted).toBe(false)
    clients[1]?.abort()
    expect(gone?.aborted).toBe(true)
    const later = find(kept, 'a', 'for who comes later')
    end()
    expect(await later).toBe('for who comes later')
    await Promise.all(waiting)
  })

  it('leaves it to others to say that the database is away', async () => {
    const kept = new AnswerMemory(100_000, { current: () => Promise.reject(new Error('away')) })
    expect([await find(kept, 'a', 'one'), await find(kept, 'a', 'two')]).toEqual(['one', 'two'])
  })
})

const slug = 'fairness-of-dues'
const query = `query Q($slug: String!) { theme(slug: $slug) { title } }`
const byGet = `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ slug }) })}`

describe('a server that remembers', () => {
  let database: TestDatabase
  let handle: Handle
  beforeAll(async () => {
    database = await testDatabase()
    await insertArchive(database.prisma)
    handle = handlerOf(database)
  })
  beforeEach(() => stopClock())
  /** How many statements something takes, but for the one that asks for the version of the archive. */
  const statementsOf = async (work: () => Promise<unknown>) => {
    database.statements.length = 0
    await work()
    return database.statements.filter((text) => !text.includes('min("sequence")')).length
  }

  it('asks nothing of the database for what was asked before, by POST, by GET or by a hash', async () => {
    const { body } = await handle('/graphql', operation(query, { slug }))
    expect(body).not.toBeNull()
    const asks = [
      () => handle('/graphql', operation(query, { slug })),
      () => handle('/graphql', operation(query, { slug }, { accept: 'application/graphql-response+json' })),
      () => handle(byGet),
    ]
    for (const ask of asks) expect(await statementsOf(ask)).toBe(0)
    expect(await statementsOf(() => handle('/graphql', operation(query, { slug: 'another' })))).toBe(1)
  })

  it.each([`/themes/${slug}`, '/people', '/', '/feed.xml'])(
    'asks nothing for the page %s a second time',
    async (path) => {
      expect((await handle(path)).status).toBe(200)
      expect(await statementsOf(() => handle(path))).toBe(0)
    },
  )

  it('reads once what many ask for at once', async () => {
    const other = `${query} # once`
    await handle('/graphql', operation(other, { slug: 'nothing' })) // known from here on
    const count = await statementsOf(() =>
      Promise.all(Array.from({ length: 20 }, () => handle('/graphql', operation(other, { slug })))),
    )
    expect(count).toBe(1)
  })

  it('asks each time where it is switched off, or reads from replicas', async () => {
    for (const settings of [{ answerMemory: 0 }, { etags: 'off' as const }]) {
      const forgetful = handlerOf(database, settings)
      const ask = () => forgetful('/graphql', operation(query, { slug }))
      await ask()
      expect(await statementsOf(ask)).toBe(1)
    }
  })
})

/** What is done to one of two servers on one archive, or how long nothing is done. */
type Step =
  | { is: 'read'; server: 0 | 1; way: keyof typeof ways }
  | { is: 'write'; server: 0 | 1 }
  | { is: 'together'; steps: readonly Exclude<Step, { is: 'together' | 'wait' }>[] }
  | { is: 'wait'; ms: number }

const ways = {
  post: (handle: Handle) => handle('/graphql', operation(query, { slug })),
  get: (handle: Handle) => handle(byGet),
  page: (handle: Handle) => handle(`/themes/${slug}`),
}

const server = fc.constantFrom(0 as const, 1 as const)
const read = fc.record({
  is: fc.constant('read' as const),
  server,
  way: fc.constantFrom('post' as const, 'get' as const, 'page' as const),
})
const write = fc.record({ is: fc.constant('write' as const), server })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: read },
    { weight: 2, arbitrary: write },
    {
      weight: 2,
      arbitrary: fc.record({
        is: fc.constant('together' as const),
        steps: fc.array(fc.oneof(read, write), { minLength: 2, maxLength: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 1_200 }) }) },
  ),
  { maxLength: 40 },
)

describe('two servers that remember, on one archive', () => {
  let databases: Database[]
  /** The number of the newest write, which each write puts into the title of the theme. */
  let newest = 0
  /** By its ETag, the newest write of which an answer may be so marked at most. */
  const marked = new Map<string, number>()
  const finished: { server: number; number: number; at: number }[] = []

  beforeAll(async () => {
    const place = await newDatabase()
    // An embedded database has one process; there both servers share it.
    const [one, two] = [await openDatabase(place), place.url ? await openDatabase(place) : undefined]
    databases = [one, two ?? one]
    await insertArchive(one.prisma)
  })
  afterAll(async () => {
    for (const database of new Set(databases)) await database.close()
  })
  beforeEach(() => stopClock())

  const numberIn = (text: string) => Number(/Title (\d+)\./.exec(text)?.[1] ?? 0)

  /** Writes come one after another, so that the newest has the highest number; reads may come between. */
  let writing = Promise.resolve()
  const writeBy = (index: number): Promise<void> => {
    writing = writing.then(() => writeNext(index))
    return writing
  }

  async function writeNext(index: number): Promise<void> {
    const number = newest + 1
    await databases[index]?.transaction(async (sql) => {
      const [row] = await sql.query(`UPDATE "Theme" SET title = $1 WHERE slug = $2 RETURNING id`, [
        `Title ${number}.`,
        slug,
      ])
      await recordChanges(
        sql,
        [{ kind: 'UPDATED', subjectKind: 'THEME', subjectId: String(Object.values(row ?? {})[0]), reason: null }],
        null,
      )
    })
    newest = number
    finished.push({ server: index, number, at: performance.now() })
    await noteTag()
  }

  /** What a read that begins now has to hold: what its own server has written, and what others had a second ago. */
  const least = (index: number) =>
    Math.max(
      0,
      ...finished
        .filter(
          (done) => done.server === index || databases[0] === databases[1] || performance.now() - done.at >= 1_000,
        )
        .map(({ number }) => number),
    )

  async function readBy(index: number, handle: Handle, way: keyof typeof ways): Promise<void> {
    const bound = least(index)
    const response = await ways[way](handle)
    const number = numberIn(await response.text())
    expect(number, `${way} of server ${index}`).toBeGreaterThanOrEqual(bound)
    const tag = way === 'get' ? response.headers.get('etag') : null
    if (tag !== null) expect(number).toBeGreaterThanOrEqual(marked.get(tag) ?? 0)
  }

  /** The tag that an answer of the present version has, by a server that begins now. */
  async function noteTag(): Promise<void> {
    const [database] = databases
    if (!database) return
    const tag = (await handlerOf(database, { answerMemory: 0 })(byGet)).headers.get('etag')
    if (tag) marked.set(tag, newest)
  }

  it.each([
    ['are told of writes', false],
    ['are told of none but their own', true],
  ])('and %s, give no answer that is older than an ETag allows', async (_name, deaf) => {
    const property = fc.asyncProperty(steps, async (all) => {
      const listening = databases.map((database) => (deaf ? { ...database, listen: () => async () => {} } : database))
      const handles = listening.map((database) => handlerOf(database))
      const run = async (step: Step): Promise<void> => {
        if (step.is === 'wait') vi.advanceTimersByTime(step.ms)
        else if (step.is === 'write') await writeBy(step.server)
        else if (step.is === 'read') await readBy(step.server, handles[step.server] as Handle, step.way)
        else await Promise.all(step.steps.map(run))
      }
      for (const step of all) await run(step)
    })
    await fc.assert(property, { numRuns: Number(process.env.MEMORY_RUNS ?? 40) })
  })
})
