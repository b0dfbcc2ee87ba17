import type { Database } from '../../src/database/database.js'

type Cells = Record<string, unknown>
/** Every row of every table that holds what records state, by table. */
export type Dump = Record<string, Cells[]>

const left = new Set(['_prisma_migrations', 'ApiKey', 'Change', 'ModelAnswer'])

/** All rows as JSON gives them, in no particular order; `bytes` and `ingestedAt` left out, and the feed, which tells how they came about. */
export async function dump({ prisma }: Database): Promise<Dump> {
  const tables = await prisma.$queryRawUnsafe<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const rows: Dump = {}
  for (const { name } of tables.filter((table) => !left.has(table.name))) {
    const found = await prisma.$queryRawUnsafe<{ row: Cells }[]>(
      `SELECT to_jsonb(t) - 'bytes' - 'ingestedAt' AS row FROM "${name}" AS t`,
    )
    rows[name] = found.map(({ row }) => row)
  }
  return rows
}

/** The transaction that wrote each row last: equal before and after means that nothing was written. */
export async function writers({ prisma }: Database): Promise<string[]> {
  const tables = await prisma.$queryRawUnsafe<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const found: string[] = []
  for (const { name } of tables)
    for (const { row } of await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT xmin::text || ' ' || ctid::text AS row FROM "${name}"`,
    ))
      found.push(`${name} ${row}`)
  return found.sort()
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Rows with each id replaced by what the row is: the same whatever ids and slugs were given. Slugs, and when it was read, are left out. */
export function withoutIds(rows: Dump): Dump {
  const names = namesOf(rows)
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain)
    if (typeof value === 'string' && uuid.test(value)) return names.get(value) ?? `unknown ${value}`
    return typeof value === 'string' && value.length > 30 ? candidate(value, names) : value
  }
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([table]) => table !== 'Slug')
      .map(([table, list]) => [
        table,
        list
          .map(({ slug: _, readAt: __, ...row }) =>
            Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])),
          )
          .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
      ]),
  )
}

/** An id of the API, as findings hold them. */
function candidate(value: string, names: ReadonlyMap<string, string>): string {
  const [, id] = Buffer.from(value, 'base64url').toString().split(':')
  return (id && names.get(id)) ?? value
}

function namesOf(rows: Dump): Map<string, string> {
  const names = new Map<string, string>()
  const name = (table: string, nameOf: (row: Cells) => string) => {
    for (const row of rows[table] ?? []) names.set(String(row.id), `${table} ${nameOf(row)}`)
  }
  name('SourceDocument', (row) => String(row.sha256))
  name('Series', (row) => String(row.title))
  name('Meeting', (row) => `${row.title} ${row.date}`)
  for (const [table, reading, column] of [
    ['Person', 'PersonReading', 'personReadId'],
    ['Organization', 'OrganizationReading', 'organizationReadId'],
    ['Theme', 'ThemeReading', 'themeReadId'],
  ] as const) {
    const places = (id: unknown) =>
      (rows[reading] ?? [])
        .filter((row) => row[column] === id)
        .map((row) => `${names.get(String(row.meetingId))} ${row.position}`)
        .sort()
    name(table, (row) => places(row.id).join(', '))
  }
  for (const table of [
    'Section',
    'Paragraph',
    'Attendance',
    'Remark',
    'UnattributedPassage',
    'Mention',
    'Vote',
    'Finding',
  ])
    name(table, (row) => `${names.get(String(row.meetingId))} ${row.position}`)
  name('Outcome', (row) => `${names.get(String(row.meetingId))} ${row.kind} ${row.position}`)
  name('AffiliationStatement', (row) => `${names.get(String(row.documentId))} ${row.position}`)
  name('Utterance', (row) => `${names.get(String(row.meetingId))} ${row.text} ${row.pieces}`)
  name('Affiliation', (row) =>
    [names.get(String(row.personId)), names.get(String(row.organizationId)), row.title, row.status].join(' '),
  )
  return names
}

/** Ids by table. */
export const idsByTable = (rows: Dump): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [table, list.flatMap(({ id }) => (id ? [String(id)] : [])).sort()]),
  )
