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
  /** Who read it; rules, where it is left out. */
  reading?: ReadBy | undefined
}

/** Who read a document: the marks of its own format, rules, a language model or a person. */
export interface ReadBy {
  by: 'MARKUP' | 'RULES' | 'MODEL' | 'PERSON'
  /** The model, as its endpoint names it. */
  model: string | null
  /** The version of the instructions that the model or person was given. */
  instructions: string | null
  /** What the model or person answered, as JSON lines. */
  proposal: string | null
  /** ISO 8601; now, without it. */
  at?: string | undefined
}

const byRules: ReadBy = { by: 'RULES', model: null, instructions: null, proposal: null }

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

/** Who was asked to read it, and with which proposal, stays in force until somebody else is asked. */
const areSameOptions = (stored: StoredDocument, options: ReadingOptions): boolean => {
  const { reader, proposal, ...asked } = plainJson(stored.options as ReadingOptions)
  const isAskedAnew = options.reader !== undefined || options.proposal !== undefined
  return isDeepStrictEqual(isAskedAnew ? plainJson(stored.options as ReadingOptions) : asked, plainJson(options))
}

const plainJson = (options: ReadingOptions): Record<string, unknown> => JSON.parse(JSON.stringify(options))

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
  const { reading = byRules } = source
  await sql.query(
    `INSERT INTO "SourceDocument" AS d
       ("id", "fileName", "mediaType", "sha256", "bytes", "text", "readerVersion", "format", "formatVersion", "options", "parser", "ingestedAt",
        "readBy", "readModel", "instructions", "proposal", "readAt")
     VALUES ($1, $2, $3, $4, decode($5, 'base64'), $6, $7, $8, $9, $10::jsonb, $11, coalesce($12::timestamptz, CURRENT_TIMESTAMP),
       $13::"ReadingSource", $14, $15, $16, coalesce($17::timestamptz, CURRENT_TIMESTAMP))
     ON CONFLICT ("sha256") DO UPDATE SET "fileName" = EXCLUDED."fileName", "mediaType" = EXCLUDED."mediaType",
       "text" = EXCLUDED."text", "readerVersion" = EXCLUDED."readerVersion", "format" = EXCLUDED."format",
       "formatVersion" = EXCLUDED."formatVersion", "options" = EXCLUDED."options", "parser" = EXCLUDED."parser",
       "ingestedAt" = EXCLUDED."ingestedAt", "readBy" = EXCLUDED."readBy", "readModel" = EXCLUDED."readModel",
       "instructions" = EXCLUDED."instructions", "proposal" = EXCLUDED."proposal", "readAt" = EXCLUDED."readAt"`,
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
      reading.by,
      reading.model,
      reading.instructions,
      reading.proposal,
      reading.at ?? null,
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
