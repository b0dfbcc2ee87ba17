import { Agent, type RequestListener, request } from 'node:http'
import { parse } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Examined, examine } from '../../bench/plans/examine.js'
import type { Database, ReadStatement } from '../../src/database/database.js'
import { openDatabase } from '../../src/database/open-database.js'
import { readPath } from '../../src/read/read-path.js'
import { schema } from '../../src/schema/schema.js'
import { listen, type Server } from '../../src/server.js'
import { readSettings } from '../../src/settings/settings.js'
import { createHandler } from '../../src/yoga.js'
import { newDatabase } from '../support/database.js'
import { dredgingRemarks, insertArchive } from '../support/fixture.js'

const nodes = `nodes { id text speaker { name organization { name } } paragraph { number meeting { title date } } }
  pageInfo { hasNextPage endCursor }`
const headline = `query ($slug: String!, $after: String) { theme(slug: $slug) { title remarks(first: 20, after: $after) { ${nodes} } } }`
const slug = 'dredging-costs'

/** What Postgres touches, and what the server does beside the floor. Times depend on the machine: none is looked at. */
describe.runIf(inject('backend') === 'postgres')('of an archive with 4,000 more remarks on one theme', () => {
  let database: Database
  let client: pg.Client

  beforeAll(async () => {
    const { url = '' } = await newDatabase()
    database = await openDatabase({ url })
    await insertArchive(database.prisma)
    await database.transaction((sql) =>
      sql.query(
        `INSERT INTO "Remark" SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
           'position', 1000 + g, 'sortKey', r."sortKey" + 1000 + g))).* FROM "Remark" r, generate_series(1, 4000) g WHERE r."id" = $1`,
        [dredgingRemarks[0]],
      ),
    )
    client = new pg.Client({ connectionString: url, options: '-c datestyle=ISO -c timezone=UTC' })
    await client.connect()
    await client.query('ANALYZE')
  })
  afterAll(async () => {
    await client?.end()
    await database?.close()
  })

  /** What the statement of a query does, and what the query is answered. */
  async function costOf(query: string, variables: object): Promise<{ cost: Examined; answer: string }> {
    const sent: ReadStatement[] = []
    const rows = (statement: ReadStatement) => database.rows(sent[sent.push(statement) - 1] ?? statement)
    const answer = await readPath({ schema, rows })(parse(query), null, { ...variables }, {})
    expect(sent).toHaveLength(1)
    if (answer === null || !sent[0]) throw new Error('The query is not compiled.')
    return { cost: await examine(client, sent[0]), answer }
  }

  const cursorOf = (answer: string) => /"endCursor":"([^"]+)"/.exec(answer)?.[1]
  const small = { scans: [], sorted: expect.toSatisfy((rows: number) => rows <= 21) }

  it.each([
    ['the headline query', headline, { slug }],
    ["a person's remarks", `query { person(slug: "tomas-okoro") { remarks(first: 20) { ${nodes} } } }`, {}],
    ['all remarks', `query { remarks(first: 20) { ${nodes} } }`, {}],
    [
      "a theme's remarks in one language",
      `query { theme(slug: "${slug}") { remarks(first: 20, filter: { language: ["en"] }) { ${nodes} } } }`,
      {},
    ],
    [
      "a theme's remarks of one kind",
      `query { theme(slug: "${slug}") { remarks(first: 20, filter: { kind: STATEMENT }) { ${nodes} } } }`,
      {},
    ],
  ])('%s reads a page by an index and sorts no more', async (_name, query, variables) => {
    const { cost } = await costOf(query, variables)
    expect(cost).toMatchObject(small)
    expect(cost.rows).toBeLessThan(1_000) // of 4,000; what the planner takes for likely moves it
    expect(cost.buffers).toBeLessThan(1_000)
  })

  it('a page far behind reads what the first one reads', async () => {
    const first = await costOf(headline, { slug })
    let after = cursorOf(first.answer)
    for (let page = 0; page < 20; page++)
      after = cursorOf((await costOf(headline.replace('first: 20', 'first: 100'), { slug, after })).answer)
    const far = await costOf(headline, { slug, after })
    expect(far.cost).toMatchObject(small)
    expect(far.cost.rows).toBeLessThanOrEqual(first.cost.rows * 1.3)
    expect(far.cost.buffers).toBeLessThanOrEqual(first.cost.buffers * 1.3 + 20)
  })

  it('the headline query takes the server less than three times the work of a bare statement', async () => {
    const settings = readSettings({ PORT: '0', RAPPORTEUR_ANSWER_MEMORY_BYTES: '0' })
    const handler = createHandler({
      ...{ schema, settings, database },
      ingest: () => Promise.reject(new Error('These tests only read.')),
    })
    const servers = [await serve(handler.listener), await serve(floor(database))]
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const body = JSON.stringify({ query: headline, variables: { slug } })
    const ratios: number[] = []
    try {
      for (const server of servers) await ask(server, { agent, body, times: 30 })
      for (let round = 0; round < 3; round++) {
        const [own = 0, least = 1] = [await workOf(servers[0], agent, body), await workOf(servers[1], agent, body)]
        ratios.push(own / least)
      }
    } finally {
      agent.destroy()
      for (const server of servers) await server.close(0)
      await handler.dispose()
    }
    expect(ratios.sort((a, b) => a - b)[1]).toBeLessThan(3)
  })
})

async function serve(listener: RequestListener): Promise<Server> {
  const server = await listen({ port: 0, host: '127.0.0.1' })
  server.use(listener)
  return server
}

/** node:http and one prepared statement, in which Postgres writes the whole answer. */
const floor =
  ({ rows }: Database): RequestListener =>
  (asked, response) => {
    const parts: Buffer[] = []
    asked.on('data', (part: Buffer) => parts.push(part))
    asked.on('end', async () => {
      const { variables } = JSON.parse(Buffer.concat(parts).toString()) as { variables: { slug: string } }
      const [row = []] = await rows({ name: 'floor', text: floorSql, values: [variables.slug] })
      const body = Buffer.from(String(row[0]))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.end(body)
    })
  }

const floorSql = `select json_build_object('theme', (select json_build_object('title', t."title", 'remarks', (
    select json_agg(json_build_object('id', r."id", 'text', u."text", 'speaker', json_build_object('name', s."name", 'organization', o."name"),
      'paragraph', json_build_object('number', p."number", 'meeting', json_build_object('title', m."title", 'date', m."date"::text))))
    from (select * from "Remark" where "themeId" = t."id" order by "sortKey", "id" limit 21) r
    join "Utterance" u on u."id" = r."utteranceId" left join "Person" s on s."id" = r."speakerId"
    left join "Organization" o on o."id" = s."organizationId"
    left join "Paragraph" p on p."id" = r."paragraphId" left join "Meeting" m on m."id" = p."meetingId"))
  from "Theme" t where t."slug" = $1))::text`

interface Asking {
  agent: Agent
  body: string
  times: number
}

async function ask({ url }: Server, { agent, body, times }: Asking): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  for (let i = 0; i < times; i++)
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`It gave ${response.statusCode}.`))
        response.on('data', () => {}).on('end', resolve)
      })
      sent.on('error', reject).end(body)
    })
}

/** The CPU that this process has used for 100 requests, the client's part among it: microseconds. */
async function workOf(server: Server | undefined, agent: Agent, body: string): Promise<number> {
  if (!server) return 0
  const before = process.cpuUsage()
  await ask(server, { agent, body, times: 100 })
  const { user, system } = process.cpuUsage(before)
  return user + system
}
