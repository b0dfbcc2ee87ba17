import type { Block } from '../outline/outline.js'
import { beginsGoingOn } from './continuing.js'
import type { Label } from './label.js'
import { keyOf } from './nature.js'

/** A label of a chat, and its key. */
interface Nick extends Label {
  readonly key: string
}

const named = /\bscribe ?(?:nick)?(?: is)?\s*[:+=]\s*@?([\p{L}\p{N}_|`^-]{2,30})/giu

/** So often somebody goes on with "…" who writes for others. */
const leastGoingOn = 2

/** The keys of those in a chat who write down what others say: the record names them, or they go on with "…" again and again. */
export const scribesIn = (blocks: readonly Block[], labels: ReadonlyMap<number, Nick>): ReadonlySet<string> => {
  const scribes = new Set<string>()
  const goingOn = new Map<string, number>()
  for (const [id, { key, mark, wordsAt }] of labels) {
    const text = blocks[id - 1]?.flow.text ?? ''
    if (mark !== 'chat') continue
    for (const [, nick = ''] of text.slice(wordsAt, wordsAt + 200).matchAll(named)) scribes.add(keyOf(nick))
    if (beginsGoingOn(text.slice(wordsAt))) goingOn.set(key, (goingOn.get(key) ?? 0) + 1)
  }
  for (const [key, count] of goingOn) if (count >= leastGoingOn) scribes.add(key)
  return scribes
}

const inner = /^\s*([\p{L}][^\s:]{0,40}(?: [^\s:]{1,30}){0,3}):{1,2}\s+(?=\S)/u

/** The name that a scribe puts before what was said. */
export const scribedLabel = (block: Block | undefined, { mark, wordsAt }: Nick): Nick | null => {
  const rest = block?.flow.text.slice(wordsAt) ?? ''
  const match = mark === 'chat' ? inner.exec(rest) : null
  const text = match?.[1] ?? ''
  if (!match || /^https?$/i.test(text)) return null
  const start = wordsAt + match[0].indexOf(text)
  return { text, range: [start, start + text.length], wordsAt: wordsAt + match[0].length, mark, key: keyOf(text) }
}
