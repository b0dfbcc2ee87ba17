import { isBody } from '../english/bodies.js'
import { isUsualHeading } from '../english/structural-headings.js'
import { splitHonorific } from '../names.js'
import type { Line } from '../text/lines.js'
import { endsSentence } from '../text/sentence-end.js'
import { announcedItems, sidesInColumns } from './announced-items.js'
import { isGroup, isMeetingRole } from './attendee.js'
import { headerRoles } from './columns.js'
import { beginsEntry } from './entry-start.js'
import { delegationsEnd, isDelegationLine, isFact, isRosterLine, plain, rosterEnd } from './rosters.js'

/** Where a list of those present stands: its headings, and the lines of the list itself. By line index, `to` exclusive. */
export interface AttendeeRegion {
  readonly headings: readonly number[]
  readonly from: number
  readonly to: number
}

const annex = /^(?:annex|appendix|attachment|enclosure)\b(?:\s+[A-Z\d]{1,4}\b)?[\s.:–—-]*/i
const listHeading =
  /^(?:(?:meeting\s+)?(?:(?:provisional|final|draft|full)\s+)?(?:(?:list|register|record)\s+of\s+)(?:the\s+)?(?:meeting\s+)?(?:[\p{L}-]+\s+){0,3}?(?:participants?|attendees?|delegates|delegations|panel(?:l)?ists|members|experts|speakers|invitees|observers|guests|representatives|those (?:present|attending)|persons (?:present|attending))\b|(?:meeting\s+)?(?:the\s+)?(?:participants?|attendees?|attendance(?:\s+list)?|persons present|those (?:present|attending)|in attendance|present|invitees|apologies(?: for absence)?|regrets|absent)\b|(?:(?:panel\s+)?members|delegates|panel(?:l)?ists|participation)(?:\s+(?:present|in attendance|attending))?\s*:?$)/iu

const groupWords =
  'members|senators|trustees|governors|directors|councill?ors|commissioners|officers|officials|staff|guests|observers|visitors|secretariat|clerk|advis[eo]rs|delegates|executives?|non-executives?|committee|board|council|panel|bureau|invited|by invitation|others?'
/** "Members:", "Staff present:", "Councillors absent:": whom the names behind a label are of. */
const labelOfGroup = new RegExp(
  `^(?:(?:\\p{L}[\\p{L}-]*|&|/)\\s+){0,3}(?:${groupWords})(?:\\s+(?:also\\s+)?(?:present|absent|excused|attending|in attendance|with apologies))?\\s*$|^(?:also|others?)\\s+(?:present|attending|in attendance)\\s*$|^on\\s+the\\s+(?:platform|panel|podium|dais)\\s*$`,
  'iu',
)
const groupPresent = /^(?:(?:\p{L}[\p{L}-]*|&)\s+){1,4}(?:present|absent|excused|in attendance|attending)\s*:?$/iu

/** A line that begins an annex, and what it says after that. */
export const annexTitle = (line: Line): string | null => {
  if (line.text.length > 200) return null
  const text = plain(line)
  const match = annex.exec(text)
  return match &&
    text.length <= 160 &&
    !/[.;]$/.test(text.slice(match[0].length)) &&
    !/^(?:annex|appendix)\s+[a-z]{2,}/.test(text)
    ? text.slice(match[0].length)
    : null
}

const hasGap = (text: string): boolean => /\S(?:\t| {2,}|\s*\|\s*)\S/.test(text)

/** No row of a list is longer, not even one in running text that names everybody. */
const longestRow = 20_000

const itemHead = /^(?:\p{Lu}{2,5}\/\d{2,4}\/\d{1,4}\s+\p{Lu}|part\s+(?:[A-Z]|\d{1,2}|[IVX]+)\s?[:.–—-]\s*\p{Lu})/iu

/** The number and heading of an item of the minutes, as no list has them: "14/31  BUS SHELTERS", "PART A: Rings". */
export const isItemHead = (line: Line): boolean =>
  itemHead.test(line.text) ||
  (/^(?:\d{1,4}[/.]\d{1,4}[.)]?|\p{Lu}{1,4}[./-]?\d{1,4}(?:[/.]\d{1,4})?[.)]?|item\s+\d+)\s+\p{Lu}{2}[\p{Lu}\s,’'&-]+$/iu.test(
    line.text,
  ) &&
    !/\p{Ll}{2}/u.test(line.text.replace(/^item/i, '')))

/** Whether a line can stand in a list of those present, and not in prose. */
const isListLine = (line: Line): boolean => {
  const text = line.text
    .slice(0, 500)
    .replace(/^(?:[-–—*•·+]\s+|\(?\d{1,3}[.)]\s+)/, '')
    .replace(/^\*+(?=[^*:]{2,60}:\*)|(?<=^[^*:]{2,60}:)\*+/g, '')
  if (hasGap(text) || /^\||\t/.test(text)) return line.text.length < 400
  if (beginsEntry(text)) return true
  const label = /^([^:]{2,60}):/.exec(text)
  return label !== null && (beginsEntry(text.slice(label[0].length).trim()) || text.length < 40)
}

/** A heading that a blank line parts from the list above it, and that stands right over numbered prose. */
const opensSection = (
  lines: readonly Line[],
  i: number,
  isFurniture: (i: number) => boolean,
  stops: (i: number) => boolean,
): boolean => {
  const text = lines[i]?.text ?? ''
  if (isUsualHeading(text)) return true
  const line = lines[i]
  // A name with an honorific, and what is set in, belongs to the list above.
  if (splitHonorific(text).honorific !== null || (line && line.start - line.from >= 2)) return false
  const next = nextFilled(lines, i + 1, isFurniture)
  return (
    !/[,;:(|]|\t|\s{2}|\s[–—-]\s/.test(text) && stops(next) && (lines[i - 1]?.text === '' || lines[i + 1]?.text === '')
  )
}

/** A short line that says in which role, or for which body, those below it came. */
const isSubheading = (line: Line): boolean =>
  line.text.length <= 80 &&
  !/[.;,]$/.test(line.text) &&
  (isMeetingRole(plain(line)) ||
    isBody(plain(line)) ||
    listHeading.test(plain(line)) ||
    /^\p{Lu}[\p{L} ]+:?$/u.test(plain(line)))

const nextFilled = (lines: readonly Line[], from: number, skip: (i: number) => boolean): number => {
  let i = from
  while (i < lines.length && (lines[i]?.text === '' || skip(i))) i++
  return i
}

/** The first line after a list's last: lines of the list, blank lines, page furniture, and sub-headings with more below them. */
const endOf = (
  lines: readonly Line[],
  from: number,
  isFurniture: (i: number) => boolean,
  stops: (i: number) => boolean,
  isInLine = false,
): number => {
  let end = from
  // The first entries may stand on the line of the label: "Present: Ada Roe (Director), Bo Poe".
  let previous: Line | undefined = isInLine ? lines[from - 1] : undefined
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.text === '' || isFurniture(i)) continue
    if (
      annexTitle(line) !== null ||
      stops(i) ||
      isFact(line) ||
      isItemHead(line) ||
      opensSection(lines, i, isFurniture, stops)
    )
      break
    const goesOn = previous !== undefined && i === end && !/^\p{Lu}/u.test(line.text)
    const indented = line.start - line.from >= 2 && i === end
    // An entry may have lines of its own for a name, a title and a body.
    const isCard = previous !== undefined && i === end && line.text.length <= 120
    if (isListLine(line) || goesOn || indented || isCard) end = i + 1
    else if (isSubheading(line) || i === end) {
      const next = nextFilled(lines, i + 1, isFurniture)
      const after = lines[next]
      if (!after || !isListLine(after) || stops(next)) break
    } else break
    previous = line
  }
  return end
}

/** A heading over a list; "Attendance: see Annex" and "Attendance: 36" point to one, or count. */
const isHeadingOfList = (line: Line): boolean => {
  const text = plain(line).replace(annex, '')
  if (!/^[\p{Lu}\p{Lo}]/u.test(text)) return false
  const [, label = '', value] = /^([^:]*):\s*(\S.*)$/.exec(text) ?? []
  if (value !== undefined) return (listHeading.test(text) || labelOfGroup.test(label)) && beginsEntry(value)
  const isLabel = text.endsWith(':') && text.length <= 60 && labelOfGroup.test(text.slice(0, -1))
  return (
    isLabel || (line.text.length <= 200 && !/[.;]$/.test(text) && (listHeading.test(text) || groupPresent.test(text)))
  )
}

const inlineStart = (line: Line): number | null => {
  const colon = line.text.indexOf(':')
  if (colon < 0 || colon > 60) return null
  const value = line.text
    .slice(colon + 1)
    .replace(/\*\*/g, '')
    .trim()
  if (value === '' || !beginsEntry(value)) return null
  return line.start + line.text.indexOf(value, colon)
}

/** A roster of offices stands at the front. */
const firstLines = 60

/**
 * The lists of those present in a record, in an annex or at its front. `stops` are lines that no list goes past: those that
 * begin a numbered paragraph of prose.
 */
export const attendeeRegions = (
  lines: readonly Line[],
  isFurniture: (i: number) => boolean,
  stops: (i: number) => boolean,
): AttendeeRegion[] => {
  const regions: AttendeeRegion[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.text === '') continue
    if (line.text.length > longestRow) continue
    const title = annexTitle(line)
    const isList = isHeadingOfList(line)
    if (title === null && !isList) {
      // A table may say by its own head whom it names.
      const named = i < firstLines ? announcedItems(lines, i) : null
      if (named) {
        regions.push({ headings: [i], ...named })
        i = named.to - 1
        continue
      }
      const sides = i < firstLines ? sidesInColumns(lines, i) : null
      if (sides) {
        regions.push({ headings: [], ...sides })
        i = sides.to - 1
        continue
      }
      const delegations = isDelegationLine(line)
        ? delegationsEnd(lines, i)
        : i < firstLines && isRosterLine(line)
          ? rosterEnd(lines, i)
          : i
      if (delegations > i) {
        regions.push({ headings: [], from: i, to: delegations })
        i = delegations - 1
        continue
      }
      const to = isTableHead(line) ? endOf(lines, i, isFurniture, stops) : i
      if (to > i + 2) regions.push({ headings: [], from: i, to })
      if (to > i + 2) i = to - 1
      continue
    }
    // A line in the middle of a wrapped sentence is no heading.
    const above = lines[i - 1]
    if (above && above.text.length > 60 && !endsSentence(above.text) && title === null) continue
    if (isList && inlineStart(line) !== null) {
      const to = endOf(lines, i + 1, isFurniture, (at) => stops(at) || lines[at - 1]?.text === '', true)
      regions.push({ headings: [], from: i, to: Math.max(i + 1, to) })
      i = Math.max(i, to - 1)
      continue
    }
    const headings = [i]
    let from = nextFilled(lines, i + 1, isFurniture)
    const tableHead = tableHeadSoon(lines, from, isFurniture)
    // A second and third line of heading: what the annex is, or how it is ordered.
    for (let more = 0; more < 2; more++) {
      const next = lines[from]
      const isAboveHead = tableHead !== null && from < tableHead
      if (!next || stops(from) || (isListLine(next) && !isAboveHead)) break
      if (isGroup(plain(next)) || isMeetingRole(plain(next)) || isOverIndented(lines, from)) break
      const isHeading =
        isAboveHead ||
        isHeadingOfList(next) ||
        (isList && /^\(.*\)$/.test(next.text)) ||
        (isList && /[\p{Ll})]$/u.test(next.text) && next.text.length <= 120)
      if (!isHeading) break
      headings.push(from)
      from = nextFilled(lines, from + 1, isFurniture)
    }
    const known = isList || headings.length > 1 || isTableHead(lines[from])
    if (!known || stops(from)) continue
    const to = endOf(lines, from, isFurniture, stops)
    if (to <= from) continue
    regions.push({ headings, from, to })
    i = to - 1
  }
  return regions
}

const indentation = ({ from, start }: Line): number => start - from

/** Whether a line stands over others that are indented further, as the name of a side does over its people. */
const isOverIndented = (lines: readonly Line[], i: number): boolean => {
  const [line, next] = [lines[i], lines[i + 1]]
  return line !== undefined && next !== undefined && next.text !== '' && indentation(next) > indentation(line) + 1
}

/** The line of a table's head that follows within a few lines: what stands above it is heading, even if it looks like a name. */
const tableHeadSoon = (lines: readonly Line[], from: number, isFurniture: (i: number) => boolean): number | null => {
  for (let at = from, seen = 0; seen < 3; at = nextFilled(lines, at + 1, isFurniture), seen++)
    if (isTableHead(lines[at])) return at
  return null
}

/** No head of a table is longer. */
const longestHead = 1000

const isTableHead = (line: Line | undefined): boolean => {
  // One cell is no head of a table.
  if (!line || line.text.length > longestHead || !['\t', '|', '  '].some((gap) => line.text.includes(gap))) return false
  if (!/\t|\||\S {2}/.test(line.text)) return false
  const cells = line.text.split(/\t| {2,}|\|/).map((text) => ({ text: text.trim(), start: 0, end: 0 }))
  return headerRoles(cells.map((cell) => (cell.text === '' ? null : cell))) !== null
}
