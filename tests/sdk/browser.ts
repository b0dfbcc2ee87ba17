import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' }

/**
 * What a page has to say: opens it in a browser, from a web server of the folder's files, until it posts JSON to `/seen`.
 *
 * @param page the path of the page in the folder, with its query.
 */
export async function seenBy(browser: string, folder: string, page: string): Promise<unknown> {
  const profile = mkdtempSync(join(tmpdir(), 'rapporteur-browser-'))
  let child: ChildProcess | undefined
  let told = (_seen: unknown) => {}
  const seen = new Promise<unknown>((resolve) => {
    told = resolve
  })
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/seen') {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk)
      told(JSON.parse(Buffer.concat(chunks).toString()))
      response.end()
    } else if (existsSync(join(folder, pathname))) {
      response.setHeader('content-type', types[extname(pathname)] ?? 'text/plain')
      response.end(readFileSync(join(folder, pathname)))
    } else response.writeHead(404).end()
  })
  try {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', `--user-data-dir=${profile}`]
    child = spawn(browser, [...options, `http://127.0.0.1:${port}/${page}`], {
      stdio: 'ignore',
      detached: true, // a group of its own, with all that it starts
    })
    const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The browser ended with ${code}.`)))
    return await Promise.race([seen, ended])
  } finally {
    if (child && child.exitCode === null) {
      const gone = once(child, 'exit').catch(() => {})
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await gone
    }
    server.closeAllConnections()
    server.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 })
  }
}
