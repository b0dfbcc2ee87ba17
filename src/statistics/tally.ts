import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'

/** A count, or a list of counts, of the remarks. */
export interface Part {
  /** A SELECT of one value from `said`. */
  sql: string
}

/** A list of counts. */
export interface ListPart extends Part {
  /** A SELECT of its columns and of their order, `"#place"`, from `said`. */
  select: string
}

/** SQL: the CTE "said", the remarks to count; the counts of all remarks do not use it. */
export function said(where: Prisma.RemarkWhereInput | undefined, bind: Bind): string {
  if (!where) return 'said as not materialized (select * from "Remark")'
  return `said as (select "id", "kind", "meetingId", "paragraphId", "themeId", "utteranceId", "speakerId" from "Remark" r where ${remarkFits(where, bind)})`
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

  /** Whether all remarks are counted. */
  get isOfAll(): boolean {
    return this.where === undefined
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
      const text = `with ${said(this.where, bind)} select ${parts.map((part) => `(${part})`).join(', ')}`
      const [row = []] = await this.rows({ name: undefined, text, values: bind.values })
      for (const { part, resolve } of waiting) resolve(row[parts.indexOf(part.sql)])
    } catch (error) {
      for (const { reject } of waiting) reject(error)
    }
  }
}
