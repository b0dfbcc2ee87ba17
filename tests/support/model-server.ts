import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** One question as the endpoint gets it. */
export interface Question {
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly stream: boolean
  readonly temperature?: number
  readonly stream_options?: { readonly include_usage?: boolean }
}

/**
 * What the endpoint does with a question: the text that it answers; a refusal; an answer that breaks off after so much, that stops at a
 * limit or a filter, or that is begun and not gone on with.
 */
type Finish = 'stop' | 'length' | 'content_filter'

export type Reply =
  | string
  | { readonly status: number; readonly headers?: Record<string, string>; readonly error: object }
  | { readonly cut: string }
  | { readonly withheld: string }
  | { readonly limit: string }
  | { readonly silentAfter: string }

type Answers = (question: Question, n: number) => Reply

export interface ModelServer {
  /** With its path, as RAPPORTEUR_MODEL_URL has it. */
  readonly url: string
  readonly questions: Question[]
  /** The header by which each question was authorized. */
  readonly keys: (string | undefined)[]
  /** How many questions were left before they were answered. */
  readonly left: () => number
  /** From now on. */
  answer(replies: readonly Reply[] | Answers): void
  close(): Promise<void>
}

/** Speaks the protocol of OpenAI's chat completions, streamed, on a free port. What it answers is told by each test. */
export async function startModelServer(): Promise<ModelServer> {
  let answers: Answers = () => ({ status: 500, error: { message: 'Nothing was to be asked.' } })
  let left = 0
  const questions: Question[] = []
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => void serve(request, response))
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    response.on('close', () => void (response.writableFinished || left++))
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return refuse(response, 404, { message: 'Not found' })
    const question = (await json(request)) as Question
    keys.push(request.headers.authorization)
    questions.push(question)
    const reply = answers(question, questions.length)
    if (typeof reply === 'string') return stream(response, question, reply, 'stop')
    if ('status' in reply) return refuse(response, reply.status, reply.error, reply.headers)
    if ('withheld' in reply) return stream(response, question, reply.withheld, 'content_filter')
    if ('limit' in reply) return stream(response, question, reply.limit, 'length')
    if ('cut' in reply) {
      begin(response, reply.cut)
      return void setTimeout(() => response.destroy(), 5)
    }
    begin(response, reply.silentAfter)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    questions,
    keys,
    left: () => left,
    answer: (replies) => {
      questions.length = 0
      keys.length = 0
      left = 0
      answers =
        typeof replies === 'function'
          ? replies
          : (_, n) =>
              replies[Math.min(n, replies.length) - 1] ?? { status: 500, error: { message: 'No reply is left.' } }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const refuse = (response: ServerResponse, status: number, error: object, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }))

const send = (response: ServerResponse, chunk: object): void => {
  const whole = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'a model', ...chunk }
  response.write(`data: ${JSON.stringify(whole)}\n\n`)
}

/** Pieces as a model streams them: they end anywhere, also inside a word. */
const begin = (response: ServerResponse, text: string): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  send(response, { choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] })
  for (const content of text.match(/[\s\S]{1,37}/g) ?? [])
    send(response, { choices: [{ index: 0, delta: { content }, finish_reason: null }] })
}

const tokensIn = (text: string): number => Math.ceil(text.length / 4)

const stream = (response: ServerResponse, question: Question, text: string, finish: Finish): void => {
  begin(response, text)
  send(response, { choices: [{ index: 0, delta: {}, finish_reason: finish }] })
  if (question.stream_options?.include_usage) {
    const asked = question.messages.reduce((sum, { content }) => sum + tokensIn(content), 0)
    const usage = { prompt_tokens: asked, completion_tokens: tokensIn(text), total_tokens: asked + tokensIn(text) }
    send(response, { choices: [], usage })
  }
  response.end('data: [DONE]\n\n')
}
