import type { Sql } from '../../database/sql.js'
import type { ArchivePart } from '../meeting-record/envelope.js'
import { required } from '../required.js'
import { allLists, slugKinds } from './restore-names.js'
import { type SlugWish, slugRow } from './slugs.js'
import type { RowOf } from './tables.js'

/** The slugs that the meeting and all that is new with it had, to be given to them again. */
export function slugWishes(
  archive: ArchivePart,
  series: ArchivePart['series'],
  isNew: ReadonlySet<string>,
): SlugWish[] {
  const wish = (kind: SlugWish['kind'], { id, slug }: { id: string; slug: string }) => ({
    kind,
    ownerId: id,
    text: slug,
  })
  return [
    wish('MEETING', archive.meeting),
    ...series.map((row) => wish('SERIES', row)),
    ...allLists.flatMap((list) =>
      archive[list].filter(({ id }) => isNew.has(id)).map((row) => wish(slugKinds[list], row)),
    ),
  ]
}

/** Present and former slugs of all that is new, and of what is gone; without those that were given to another here. */
export async function slugRows(
  sql: Sql,
  archive: ArchivePart,
  { slugs, roots }: { slugs: ReadonlyMap<string, string>; roots: ReadonlyMap<string, string> },
): Promise<RowOf<'Slug'>[]> {
  const owned = [
    { kind: 'MEETING' as const, rows: [archive.meeting] },
    { kind: 'SERIES' as const, rows: archive.series },
    ...allLists.map((list) => ({ kind: slugKinds[list], rows: archive[list] })),
  ]
  const rows = owned.flatMap(({ kind, rows }) =>
    rows
      .filter(({ id }) => slugs.has(id))
      .flatMap(({ id, formerSlugs }) =>
        [required(slugs.get(id), 'slug of a row'), ...formerSlugs].map((text) => ({
          ...slugRow(kind, text, roots.get(id) ?? id),
          ownerId: id,
        })),
      ),
  )
  const kept = (archive.keptNames ?? []).flatMap(({ kind, id, slug, formerSlugs }) =>
    [slug, ...formerSlugs].map((text) => ({ kind, text, owner: id })),
  )
  const gone = [...(archive.goneSlugs ?? []), ...kept].map(({ kind, text, owner }) => ({
    ...slugRow(kind, text, owner),
    seriesId: null,
    meetingId: null,
    personId: null,
    organizationId: null,
    themeId: null,
  }))
  const all = new Map([...gone, ...rows].map((row) => [`${row.kind} ${row.text}`, row]))
  const taken = await sql.query<{ kind: string; text: string }>(
    `SELECT s."kind", s."text" FROM jsonb_to_recordset($1::jsonb) AS w("kind" "SlugKind", "text" text)
     JOIN "Slug" AS s ON s."kind" = w."kind" AND s."text" = w."text"`,
    [JSON.stringify([...all.values()])],
  )
  for (const { kind, text } of taken) all.delete(`${kind} ${text}`)
  return [...all.values()]
}
