import { isBody } from '../english/bodies.js'
import { isTitleHead } from '../english/titles.js'
import { labelOf } from '../front/labels.js'
import { fold, splitHonorific } from '../names.js'
import { once } from '../once.js'
import type { Line } from '../text/lines.js'
import { isGroup, isMeetingRole } from './attendee.js'
import { beginsEntry } from './entry-start.js'
import { isSide } from './label.js'

/** The first words of a line without marks of a heading and of emphasis. */
export const plain = once(({ text }: Line): string =>
  text
    .slice(0, 400)
    .replace(/^#+\s*/, '')
    .replace(/\*\*|__/g, '')
    .trim(),
)

/** A line that says when or where the meeting was. */
export const isFact = (line: Line): boolean =>
  ['when', 'time', 'venue', 'title'].includes(labelOf(line.text)?.label ?? '')

/** "Harbour Board: Mr. A. Roe (leader), Miss B. Poe": those who came for a body, behind its name. */
export const isDelegationLine = (line: Line | undefined): boolean => {
  const match = line && line.text.length < 2000 ? /^([^:]{3,80}):\s+(\S.*)$/.exec(plain(line)) : null
  const value = match?.[2] ?? ''
  return (
    match !== null &&
    (isBody(match[1] ?? '') || isSide(match[1] ?? '')) &&
    splitHonorific(value).honorific !== null &&
    beginsEntry(value)
  )
}

/** "Auditor:   A. Roe, Mill Union": an office, a board or a group, and who is of it. */
export const isRosterLine = (line: Line | undefined): boolean => {
  const match = line && line.text.length < 400 ? /^(\p{Lu}[\p{L} -]{2,40}):\s+(\S.*)$/u.exec(plain(line)) : null
  const [, label = '', value = ''] = match ?? []
  return (
    match !== null &&
    !isFact(line as Line) &&
    (isMeetingRole(label) ||
      isBody(label) ||
      isGroup(label) ||
      isTitleHead(fold(label).split(' ').at(-1) ?? '') ||
      /^(?:excused|absent|apologies|present)$/i.test(label)) &&
    (beginsEntry(value) || /^\d+\s/.test(value))
  )
}

/** Where such lines end; `from` where there are not three of them. */
export const rosterEnd = (lines: readonly Line[], from: number): number => {
  let [end, count] = [from, 0]
  for (let i = from; i < lines.length && i < from + 40; i++) {
    if (lines[i]?.text === '') break
    if (isRosterLine(lines[i])) count++
    else if ((lines[i]?.start ?? 0) - (lines[i]?.from ?? 0) < 2) break
    end = i + 1
  }
  return count > 2 ? end : from
}

/** Where lines end that each name those who came for a body; `from` where there are not two of them. */
export const delegationsEnd = (lines: readonly Line[], from: number): number => {
  let [end, count] = [from, 0]
  for (let i = from; i < lines.length && i < from + 200; i++) {
    if (lines[i]?.text === '') continue
    if (!isDelegationLine(lines[i])) break
    end = i + 1
    count++
  }
  return count > 1 ? end : from
}
