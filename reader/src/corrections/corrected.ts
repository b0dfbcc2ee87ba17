import type { MeetingRecord, Pieces } from '../record.js'
import { apply } from './apply.js'
import type { Correction, Place } from './correction.js'
import { draftOf, recordOfDraft } from './draft.js'
import { located } from './place.js'
import { InapplicableCorrection } from './refused.js'
import { withoutUnnamed } from './unnamed.js'

/** What became of one correction. */
export interface Applied {
  /** Where the words stand that it is about; empty where it is about none, or they are gone. */
  readonly pieces: Pieces
  /** Why it could not be applied; null where it was. */
  readonly lost: string | null
}

export interface Corrected {
  readonly record: MeetingRecord
  /** For each correction. */
  readonly applied: readonly Applied[]
  /** Whom the archive knows people by, for those of whom a correction says so: from their key. */
  readonly refs: ReadonlyMap<string, string>
}

/**
 * Applies corrections to a record as it was read, in the order in which they were made, so that the last one stands. One whose
 * words are not in the text any more, or that no longer fits, changes nothing and says why. Pure.
 *
 * @param source the text that the record's pieces point into
 * @param known keys of people of the record by what corrections refer to them as (`ref`)
 */
export const corrected = (
  source: string,
  record: MeetingRecord,
  corrections: readonly Correction[],
  known: ReadonlyMap<string, string> = new Map(),
): Corrected => {
  const draft = draftOf(source, record, known)
  const locate = (place: Place) => located(source, place, record)
  const applied = corrections.map((correction): Applied => {
    const pieces = correction.at === null ? [] : locate(correction.at)
    if (pieces === null) return { pieces: [], lost: 'its words are no longer in the text' }
    try {
      apply(draft, correction, pieces, locate)
      return { pieces, lost: null }
    } catch (error) {
      if (!(error instanceof InapplicableCorrection)) throw error
      return { pieces, lost: error.message }
    }
  })
  return { record: withoutUnnamed(record, recordOfDraft(draft)), applied, refs: draft.refs }
}
