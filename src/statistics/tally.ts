import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits, rowFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'
import { partsOf } from '../remark/filter-parts.js'
import { type RemarkFilterInput, remarkWhere } from '../remark/remark-filter.js'
import type { Binding } from '../schema/read-as.js'
import { groups } from './groups.js'
import { isOutcomeCount, type OutcomeCount, outcomeCount } from './outcome-counts.js'

/** A count, or a list of counts, of the remarks. */
export interface Part {
  /** A SELECT of one value from `at` or `said`. */
  sql: string
}

/** A list of counts. */
export interface ListPart extends Part {
  /** A SELECT of its columns and of their order, `"#place"`, from `at` or `said`. */
  select: string
}

/** What is counted: the remarks that match a filter, and the outcomes that do. */
export class Counting {
  readonly where: Prisma.RemarkWhereInput | undefined
  /** Whether the filter takes in whole meetings only. What is kept of each of them is then added up. */
  readonly fromMeetings: boolean

  constructor(readonly filter: RemarkFilterInput) {
    this.where = remarkWhere(filter)
    const { utterance, rest } = partsOf(this.where)
    this.fromMeetings = utterance === undefined && rest === undefined
  }
}

/** SQL: the CTE "at", ids of meetings, where whole meetings are counted, and otherwise "said", remarks, with its groups. */
export function tallied({ where, fromMeetings }: Counting, bind: Binding): string {
  if (where && !fromMeetings) {
    bind.readsAll = true
    const fits = remarkFits(where, bind)
    bind.readsAll = false
    return `said as (select "id", "kind", "meetingId", "paragraphId", "themeId", "speakerId", "organizationId",
      case when not "alone" then "utteranceId" end as "shared" from "Remark" r where ${fits}), ${groups}`
  }
  const { meeting = {} } = partsOf(where)
  return `at as (select "id" from "Meeting" m where ${rowFits('Meeting', 'm', meeting, bind)})`
}

interface Waiting {
  /** SQL, or what a count of outcomes is called. */
  part: string
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * Counts the remarks that match a filter. Counts requested in one tick, as the executor does for all fields of an object, are read in
 * one statement, and each only once.
 */
export class Tally {
  private waiting: Waiting[] = []

  constructor(
    private readonly rows: Rows,
    readonly counting: Counting,
  ) {}

  read(asked: Part | OutcomeCount): Promise<unknown> {
    const part = typeof asked === 'string' ? asked : asked.sql
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ part, resolve, reject }) === 1) queueMicrotask(() => void this.run())
    })
  }

  private async run(): Promise<void> {
    const waiting = this.waiting
    this.waiting = []
    try {
      const parts = [...new Set(waiting.map(({ part }) => part))]
      const bind = new Bind({}, {})
      const sqlOf = (part: string) => (isOutcomeCount(part) ? outcomeCount(part, this.counting.filter, bind) : part)
      const text = `with ${tallied(this.counting, bind)} select ${parts.map((part) => `(${sqlOf(part)})`).join(', ')}`
      const [row = []] = await this.rows({ name: undefined, text, values: bind.values })
      for (const { part, resolve } of waiting) resolve(row[parts.indexOf(part)])
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
}
