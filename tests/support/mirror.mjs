// node mirror.mjs URL FOLDER: keeps a file for each meeting of an archive, named by its id, and follows the feed. It may be killed
// at any instant: the position is written last.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const [url, folder] = process.argv.slice(2)
const positionFile = join(folder, 'position')

function write(path, text) {
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}

function position() {
  try {
    return readFileSync(positionFile, 'utf8')
  } catch {
    return undefined
  }
}

/** The values of an export's lines. @throws Error if it was cut */
function linesOf(text) {
  const lines = text.trimEnd().split('\n')
  const [head, ...meetings] = lines.map((line) => JSON.parse(line))
  const { end } = meetings.pop() ?? {}
  const { removed } = meetings.at(-1)?.removed ? meetings.pop() : {}
  if (end?.meetings !== meetings.length) throw new Error('It was cut.')
  return { head, meetings, removed }
}

async function step() {
  const since = position()
  const response = await fetch(`${url}/export.ndjson${since === undefined ? '' : `?since=${since}`}`)
  if (response.status === 410) return rmSync(positionFile)
  if (!response.ok) throw new Error(`It answers ${response.status}.`)
  const { head, meetings, removed } = linesOf(await response.text())
  const held = new Set(meetings.map(({ archive }) => archive.meeting.id))
  for (const envelope of meetings) write(join(folder, `${envelope.archive.meeting.id}.json`), JSON.stringify(envelope))
  const others = readdirSync(folder).filter((name) => name.endsWith('.json') && !held.has(name.slice(0, -5)))
  const gone = removed?.map((id) => `${id}.json`) ?? others
  for (const name of gone) rmSync(join(folder, name), { force: true })
  if (head.position !== since) write(positionFile, head.position)
}

for (;;) {
  await step().catch(() => {}) // the server is away, or was killed in the middle
  await pause(20)
}
