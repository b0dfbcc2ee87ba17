import type { RefusedLine } from './gate.js'

/** More than a fifth of a proposal's lines is not borne out by the text. */
export class RefusedProposalError extends Error {
  override readonly name = 'RefusedProposalError'
  constructor(
    message: string,
    readonly refused: readonly RefusedLine[],
  ) {
    super(message)
  }
}

export const refusedProposal = (
  fileName: string,
  refused: readonly RefusedLine[],
  lines: number,
): RefusedProposalError =>
  new RefusedProposalError(
    `${refused.length} of the ${lines} lines proposed for ${fileName} are not borne out by its text, so that nothing of it is read.`,
    refused,
  )
