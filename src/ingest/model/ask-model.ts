import type OpenAI from 'openai'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'
import { type Backoff, pause, retryAfterMs, usualBackoff, waitBefore } from './retry.js'

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ModelAnswer {
  readonly text: string
  /** Tokens as the endpoint counts them; null where it does not say. */
  readonly tokens: { readonly asked: number; readonly answered: number } | null
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the answer so far. */
  readonly onText?: ((text: string) => void) | undefined
}

export type AskModel = (messages: readonly ModelMessage[], options?: AskOptions) => Promise<ModelAnswer>

/** What a try came to that may be worth another one. */
interface Failure {
  readonly error: ModelError
  /** Whether asking again can help, and after how many milliseconds the endpoint wants to be asked; null where it does not say. */
  readonly again: { readonly after: number | null } | null
}

/**
 * Opens an OpenAI-compatible endpoint. Answers are streamed. Failures that pass (too many requests, 5xx, a connection that is
 * refused or breaks, an answer that is cut) are asked again after what Retry-After says, or after growing waits.
 */
export const openModel = async (settings: ModelSettings, backoff: Backoff = usualBackoff): Promise<AskModel> => {
  const { default: Client } = await import('openai')
  const client = new Client({
    baseURL: settings.url,
    apiKey: settings.key ?? 'none',
    maxRetries: 0, // here, so that a wait can be cancelled and is as long as the endpoint asks for
    logLevel: 'off',
    organization: null,
    project: null,
  })
  let extras = true
  return async (messages, options = {}) => {
    for (let tried = 1; ; tried++) {
      try {
        return await streamed(client, settings, extras, messages, options)
      } catch (thrown) {
        if (options.signal?.aborted) throw cancelled()
        if (extras && refusesExtras(thrown, Client)) {
          extras = false
          continue
        }
        const { error, again } = failureOf(thrown, Client, settings)
        const ms = again && waitBefore(tried, again.after, backoff)
        if (ms === null) throw error
        await pause(ms, options.signal)
      }
    }
  }
}

/** Wishes that some models and endpoints refuse a question for; they can be done without. */
const extraWishes = { stream_options: { include_usage: true }, temperature: 0 }

const refusesExtras = (error: unknown, Client: typeof OpenAI): boolean =>
  error instanceof Client.APIError &&
  (error.status === 400 || error.status === 422) &&
  /temperature|stream_options/.test(`${error.param} ${error.message}`)

const streamed = async (
  client: OpenAI,
  { model, timeoutMs }: ModelSettings,
  extras: boolean,
  messages: readonly ModelMessage[],
  { signal, onText }: AskOptions,
): Promise<ModelAnswer> => {
  const silence = new AbortController()
  const stop = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal
  const timer = setTimeout(() => silence.abort(), timeoutMs)
  let finished: string | null = null
  let text = ''
  let tokens: ModelAnswer['tokens'] = null
  let hasBegun = false
  try {
    const stream = await client.chat.completions.create(
      { model, messages: [...messages], stream: true, ...(extras ? extraWishes : {}) },
      { signal: stop, timeout: timeoutMs },
    )
    for await (const { choices, usage } of stream) {
      hasBegun = true
      timer.refresh()
      const choice = choices?.[0]
      text += choice?.delta?.content ?? ''
      finished = choice?.finish_reason ?? finished
      if (usage) tokens = { asked: usage.prompt_tokens, answered: usage.completion_tokens }
      onText?.(text)
    }
  } catch (error) {
    if (silence.signal.aborted) throw new ModelError('TIMED_OUT', silent(timeoutMs))
    if (hasBegun && !hasStatus(error)) throw cutOff()
    throw error
  } finally {
    clearTimeout(timer)
  }
  // The client ends an aborted stream as if it were complete.
  if (signal?.aborted) throw cancelled()
  if (silence.signal.aborted) throw new ModelError('TIMED_OUT', silent(timeoutMs))
  if (finished === 'length')
    throw new ModelError(
      'TOO_LONG',
      'The model stopped before the end of its answer. Set RAPPORTEUR_MODEL_CONTEXT lower.',
    )
  if (finished === 'content_filter')
    throw new ModelError(
      'FAILED',
      `“${model}” withheld a part of its answer (a content filter). Ask another model, or read by rules (--reader rules).`,
    )
  if (finished === null) throw hasBegun ? cutOff() : noStream(model)
  return { text: withoutThoughts(text), tokens }
}

/** The endpoint itself said what is wrong. */
const hasStatus = (error: unknown): boolean => error instanceof Error && 'status' in error && error.status !== undefined

/** What a model thinks aloud before it answers is no answer, although it may try lines of one. */
const withoutThoughts = (text: string): string => text.replace(/^\s*<think>[\s\S]*?(?:<\/think>|$)/, '')

const silent = (timeoutMs: number): string =>
  `The model said nothing for ${timeoutMs / 1000} s. Set RAPPORTEUR_MODEL_TIMEOUT_MS higher if it is only slow.`

const cancelled = () => new ModelError('CANCELLED', 'Reading by the model was cancelled; nothing was written.')

const noStream = (model: string) =>
  new ModelError(
    'FAILED',
    `The endpoint gave no stream of an answer by “${model}”. Reading needs one that streams chat completions (stream: true).`,
  )

const cutOff = () => new ModelError('CUT_OFF', 'The answer of the model broke off. Try again.')

/** What went wrong, as its user can mend it. Nothing of the endpoint's own words is repeated: they may hold a key. */
const failureOf = (error: unknown, Client: typeof OpenAI, { url, model, timeoutMs }: ModelSettings): Failure => {
  if (error instanceof ModelError) return { error, again: error.code === 'CUT_OFF' ? { after: null } : null }
  const at = new URL(url).origin
  if (error instanceof Client.APIConnectionTimeoutError)
    return { error: new ModelError('TIMED_OUT', silent(timeoutMs)), again: null }
  if (error instanceof Client.APIError && error.status !== undefined)
    return {
      error: statusError(error.status, `${error.code} ${error.message}`, at, model),
      again: passes(error.status) ? { after: retryAfterMs(error.headers?.get('retry-after'), Date.now()) } : null,
    }
  if (error instanceof Client.APIConnectionError) return { error: unreachable(at), again: { after: null } }
  return { error: cutOff(), again: { after: null } }
}

const passes = (status: number): boolean => status === 408 || status === 409 || status === 429 || status >= 500

const unreachable = (at: string) =>
  new ModelError('UNREACHABLE', `Nothing answers at ${at}. Is the model running, and RAPPORTEUR_MODEL_URL right?`)

const statusError = (status: number, said: string, at: string, model: string): ModelError => {
  if (status === 401 || status === 403)
    return new ModelError('REFUSED_KEY', `${at} refuses the key. Check RAPPORTEUR_MODEL_KEY.`)
  if (status === 404)
    return new ModelError(
      'NO_SUCH_MODEL',
      `${at} knows no model “${model}” at this address. Check RAPPORTEUR_MODEL and RAPPORTEUR_MODEL_URL (most end in /v1).`,
    )
  if ((status === 400 || status === 413) && /context|too (?:long|large|many tokens)|maximum|max_tokens/i.test(said))
    return new ModelError(
      'TOO_LONG',
      `A part of the record is too long for “${model}”. Set RAPPORTEUR_MODEL_CONTEXT to the tokens that it takes.`,
    )
  if (status === 429) return new ModelError('BUSY', `${at} answers “too many requests”. Try again later.`)
  if (status >= 500) return new ModelError('FAILED', `${at} fails (${status}), also when asked again. Try again later.`)
  return new ModelError('FAILED', `${at} refuses the question (${status}).`)
}
