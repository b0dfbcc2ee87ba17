import { Agent, get } from 'node:http'
import { expect, it, vi } from 'vitest'
import { listen } from '../../src/server.js'

it('a server that is to stop says so at /ready, and answers until its delay is over', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const server = await listen({ port: 0, host: '127.0.0.1' })
  server.use((_request, response) => response.end('answered'))
  const agent = new Agent({ keepAlive: true })
  const ask = (path: string) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      get(server.url + path, { agent }, (answer) => {
        answer.resume().on('end', () => resolve([answer.statusCode, answer.headers.connection]))
      }).on('error', reject)
    })
  try {
    expect([await ask('/ready'), await ask('/a')]).toEqual([
      [200, 'keep-alive'],
      [200, 'keep-alive'],
    ])
    const closed = server.close(10_000, 2_000)
    expect(await ask('/a')).toEqual([200, 'close'])
    expect(await ask('/ready')).toEqual([503, 'close'])
    vi.advanceTimersByTime(2_000)
    await closed
    await expect(ask('/a')).rejects.toThrow('ECONNREFUSED')
  } finally {
    agent.destroy()
    vi.useRealTimers()
  }
})
