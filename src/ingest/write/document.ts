import { isDeepStrictEqual } from 'node:util'
import type { Sql } from '../../database/sql.js'
import type { StoredDocument } from './find-meeting.js'

/** A file, and what the reader and the format made of it. */
export interface SourceFacts {
  fileName: string
  mediaType: string
  bytes: Uint8Array
  /** Lower-case hex. */
  sha256: string
  /** The reader's text, that every offset points into. */
  text: string
  readerVersion: string
  format: string
  formatVersion: string
  /** Of all readers and formats, `parserVersion`. */
  parser: string
}

/** What was asked for beside the bytes, as far as the reading depends on it. */
export type ReadingOptions = Readonly<Record<string, unknown>>

/** Whether reading again would give the same: same bytes, reader, format and options. */
export const isSameReading = (
  stored: StoredDocument,
  source: Pick<SourceFacts, 'sha256' | 'readerVersion' | 'format' | 'formatVersion'>,
  options: ReadingOptions,
): boolean =>
  stored.sha256 === source.sha256 &&
  stored.readerVersion === source.readerVersion &&
  stored.format === source.format &&
  stored.formatVersion === source.formatVersion &&
  areSameOptions(stored, options)

/** Whether reading again would give the same, as far as can be told without reading: same bytes, kind of file, parser and options. */
export const isKnownReading = (
  stored: StoredDocument,
  source: Pick<SourceFacts, 'sha256' | 'mediaType' | 'parser'>,
  options: ReadingOptions,
): boolean =>
  stored.sha256 === source.sha256 &&
  stored.mediaType === source.mediaType &&
  stored.parser === source.parser &&
  areSameOptions(stored, options)

const areSameOptions = (stored: StoredDocument, options: ReadingOptions): boolean =>
  isDeepStrictEqual(stored.options, plainJson(options))

const plainJson = (options: ReadingOptions): unknown => JSON.parse(JSON.stringify(options))

/**
 * Stores the document, or what another reader or format made of one whose bytes are known.
 *
 * @param ingestedAt when it was ingested, in ISO 8601; now, if left out
 */
export async function writeDocument(
  sql: Sql,
  id: string,
  source: SourceFacts,
  options: ReadingOptions,
  ingestedAt: string | null = null,
): Promise<void> {
  await sql.query(
    `INSERT INTO "SourceDocument" AS d
       ("id", "fileName", "mediaType", "sha256", "bytes", "text", "readerVersion", "format", "formatVersion", "options", "parser", "ingestedAt")
     VALUES ($1, $2, $3, $4, decode($5, 'base64'), $6, $7, $8, $9, $10::jsonb, $11, coalesce($12::timestamptz, CURRENT_TIMESTAMP))
     ON CONFLICT ("sha256") DO UPDATE SET "fileName" = EXCLUDED."fileName", "mediaType" = EXCLUDED."mediaType",
       "text" = EXCLUDED."text", "readerVersion" = EXCLUDED."readerVersion", "format" = EXCLUDED."format",
       "formatVersion" = EXCLUDED."formatVersion", "options" = EXCLUDED."options", "parser" = EXCLUDED."parser",
       "ingestedAt" = EXCLUDED."ingestedAt"`,
    [
      id,
      source.fileName,
      source.mediaType,
      source.sha256,
      Buffer.from(source.bytes).toString('base64'), // the embedded database is slow to take bytes as they are
      source.text,
      source.readerVersion,
      source.format,
      source.formatVersion,
      JSON.stringify(options),
      source.parser,
      ingestedAt,
    ],
  )
}

/** Notes that a document would be read the same by this version of the parser; writes nothing where that is known. */
export const confirmReading = async (sql: Sql, id: string, { mediaType, parser }: SourceFacts): Promise<void> =>
  void (await sql.query(
    `UPDATE "SourceDocument" SET "mediaType" = $2, "parser" = $3
     WHERE "id" = $1 AND ("mediaType", "parser") IS DISTINCT FROM ($2, $3)`,
    [id, mediaType, parser],
  ))
