import { createHash } from 'node:crypto'
import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { rowLists } from '../row-lists.js'
import type { ArchivePart, MeetingEnvelope } from './envelope.js'
import { refuse } from './invalid.js'

/**
 * What a schema cannot say of an envelope: that its parts agree.
 *
 * @returns the source's bytes
 * @throws InvalidMeetingRecordError
 */
export function checkEnvelope({ source, record, findings, archive }: MeetingEnvelope): Uint8Array {
  const bytes = Buffer.from(source.bytes, 'base64')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== source.sha256) refuse(['source', 'sha256'], `The bytes have ${sha256}. Either was changed on the way.`)
  checkSpans(record, source.text.length)
  for (const [i, { pieces }] of findings.entries()) checkPieces(pieces, source.text.length, ['findings', i])
  if (archive) {
    checkLists(record, findings.length, archive)
    checkNames(record, archive)
  }
  return bytes
}

function checkSpans(record: MeetingRecord, length: number): void {
  for (const list of rowLists.filter((one) => one !== 'remarks'))
    for (const [i, { pieces }] of record[list].entries()) checkPieces(pieces, length, ['record', list, i])
  for (const [i, { acts }] of record.remarks.entries())
    for (const [n, { pieces }] of acts.entries()) checkPieces(pieces, length, ['record', 'remarks', i, 'acts', n])
}

function checkPieces(pieces: Pieces | [], length: number, path: (string | number)[]): void {
  for (const [i, [, end]] of pieces.entries())
    if (end > length) refuse([...path, 'pieces', i], `It ends at ${end}, and the source's text at ${length}.`)
}

function checkLists(record: MeetingRecord, findings: number, archive: ArchivePart): void {
  const lists = [...rowLists.map((list) => [list, record[list].length] as const), ['findings', findings] as const]
  for (const [list, length] of lists)
    if (archive[list].length !== length)
      refuse(['archive', list], `It has ${archive[list].length} ids for ${length} rows.`)
}

/** Each of these has a row for each key of the record, and no row is merged into one that is not there, or into itself. */
function checkNames(record: MeetingRecord, archive: ArchivePart): void {
  for (const list of ['people', 'organizations', 'themes'] as const) {
    const keys = new Set(archive[list].map(({ key }) => key))
    const missing = record[list].find(({ key }) => !keys.has(key))
    if (missing) refuse(['archive', list], `It has no row for the key ${JSON.stringify(missing.key)} of the record.`)
    const into = new Map(archive[list].map(({ id, mergedInto }) => [id, mergedInto]))
    for (const [i, { id }] of archive[list].entries()) {
      let next = into.get(id) ?? null
      for (let steps = 0; next !== null; steps++) {
        if (!into.has(next) || steps > into.size)
          refuse(['archive', list, i, 'mergedInto'], 'It leads to no row of the list that is merged into none.')
        next = into.get(next) ?? null
      }
    }
  }
  const series = new Set(archive.series.map(({ id }) => id))
  const unknown = (id: string | null) => id !== null && !series.has(id)
  if (unknown(archive.meeting.series)) refuse(['archive', 'meeting', 'series'], 'It is not among the series.')
  for (const [i, theme] of archive.themes.entries())
    if (unknown(theme.series)) refuse(['archive', 'themes', i, 'series'], 'It is not among the series.')
}
