import type { Outline } from '@rapporteur/reader/outline/outline'
import { isEmptyProposal, NoProposalError, type ParsedProposal, parseProposal } from '@rapporteur/reader/proposal/parse'
import { emptyProposal, type Proposal } from '@rapporteur/reader/proposal/proposal'
import { annotationTask, headerOf } from '@rapporteur/reader/proposal/task'
import { type AskModel, type ModelMessage, openModel } from './ask-model.js'
import { correctedBy, sentBack } from './corrections.js'
import { joinPart, knownOf } from './join-parts.js'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'
import { halvesOf, partsOf, tokensOf } from './parts.js'
import { type ModelProgress, sentenceCounter } from './progress.js'
import type { Backoff } from './retry.js'
import type { ModelUsage } from './usage.js'

export interface ModelReading {
  readonly proposal: Proposal
  readonly usage: ModelUsage
}

export interface ProposeOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: ModelProgress) => void) | undefined
  readonly backoff?: Backoff | undefined
}

/** What reading a record by a model will take, in tokens: the task is counted, the answer taken to be a third of the record. */
export const estimatedUsage = (outline: Outline, context: number): ModelUsage => {
  const parts = partsOf(outline, context)
  const tasks = parts.map(({ from, to }) => tokensOf(annotationTask(outline, { sha256: '', from, to })))
  const said = outline.blocks.reduce((sum, { flow }) => sum + tokensOf(flow.text), 0)
  return { asked: tasks.reduce((sum, size) => sum + size, 0), answered: Math.ceil(said / 3), parts: parts.length }
}

/**
 * Asks a model to read a record, in parts that fit its context, each with the people known so far. A part that turns out to be too
 * long is halved. What the gate refuses of a part goes back once, with its reasons.
 *
 * @throws ModelError
 */
export const proposeByModel = async (
  outline: Outline,
  sha256: string,
  settings: ModelSettings,
  { signal, onProgress, backoff }: ProposeOptions = {},
): Promise<ModelReading> => {
  const counted = counting(await openModel(settings, backoff))
  const { progressAt, total } = sentenceCounter(outline)
  let joined = emptyProposal(headerOf(sha256, 'model', settings.model))
  const waiting = partsOf(outline, settings.context)
  let parts = 0
  for (let part = waiting.shift(); part; part = waiting.shift()) {
    const { from, to } = part
    const isWhole = from === 1 && to === outline.blocks.length
    const task: ModelMessage = {
      role: 'user',
      content: annotationTask(outline, {
        sha256,
        ...(isWhole ? {} : { from, to }),
        known: from > 1 ? knownOf(joined) : undefined,
      }),
    }
    const onText = (text: string) => onProgress?.(progressAt(from, to, text))
    try {
      const ask: Ask = (messages) => counted.ask(messages, { signal, onText })
      joined = await readPart(outline, joined, task, { ask, mayBeEmpty: !isWhole })
      parts++
    } catch (error) {
      const halves = isTooLong(error) ? halvesOf(outline, part) : null
      if (!halves) throw error
      waiting.unshift(...halves)
    }
  }
  onProgress?.({ done: total, total })
  return { proposal: joined, usage: { ...counted.taken, parts } }
}

const isTooLong = (error: unknown): boolean => error instanceof ModelError && error.code === 'TOO_LONG'

/** Counts the tokens that answers take. */
const counting = (asks: AskModel) => {
  const taken = { asked: 0, answered: 0 }
  const ask: AskModel = async (messages, options) => {
    const answer = await asks(messages, options)
    taken.asked += answer.tokens?.asked ?? messages.reduce((sum, { content }) => sum + tokensOf(content), 0)
    taken.answered += answer.tokens?.answered ?? tokensOf(answer.text)
    return answer
  }
  return { ask, taken }
}

type Ask = (messages: readonly ModelMessage[]) => ReturnType<AskModel>

interface Asking {
  readonly ask: Ask
  /** Of a part of a longer record there may be nothing to say. */
  readonly mayBeEmpty: boolean
}

const onlyLines =
  'That was not what was asked for. Answer with the JSON lines alone, beginning with the line that is given above.'

/** One part of a record, joined to what is known from those before. @throws ModelError where the answer is none, also when asked again */
const readPart = async (
  outline: Outline,
  before: Proposal,
  task: ModelMessage,
  { ask, mayBeEmpty }: Asking,
): Promise<Proposal> => {
  let { text } = await ask([task])
  let parsed = parsedAnswer(text, mayBeEmpty)
  if (parsed === null) {
    text = (await ask([task, { role: 'assistant', content: text }, { role: 'user', content: onlyLines }])).text
    parsed = parsedAnswer(text, mayBeEmpty)
  }
  if (parsed === null)
    throw new ModelError(
      'NO_PROPOSAL',
      'The model answered something else than was asked for. Try a larger model, or read by rules (--reader rules).',
    )
  const joined = joinPart(before, parsed.proposal)
  const question = sentBack(outline, before, joined, parsed.malformed)
  if (question === null) return joined
  const again = await ask([task, { role: 'assistant', content: text }, { role: 'user', content: question }])
  return correctedBy(outline, before, joined, again.text)
}

/** Null for a text that is no answer. */
const parsedAnswer = (text: string, mayBeEmpty: boolean): ParsedProposal | null => {
  try {
    const parsed = parseProposal(text)
    return mayBeEmpty || !isEmptyProposal(parsed.proposal) ? parsed : null
  } catch (error) {
    if (error instanceof NoProposalError) return null
    throw error
  }
}
