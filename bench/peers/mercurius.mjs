// Fastify and Mercurius with its compiler (jit: 1) and its loaders, as its documentation recommends against N + 1; named
// prepared statements, as pg's does.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import { page, pageSize, place, typeDefs } from './contract.mjs'
import { openPool, port, ready } from './setting.mjs'

const pool = openPool()
const rowsOf = async (name, text, values) => (await pool.query({ name, text, values })).rows

const remark = `SELECT r."id", r."sortKey", r."speakerId", r."paragraphId", u."text" FROM "Remark" AS r
  JOIN "Utterance" AS u ON u."id" = r."utteranceId" WHERE r."themeId" = $1`
const resolvers = {
  Query: {
    theme: async (_, { slug }) =>
      (await rowsOf('theme', 'SELECT "id", "slug", "title" FROM "Theme" WHERE "slug" = $1', [slug]))[0],
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
  Person: { organization: byId('Organization', '"id", "slug", "name"', 'organizationId') },
  Paragraph: { meeting: byId('Meeting', '"id", "slug", "title", "date"', 'meetingId') },
}

const app = Fastify({ logger: false })
await app.register(mercurius, { schema: typeDefs, resolvers, loaders, jit: 1 })
await app.listen({ port, host: '127.0.0.1' })
ready()
