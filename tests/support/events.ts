/** A stream of server-sent events, as a client sees it. */
export interface Events {
  response: Response
  /** The data of the next event; undefined at the end. Throws when the stream is cut. */
  next: () => Promise<unknown>
  /** The next so many. */
  take: (count: number) => Promise<unknown[]>
  /** Goes away. */
  leave: () => void
}

/** Subscribes by POST, once the server has begun to answer. `url` is of the GraphQL endpoint. */
export async function subscribe(
  url: string,
  query: string,
  variables: object = {},
  headers: Record<string, string> = {},
): Promise<Events> {
  const leaving = new AbortController()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  })
  const events = eventsOf(response)
  const next = async () => (await events.next()).value
  return {
    response,
    next,
    take: async (count) => {
      const taken: unknown[] = []
      while (taken.length < count) taken.push(await next())
      return taken
    },
    leave: () => leaving.abort(),
  }
}

async function* eventsOf({ body }: Response): AsyncGenerator<unknown, undefined> {
  let text = ''
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.startsWith('event: complete')) return undefined
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (data) yield JSON.parse(data)
    }
  }
  return undefined
}
