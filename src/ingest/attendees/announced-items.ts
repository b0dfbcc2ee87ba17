import type { Line } from '../text/lines.js'
import { beginsWithPerson } from './person-shape.js'

const bullet = /^(?:[-–—*•·+]\s+|\d{1,3}[.)]\s+)/
const fewest = 4

/** A name with nothing behind it but what a list prints: parentheses, a dash, a comma. */
const isEntry = (text: string): boolean => text.length < 200 && beginsWithPerson(text) && !/[.?!:]$/.test(text)

/**
 * The items under a line of the front that announces them ("Spoke or held a post:"), if each of them is somebody: indexes of
 * the first line and of the one behind the last. Null where they are not.
 */
export const announcedItems = (lines: readonly Line[], at: number): { from: number; to: number } | null => {
  if (!/:\**$/.test(lines[at]?.text ?? '')) return null
  let from = at + 1
  while (lines[from]?.text === '') from++
  let to = from
  for (; bullet.test(lines[to]?.text ?? ''); to++)
    if (!isEntry((lines[to]?.text ?? '').replace(bullet, ''))) return null
  return to - from < fewest ? null : { from, to }
}
