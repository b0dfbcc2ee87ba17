/**
 * A failure whose message is all that the person at the terminal needs: what is wrong, and what can be done. The command line
 * prints the message alone, without a stack, and exits with `exitCode` (1; 2 for a mistake in the command itself).
 */
export class ReportedError extends Error {
  override readonly name: string = 'ReportedError'
  readonly exitCode: number

  constructor(message: string, { exitCode = 1, cause }: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, { cause })
    this.exitCode = exitCode
  }
}
