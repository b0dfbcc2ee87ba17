import type { Outline } from '@rapporteur/reader/outline/outline'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import { NoProposalError, parseProposal, printProposal } from '@rapporteur/reader/proposal/parse'
import type { Proposal } from '@rapporteur/reader/proposal/proposal'
import { annotationTask, headerOf } from '@rapporteur/reader/proposal/task'
import { type AskOptions, type ModelAnswer, type ModelMessage, openModel } from './ask-model.js'
import { joinPart, knownOf } from './join-parts.js'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'
import { partsOf, tokensOf } from './parts.js'

/** What a model's reading took. Tokens are the endpoint's count where it gives one, else estimated. */
export interface ModelUsage {
  readonly asked: number
  readonly answered: number
  readonly parts: number
}

export interface ModelReading {
  readonly proposal: Proposal
  readonly usage: ModelUsage
}

export interface ModelProgress {
  /** Of so many blocks of the record, this many are read. */
  readonly done: number
  readonly total: number
}

interface ProposeOptions extends Pick<AskOptions, 'signal'> {
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined
}

/** What reading a record by a model will take, in tokens: the task is counted, the answer taken to be a fifth of the record. */
export const estimatedTokens = (outline: Outline, context: number): ModelUsage => {
  const parts = partsOf(outline, context)
  const tasks = parts.map(({ from, to }) => tokensOf(annotationTask(outline, { sha256: '', from, to })))
  const asked = tasks.reduce((sum, size) => sum + size, 0)
  return { asked, answered: Math.ceil(asked / 5), parts: parts.length }
}

const emptyProposal = (sha256: string, model: string): Proposal => ({
  header: headerOf(sha256, 'model', model),
  meeting: null,
  persons: [],
  bodies: [],
  themes: [],
  remarks: [],
  nobody: [],
})

/** The last block id that an answer so far speaks of. */
const lastIdIn = (text: string): number =>
  Number(/"(?:ids|at|nobody)":"[^"]*?(\d+)(?:\.\d+)?"[^"]*$/.exec(text.slice(-400))?.[1] ?? 0)

/** How many refused lines are sent back: with more than that, the answer is to something else. */
const mostSentBack = 60

/**
 * Asks a model to read a record, in parts that fit its context, each with the people known so far. What the gate refuses of a part goes
 * back once, with its reasons.
 *
 * @throws ModelError
 */
export const proposeByModel = async (
  outline: Outline,
  sha256: string,
  settings: ModelSettings,
  { signal, onProgress }: ProposeOptions = {},
): Promise<ModelReading> => {
  const ask = await openModel(settings)
  const parts = partsOf(outline, settings.context)
  const total = outline.blocks.length
  let joined = emptyProposal(sha256, settings.model)
  const usage = { asked: 0, answered: 0, parts: parts.length }
  const answerTo = async (messages: readonly ModelMessage[], done: number, to: number): Promise<ModelAnswer> => {
    const onText = (text: string) => onProgress?.({ done: Math.min(to, Math.max(done, lastIdIn(text))), total })
    const answer = await ask(messages, { signal, onText })
    usage.asked += answer.tokens?.asked ?? messages.reduce((sum, { content }) => sum + tokensOf(content), 0)
    usage.answered += answer.tokens?.answered ?? tokensOf(answer.text)
    return answer
  }
  for (const [i, { from, to }] of parts.entries()) {
    const known = i === 0 ? undefined : knownOf(joined)
    const task: ModelMessage = {
      role: 'user',
      content: annotationTask(outline, { sha256, ...(parts.length > 1 ? { from, to } : {}), known }),
    }
    const { text } = await answerTo([task], from, to)
    const { proposal, problems } = checked(outline, joined, text)
    if (problems.length === 0) {
      joined = proposal
      continue
    }
    const again = await answerTo(
      [task, { role: 'assistant', content: text }, { role: 'user', content: sentBack(problems) }],
      to,
      to,
    )
    joined = corrected(joined, text, problems, again.text)
  }
  onProgress?.({ done: total, total })
  return { proposal: joined, usage }
}

interface Problem {
  readonly line: string
  readonly reason: string
}

/** An answer joined to what is known, and what the gate would refuse of it. @throws ModelError for an answer that is none */
const checked = (outline: Outline, before: Proposal, text: string): { proposal: Proposal; problems: Problem[] } => {
  const parsed = parsedAnswer(text)
  const proposal = joinPart(before, parsed.proposal)
  const refused = throughGate(outline, proposal).refused.filter(({ line }) => !isKnown(before, line))
  const problems = [
    ...parsed.malformed.map(({ text: line, reason }) => ({ line, reason })),
    ...refused.map(({ line, reason }) => ({ line: JSON.stringify(line), reason })),
  ]
  return { proposal, problems: problems.slice(0, mostSentBack) }
}

const isKnown = ({ persons, bodies, themes, remarks, nobody }: Proposal, line: unknown): boolean =>
  [...persons, ...bodies, ...themes, ...remarks, ...nobody].includes(line as never)

const parsedAnswer = (text: string) => {
  try {
    return parseProposal(text)
  } catch (error) {
    if (error instanceof NoProposalError)
      throw new ModelError(
        'NO_PROPOSAL',
        'The model answered something else than was asked for. Try a larger model, or read by rules (--reader rules).',
      )
    throw error
  }
}

const sentBack = (problems: readonly Problem[]): string =>
  `A program compared your lines with the record and refuses these:
${problems.map(({ line, reason }) => `${line}\n   ${reason}`).join('\n')}
Answer with corrected lines in their place, with the same keys and numbers, and nothing else; leave out what cannot be corrected.`

/** The first answer, with corrected lines in the place of those that were refused. */
const corrected = (before: Proposal, first: string, problems: readonly Problem[], again: string): Proposal => {
  const kept = checkedLines(first, problems)
  const lines = again.split('\n').filter((line) => line.trim().startsWith('{'))
  const both = [...kept, ...lines].join('\n')
  return lines.length === 0
    ? joinPart(before, parsedAnswer(first).proposal)
    : inOrder(joinPart(before, parsedAnswer(both).proposal))
}

/** The lines of an answer without those that were refused, by their key and number. */
const checkedLines = (answer: string, problems: readonly Problem[]): string[] => {
  const refused = new Set(problems.map(({ line }) => identityOf(line)))
  return printProposal(parsedAnswer(answer).proposal)
    .split('\n')
    .filter((line) => line !== '' && !refused.has(identityOf(line)))
}

const identityOf = (line: string): string =>
  /^\{"(?:person|body|theme|remark|nobody)":(?:"[^"]*"|\d+)/.exec(line)?.[0] ?? line

const inOrder = (proposal: Proposal): Proposal => ({
  ...proposal,
  remarks: [...proposal.remarks].sort((a, b) => a.remark - b.remark),
})
