import type { Rows } from '../database/database.js'
import type { Prisma } from '../generated/prisma/client.js'
import { remarkFits } from '../read/archive-tables.js'
import { Bind } from '../read/sql.js'

/** One count or one list of counts over the remarks. */
export interface Part {
  /** A SELECT of one value from `said`. */
  sql: string
  /** Whether it takes so long over a whole archive that it is a statement of its own, under the time limit of its own. */
  isLong: boolean
}

/** A list of counts. */
export interface ListPart extends Part {
  /** A SELECT of its columns, and of `"#place"`, their order, from `said`. */
  select: string
}

/** SQL: "said", the remarks that are counted. All are read where they stand: a copy of the whole table would be written to disk first. */
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
 * Counts over the remarks that a filter fits, in one statement: what is asked for in one turn, as the executor asks for all
 * fields of an object, is read together; what is asked for twice is read once. Over all remarks, lists are read apart.
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

  /** One at a time: whoever asks for much waits, and others find a connection. */
  private async run(): Promise<void> {
    const waiting = this.waiting
    this.waiting = []
    const isLong = ({ part }: Waiting) => this.isOfAll && part.isLong
    const together = waiting.filter((each) => !isLong(each))
    for (const group of [together, ...waiting.filter(isLong).map((each) => [each])])
      if (group.length > 0) await this.readTogether(group)
  }

  private async readTogether(waiting: readonly Waiting[]): Promise<void> {
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
