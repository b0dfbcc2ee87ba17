import type { Sql } from '../../database/sql.js'

/** Any fixed number does, as long as nothing else locks by it. */
const ingestLock = 72_707_370

/**
 * Waits until no other transaction writes readings; held until this one ends. Compiling statements is turned off for as long:
 * they run once each, and compiling one takes longer than running it.
 */
export async function lockIngest(sql: Sql): Promise<void> {
  await sql.query(`SELECT set_config('jit', 'off', true), pg_advisory_xact_lock($1::bigint)::text`, [ingestLock])
}
