import type { Outline } from '@rapporteur/reader/outline/outline'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import { type MalformedLine, NoProposalError, parseProposal } from '@rapporteur/reader/proposal/parse'
import { linesOf, type Proposal } from '@rapporteur/reader/proposal/proposal'

/** How many refused lines are sent back: with more than that, the answer is to something else. */
const mostSentBack = 60

interface Refusal {
  readonly line: unknown
  readonly reason: string
}

/** What a line is about: its key or number, by which a corrected line takes its place. */
const identityOf = (line: unknown): string => {
  const [[kind, value] = []] = Object.entries(Object(line))
  return `${kind} ${value}`
}

/** What the gate refuses of the lines that a part added. */
const refusedOf = (outline: Outline, before: Proposal, joined: Proposal): Refusal[] => {
  const known = new Set(linesOf(before).map(identityOf))
  return throughGate(outline, joined).refused.filter(({ line }) => !known.has(identityOf(line)))
}

/** What goes back to the model: the lines of its answer that are refused, each with the reason. Null where none are. */
export const sentBack = (
  outline: Outline,
  before: Proposal,
  joined: Proposal,
  malformed: readonly MalformedLine[],
): string | null => {
  const told = [
    ...malformed.map(({ text, reason }) => `${text}\n   ${reason}`),
    ...refusedOf(outline, before, joined).map(({ line, reason }) => `${JSON.stringify(line)}\n   ${reason}`),
  ]
  if (told.length === 0) return null
  return `A program compared your lines with the record and refuses these:
${told.slice(0, mostSentBack).join('\n')}
Answer with corrected lines in their place, with the same keys and numbers, and nothing else; leave out what cannot be corrected.`
}

/** Lines with those of a later answer in the place of lines of the same identity, and its further ones behind them. */
const replacing = <Line>(lines: readonly Line[], later: readonly Line[], isOpen: (line: Line) => boolean): Line[] => {
  const byIdentity = new Map(later.map((line) => [identityOf(line), line]))
  const own = new Set(lines.map(identityOf))
  return [
    ...lines.map((line) => (isOpen(line) ? (byIdentity.get(identityOf(line)) ?? line) : line)),
    ...later.filter((line) => !own.has(identityOf(line))),
  ]
}

/** The lines of each kind, changed alike. */
const everyKind = (
  proposal: Proposal,
  change: <Line>(lines: readonly Line[], kind: Exclude<keyof Proposal, 'header' | 'meeting'>) => Line[],
): Proposal => ({
  ...proposal,
  bodies: change(proposal.bodies, 'bodies'),
  persons: change(proposal.persons, 'persons'),
  themes: change(proposal.themes, 'themes'),
  remarks: change(proposal.remarks, 'remarks').sort((a, b) => a.remark - b.remark),
  nobody: change(proposal.nobody, 'nobody'),
  decisions: change(proposal.decisions, 'decisions'),
  motions: change(proposal.motions, 'motions'),
  votes: change(proposal.votes, 'votes'),
  actions: change(proposal.actions, 'actions'),
})

/**
 * A joined answer, with the lines of a second one in the place of those that were refused. What was refused, was not answered again and
 * is still refused is taken as withdrawn; an answer that corrects nothing leaves everything as it was, to be told by findings.
 */
export const correctedBy = (outline: Outline, before: Proposal, joined: Proposal, again: string): Proposal => {
  const later = linesIn(again)
  if (later === null) return joined
  const open = new Set(refusedOf(outline, before, joined).map(({ line }) => identityOf(line)))
  const mended = everyKind(joined, (lines, kind) =>
    replacing(lines, later[kind] as unknown as typeof lines, (line) => open.has(identityOf(line))),
  )
  const answered = new Set(linesOf(later).map(identityOf))
  const withdrawn = new Set(
    refusedOf(outline, before, mended)
      .map(({ line }) => identityOf(line))
      .filter((line) => open.has(line) && !answered.has(line)),
  )
  return everyKind(mended, (lines) => lines.filter((line) => !withdrawn.has(identityOf(line))))
}

const linesIn = (answer: string): Proposal | null => {
  try {
    const { proposal } = parseProposal(answer)
    return linesOf(proposal).length === 0 ? null : proposal
  } catch (error) {
    if (error instanceof NoProposalError) return null
    throw error
  }
}
