import { InvalidActError, NotFoundActError } from '../curate/errors.js'
import type { Sql } from '../database/sql.js'
import { decodeId } from '../schema/ids.js'
import { isSlug } from '../schema/reference.js'
import { rowId } from './act.js'

const slugKinds = { Person: 'PERSON', Organization: 'ORGANIZATION', Theme: 'THEME' } as const

/**
 * The uuid of the row that an id or a slug names; a slug, current or former, leads to the row as merged.
 *
 * @throws InvalidActError if it is neither; NotFoundActError for a slug that leads nowhere
 */
export async function namedRow(
  sql: Sql,
  table: keyof typeof slugKinds,
  named: string,
  path: string[],
): Promise<string> {
  if (!isSlug(named)) return rowId(table, named, path)
  const [row] = await sql.query<{ id: string | null }>(
    `SELECT coalesce("personId", "organizationId", "themeId") AS id FROM "Slug" WHERE "kind" = $1::"SlugKind" AND "text" = $2`,
    [slugKinds[table], named],
  )
  if (!row?.id) throw new NotFoundActError(`There is no ${table} with the slug ${JSON.stringify(named)}.`)
  return row.id
}

/**
 * The slug of the meeting, live or retracted, that an id or a slug names; that of an id that leads nowhere is the id.
 *
 * @throws InvalidActError for the id of something else
 */
export async function meetingSlug(sql: Sql, named: string): Promise<string> {
  const id = decodeId(named)
  if (!id) return named
  if (id.table !== 'Meeting')
    throw new InvalidActError(
      ['meeting'],
      `This is the id of a ${id.table}, but the id or slug of a Meeting is needed.`,
    )
  const [row] = await sql.query<{ slug: string }>(
    `SELECT "text" AS slug FROM "Slug" WHERE "kind" = 'MEETING' AND "ownerId" = $1 ORDER BY "text" LIMIT 1`,
    [id.id],
  )
  return row?.slug ?? named
}
