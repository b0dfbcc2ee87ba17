import type { Sql } from '../../database/sql.js'
import type { RowOf } from './tables.js'

type Kind = RowOf<'Slug'>['kind']

/** A new row that wants a slug. */
export interface SlugWish {
  kind: Kind
  ownerId: string
  /** A slug; a number is put behind it where it was ever given before. */
  base: string
}

const longest = 80
/** Room for "-" and a number. */
const room = 8

/** Cuts a slug at a word. */
export function cutSlug(slug: string, length: number): string {
  if (slug.length <= length) return slug
  const end = slug.lastIndexOf('-', length)
  return slug.slice(0, end > 0 ? end : length)
}

/** A slug for each wish, by the owner's id, none of which was ever given to another. One statement. */
export async function giveSlugs(sql: Sql, wishes: readonly SlugWish[]): Promise<Map<string, string>> {
  const bases = wishes.map(({ kind, base }) => ({ kind, base: cutSlug(base, longest - room) }))
  const rows = await sql.query<{ kind: Kind; text: string }>(
    `SELECT DISTINCT s."kind", s."text" FROM jsonb_to_recordset($1::jsonb) AS wish(kind "SlugKind", base text)
     JOIN "Slug" AS s ON s."kind" = wish.kind
       AND (s."text" = wish.base OR regexp_replace(s."text", '-[0-9]+$', '') = wish.base)`,
    [JSON.stringify(bases)],
  )
  const taken = new Set(rows.map(({ kind, text }) => `${kind} ${text}`))
  return new Map(
    wishes.map(({ kind, ownerId }, i) => {
      const base = bases[i]?.base ?? ''
      let slug = base
      for (let n = 2; taken.has(`${kind} ${slug}`); n++) slug = `${base}-${n}`
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
