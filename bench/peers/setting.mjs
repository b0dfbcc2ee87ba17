// What all servers have in common: one process, a pool of eight connections that are open from the start.
import pg from 'pg'

export const url = process.env.DATABASE_URL
export const port = Number(process.env.PORT)
export const poolSize = 8

/** A pool with the dates as they are printed, for the peers that write their own SQL. */
export const openPool = () => {
  pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
  return new pg.Pool({ connectionString: url, max: poolSize, min: poolSize, idleTimeoutMillis: 0 })
}

/** Tells the driver that the server answers. */
export const ready = () => process.send?.('ready')
