/** One thing that is wrong with a document of our own JSON, and where: the names and places that lead to it. */
interface Fault {
  readonly path: readonly string[]
  readonly message: string
}

/** The document is a meeting-record, and cannot be used: it breaks its schema, or contradicts itself. */
export class InvalidMeetingRecordError extends Error {
  override readonly name = 'InvalidMeetingRecordError'
  constructor(readonly faults: readonly [Fault, ...Fault[]]) {
    const [{ path, message }] = faults
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
    super(`${path.length > 0 ? `${path.join('.')}: ` : ''}${message}${more}`)
  }
}

/** @throws InvalidMeetingRecordError */
export const refuse = (path: readonly (string | number)[], message: string): never => {
  throw new InvalidMeetingRecordError([{ path: path.map(String), message }])
}
