import type { ArchivePart, MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { MeetingRows } from './meeting-rows.js'
import { namesOf, piecesOf, recordOfRows } from './record-of-rows.js'

/** The export of one meeting: its fields in a fixed order, so that the same rows always give the same bytes. */
export function envelopeOfRows(rows: MeetingRows, goneSlugs: ArchivePart['goneSlugs']): MeetingEnvelope {
  const names = namesOf(rows)
  const { readerVersion, fileName, mediaType, sha256, bytes, text, format, formatVersion, options } = rows.source
  return {
    format: 'meeting-record',
    version: 1,
    source: { fileName, mediaType, sha256, bytes, text, reader: readerVersion, format, formatVersion, options },
    record: recordOfRows(rows, names),
    findings: rows.findings.map(({ severity, code, message, pieces }) => ({
      severity,
      code,
      message,
      pieces: piecesOf(pieces),
    })),
    archive: { ...archiveOf(rows), ...(goneSlugs && goneSlugs.length > 0 ? { goneSlugs } : {}) },
  }
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function archiveOf(rows: MeetingRows): ArchivePart {
  const { id, slug, formerSlugs, seriesId } = rows.meeting
  return {
    ingestedAt: new Date(rows.source.ingestedAt).toISOString(),
    document: rows.source.id,
    meeting: { id, slug, formerSlugs, series: seriesId },
    series: rows.series.map((row) => ({ ...called(row), title: row.title })),
    ...namedOf(rows),
    sections: ids(rows.sections),
    paragraphs: ids(rows.paragraphs),
    attendances: ids(rows.attendances),
    affiliations: rows.statements.map((row) => ({ id: row.id, affiliation: row.affiliationId })),
    utterances: ids(rows.utterances),
    remarks: ids(rows.remarks),
    unattributed: ids(rows.unattributed),
    mentions: ids(rows.mentions),
    findings: rows.findings.map((row) => ({ id: row.id, candidates: row.candidates })),
  }
}

const called = ({ id, slug, formerSlugs }: { id: string; slug: string; formerSlugs: string[] }) => ({
  id,
  slug,
  formerSlugs,
})

function namedOf(rows: MeetingRows): Pick<ArchivePart, 'people' | 'organizations' | 'themes'> {
  const names = namesOf(rows)
  const read = new Set([
    ...rows.peopleRead.map(({ personReadId }) => personReadId),
    ...rows.organizationsRead.map(({ organizationReadId }) => organizationReadId),
    ...rows.themesRead.map(({ themeReadId }) => themeReadId),
  ])
  const keyOf = (known: Map<string, string>, id: string) => (read.has(id) ? (known.get(id) ?? null) : null)
  return {
    people: rows.people.map((row) => ({
      key: keyOf(names.person, row.id),
      ...called(row),
      name: row.name,
      sortName: row.sortName,
      mergedInto: row.mergedIntoId,
    })),
    organizations: rows.organizations.map((row) => ({
      key: keyOf(names.organization, row.id),
      ...called(row),
      name: row.name,
      nameKey: row.nameKey,
      mergedInto: row.mergedIntoId,
    })),
    themes: rows.themes.map((row) => ({
      key: keyOf(names.theme, row.id),
      ...called(row),
      title: row.title,
      sortTitle: row.sortTitle,
      series: row.seriesId,
      mergedInto: row.mergedIntoId,
    })),
  }
}
