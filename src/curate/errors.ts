/** An act that cannot be done, for a reason that whoever asked for it can mend. Nothing was written. */
export class ActError extends Error {
  override readonly name: string = 'ActError'
}

/** A part of what was asked for cannot be used. */
export class InvalidActError extends ActError {
  override readonly name = 'InvalidActError'
  /** @param path the part of the input that is at fault, from the input inwards */
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

/** The act contradicts those that are in force. */
export class ConflictingActError extends ActError {
  override readonly name = 'ConflictingActError'
}
