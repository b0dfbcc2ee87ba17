import type { MeetingRecord } from '@rapporteur/reader/record'
import type { Sql } from '../../database/sql.js'
import { keepDropped } from './kept.js'
import { writeMeeting } from './meeting.js'
import { newNamedRows, readingRows } from './named-rows.js'
import type { Plan } from './plan.js'
import { writeRestored } from './restore.js'
import { deleteOthers, insertRows, upsertRows } from './rows.js'
import { slugRow } from './slugs.js'

/** The series and the meeting, the people, organizations and themes, and how this record names them. */
export async function writeNames(sql: Sql, plan: Plan, record: MeetingRecord) {
  const { meeting, slugs, target, ids, stored, restored } = plan
  const series = target.series
  const seriesSlug = (series && slugs.get(series.id)) ?? ''
  if (restored) await upsertRows(sql, 'Series', restored.rows.Series)
  else if (series?.isNew) await upsertRows(sql, 'Series', [{ id: series.id, slug: seriesSlug, title: series.title }])
  const written = await writeMeeting(
    sql,
    { ...record.meeting, id: meeting.id, slug: meeting.slug, seriesId: series?.id ?? null, sourceId: plan.documentId },
    meeting.isNew,
  )
  const naming = { meetingId: meeting.id, seriesId: series?.id ?? null, ids, slugs }
  const rows = restored?.rows ?? newNamedRows(record, stored, naming)
  await upsertRows(sql, 'Organization', rows.Organization)
  await upsertRows(sql, 'Person', rows.Person)
  await upsertRows(sql, 'Theme', rows.Theme)
  if (restored) await writeRestored(sql, restored)
  else await upsertRows(sql, 'Slug', newSlugs(plan, rows, seriesSlug))
  if (!meeting.isNew) await keepDropped(sql, meeting.id, ids)
  await writeReadings(sql, meeting, readingRows(record, naming))
  return written
}

/** The first slugs of what is new. */
function newSlugs(
  { meeting, target: { series }, ids }: Plan,
  rows: ReturnType<typeof newNamedRows>,
  seriesSlug: string,
) {
  return [
    ...(series?.isNew ? [slugRow('SERIES', seriesSlug, series.id)] : []),
    ...(meeting.isNew ? [slugRow('MEETING', meeting.slug, meeting.id)] : []),
    ...rows.Organization.filter(({ id }) => ids.isNew.has(id)).map(({ id, slug }) => slugRow('ORGANIZATION', slug, id)),
    ...rows.Person.map(({ id, slug }) => slugRow('PERSON', slug, id)),
    ...rows.Theme.filter(({ id }) => ids.isNew.has(id)).map(({ id, slug }) => slugRow('THEME', slug, id)),
  ]
}

async function writeReadings(sql: Sql, meeting: Plan['meeting'], rows: ReturnType<typeof readingRows>): Promise<void> {
  for (const name of ['PersonReading', 'OrganizationReading', 'ThemeReading'] as const)
    await writeOneReading(sql, meeting, name, rows)
}

async function writeOneReading<Name extends 'PersonReading' | 'OrganizationReading' | 'ThemeReading'>(
  sql: Sql,
  { id, isNew }: Plan['meeting'],
  name: Name,
  rows: ReturnType<typeof readingRows>,
): Promise<void> {
  if (isNew) return insertRows<Name>(sql, name, rows[name])
  await deleteOthers<Name>(sql, name, rows[name], 't."meetingId" = $2', id)
  await upsertRows<Name>(sql, name, rows[name])
}
