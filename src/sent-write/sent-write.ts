import type { Database } from '../database/database.js'
import { refusal } from '../schema/errors.js'

/** A write as its sender names it. */
export interface SentWriteId {
  /** The id of the API key that it came with. */
  readonly keyId: string
  /** What the sender gave as `Idempotency-Key`. */
  readonly key: string
  /** SHA-256 of the request. */
  readonly request: string
}

/** What a transaction returned, as JSON; null if it committed, but what it returned is no longer kept. */
type Result = { readonly value: unknown } | null

interface Row {
  request: string
  results: Record<string, Result>
  answer: string | null
}

/** Answers that are longer are not kept, in UTF-16 units; what its transactions returned is. */
const MAX_ANSWER = 1_000_000

/**
 * A write that may be sent more than once. What each of its transactions returns is stored by that transaction, so that one that
 * committed before is not run again, on whichever server, and however the first one ended: its result is returned instead.
 */
export class SentWrite {
  #calls = 0
  #hasWritten = false

  private constructor(
    private readonly database: Database,
    private readonly id: SentWriteId,
    /** The answer to it, as JSON, if it was answered before. */
    readonly answer: string | null,
    /** Whether some of it was written before. */
    readonly isRepeat: boolean,
  ) {}

  /** @throws GraphQLError IDEMPOTENCY_KEY_REUSED if another request came with this key before */
  static async find(database: Database, id: SentWriteId): Promise<SentWrite> {
    const { keyId, key, request } = id
    const row = await database.prisma.sentWrite.findUnique({ where: { keyId_key: { keyId, key } } })
    if (row && row.request !== request) throw keyReused()
    return new SentWrite(database, id, row?.answer ?? null, row !== null)
  }

  /**
   * Runs a transaction of the write, or returns what it returned before. Of two at once the second waits for the first. The calls of
   * a request always come in the same order.
   *
   * @throws GraphQLError IDEMPOTENCY_KEY_REUSED; ANSWER_NOT_KEPT if it committed before, and its result is no longer kept
   */
  readonly transaction: Database['transaction'] = async (work) => {
    const { keyId, key, request } = this.id
    const place = String(this.#calls++)
    const done = await this.database.transaction(async (sql) => {
      const [row] = await sql.query<Row>(
        `INSERT INTO "SentWrite" ("keyId", "key", "request") VALUES ($1, $2, $3)
         ON CONFLICT ("keyId", "key") DO UPDATE SET "key" = excluded."key" RETURNING "request", "results"`,
        [keyId, key, request],
      )
      if (row?.request !== request) throw keyReused()
      const before = row.results[place]
      if (before === null) throw answerNotKept()
      if (before) return before.value as Awaited<ReturnType<typeof work>>
      const value = await work(sql)
      await sql.query(
        `UPDATE "SentWrite" SET "results" = "results" || jsonb_build_object($3::text, $4::jsonb) WHERE "keyId" = $1 AND "key" = $2`,
        [keyId, key, place, JSON.stringify({ value: value ?? null })],
      )
      return value
    })
    this.#hasWritten = true
    return done
  }

  /** Keeps the first answer to it, as JSON; none if nothing was written, or if a person has been erased since. */
  async keep(answer: string): Promise<void> {
    if (!this.#hasWritten || answer.length > MAX_ANSWER) return
    await this.database.transaction((sql) =>
      sql.query(
        `UPDATE "SentWrite" SET "answer" = $3 WHERE "keyId" = $1 AND "key" = $2 AND "answer" IS NULL
           AND NOT jsonb_path_exists("results", '$.* ? (@ == null)')`,
        [this.id.keyId, this.id.key, answer],
      ),
    )
  }
}

const keyReused = () =>
  refusal(
    422,
    'IDEMPOTENCY_KEY_REUSED',
    'Another request came with this Idempotency-Key before. Give each write a key of its own, and the same key only to the same request sent again.',
  )

const answerNotKept = () =>
  refusal(
    409,
    'ANSWER_NOT_KEPT',
    'This was written before, and its answer is no longer kept. Read the archive to see what came of it.',
  )
