import type { Block } from '../outline/outline.js'
import type { Label } from './label.js'
import { keyOf } from './nature.js'

/** A label of a chat, and its key. */
interface Nick extends Label {
  readonly key: string
}

const named = /\bscribe ?(?:nick)?(?: is)?\s*[:+=]\s*@?([\p{L}\p{N}_|`^-]{2,30})/giu

/** The keys of those in a chat whom the record names as writing down what others say. */
export const scribesIn = (blocks: readonly Block[], labels: ReadonlyMap<number, Nick>): ReadonlySet<string> => {
  const scribes = new Set<string>()
  for (const [id, { mark, wordsAt }] of labels) {
    const text = blocks[id - 1]?.flow.text ?? ''
    if (mark !== 'chat') continue
    for (const [, nick = ''] of text.slice(wordsAt, wordsAt + 200).matchAll(named)) scribes.add(keyOf(nick))
  }
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
