/** The database is unreachable, or all its connections are in use. Retrying later may work. */
export class UnavailableError extends Error {
  override readonly name: string = 'UnavailableError'
}

/** The client of a statement has gone away, so the statement was cancelled or not started. */
export class GoneError extends UnavailableError {
  override readonly name = 'GoneError'
  constructor() {
    super('Nobody waits for this any more.')
  }
}

/** SQLSTATE classes and codes for connections that are lost, refused or shut down, and for a server out of resources. */
const lostConnection = /^(08...|57P0[123]|53...)$/

/** System errors of broken or failed connections, which pg passes on unchanged. */
const brokenSocket = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** pg's messages, which have no code, for a connection that was lost while a statement ran or before it was sent. */
const lostWithoutCode = /^Connection terminated|is not queryable$/

const unreachableKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

/** Prisma's codes: unreachable, timed out, closed, no connection from the pool, too many connections, no transaction in time. */
const unavailableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'P2028'])

interface ErrorShape {
  code?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } }
}

/**
 * Classifies an error of a statement: the database is unavailable (`UNAVAILABLE`), the statement ran too long (`TIMEOUT`), or
 * something else (undefined). Understands Prisma's and pg's errors and their causes.
 */
export function databaseFailure(error: unknown): 'UNAVAILABLE' | 'TIMEOUT' | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (error instanceof UnavailableError) return 'UNAVAILABLE'
  const { code, message, cause, meta }: ErrorShape = error
  const driver = meta?.driverAdapterError?.cause
  const sqlState = typeof driver?.originalCode === 'string' ? driver.originalCode : code
  if (sqlState === '57014') return 'TIMEOUT'
  if (typeof sqlState === 'string' && isUnavailable(sqlState)) return 'UNAVAILABLE'
  if (typeof driver?.kind === 'string' && unreachableKinds.has(driver.kind)) return 'UNAVAILABLE'
  if (typeof message === 'string' && lostWithoutCode.test(message)) return 'UNAVAILABLE'
  return cause === error ? undefined : databaseFailure(cause)
}

const isUnavailable = (code: string) =>
  lostConnection.test(code) || unavailableCodes.has(code) || brokenSocket.has(code)

/** A sentence for the command line on what happened to the database and what to do; undefined for any other error. */
export function failureInWords(error: unknown): string | undefined {
  const failure = databaseFailure(error)
  if (failure === undefined) return undefined
  const unwritten = 'unfinished work has not been written'
  if (isDiskFull(error)) return `The database's disk is full. Free some space and run this again: ${unwritten}.`
  if (failure === 'TIMEOUT')
    return `The database took too long and the statement was cancelled. Run this again: ${unwritten}.`
  return `The database is unreachable, or has no connection left. Run this again once it is back: ${unwritten}.`
}

/** The message with which a server exits after its embedded database has stopped. */
export function stoppedInWords(cause: unknown): string {
  const kept = 'What was written before is kept; unfinished work has not been written'
  if (isDiskFull(cause))
    return `The disk is full, and the embedded database has stopped. Free some space and start the server again. ${kept}.`
  const [line = ''] = String(cause).split('\n')
  return `The embedded database has stopped (${line}). Start the server again. ${kept}.`
}

function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause }: ErrorShape = error
  return code === '53100' || (cause !== error && isDiskFull(cause))
}
