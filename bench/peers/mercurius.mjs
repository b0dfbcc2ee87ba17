// Fastify and Mercurius with its compiler (jit: 1) and its loaders, as its documentation recommends against N + 1; named
// prepared statements, as pg's does.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import cache from 'mercurius-cache'
import { grouped, page, pageSize, place, typeDefs } from './contract.mjs'
import { openPool, port, ready } from './setting.mjs'

const pool = openPool()
const rowsOf = async (name, text, values) => (await pool.query({ name, text, values })).rows

const remark = `SELECT r."id", r."sortKey", r."speakerId", r."paragraphId", u."text" FROM "Remark" AS r
  JOIN "Utterance" AS u ON u."id" = r."utteranceId" WHERE r."themeId" = $1`
const paragraphs = `SELECT "id", "number", "text", "position", "meetingId" FROM "Paragraph"
  WHERE "meetingId" = $1 AND "position" > $2 ORDER BY "position" LIMIT $3`
const remarksOf = `SELECT r.*, u."text" FROM unnest($1::uuid[]) AS p("id"), LATERAL (
    SELECT "id", "sortKey", "speakerId", "paragraphId", "utteranceId" FROM "Remark"
    WHERE "paragraphId" = p."id" ORDER BY "sortKey", "id" LIMIT $2) AS r
  JOIN "Utterance" AS u ON u."id" = r."utteranceId" ORDER BY r."sortKey", r."id"`
const resolvers = {
  Query: {
    theme: async (_, { slug }) =>
      (await rowsOf('theme', 'SELECT "id", "slug", "title" FROM "Theme" WHERE "slug" = $1', [slug]))[0],
    meeting: async (_, { slug }) =>
      (await rowsOf('meeting', 'SELECT "id", "slug", "title", "date" FROM "Meeting" WHERE "slug" = $1', [slug]))[0],
  },
  Theme: {
    remarks: async ({ id }, { first, after }) => {
      const size = pageSize(first)
      const rows = after
        ? await rowsOf(
            'after',
            `${remark} AND (r."sortKey", r."id") > ($2, $3) ORDER BY r."sortKey", r."id" LIMIT $4`,
            [id, ...place(after), size + 1],
          )
        : await rowsOf('first', `${remark} ORDER BY r."sortKey", r."id" LIMIT $2`, [id, size + 1])
      return page(rows, size)
    },
  },
  Meeting: {
    paragraphs: async ({ id }, { first, after }) => {
      const size = pageSize(first)
      const rows = await rowsOf('paragraphs', paragraphs, [id, after ? place(after)[0] : -1, size + 1])
      return page(rows, size, 'position')
    },
  },
}

const byId = (table, columns, key) => ({
  opts: { cache: false },
  loader: async (queries) => {
    const ids = [...new Set(queries.flatMap(({ obj }) => obj[key] ?? []))]
    const rows =
      ids.length > 0 ? await rowsOf(table, `SELECT ${columns} FROM "${table}" WHERE "id" = ANY($1::uuid[])`, [ids]) : []
    const found = new Map(rows.map((row) => [row.id, row]))
    return queries.map(({ obj }) => found.get(obj[key]) ?? null)
  },
})
const loaders = {
  Remark: {
    speaker: byId('Person', '"id", "slug", "name", "organizationId"', 'speakerId'),
    paragraph: byId('Paragraph', '"id", "number", "meetingId"', 'paragraphId'),
  },
  Paragraph: {
    meeting: byId('Meeting', '"id", "slug", "title", "date"', 'meetingId'),
    remarks: {
      opts: { cache: false },
      loader: async (queries) => {
        const size = pageSize(queries[0].params.first) // the same for all paragraphs of a request
        const rows = await rowsOf('remarks', remarksOf, [queries.map(({ obj }) => obj.id), size + 1])
        const found = grouped(rows, 'paragraphId')
        return queries.map(({ obj }) => page(found.get(obj.id) ?? [], size))
      },
    },
  },
  Person: { organization: byId('Organization', '"id", "slug", "name"', 'organizationId') },
}

const app = Fastify({ logger: false })
await app.register(mercurius, { schema: typeDefs, resolvers, loaders, jit: 1 })
// Its own plugin, for all resolvers, with room for all that is asked; off unless it is asked for.
if (process.env.CACHE === 'on')
  await app.register(cache, { ttl: 1, all: true, storage: { type: 'memory', options: { size: 20_000 } } })
await app.listen({ port, host: '127.0.0.1' })
ready()
