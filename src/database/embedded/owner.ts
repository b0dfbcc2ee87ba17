import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { shortPath } from './short-path.js'

const Owner = z.object({
  pid: z.int(),
  /** Random, different for each owner. */
  token: z.string(),
  /** The URL of its server; null if it is not a server. */
  address: z.string().nullable(),
})

/** The process that owns an embedded database's folder, as it describes itself. */
export type Owner = z.infer<typeof Owner>

/** The file in which the owner describes itself; valid only while the owner is alive. */
export const ownerFile = (folder: string) => join(folder, 'owner.json')

/**
 * The asking process polls for an answer this many times at this interval. An owner busy with a long statement accepts the
 * connection but does not answer, which still proves that it is alive. Counting polls instead of measuring time keeps an asker
 * that was itself suspended, on a busy machine, from missing an answer that is waiting for it.
 */
const POLL_INTERVAL_MS = 50
const MAX_POLLS = 10
/** An owner that accepts, does not answer and has no owner file has only just started: it is asked this many times. */
const MAX_ATTEMPTS = 4

/** The current owner of the folder; undefined if there is none. */
export async function askOwner(folder: string): Promise<Owner | undefined> {
  if (!existsSync(folder)) return undefined
  const short = await shortPath(folder, 'lock')
  try {
    for (let left = MAX_ATTEMPTS; left > 0; left--) {
      const reply = await ask(short.path)
      if (reply === undefined) return undefined
      const owner = parse(reply) ?? parse(await readFile(ownerFile(folder), 'utf8').catch(() => ''))
      if (owner) return owner
    }
    return unknownOwner
  } finally {
    await short.remove()
  }
}

const unknownOwner: Owner = { pid: 0, token: '', address: null }

/** The owner's answer; empty if it accepts but does not answer, undefined if nothing listens. */
const ask = (path: string) =>
  new Promise<string | undefined>((resolve) => {
    let accepted = false
    let text = ''
    const socket = connect(path)
    let polls = 0
    const timer = setInterval(() => {
      if (++polls === MAX_POLLS) socket.destroy()
    }, POLL_INTERVAL_MS)
    socket.setEncoding('utf8')
    socket.on('connect', () => {
      accepted = true
    })
    socket.on('data', (part: string) => {
      text += part
    })
    socket.on('error', () => {}) // refused or absent: 'close' follows
    socket.on('close', () => {
      clearInterval(timer)
      resolve(accepted ? text : undefined)
    })
  })

function parse(text: string): Owner | undefined {
  try {
    return Owner.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // truncated or empty
  }
}
