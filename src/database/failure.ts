/** The database is away, or all its connections are in use: trying again later may work. */
export class UnavailableError extends Error {
  override readonly name: string = 'UnavailableError'
}

/** Whoever a statement was for has gone: it was cancelled, or not begun. */
export class GoneError extends UnavailableError {
  override readonly name = 'GoneError'
  constructor() {
    super('Nobody waits for this any more.')
  }
}

/** SQLSTATE classes and codes of a connection that is lost, refused or shut down, and of a server without room for more. */
const lostConnection = /^(08...|57P0[123]|53...)$/

/** What the system says of a connection that broke or was never made: pg passes its errors on as they are. */
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

/** What pg says, without a code, of a connection that was lost while a statement ran, or before it was sent. */
const lostWithoutCode = /^Connection terminated|is not queryable$/

const unreachableKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])

/** Prisma's codes: cannot reach, timed out, closed, no connection of the pool, too many, no transaction in time. */
const unavailableCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037', 'P2028'])

interface Shape {
  code?: unknown
  message?: unknown
  cause?: unknown
  meta?: { driverAdapterError?: { cause?: { kind?: unknown; originalCode?: unknown } } }
}

/**
 * What an error of a statement means to whoever asked: the database is away (`UNAVAILABLE`), the statement ran too long
 * (`TIMEOUT`), or something else (undefined). Looks through Prisma's errors, pg's and their causes.
 */
export function databaseFailure(error: unknown): 'UNAVAILABLE' | 'TIMEOUT' | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (error instanceof UnavailableError) return 'UNAVAILABLE'
  const { code, message, cause, meta }: Shape = error
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

/** What has happened to the database and what to do, in a sentence for the command line; undefined for any other error. */
export function failureInWords(error: unknown): string | undefined {
  const failure = databaseFailure(error)
  if (failure === undefined) return undefined
  const unwritten = 'what was under way has not been written'
  if (isDiskFull(error)) return `The disk of the database is full. Make room there and run this again: ${unwritten}.`
  if (failure === 'TIMEOUT') return `The database took too long and was stopped. Run this again: ${unwritten}.`
  return `The database has gone away, or has no connection left. Run this again once it is back: ${unwritten}.`
}

/** The sentence with which a server ends whose embedded database has stopped. */
export function stoppedInWords(cause: unknown): string {
  const kept = 'What was written before is kept, and what was under way has not been written'
  if (isDiskFull(cause))
    return `The disk is full, and the embedded database has stopped. Make room there and start the server again. ${kept}.`
  const [line = ''] = String(cause).split('\n')
  return `The embedded database has stopped (${line}). Start the server again. ${kept}.`
}

function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause }: Shape = error
  return code === '53100' || (cause !== error && isDiskFull(cause))
}
