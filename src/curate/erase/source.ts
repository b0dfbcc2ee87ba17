import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { slugText } from '@rapporteur/reader/slug'
import type { Sql } from '../../database/sql.js'
import { forgetAnswers } from '../../ingest/model/stored-answer.js'
import { masked, maskValue } from './mask.js'
import type { Erasing } from './texts.js'

/** A source document without its original bytes, which are replaced. */
interface MaskableSource {
  id: string
  text: string
  fileName: string
  sha256: string
  options: unknown
  proposal: string | null
}

interface PrintedName {
  nameAsPrinted: string
  pieces: number[]
}

/** Masks a name word by word within its pieces: in a table of attendees it may be spread over several cells. */
function maskPrintedNames(text: string, places: readonly PrintedName[]): string {
  let rest = text
  for (const { nameAsPrinted, pieces } of places) {
    const words = nameAsPrinted.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word))
    for (let i = 0; i + 1 < pieces.length; i += 2) {
      const [start = 0, end = 0] = pieces.slice(i, i + 2)
      const cell = words.reduce((cells, word) => cells.replaceAll(word, masked), rest.slice(start, end))
      rest = rest.slice(0, start) + cell + rest.slice(end)
    }
  }
  return rest
}

/** The file's name, replaced by "erased" if it contains the person's. */
function fileNameOf(fileName: string, { forms, erase }: Erasing): string {
  const carries = [...forms].some((form) => {
    const slug = slugText(form, '')
    return slug.includes('-') && slugText(fileName, '').includes(slug)
  })
  return carries || erase(fileName) !== fileName ? `erased${extname(fileName)}` : fileName
}

/** What a model or a person answered: dropped whole where it has the name. */
const withoutAnswer = (proposal: string, { erase, forms }: Erasing): string | null =>
  erase(proposal) !== proposal || [...forms].some((form) => proposal.includes(form)) ? null : proposal

/** The document without the name: its text masked in place, and its original bytes replaced by that text. */
export function maskSource(source: MaskableSource, erasing: Erasing, places: readonly PrintedName[]) {
  const text = maskPrintedNames(erasing.erase(source.text), places)
  return {
    text,
    bytes: Buffer.from(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    mediaType: 'text/plain',
    fileName: fileNameOf(source.fileName, erasing),
    options: maskValue(source.options, erasing.erase),
    // An answer may spell a name as no text does; the reading stays, and can be asked for again.
    proposal: source.proposal === null ? null : withoutAnswer(source.proposal, erasing),
  }
}

/** Masks the document of a live meeting. Returns its hash from before. Four statements. */
export async function maskLiveSource(sql: Sql, erasing: Erasing): Promise<string> {
  const [source] = await sql.query<MaskableSource>(
    `SELECT d."id", d."text", d."fileName", d."sha256", d."options", d."proposal" FROM "SourceDocument" AS d
     JOIN "Meeting" AS m ON m."sourceId" = d."id" WHERE m."id" = $1`,
    [erasing.meetingId],
  )
  const places = await sql.query<PrintedName>(
    'SELECT "nameAsPrinted", "pieces" FROM "Attendance" WHERE "meetingId" = $1 AND "personReadId" = ANY($2::uuid[])',
    [erasing.meetingId, [...erasing.people]],
  )
  if (!source) throw new Error(`The meeting ${erasing.meetingId} has no document.`)
  const { text, bytes, sha256, mediaType, fileName, options, proposal } = maskSource(source, erasing, places)
  await sql.query(
    `UPDATE "SourceDocument" SET "text" = $2, "bytes" = decode($3, 'base64'), "sha256" = $4, "mediaType" = $5, "fileName" = $6,
       "options" = $7::jsonb, "proposal" = $8 WHERE "id" = $1`,
    [source.id, text, bytes.toString('base64'), sha256, mediaType, fileName, JSON.stringify(options), proposal],
  )
  await forgetAnswers(sql, source.sha256)
  return source.sha256
}

/** Like `maskLiveSource`, for a retracted meeting. */
export async function maskKeptSource(sql: Sql, erasing: Erasing): Promise<string> {
  const [source] = await sql.query<MaskableSource>(
    `SELECT "row" ->> 'id' AS id, "row" ->> 'text' AS text, "row" ->> 'fileName' AS "fileName", "row" ->> 'sha256' AS sha256,
       "row" -> 'options' AS options, "row" ->> 'proposal' AS proposal FROM "RetractedRow" WHERE "meetingId" = $1 AND "table" = 'SourceDocument'`,
    [erasing.meetingId],
  )
  const places = await sql.query<PrintedName>(
    `SELECT "row" ->> 'nameAsPrinted' AS "nameAsPrinted", "row" -> 'pieces' AS pieces FROM "RetractedRow"
     WHERE "meetingId" = $1 AND "table" = 'Attendance' AND "row" ->> 'personReadId' = ANY($2::text[])`,
    [erasing.meetingId, [...erasing.people]],
  )
  if (!source) throw new Error(`The retracted meeting ${erasing.meetingId} has no document.`)
  const { bytes, ...rest } = maskSource(source, erasing, places)
  await sql.query(
    `UPDATE "RetractedRow" SET "row" = "row" || $2::jsonb WHERE "meetingId" = $1 AND "table" = 'SourceDocument'`,
    [erasing.meetingId, JSON.stringify({ ...rest, bytes: `\\x${bytes.toString('hex')}` })],
  )
  await sql.query('UPDATE "RetractedMeeting" SET "sha256" = $2 WHERE "id" = $1', [erasing.meetingId, rest.sha256])
  await forgetAnswers(sql, source.sha256)
  return source.sha256
}
