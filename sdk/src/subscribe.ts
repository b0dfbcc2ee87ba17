import { abortWith } from './abort.js'
import { call, headersOf, isRetryable, orAborted, pauseAfter, sleep } from './call.js'
import type { SubscriptionDocument } from './document.js'
import { TimeoutError } from './errors.js'
import { dataOf, failing, reach } from './exchange.js'
import type { CallOptions, SubscribeOptions } from './options.js'

/** An event of a subscription: the value of its one field. */
export type EventOf<Result> = Result[Exclude<keyof Result, '__typename'>]

/** Nothing for a document that can be followed; for any other a sentence that says what it lacks. */
export type Followable<Document> =
  Document extends SubscriptionDocument<infer Result, infer Variables>
    ? FollowableResult<Result, Variables>
    : 'subscribe needs a subscription: one of graphql(…), a ready operation, or subscription(document)'

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
  const { controller, release } = abortWith(options.signal ?? client.signal)
  const { signal } = controller
  let retries = options.retries ?? client.retries ?? 2
  try {
    // Where it begins has to be known: the first stream may break off before the first event.
    let after = variables?.after ?? (await newest(url, client, { ...options, signal }))
    for (let attempt = 0; ; attempt++) {
      try {
        const body = JSON.stringify({ query: text, variables: { ...variables, after } })
        for await (const data of stream(url, client, options, body, signal)) {
          const [event] = Object.values(data as object)
          attempt = 0
          retries = Infinity
          if (!event) continue
          after = event.sequence
          yield event
        }
        return
      } catch (error) {
        if (signal.aborted || attempt >= retries || !isRetryable(error)) throw error
        await sleep(pauseAfter(error, attempt), signal)
        options.onResume?.(after, error)
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
  const data = await call(url, client, '{ changes(last: 1) { nodes { sequence } } }', undefined, options)
  return (data as { changes: { nodes: { sequence: string }[] } }).changes.nodes[0]?.sequence ?? '0'
}

/** One stream: `{}` once it is open, then the data of each event. Throws what may be tried again when it breaks off. */
async function* stream(
  url: string,
  client: CallOptions,
  options: SubscribeOptions,
  body: string,
  outer: AbortSignal,
): AsyncGenerator<unknown, void, void> {
  const timeout = options.timeout ?? client.timeout ?? 30_000
  const silence = abortWith(outer)
  let timer: ReturnType<typeof setTimeout> | undefined
  const alive = () => {
    clearTimeout(timer)
    if (timeout < 2 ** 31) timer = setTimeout(() => silence.controller.abort(new TimeoutError(timeout)), timeout)
  }
  try {
    alive()
    const { signal } = silence.controller
    const apiKey = options.apiKey ?? client.apiKey
    const headers = await orAborted(
      headersOf(body, 'text/event-stream', apiKey, client.headers, options.headers),
      signal,
    )
    const init = { method: 'POST', headers, body, signal }
    const response = await reach(options.fetch ?? client.fetch ?? fetch, url, init)
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
