import type { Attendee } from '../../attendees/attendee.js'
import { isItemHead } from '../../attendees/region.js'
import { isBody, isCountry } from '../../english/bodies.js'
import { holdsTitle } from '../../english/titles.js'
import { isDateLine } from '../../front/labels.js'
import { withoutOffice } from '../../identity/within-meeting.js'
import { splitHonorific } from '../../names.js'
import { titleIn } from '../../reported-speech/offices.js'
import type { Line } from '../../text/lines.js'
import { isClassification } from './headings.js'

const bullet = /^(?:[-–—*•·+]\s+|\(?\d{1,3}[.)]\s+)/

const entryOf = ({ text }: Line): string =>
  text
    .replace(bullet, '')
    .replace(/[*_]+/g, '')
    .replace(/[,;.]$/, '')

/** "The Secretary", as an entry of a list: an office without a name. */
export const officeAlone = (line: Line): string | null => {
  const entry = entryOf(line)
  const title = /^The\s/.test(entry) ? entry.slice(4) : null
  return title !== null && titleIn(title) === title ? title : null
}

/** "Foreign Minister Roe", "Ambassador Ada Roe, Sample Mission": an office before a name. */
export const officeAndName = (line: Line, body: string | null): Attendee | null => {
  const entry = entryOf(line)
  const printed = entry.split(/,\s/, 1)[0] ?? ''
  const name = withoutOffice(printed)
  if (splitHonorific(printed).honorific !== null || name === printed || name.split(' ').length > 3) return null
  if (holdsTitle(name) || isBody(name) || isCountry(name) || !/^\p{Lu}\p{L}*\p{Ll}/u.test(name)) return null
  const start = line.start + line.text.indexOf(printed)
  const pieces: [number, number][] = [[line.start, line.end]]
  const title = printed.slice(0, printed.length - name.length).trim()
  return {
    honorific: null,
    name,
    nameAsPrinted: printed,
    abbreviation: null,
    role: null,
    mode: 'PRESENT',
    affiliations: [{ title, organization: body, status: 'CURRENT', note: null, pieces, titlePieces: [] }],
    pieces,
    namePieces: [[start, start + printed.length]],
    isWrapped: false,
    isHyphenJoined: false,
  }
}

/** A line by itself that names the country or body of those below it. */
export const bodyLabel = (line: Line): string | null => {
  const entry = entryOf(line).replace(/:$/, '')
  return isCountry(entry) ||
    (/^\p{Lu}/u.test(entry) && !/,/.test(entry) && entry.split(' ').length <= 6 && isBody(entry) && !holdsTitle(entry))
    ? entry
    : null
}

/** One word or two, after a blank line: whatever it names, those below it came for that. */
export const shortLabel = (line: Line): string | null => {
  const entry = entryOf(line).replace(/:$/, '')
  return /^\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?$/u.test(entry) &&
    !holdsTitle(entry) &&
    splitHonorific(entry).honorific === null
    ? entry
    : null
}

/** Whether a line cannot belong to a list of those present: a day, how secret the record is, another label of the front. */
export const endsList = (line: Line): boolean => isItemHead(line) || isNoEntry(line)

const isNoEntry = ({ text }: Line): boolean =>
  isDateLine(text.slice(0, 200)) ||
  isClassification(text) ||
  /^(?:subjects?|date|time|place|time and place|place and time|copies to|distribution|drafted by|agenda|documents?)\b\s*:?/i.test(
    text,
  )
