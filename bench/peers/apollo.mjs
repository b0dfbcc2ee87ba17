// Apollo Server with Prisma and one DataLoader a table, made anew for each request, as the documentation of both advises.
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import DataLoader from 'dataloader'
import { PrismaClient, PrismaPg } from '../built/prisma.mjs'
import { grouped, page, pageSize, place, typeDefs } from './contract.mjs'
import { poolSize, port, ready, url } from './setting.mjs'

const prisma = new PrismaClient({
  adapter: new PrismaPg({ connectionString: url, max: poolSize, idleTimeoutMillis: 0 }),
})

const byId = (model) =>
  new DataLoader(async (ids) => {
    const rows = await model.findMany({ where: { id: { in: ids } } })
    const found = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => found.get(id) ?? null)
  })
/** All remarks of each paragraph: a paragraph has some, and Prisma takes so many of each only by a statement for each. */
const remarksOf = () =>
  new DataLoader(async (ids) => {
    const orderBy = [{ sortKey: 'asc' }, { id: 'asc' }]
    const rows = await prisma.remark.findMany({ where: { paragraphId: { in: ids } }, orderBy })
    const found = grouped(rows, 'paragraphId')
    return ids.map((id) => found.get(id) ?? [])
  })
const loaded = (loader, id) => (id === null ? null : loader.load(id))

const resolvers = {
  Query: {
    theme: (_, { slug }) => prisma.theme.findUnique({ where: { slug } }),
    meeting: (_, { slug }) => prisma.meeting.findUnique({ where: { slug } }),
  },
  Theme: {
    remarks: async ({ id: themeId }, { first, after }) => {
      const size = pageSize(first)
      const [sortKey, id] = after ? place(after) : []
      const later = after
        ? { OR: [{ sortKey: { gt: BigInt(sortKey) } }, { sortKey: BigInt(sortKey), id: { gt: id } }] }
        : {}
      const orderBy = [{ sortKey: 'asc' }, { id: 'asc' }]
      const rows = await prisma.remark.findMany({ where: { themeId, ...later }, orderBy, take: size + 1 })
      return page(rows, size)
    },
  },
  Remark: {
    text: async ({ utteranceId }, _, { utterance }) => (await utterance.load(utteranceId)).text,
    speaker: ({ speakerId }, _, { person }) => loaded(person, speakerId),
    paragraph: ({ paragraphId }, _, { paragraph }) => loaded(paragraph, paragraphId),
  },
  Person: { organization: ({ organizationId }, _, { organization }) => loaded(organization, organizationId) },
  Paragraph: {
    meeting: ({ meetingId }, _, { meeting }) => meeting.load(meetingId),
    remarks: async ({ id }, { first }, { remarksOf }) => page(await remarksOf.load(id), pageSize(first)),
  },
  Meeting: {
    date: ({ date }) => date?.toISOString().slice(0, 10) ?? null,
    paragraphs: async ({ id: meetingId }, { first, after }) => {
      const size = pageSize(first)
      const later = after ? { position: { gt: Number(place(after)[0]) } } : {}
      const orderBy = { position: 'asc' }
      const rows = await prisma.paragraph.findMany({ where: { meetingId, ...later }, orderBy, take: size + 1 })
      return page(rows, size, 'position')
    },
  },
}

await startStandaloneServer(new ApolloServer({ typeDefs, resolvers, introspection: false }), {
  listen: { port, host: '127.0.0.1' },
  context: async () => ({
    utterance: byId(prisma.utterance),
    person: byId(prisma.person),
    organization: byId(prisma.organization),
    paragraph: byId(prisma.paragraph),
    meeting: byId(prisma.meeting),
    remarksOf: remarksOf(),
  }),
})
ready()
