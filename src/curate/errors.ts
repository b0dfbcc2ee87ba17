/** An act cannot be carried out, for a reason that the caller can correct. Nothing was written. */
export class ActError extends Error {
  override readonly name: string = 'ActError'
}

/** Part of the input is invalid. */
export class InvalidActError extends ActError {
  override readonly name = 'InvalidActError'
  /** @param path the invalid part, from the input inwards */
  constructor(
    readonly path: string[],
    message: string,
  ) {
    super(message)
  }
}

/** There is no such row in the archive. */
export class NotFoundActError extends ActError {
  override readonly name = 'NotFoundActError'
}

/** The act conflicts with acts in force. */
export class ConflictingActError extends ActError {
  override readonly name = 'ConflictingActError'
}
