import type { Line } from '../text/lines.js'
import { isGroup } from './attendee.js'
import { isSide } from './label.js'
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

/** "   Ada Roe      Head of Lamps": a name, set in, and what somebody is in a column beside it. */
const isRow = ({ from, start, text }: Line): boolean =>
  start - from > 1 && text.length < 160 && /^\S.{2,40}?\s{2,}\S/.test(text) && beginsWithPerson(text)

/** The name of a side or group by itself: "MANAGEMENT SIDE", "Secretariat". */
export const isSideLabel = ({ text }: Line): boolean =>
  text.length < 60 && !/\s{2}/.test(text) && (isSide(text) || isGroup(text))

/**
 * Sides or groups of a meeting, each over rows of people: indexes of the first line and of the one behind the last. Null where there are
 * not two labels, and four people.
 */
export const sidesInColumns = (lines: readonly Line[], at: number): { from: number; to: number } | null => {
  const first = lines[at]
  if (!first || !isSideLabel(first)) return null
  let [labels, rows, to] = [0, 0, at]
  for (let i = at; i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.text === '') continue
    if (isRow(line)) rows++
    else if (isSideLabel(line) && lines[i + 1] && isRow(lines[i + 1] as Line)) labels++
    // The rest of a cell that wraps.
    else if (line.start - line.from < 8) break
    to = i + 1
  }
  return labels < 2 || rows < fewest ? null : { from: at, to }
}
