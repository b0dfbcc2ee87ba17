import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.js'
import { ReportedError } from '../../src/database/reported-error.js'

/** What opening says, which has to come by itself, on one line, without the password. */
async function said(url: string): Promise<string> {
  const error: unknown = await openDatabase({ url }).catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(ReportedError)
  const message = error instanceof Error ? error.message : ''
  expect(message).not.toContain('\n')
  expect(message).not.toContain('s3cret')
  return message
}

describe('a database that cannot be opened', () => {
  const servers: Server[] = []
  const listening = async (server: Server) => {
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  }
  afterAll(() => {
    for (const server of servers) server.close()
  })

  it('is told when nothing listens there', async () => {
    expect(await said('postgresql://me:s3cret@127.0.0.1:1/records?application_name=s3cret')).toBe(
      'Cannot open the database postgresql://me@127.0.0.1:1/records: nothing listens there. Start Postgres, or set DATABASE_URL to where it listens.',
    )
  })

  it('is told when there is no such host', async () => {
    // No resolver has to be asked for it: its label is too long.
    expect(await said(`postgresql://me:s3cret@${'a'.repeat(64)}.invalid/records`)).toContain('there is no such host')
  })

  it('is told when what listens there never answers', async () => {
    const port = await listening(createServer((socket) => socket.on('error', () => {})))
    expect(await said(`postgresql://me:s3cret@127.0.0.1:${port}/records`)).toContain('no answer from a Postgres server')
  })

  it('is told when what listens there is something else', async () => {
    const port = await listening(
      createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    )
    expect(await said(`postgresql://me:s3cret@127.0.0.1:${port}/records`)).toContain('not a Postgres server')
  })

  describe.runIf(inject('backend') === 'postgres')('on a server', () => {
    let url: URL
    beforeAll(() => {
      url = new URL(inject('template'))
    })

    it('is told when the server has no such database', async () => {
      url.pathname = '/no_such_database'
      expect(await said(url.href)).toContain('has no such database')
    })

    it('is told when the server refuses the user', async () => {
      url.username = 'no_such_user'
      url.password = 's3cret'
      expect(await said(url.href)).toMatch(/rejects this user|password is wrong/)
    })
  })
})
