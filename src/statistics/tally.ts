import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits, rowFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'
import { partsOf } from '../remark/filter-parts.js'
import type { Binding } from '../schema/read-as.js'
import { groups } from './groups.js'

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

/** Whether a filter takes in whole meetings only. What is kept of each of them is then added up. */
export function isOfMeetings(where: Prisma.RemarkWhereInput | undefined): boolean {
  const { utterance, rest } = partsOf(where)
  return utterance === undefined && rest === undefined
}

/** SQL: what is counted, as the CTE "at", ids of meetings, where it is whole meetings, and otherwise as "said", remarks, with its groups. */
export function tallied(where: Prisma.RemarkWhereInput | undefined, bind: Binding): string {
  if (where && !isOfMeetings(where)) {
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
  part: Part
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
    private readonly where: Prisma.RemarkWhereInput | undefined,
  ) {}

  /** Whether the counts are added up from those of meetings. */
  get fromMeetings(): boolean {
    return isOfMeetings(this.where)
  }

  read(part: Part): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.waiting.push({ part, resolve, reject }) === 1) queueMicrotask(() => void this.run())
    })
  }

  private async run(): Promise<void> {
    const waiting = this.waiting
    this.waiting = []
    try {
      const parts = [...new Set(waiting.map(({ part }) => part.sql))]
      const bind = new Bind({}, {})
      const text = `with ${tallied(this.where, bind)} select ${parts.map((part) => `(${part})`).join(', ')}`
      const [row = []] = await this.rows({ name: undefined, text, values: bind.values })
      for (const { part, resolve } of waiting) resolve(row[parts.indexOf(part.sql)])
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
}
