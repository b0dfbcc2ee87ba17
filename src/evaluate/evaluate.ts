import type { MeetingRecord } from '@rapporteur/reader/record'
import { type Disagreement, worstDisagreements } from './disagreements.js'
import { type Gold, piecesOf } from './gold.js'
import { goldOfRecord } from './gold-of-record.js'
import { recordInRange } from './in-range.js'
import { type Measures, total } from './measures.js'
import { placeGold } from './place-gold.js'
import { type Score, score } from './score.js'

/** A gold reading, and the document to score against it. */
export interface GoldCase {
  name: string
  gold: Gold
  /** The text that the gold's offsets point into. */
  source: string
  /** The document to read: the gold's own source, or another copy of the same record. */
  path: string
}

/** The parser's reading of one file. */
export interface Reading {
  record: MeetingRecord
  /** The text extracted from the file, into which the record's offsets point. */
  text: string
  format: string
}

/** The score of one document. */
export interface Row {
  name: string
  path: string
  format: string
  score: Score
  /** How many of the gold's spans were not found in the text that was read; null if it is the gold's own text. */
  lost: number | null
  worst: Disagreement[]
}

/** The scores of all documents, and of all those of each format together. */
export interface Report {
  rows: Row[]
  /** The gold readings whose document could not be read, and why. */
  failed: { name: string; path: string; reason: string }[]
  formats: { format: string; documents: number; categories: Map<string, Measures>; micro: Measures }[]
}

/** Reads every document and scores it against its gold reading. A document that cannot be read does not affect the others. */
export async function evaluate(golds: GoldCase[], read: (path: string) => Promise<Reading>): Promise<Report> {
  const rows: Row[] = []
  const failed: Report['failed'] = []
  for (const one of golds) {
    try {
      rows.push(scoreReading(one, await read(one.path)))
    } catch (error) {
      failed.push({ name: one.name, path: one.path, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return { rows, failed, formats: byFormat(rows) }
}

/** Scores one reading. If its text is not the gold's source, the gold's offsets are first mapped to it. */
export function scoreReading({ name, gold, source, path }: GoldCase, { record, text, format }: Reading): Row {
  const placed = text === source ? { gold, lost: null } : placeGold(gold, source, text)
  const { range } = placed.gold
  const part = range ? recordInRange(record, piecesOf(range)) : record
  const scored = score(placed.gold, goldOfRecord(part))
  return { name, path, format, score: scored, lost: placed.lost, worst: worstDisagreements(scored, text) }
}

function byFormat(rows: Row[]): Report['formats'] {
  return [...new Set(rows.map(({ format }) => format))].map((format) => {
    const scores = rows.filter((row) => row.format === format).map((row) => row.score)
    const all = scores.flatMap((one) => [
      ...one.categories.map((category) => [category.name, category] as const),
      ...one.extra,
    ])
    const names = [...new Set(all.map(([name]) => name))]
    return {
      format,
      documents: scores.length,
      categories: new Map(names.map((name) => [name, total(all.flatMap(([one, m]) => (one === name ? [m] : [])))])),
      micro: total(scores.map(({ micro }) => micro)),
    }
  })
}
