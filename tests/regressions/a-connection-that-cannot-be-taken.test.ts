import type { Server } from 'node:net'
import { expect, it } from 'vitest'
import { listen } from '../../src/server.js'

// The first error of the listening socket had a listener, that of its start; the second one ended the process.
it('a server outlives connections that it cannot take', async () => {
  const server = await listen({ port: 0, host: '127.0.0.1' })
  server.use((request, response) => {
    const { server: listening } = request.socket as unknown as { server: Server }
    for (let i = 0; i < 2; i++) listening.emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }))
    response.end('answered')
  })
  const response = await fetch(server.url)
  expect(await response.text()).toBe('answered')
  // Longer than proxies keep an idle connection, or they would send requests on one that is being closed.
  expect(response.headers.get('keep-alive')).toBe('timeout=65')
  await server.close(0)
})
