import type { Sql } from '../../database/sql.js'
import { noRows } from './counts.js'
import { DoubtfulReadingError } from './errors.js'
import { storedFindingsOf } from './findings.js'
import { countStored } from './stored.js'
import type { StoredFinding } from './stored-finding.js'
import { storedTotals } from './totals.js'
import type { WriteOptions, WrittenReading } from './written-reading.js'

/** What reading a document again gives where that would change nothing. @throws DoubtfulReadingError */
export async function unchangedReading(
  sql: Sql,
  { id, slug }: { id: string; slug: string },
  { strict }: Pick<WriteOptions, 'strict'>,
): Promise<WrittenReading> {
  const findings = await storedFindingsOf(sql, id)
  if (strict) refuseDoubts(findings)
  const counts = { ...noRows, unchanged: await countStored(sql, id) }
  return {
    status: 'UNCHANGED',
    meeting: { id, slug },
    counts,
    findings,
    totals: await storedTotals(sql, id),
    removed: null,
  }
}

/** @throws DoubtfulReadingError for findings of severity WARNING or ERROR */
export function refuseDoubts(findings: readonly StoredFinding[]): void {
  const doubts = findings.filter(({ severity }) => severity !== 'INFO')
  if (doubts.length > 0) throw new DoubtfulReadingError(doubts)
}
