import type OpenAI from 'openai'
import { ModelError } from './model-error.js'
import type { ModelSettings } from './model-settings.js'

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

/** How often a question is asked again: when the endpoint is busy or failing (by the client library), when a stream was cut (here). */
const retries = { busy: 4, cut: 2 }

type Asks = (messages: readonly ModelMessage[], options?: AskOptions) => Promise<ModelAnswer>

/**
 * Opens an OpenAI-compatible endpoint. Answers are streamed; 408, 409, 429 and 5xx are retried after what Retry-After says, cut streams
 * from the beginning.
 */
export const openModel = async (settings: ModelSettings): Promise<Asks> => {
  const { default: Client } = await import('openai')
  const client = new Client({
    baseURL: settings.url,
    apiKey: settings.key ?? 'none',
    maxRetries: retries.busy,
    timeout: settings.timeoutMs,
    logLevel: 'off',
    organization: null,
    project: null,
  })
  return async (messages, options = {}) => {
    for (let tries = 0; ; tries++) {
      try {
        return await streamed(client, settings, messages, options)
      } catch (error) {
        const failure = modelError(error, Client, settings, options.signal)
        if (failure.code !== 'CUT_OFF' || tries >= retries.cut) throw failure
      }
    }
  }
}

const streamed = async (
  client: OpenAI,
  { model, timeoutMs }: ModelSettings,
  messages: readonly ModelMessage[],
  { signal, onText }: AskOptions,
): Promise<ModelAnswer> => {
  const idle = new AbortController()
  const stop = signal ? AbortSignal.any([signal, idle.signal]) : idle.signal
  let timer = setTimeout(() => idle.abort(), timeoutMs)
  let finished: string | null = null
  let text = ''
  let tokens: ModelAnswer['tokens'] = null
  try {
    const stream = await client.chat.completions.create(
      { model, messages: [...messages], stream: true, stream_options: { include_usage: true }, temperature: 0 },
      { signal: stop },
    )
    for await (const { choices, usage } of stream) {
      clearTimeout(timer)
      timer = setTimeout(() => idle.abort(), timeoutMs)
      const [choice] = choices
      text += choice?.delta?.content ?? ''
      finished = choice?.finish_reason ?? finished
      if (usage) tokens = { asked: usage.prompt_tokens, answered: usage.completion_tokens }
      onText?.(text)
    }
  } finally {
    clearTimeout(timer)
    if (idle.signal.aborted && !signal?.aborted) finished = 'idle'
  }
  if (finished === 'idle') throw new ModelError('TIMED_OUT', slow(timeoutMs))
  if (finished === 'length')
    throw new ModelError(
      'TOO_LONG',
      'The model stopped before the end of its answer. Set RAPPORTEUR_MODEL_CONTEXT lower, so that longer records are read in more parts.',
    )
  if (finished === null) throw new ModelError('CUT_OFF', 'The answer of the model broke off. Try again.')
  return { text, tokens }
}

const slow = (timeoutMs: number): string =>
  `The model said nothing for ${timeoutMs / 1000} s. Set RAPPORTEUR_MODEL_TIMEOUT_MS higher if it is only slow.`

/** What went wrong, as its user can mend it. Nothing of the endpoint's own words is repeated: they may hold a key. */
const modelError = (
  error: unknown,
  Client: typeof OpenAI,
  { url, model, timeoutMs }: ModelSettings,
  signal: AbortSignal | undefined,
): ModelError => {
  if (error instanceof ModelError) return error
  if (signal?.aborted) return new ModelError('CANCELLED', 'Reading by the model was cancelled; nothing was written.')
  const at = new URL(url).origin
  if (error instanceof Client.APIConnectionTimeoutError || error instanceof Client.APIUserAbortError)
    return new ModelError('TIMED_OUT', slow(timeoutMs))
  if (error instanceof Client.APIError && error.status !== undefined)
    return statusError(error.status, `${error.code} ${error.message}`, at, model)
  if (error instanceof Client.APIConnectionError)
    return new ModelError(
      'UNREACHABLE',
      `Nothing answers at ${at}. Is the model running, and RAPPORTEUR_MODEL_URL right?`,
    )
  return new ModelError('CUT_OFF', 'The answer of the model broke off. Try again.')
}

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
  if (status === 429)
    return new ModelError('BUSY', `${at} answers “too many requests”, also after waiting. Try again later.`)
  if (status >= 500) return new ModelError('FAILED', `${at} fails (${status}), also when asked again. Try again later.`)
  return new ModelError('FAILED', `${at} refuses the question (${status}).`)
}
