import { once } from 'node:events'
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Balancer {
  url: string
  /** How many times a server refused the connection, so that the next one was asked. */
  passedOn: () => number
  close: () => Promise<void>
}

interface BalancerOptions {
  /** Whether connections to servers are used again. */
  keepAlive: boolean
  /** How often each is asked whether it is ready, in milliseconds; undefined: never. */
  checkEvery?: number
}

/**
 * A plain reverse proxy: one server after the other is asked. What it tries again is a connection that is refused, for then
 * nothing was sent; any other failure is the client's to see, with 502.
 *
 * @param servers addresses, which may be changed at any time.
 */
export async function balancerOf(servers: string[], { keepAlive, checkEvery }: BalancerOptions): Promise<Balancer> {
  const agent = new Agent({ keepAlive })
  const away = new Set<string>()
  let [turn, passedOn] = [0, 0]
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray())
    const up = servers.filter((server) => !away.has(server))
    const order = up.length > 0 ? up : servers
    for (let tries = order.length; tries > 0; tries--) {
      const server = order[turn++ % order.length] ?? ''
      try {
        return await handOn({ server, agent, request, body, response })
      } catch (error) {
        if (!isRefused(error)) return failed(response, error)
        passedOn++
      }
    }
    return failed(response, new Error('All refused.'))
  }
  const check = async () => {
    for (const server of [...servers]) {
      if (await isReady(server)) away.delete(server)
      else away.add(server)
    }
  }
  const timer = checkEvery === undefined ? undefined : setInterval(check, checkEvery)
  const front = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  await once(front, 'listening')
  return {
    url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
    passedOn: () => passedOn,
    close: async () => {
      clearInterval(timer)
      front.close()
      front.closeAllConnections()
      await once(front, 'close')
      agent.destroy()
    },
  }
}

interface HandedOn {
  server: string
  agent: Agent
  request: IncomingMessage
  body: Buffer
  response: ServerResponse
}

/** Resolves when the answer was passed back; rejects while nothing of it was. */
function handOn({ server, agent, request, body, response }: HandedOn): Promise<void> {
  const { method, url = '/', headers, socket } = request
  const forwarded = [headers['x-forwarded-for'] ?? socket.remoteAddress].flat().join(', ')
  return new Promise((resolve, reject) => {
    const own = { ...headers, connection: undefined, 'x-forwarded-for': forwarded }
    const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
    const sent = send(new URL(url, server), { method, agent, headers: kept }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'keep-alive' })
      answer.pipe(response)
      answer.on('error', () => response.destroy())
      answer.on('end', resolve)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const isRefused = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'

function failed(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(502, { 'content-type': 'text/plain' }).end(String(error))
}

async function isReady(server: string): Promise<boolean> {
  try {
    return (await fetch(`${server}/ready`, { headers: { connection: 'close' } })).status === 200
  } catch {
    return false
  }
}
