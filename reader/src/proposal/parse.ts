import { HeaderLine, linesOf, type Proposal, type ProposalLine, proposalLines } from './proposal.js'

/** A line of an answer that is no line of a proposal. */
export interface MalformedLine {
  readonly text: string
  readonly reason: string
}

export interface ParsedProposal {
  readonly proposal: Proposal
  readonly malformed: readonly MalformedLine[]
}

/** Whether it says nothing of the record. */
export const isEmptyProposal = (proposal: Proposal): boolean =>
  proposal.meeting === null && linesOf(proposal).length === 0

/** A text is no proposal at all: no line of it is one. */
export class NoProposalError extends Error {
  override readonly name = 'NoProposalError'
}

type Kind = keyof ProposalLine

const kinds = Object.keys(proposalLines) as Kind[]

/** By which key a line is told whose first key is none of them: other lines refer to those of the first kinds. */
const fallback: readonly Kind[] = [
  ...(['decision', 'motion', 'vote', 'action'] as const),
  ...(['remark', 'nobody', 'person', 'theme', 'body', 'meeting', 'proposal'] as const),
]

/** Longer texts are no answer to any record that is read. */
const longestAnswer = 64 * 1024 * 1024

const emptyLines = (): { [K in Kind]: ProposalLine[K][] } => ({
  proposal: [],
  meeting: [],
  person: [],
  body: [],
  theme: [],
  remark: [],
  nobody: [],
  decision: [],
  motion: [],
  vote: [],
  action: [],
})

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Some assistants answer with one array, or with objects that have a comma behind them. */
const objectsIn = (line: string): string => line.replace(/^\[\s*(?=\{)/, '').replace(/(?<=\})\s*[,\]]+\s*$/, '')

/**
 * Reads an answer: JSON Lines, also between fences, after a byte order mark, with commentary around it. Lines that begin with no
 * brace are commentary; those that do and are no line of a proposal are malformed.
 *
 * @throws NoProposalError where there is no line of a proposal
 */
export const parseProposal = (answer: string): ParsedProposal => {
  if (answer.length > longestAnswer) throw new NoProposalError('The answer is too long to be one.')
  const found = emptyLines()
  const malformed: MalformedLine[] = []
  for (const raw of answer.replace(/^\uFEFF/, '').split(/\r\n|[\n\r]/)) {
    const text = objectsIn(raw.trim())
    if (!text.startsWith('{')) continue
    const problem = take(text, found)
    if (problem !== null) malformed.push({ text: text.slice(0, 400), reason: problem })
  }
  const { proposal: headers, meeting } = found
  if (Object.values(found).every((lines) => lines.length === 0))
    throw new NoProposalError(
      'The answer holds no line of a proposal. Give JSON lines as the task asks for, one object a line.',
    )
  return {
    proposal: {
      header: headers[0] ?? { proposal: 1 },
      meeting: meeting[0]?.meeting ?? null,
      persons: found.person,
      bodies: found.body,
      themes: found.theme,
      remarks: found.remark,
      nobody: found.nobody,
      decisions: found.decision,
      motions: found.motion,
      votes: found.vote,
      actions: found.action,
    },
    malformed,
  }
}

/** Takes one object in. @returns why it is none, or null */
const take = (text: string, found: ReturnType<typeof emptyLines>): string | null => {
  const value = jsonOf(text)
  if (typeof value !== 'object' || value === null) return 'It is no JSON.'
  const kind = kinds.find((one) => Object.keys(value)[0] === one) ?? fallback.find((one) => Object.hasOwn(value, one))
  if (kind === undefined) return `It has none of the keys ${kinds.join(', ')}.`
  const schema = kind === 'proposal' ? HeaderLine : proposalLines[kind]
  // Where nothing is to be said, assistants say null.
  const said = Object.fromEntries(Object.entries(value).filter(([, given]) => given !== null))
  const parsed = schema.safeParse(said)
  if (parsed.success) {
    ;(found[kind] as unknown[]).push(parsed.data)
    return null
  }
  const [issue] = parsed.error.issues
  return issue ? `${issue.path.join('.') || kind}: ${issue.message}` : 'It is no line of a proposal.'
}

/** A proposal as JSON Lines, in the order in which it is read best. */
export const printProposal = (proposal: Proposal): string =>
  [proposal.header, ...(proposal.meeting ? [{ meeting: proposal.meeting }] : []), ...linesOf(proposal)]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
