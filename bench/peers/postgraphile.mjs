// PostGraphile 5 over the same tables, with its Amber preset, as its documentation starts a project; explain and GraphiQL off,
// as it advises for production.
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { jsonPgSmartTags } from 'postgraphile/utils'
import { poolSize, port, ready, url } from './setting.mjs'

// It is made for Node 22; this one function is all that Node 20 lacks of what is used here.
Promise.withResolvers ??= function withResolvers() {
  const parts = {}
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }))
  return parts
}

// It looks for constraints, and Prisma makes unique indices: the tag says what holds.
const tags = jsonPgSmartTags({
  version: 1,
  config: { class: { Theme: { tags: { unique: 'slug' } }, Meeting: { tags: { unique: 'slug' } } } },
})

const made = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [tags],
  pgServices: [
    makePgService({
      connectionString: url,
      schemas: ['public'],
      poolConfig: { max: poolSize, min: poolSize, idleTimeoutMillis: 0 },
    }),
  ],
  grafserv: { port, graphiql: false, watch: false },
  grafast: { explain: false },
})
const server = createServer()
await made.createServ(grafserv).addTo(server)
server.listen(port, '127.0.0.1', ready)
