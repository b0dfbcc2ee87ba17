import { describe, expect, it } from 'vitest'
import { type Table, tables } from '../../src/ingest/write/tables.js'
import { testDatabase } from '../support/database.js'

/** Columns that follow from others, have a default, or are written on their own. */
const others: Record<string, string[]> = {
  Person: ['onlyCited', 'organizationId', 'mergedIntoId', 'remarkTotal', 'nameForms', 'search'],
  Organization: ['parentId', 'mergedIntoId', 'remarkTotal', 'nameForms', 'search'],
  Theme: ['mergedIntoId', 'remarkTotal', 'search'],
  Paragraph: ['search'],
  Utterance: ['search'],
  Outcome: ['search'],
  Affiliation: ['note', 'firstStated', 'lastStated'],
  Finding: ['settled'],
}
const typeNames: Record<string, string> = {
  int4: 'int',
  int8: 'bigint',
  bool: 'boolean',
  varchar: 'text',
  _int4: 'int[]',
  _text: 'text[]',
}

describe('the tables as the writer fills them', () => {
  it('are those of the database: the same columns, types, nulls and keys', async () => {
    const { prisma } = await testDatabase()
    const columns = await prisma.$queryRaw<{ table: string; column: string; type: string; nullable: string }[]>`
      SELECT table_name AS table, column_name AS column, udt_name AS type, is_nullable AS nullable
      FROM information_schema.columns WHERE table_schema = 'public'`
    const keys = await prisma.$queryRaw<{ table: string; column: string }[]>`
      SELECT t.table_name AS table, c.column_name AS column
      FROM information_schema.table_constraints AS t JOIN information_schema.key_column_usage AS c USING (constraint_name)
      WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_schema = 'public' ORDER BY c.ordinal_position`
    const all: Record<string, Table> = tables
    for (const [name, table] of Object.entries(all)) {
      const stored = columns.filter((row) => row.table === name && !others[name]?.includes(row.column))
      const found = stored.map(({ column, type, nullable }) => [
        column,
        (typeNames[type] ?? type) + (nullable === 'YES' ? '?' : ''),
      ])
      expect(Object.fromEntries(found), name).toEqual(table.columns)
      expect(
        keys.filter((row) => row.table === name).map(({ column }) => column),
        name,
      ).toEqual(table.key)
      expect(table.name).toBe(name)
    }
  })
})
