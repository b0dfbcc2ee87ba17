import { nameKey } from '@rapporteur/reader/people/name-keys'
import type { Sql } from '../../database/sql.js'
import { newId } from '../../database/uuid.js'

export interface Series {
  id: string
  slug: string
  title: string
  isNew: boolean
}

/** The series of this title or slug; a new one, yet without slug, where there is none. */
export async function findSeries(sql: Sql, title: string): Promise<Series> {
  const rows = await sql.query<{ id: string; slug: string; title: string }>(
    'SELECT "id", "slug", "title" FROM "Series"',
  )
  const known = rows.find((row) => row.slug === title) ?? rows.find((row) => nameKey(row.title) === nameKey(title))
  return known ? { ...known, isNew: false } : { id: newId(), slug: '', title, isNew: true }
}

export async function seriesById(sql: Sql, id: string): Promise<Series | null> {
  const [row] = await sql.query<Omit<Series, 'isNew'>>('SELECT "id", "slug", "title" FROM "Series" WHERE "id" = $1', [
    id,
  ])
  return row ? { ...row, isNew: false } : null
}
