/**
 * A failure whose message tells the user what is wrong and what to do. The command line prints only the message, without a stack
 * trace, and exits with `exitCode`: 1, or 2 for wrong usage.
 */
export class ReportedError extends Error {
  override readonly name: string = 'ReportedError'
  readonly exitCode: number

  constructor(message: string, { exitCode = 1, cause }: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, { cause })
    this.exitCode = exitCode
  }
}
