import type { Counts } from './counts.js'
import type { RemovedSeries } from './remove.js'
import type { StoredFinding } from './stored-finding.js'
import type { TargetOptions } from './target.js'
import type { Totals } from './totals.js'

export interface WriteOptions extends TargetOptions {
  /** Who ingests it, for the feed: the name of an API key, or `commandLine`. */
  by?: string | undefined
  /** Slug of a series that makes room for the first record that does not belong to it. */
  sampleSeries?: string | undefined
  /** Refuses a reading with a finding of severity WARNING or ERROR. */
  strict?: boolean | undefined
}

/** What became of a meeting's rows. */
export interface WrittenRecord {
  status: 'CREATED' | 'UPDATED' | 'UNCHANGED'
  meeting: { id: string; slug: string }
  /**
   * Over the rows that a record states: the meeting, its sections, paragraphs, people, organizations, themes, attendances,
   * affiliation statements, utterances, remarks and outcomes (with their parts), votes, passages and mentions. Findings and
   * what is derived are not counted.
   */
  counts: Counts
  findings: StoredFinding[]
  totals: Totals
}

export interface WrittenReading extends WrittenRecord {
  /** The series that made room, if one did. */
  removed: RemovedSeries | null
}
