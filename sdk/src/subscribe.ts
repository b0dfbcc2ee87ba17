import { abortWith } from './abort.js'
import { call, headersOf, isRetryable, json, orAborted, pauseAfter, type Sent, sleep, timerOf } from './call.js'
import type { SubscriptionDocument } from './document.js'
import { TimeoutError } from './errors.js'
import { dataOf, failing, reach } from './exchange.js'
import { type CallOptions, type HeadersOption, merged, type SubscribeOptions } from './options.js'

/** An event of a subscription: the value of its one field. */
export type EventOf<Result> = Result[Exclude<keyof Result, '__typename'>]

/** Nothing for a document that can be followed; for any other a sentence that says what it lacks. */
export type Followable<Document> =
  Document extends SubscriptionDocument<infer Result, infer Variables>
    ? FollowableResult<Result, Variables>
    : 'subscribe needs a ready operation that is a subscription, or subscription(document) of @rapporteur/sdk/subscription'

type FollowableResult<Result, Variables> = 'after' extends keyof Variables
  ? EventOf<Result> extends { sequence: string }
    ? unknown
    : 'subscribe needs a document that selects sequence'
  : 'subscribe needs a document that takes $after: String and gives it to its field'

/**
 * The events of a subscription, over streams that break off.
 *
 * @param client the options of the client, below those of the call.
 */
export async function* subscribe(
  url: string,
  client: CallOptions,
  text: string,
  variables: { after?: string | null } | undefined,
  options: SubscribeOptions = {},
): AsyncGenerator<unknown, void, void> {
  const settings = merged(client, options)
  const { onConnect, onResume, backoff } = settings
  const { controller, release } = abortWith(settings.signal)
  const { signal } = controller
  let retries = settings.retries ?? 2
  let broken: Error | undefined
  try {
    // Where it begins has to be known: the first stream may break off before the first event.
    let after = variables?.after ?? (await newest(url, client, { ...options, signal }))
    for (let attempt = 0; ; attempt++) {
      try {
        const body = JSON.stringify({ query: text, variables: { ...variables, after } })
        for await (const data of stream(url, settings, body, [client.headers, options.headers], signal)) {
          const [event] = Object.values(data as object)
          attempt = 0
          retries = Infinity
          if (event) {
            after = event.sequence
            yield event
          } else {
            onConnect?.(after)
            if (broken) onResume?.(after, broken)
            broken = undefined
          }
        }
        return
      } catch (error) {
        if (signal.aborted || attempt >= retries || !isRetryable(error)) throw error
        if (retries === Infinity) broken ??= error
        await sleep(pauseAfter(error, attempt, backoff), signal)
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    release()
    controller.abort()
  }
}

/** The number of the newest change; "0" where there is none. */
async function newest(url: string, client: CallOptions, options: CallOptions): Promise<string> {
  const data = await call(url, client, '{ changes(last: 1) { nodes { sequence } } }' as Sent, undefined, options)
  return (data as { changes: { nodes: { sequence: string }[] } }).changes.nodes[0]?.sequence ?? '0'
}

/** One stream: `{}` once it is open, then the data of each event. Throws what may be tried again when it breaks off. */
async function* stream(
  url: string,
  { fetch = globalThis.fetch, timeout = 30_000, apiKey, onResponse }: SubscribeOptions,
  body: string,
  given: (HeadersOption | undefined)[],
  outer: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const silence = abortWith(outer)
  let timer: ReturnType<typeof setTimeout> | undefined
  const alive = () => {
    clearTimeout(timer)
    timer = timerOf(timeout, () => silence.controller.abort(new TimeoutError(timeout)))
  }
  try {
    alive()
    const { signal } = silence.controller
    const headers = await orAborted(headersOf('text/event-stream', apiKey, json, ...given), signal)
    const init = { method: 'POST', headers, body, signal }
    const response = await reach(fetch, url, init)
    onResponse?.(response)
    const broken = failing(url, init.signal, 'broke off the stream', response.status)
    if (!/event-stream/.test(response.headers.get('content-type') ?? '')) {
      dataOf(url, response, await response.text().catch(broken))
      return broken('no events came')
    }
    yield {}
    for await (const data of eventData(response, { alive, broken })) yield dataOf(url, response, data)
  } finally {
    clearTimeout(timer)
    silence.release()
    silence.controller.abort()
  }
}

/**
 * The data of each event in an answer of type text/event-stream, up to the one that completes it.
 *
 * @param alive called whenever something arrives.
 * @param broken called for a stream that ends before it is complete, and throws.
 */
async function* eventData(
  { body }: Response,
  { alive, broken }: { alive: () => void; broken: (cause: unknown) => never },
): AsyncGenerator<string, void, void> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let text = ''; ; ) {
    const part = await reader?.read().catch(broken)
    if (!part?.value) return broken('it ended')
    alive()
    const blocks = (text + part.value).split(/\r?\n\r?\n/)
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (/^event: ?complete/m.test(block)) return
      const data = /^data: ?(.+)/m.exec(block)?.[1]
      if (data) yield data
    }
  }
}
