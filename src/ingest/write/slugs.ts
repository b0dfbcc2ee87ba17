import type { Sql } from '../../database/sql.js'
import type { RowOf } from './tables.js'

type Kind = RowOf<'Slug'>['kind']

/** A new row that wants a slug. */
export interface SlugWish {
  kind: Kind
  ownerId: string
  /** A slug; cut at a word where it is too long, and with a number behind it where it was ever given before. */
  text: string
  /** What is kept behind it whole, with its hyphen. */
  tail?: string
}

const longest = 80
/** Room for a hyphen and the largest number that may ever be put behind a slug. */
const room = 8

/** Cuts a slug at a word. */
export function cutSlug(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const end = slug.lastIndexOf('-', length)
  return slug.slice(0, end > 0 ? end : length)
}

/** A slug for each wish, by the owner's id, none of which was ever given to another. One statement. */
export async function giveSlugs(sql: Sql, wishes: readonly SlugWish[]): Promise<Map<string, string>> {
  const starts = wishes.map(({ kind, text, tail = '' }) => ({
    kind,
    text: cutSlug(text, longest - tail.length - room),
  }))
  const rows = await sql.query<{ kind: Kind; text: string }>(
    `SELECT DISTINCT s."kind", s."text" FROM jsonb_to_recordset($1::jsonb) AS start(kind "SlugKind", text text)
     JOIN "Slug" AS s ON s."kind" = start.kind AND starts_with(s."text", start.text)`,
    [JSON.stringify(starts)],
  )
  const taken = new Set(rows.map(({ kind, text }) => `${kind} ${text}`))
  return new Map(
    wishes.map(({ kind, ownerId, text, tail = '' }) => {
      const numbered = (end: string) => cutSlug(text, longest - end.length) + end
      let slug = numbered(tail)
      for (let n = 2; taken.has(`${kind} ${slug}`); n++) slug = numbered(`${tail}-${n}`)
      taken.add(`${kind} ${slug}`)
      return [ownerId, slug]
    }),
  )
}

const columnOf = {
  SERIES: 'seriesId',
  MEETING: 'meetingId',
  PERSON: 'personId',
  ORGANIZATION: 'organizationId',
  THEME: 'themeId',
} as const satisfies Record<Kind, keyof RowOf<'Slug'>>

/** The row that keeps a slug for ever. */
export const slugRow = (kind: Kind, text: string, ownerId: string): RowOf<'Slug'> => ({
  kind,
  text,
  ownerId,
  seriesId: null,
  meetingId: null,
  personId: null,
  organizationId: null,
  themeId: null,
  [columnOf[kind]]: ownerId,
})
