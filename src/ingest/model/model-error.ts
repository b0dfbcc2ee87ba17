/** Why a model could not read a document. The message says what to do; it never holds a key. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  constructor(
    readonly code:
      | 'UNREACHABLE'
      | 'REFUSED_KEY'
      | 'NO_SUCH_MODEL'
      | 'TOO_LONG'
      | 'BUSY'
      | 'TIMED_OUT'
      | 'CUT_OFF'
      | 'NO_PROPOSAL'
      | 'FAILED'
      | 'CANCELLED',
    message: string,
  ) {
    super(message)
  }
}
