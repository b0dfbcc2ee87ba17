import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { ArchivePart, MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import type { CorrectionRow, ErasureRow, MeetingRows, MergeRow, RenameRow, UndoableRow } from './meeting-rows.js'
import { namesOf } from './names-of-rows.js'
import { outcomesIn } from './outcomes-of-rows.js'
import { recordOfRows } from './record-of-rows.js'

/** What an archive keeps about rows that are no longer in it: slugs and curators' acts. */
export interface ArchiveLeftovers {
  slugs: NonNullable<ArchivePart['goneSlugs']>
  merges: MergeRow[]
  renames: RenameRow[]
  /** All erasures of the archive; there are few. */
  erasures: ErasureRow[]
  /** Kept names that belong to no meeting, live or retracted. */
  keptNames: NonNullable<ArchivePart['keptNames']>
  /** The series of kept themes. */
  series: MeetingRows['series']
}

/** What an export contains besides the rows of a meeting. */
export interface EnvelopeOptions {
  /** Leftovers that belong to no meeting; they are put into the first one exported. */
  gone?: ArchiveLeftovers | undefined
  /** Whether to include data that is shown to nobody: names from earlier readings. */
  everything?: boolean
}

/** The export of one meeting. Its fields have a fixed order, so the same rows always give the same bytes. */
export function envelopeOfRows(rows: MeetingRows, { gone, everything = false }: EnvelopeOptions = {}): MeetingEnvelope {
  const names = namesOf(rows)
  const { readerVersion, fileName, mediaType, sha256, bytes, text, format, formatVersion, parser, options } =
    rows.source
  return {
    format: 'meeting-record',
    version: 1,
    source: {
      ...{ fileName, mediaType, sha256, bytes, text, reader: readerVersion, format, formatVersion, parser, options },
      reading: {
        by: rows.source.readBy,
        model: rows.source.readModel,
        instructions: rows.source.instructions,
        proposal: rows.source.proposal,
        at: instant(rows.source.readAt),
      },
    },
    record: recordOfRows(rows, names),
    findings: rows.findings.map(({ severity, code, message, pieces }) => ({
      severity,
      code,
      message,
      pieces: piecesOfOffsets(pieces),
    })),
    archive: {
      ...(rows.retracted ? { retracted: { ...rows.retracted, at: instant(rows.retracted.at) } } : {}),
      ...archiveOf({ ...rows, series: byId([...rows.series, ...(gone?.series ?? [])]) }),
      merges: byId([...rows.merges, ...(gone?.merges ?? [])]).map(mergeOf),
      renames: byId([...rows.renames, ...(gone?.renames ?? [])]).map(renameOf),
      corrections: rows.corrections.map(correctionOf),
      ...(rows.reading ? { reading: rows.reading } : {}),
      erasures: (gone?.erasures ?? rows.erasures).map(erasureOf),
      ...(everything && rows.formerly.length > 0 ? { formerly: rows.formerly.map(formerlyOf) } : {}),
      ...(gone && gone.keptNames.length > 0 ? { keptNames: gone.keptNames } : {}),
      ...(gone && gone.slugs.length > 0 ? { goneSlugs: gone.slugs } : {}),
    },
  }
}

const instant = (text: string) => new Date(text).toISOString()
/** Sorts rows by id and removes duplicates. */
const byId = <Row extends { id: string }>(rows: readonly Row[]): Row[] =>
  [...new Map(rows.map((row) => [row.id, row])).values()].sort((one, other) => (one.id < other.id ? -1 : 1))

const formerlyOf = ({
  kind,
  readId,
  name,
  nameKey,
  looseKey,
  seriesId,
  organizationIds,
}: MeetingRows['formerly'][number]) => ({
  kind,
  id: readId,
  name,
  nameKey,
  looseKey,
  series: seriesId,
  organizations: organizationIds,
})

const mergeOf = ({ id, kind, fromIds, intoId, ...row }: MergeRow): ArchivePart['merges'][number] => ({
  id,
  reason: row.reason,
  by: row.by,
  at: instant(row.at),
  kind,
  from: fromIds,
  into: intoId,
  undone: undoneOf(row),
})

const correctionOf = ({
  id,
  says,
  summary,
  pieces,
  lost,
  ...row
}: CorrectionRow): ArchivePart['corrections'][number] => ({
  id,
  reason: row.reason,
  by: row.by,
  at: instant(row.at),
  says,
  summary,
  pieces: piecesOfOffsets(pieces),
  lost,
  undone: undoneOf(row),
})

const undoneOf = ({ undoneAt, undoneReason, undoneBy }: Pick<UndoableRow, 'undoneAt' | 'undoneReason' | 'undoneBy'>) =>
  undoneAt === null ? null : { reason: undoneReason ?? '', by: undoneBy ?? '', at: instant(undoneAt) }

const renameOf = ({ id, personId, name, sortName, nameKey, previous, reason, by, at }: RenameRow) => ({
  id,
  reason,
  by,
  at: instant(at),
  person: personId,
  name,
  sortName,
  nameKey,
  previous,
})

const erasureOf = ({ id, personId, salt, reason, by, at, documents, names }: ErasureRow) => ({
  id,
  reason,
  by,
  at: instant(at),
  person: personId,
  salt,
  documents,
  names: names.map(({ meeting, digest }) => ({ meeting, digest })),
})

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function archiveOf(rows: MeetingRows): Omit<ArchivePart, 'merges' | 'renames' | 'corrections' | 'erasures'> {
  const { id, slug, formerSlugs, seriesId } = rows.meeting
  return {
    ingestedAt: instant(rows.source.ingestedAt),
    document: rows.source.id,
    meeting: { id, slug, formerSlugs, series: seriesId },
    series: rows.series.map((row) => ({ ...identifiersOf(row), title: row.title })),
    ...namedOf(rows),
    sections: ids(rows.sections),
    paragraphs: ids(rows.paragraphs),
    attendances: ids(rows.attendances),
    affiliations: rows.statements.map((row) => ({ id: row.id, affiliation: row.affiliationReadId })),
    utterances: ids(rows.utterances),
    remarks: ids(rows.remarks),
    unattributed: ids(rows.unattributed),
    mentions: ids(rows.mentions),
    decisions: ids(outcomesIn(rows, 'decisions')),
    motions: ids(outcomesIn(rows, 'motions')),
    voteEvents: ids(outcomesIn(rows, 'voteEvents')),
    votes: ids(rows.votes),
    actions: ids(outcomesIn(rows, 'actions')),
    findings: rows.findings.map((row) => ({ id: row.id, candidates: row.candidates, settled: row.settled })),
  }
}

const identifiersOf = ({ id, slug, formerSlugs }: { id: string; slug: string; formerSlugs: string[] }) => ({
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
      ...identifiersOf(row),
      name: row.name,
      sortName: row.sortName,
      mergedInto: row.mergedIntoId,
    })),
    organizations: rows.organizations.map((row) => ({
      key: keyOf(names.organization, row.id),
      ...identifiersOf(row),
      name: row.name,
      nameKey: row.nameKey,
      mergedInto: row.mergedIntoId,
    })),
    themes: rows.themes.map((row) => ({
      key: keyOf(names.theme, row.id),
      ...identifiersOf(row),
      title: row.title,
      sortTitle: row.sortTitle,
      series: row.seriesId,
      mergedInto: row.mergedIntoId,
    })),
  }
}
