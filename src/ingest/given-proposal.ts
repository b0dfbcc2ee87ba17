import { outlineVersion } from '@rapporteur/reader/outline/outline'
import { isEmptyProposal, type MalformedLine, NoProposalError, parseProposal } from '@rapporteur/reader/proposal/parse'
import type { Proposal } from '@rapporteur/reader/proposal/proposal'
import { isUsableText } from '../database/usable-text.js'

/** An answer that cannot be held against a document: it is none, or is one to another file. The message says what to do. */
export class UnusableProposalError extends Error {
  override readonly name = 'UnusableProposalError'
}

/**
 * Reads the answer of a model or a person to the task of a document.
 *
 * @throws UnusableProposalError for a text that is no proposal, or one to other bytes or sentences
 */
export const givenProposal = (
  answer: string,
  sha256: string,
  fileName: string,
): { readonly proposal: Proposal; readonly malformed: readonly MalformedLine[] } => {
  const parsed = parsedAnswer(answer)
  const { header } = parsed.proposal
  const again = `Print the task again with \`rapporteur annotate\`, and answer that.`
  if (![header.model, header.instructions].every((text) => text == null || isUsableText(text)))
    throw new UnusableProposalError('The first line of the answer has a character that cannot be stored.')
  if (header.sha256 !== undefined && header.sha256 !== sha256)
    throw new UnusableProposalError(
      `The proposal is an answer to another version of ${fileName}: its bytes have changed since. ${again}`,
    )
  if (header.outline !== undefined && header.outline !== outlineVersion)
    throw new UnusableProposalError(
      `The proposal is an answer to sentences that are numbered otherwise now (${header.outline}, not ${outlineVersion}). ${again}`,
    )
  return parsed
}

const parsedAnswer = (answer: string) => {
  try {
    const parsed = parseProposal(answer)
    if (!isEmptyProposal(parsed.proposal)) return parsed
    throw new UnusableProposalError('The answer says nothing of the record: it has a first line, and none after it.')
  } catch (error) {
    if (error instanceof NoProposalError) throw new UnusableProposalError(error.message)
    throw error
  }
}
