import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { shortPath } from './short-path.js'

const Owner = z.object({
  pid: z.int(),
  /** Random, made anew by each owner. */
  token: z.string(),
  /** Where its server listens; null when it is no server. */
  address: z.string().nullable(),
})

/** The process that owns a folder of the embedded database, as it says itself. */
export type Owner = z.infer<typeof Owner>

/** What the owner has written down; true of a living owner only. */
export const ownerFile = (folder: string) => join(folder, 'owner.json')

/**
 * How often, in milliseconds, and how many times whoever asks looks for an answer. An owner that works on a long statement
 * takes no notice; that it is alive is known by then. They are turns and not a time, so that an asker that stood still itself,
 * on a busy machine, does not take an answer that lies there for none, and a living owner for dead.
 */
const LOOKS_EVERY = 50
const LOOKS = 10
/** An owner that accepts, says nothing and has written nothing has only just begun: it is asked again so many times. */
const QUESTIONS = 4

/** Who owns the folder now; undefined when nobody does. */
export async function askOwner(folder: string): Promise<Owner | undefined> {
  if (!existsSync(folder)) return undefined
  const short = await shortPath(folder, 'lock')
  try {
    for (let left = QUESTIONS; left > 0; left--) {
      const reply = await ask(short.path)
      if (reply === undefined) return undefined
      const owner = parse(reply) ?? parse(await readFile(ownerFile(folder), 'utf8').catch(() => ''))
      if (owner) return owner
    }
    return nameless
  } finally {
    await short.remove()
  }
}

const nameless: Owner = { pid: 0, token: '', address: null }

/** What listens there says; an empty text when it accepts and says nothing, undefined when nothing listens. */
const ask = (path: string) =>
  new Promise<string | undefined>((resolve) => {
    let accepted = false
    let text = ''
    const socket = connect(path)
    let looks = 0
    const timer = setInterval(() => {
      if (++looks === LOOKS) socket.destroy()
    }, LOOKS_EVERY)
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
    return undefined // cut off, or nothing at all
  }
}
