import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openModel } from '../../src/ingest/model/ask-model.js'
import { ModelError } from '../../src/ingest/model/model-error.js'
import type { ModelSettings } from '../../src/ingest/model/model-settings.js'
import { retryAfterMs, usualBackoff, waitBefore } from '../../src/ingest/model/retry.js'
import { type ModelServer, type Reply, startModelServer } from '../support/model-server.js'

const key = 'sk-very-secret-key'
/** Asked again at once, so that the tests need not wait. */
const impatient = { tries: 3, firstMs: 1, longestMs: 5_000 }

let server: ModelServer
let settings: ModelSettings

const ask = async (replies: readonly Reply[], more: Partial<ModelSettings> = {}, signal?: AbortSignal) => {
  server.answer(replies)
  const model = await openModel({ ...settings, ...more }, impatient)
  return model([{ role: 'user', content: 'What was said?' }], { signal })
}

const failure = (asked: Promise<unknown>): Promise<ModelError> =>
  asked.then(
    () => expect.unreachable(),
    (error: unknown) => {
      expect(error).toBeInstanceOf(ModelError)
      return error as ModelError
    },
  )

const busy = { status: 429, headers: { 'retry-after': '0' }, error: { message: `slow down, ${key}` } }
const broken = { status: 503, error: { message: 'overloaded' } }

describe('a model behind an endpoint', () => {
  beforeAll(async () => {
    server = await startModelServer()
    settings = { url: server.url, model: 'reader-1', key, context: 32_000, timeoutMs: 5_000 }
  })
  afterAll(() => server.close())

  it('streams an answer, with the tokens as the endpoint counts them', async () => {
    const seen: number[] = []
    server.answer(['Ms Quill said that the winch had failed twice, and Mr Osei that it had not.'])
    const model = await openModel(settings)
    const answer = await model([{ role: 'user', content: 'What was said?' }], {
      onText: ({ length }) => seen.push(length),
    })
    expect(answer).toEqual({
      text: 'Ms Quill said that the winch had failed twice, and Mr Osei that it had not.',
      tokens: { asked: 4, answered: 19 },
    })
    expect(seen.filter((length, i) => length > (seen[i - 1] ?? 0)).length).toBeGreaterThan(2)
    expect(server.questions).toMatchObject([{ model: 'reader-1', stream: true, temperature: 0 }])
    expect(server.keys).toEqual([`Bearer ${key}`])
  })

  it('leaves out what a model thinks aloud', async () => {
    expect(await ask(['<think>{"person":"p1","name":"Nobody"}</think>{"person":"p1"}'])).toMatchObject({
      text: '{"person":"p1"}',
    })
  })

  it('is asked without the wishes that it refuses', async () => {
    const refuses = {
      status: 400,
      error: { message: "Unsupported value: 'temperature' does not support 0.", param: 'temperature' },
    }
    const { text, tokens } = await ask([refuses, 'yes'])
    expect({ text, tokens }).toEqual({ text: 'yes', tokens: null })
    expect(server.questions[1]).not.toHaveProperty('temperature')
  })

  it.each([
    ['too many requests', busy],
    ['a failure', broken],
    ['a stream that is cut', { cut: 'Ms Quill sa' }],
  ])('is asked again after %s', async (_, reply) => {
    expect(await ask([reply, reply, 'yes'])).toMatchObject({ text: 'yes' })
    expect(server.questions).toHaveLength(3)
  })

  it.each([
    ['BUSY', busy, 4, 'Try again later'],
    ['FAILED', broken, 4, '(503)'],
    ['CUT_OFF', { cut: 'Ms Quill sa' }, 4, 'broke off'],
    ['NO_SUCH_MODEL', { status: 404, error: { message: 'model not found' } }, 1, 'RAPPORTEUR_MODEL'],
    ['REFUSED_KEY', { status: 401, error: { message: `Incorrect API key: ${key}` } }, 1, 'RAPPORTEUR_MODEL_KEY'],
    [
      'TOO_LONG',
      { status: 400, error: { message: 'maximum context length is 4096', code: 'context_length_exceeded' } },
      1,
      '_CONTEXT',
    ],
    ['TOO_LONG', { limit: 'Ms Quill sa' }, 1, '_CONTEXT'],
    ['FAILED', { withheld: 'Ms Quill sa' }, 1, 'withheld'],
    ['FAILED', { status: 422, error: { message: `no, ${key}` } }, 1, '(422)'],
  ] as const)('ends in %s after %j', async (code, reply, asked, said) => {
    const error = await failure(ask([reply]))
    expect(error.code).toBe(code)
    expect(error.message).toContain(said)
    expect(server.questions).toHaveLength(asked)
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(key)
  })

  it('is given up where it wants to be asked later than anybody waits', async () => {
    const error = await failure(ask([{ ...busy, headers: { 'retry-after': '3600' } }, 'yes']))
    expect(error.code).toBe('BUSY')
    expect(server.questions).toHaveLength(1)
  })

  it.each([
    ['before its answer', ''],
    ['in the middle of it', 'Ms Quill sa'],
  ])('may be slow, but not silent %s', async (_, silentAfter) => {
    const error = await failure(ask([{ silentAfter }], { timeoutMs: 300 }))
    expect(error).toMatchObject({ code: 'TIMED_OUT', message: expect.stringContaining('0.3 s') })
    expect(server.questions).toHaveLength(1)
  })

  it('is told by its address where nothing answers', async () => {
    const error = await failure(ask(['yes'], { url: 'http://user:secret@127.0.0.1:9/v1' }))
    expect(error.code).toBe('UNREACHABLE')
    expect(error.message).toContain('http://127.0.0.1:9.')
    expect(error.message).not.toContain('secret')
  })

  it.each([
    ['while it answers', { silentAfter: 'Ms Quill sa' }],
    ['while it is waited for', { ...busy, headers: { 'retry-after': '4' } }],
  ])('is left when reading is cancelled %s', async (_, reply) => {
    const cancel = new AbortController()
    const asked = failure(ask([reply, 'yes'], {}, cancel.signal))
    await expect.poll(() => server.questions.length).toBe(1)
    cancel.abort()
    expect((await asked).code).toBe('CANCELLED')
    expect(server.questions).toHaveLength(1)
    if ('silentAfter' in reply) await expect.poll(server.left).toBe(1)
  })
})

describe('waiting before a question is asked again', () => {
  it('is as long as the endpoint asks for, in seconds or by a date', () => {
    const now = Date.parse('2031-03-04T12:00:00Z')
    expect(retryAfterMs('7', now)).toBe(7_000)
    expect(retryAfterMs('Tue, 04 Mar 2031 12:00:30 GMT', now)).toBe(30_000)
    expect(retryAfterMs('Tue, 04 Mar 2031 11:00:00 GMT', now)).toBe(0)
    expect(retryAfterMs('soon', now)).toBeNull()
    expect(retryAfterMs(null, now)).toBeNull()
  })

  it('doubles where the endpoint does not say, and ends', () => {
    expect([1, 2, 3, 4, 5].map((n) => waitBefore(n, null, usualBackoff))).toEqual([1_000, 2_000, 4_000, 8_000, null])
  })
})
