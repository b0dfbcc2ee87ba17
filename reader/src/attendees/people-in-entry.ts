import { splitHonorific } from '../names.js'
import { groupAhead, officeAheadLength, officeOfThingLength } from './entry-start.js'
import { isSide } from './label.js'
import { beginsWithPerson, invertedName, nameLength } from './person-shape.js'
import { splitRange } from './tail.js'

type Range = readonly [start: number, end: number]

const honorificsInLists =
  'H\\.?E\\.?|Cllr|Cr|Councillor|Ald|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Amb|Ambassador|Hon|Rev|Revd|Reverend|Father|Canon|Sir|Dame|Lord|Lady|Capt|Captain|Col|Colonel|Lt|Major|Justice|Judge|Sheikh'
const honorificAhead = new RegExp(
  `,\\s+(?:and\\s+)?(?=(?:${honorificsInLists})[.\\s]+\\p{Lu})|\\sand\\s+(?=(?:${honorificsInLists})[.\\s]+\\p{Lu})`,
  'gu',
)
const afterParenthesis = /(?<=\))(?:,\s*(?:and\s+)?|\sand\s+)/g

/** Whether each of several ranges begins with a person, written as the first one is: with an honorific, or the family name first. */
const namesAll = (text: string, ranges: readonly Range[]): boolean => {
  const parts = ranges.map(([a, b]) => text.slice(a, b).trim())
  const isTitled = splitHonorific(text).honorific !== null
  const isInverted = invertedName(text) !== null
  return (
    parts.length > 1 &&
    parts.every(
      (part) =>
        beginsWithPerson(part) &&
        !isSide(part) &&
        (!isTitled || splitHonorific(part).honorific !== null) &&
        (!isInverted || invertedName(part) !== null),
    )
  )
}

/** A name and at most what stands behind it in parentheses: "Ada Roe (remote)". */
const isNameAlone = (text: string): boolean =>
  beginsWithPerson(text) && /^\s*(?:\([^()]*\)\s*)?$/.test(text.slice(nameLength(text)))

/** One person of an entry; `office` is said of each who follows a plural ("Council Members A. Roe, B. Poe"). */
export interface Named {
  readonly range: Range
  readonly office: string | null
}

/** Between people: a semicolon, or the stop before another label in the same line ("… (Clerk). Guest: Bo Poe"). */
const semicolon =
  /(?:;\s*(?:and\s+)?|\.\s+(?=(?:Guests?|Also present|In attendance|By invitation):))(?:(?:Guests?|Also present|In attendance|By invitation):\s*)?/g
const comma = /,\s+(?:and\s+)?|\s+and\s+(?=\p{Lu})/gu
/** No entry of more is cut at its offices. */
const mostParts = 200

const isStrong = (part: string): boolean =>
  splitHonorific(part).honorific !== null || officeAheadLength(part) > 0 || groupAhead(part) !== null

/**
 * People some of whom have their office before the name: "Mayor Dana Roe; Council Members A. Poe, B. Lee". What has neither an
 * office nor an honorific belongs to the one before it, unless a plural is said of both. Null where none begins so.
 */
const byOffices = (text: string): Named[] | null => {
  const found: { range: [number, number]; office: string | null }[] = []
  let group: string | null = null
  let hasOffice = false
  const parts = splitRange(text, [0, text.length], semicolon).flatMap((range) =>
    splitRange(text, range, comma).map((part, i) => ({ part, isFirst: i === 0 })),
  )
  if (parts.length > mostParts || !isStrong(text)) return null
  // Where commas part people who each have their office before the name, a name by itself is one more of them.
  const partsPeople =
    parts.filter(({ part, isFirst }) => !isFirst && officeAheadLength(text.slice(...part).trim()) > 0).length > 1
  for (const { part, isFirst } of parts) {
    const [start, end] = part
    const words = text.slice(start, end).trimStart()
    const from = end - words.length
    const ahead = groupAhead(words)
    const last = found.at(-1)
    if (counted.test(words)) continue
    // A plural is said of no one behind a semicolon.
    if (isFirst) group = null
    if (ahead) {
      group = ahead.office
      found.push({ range: [from + ahead.length, end], office: group })
    } else if (group !== null && splitHonorific(words).honorific !== null && officeAheadLength(words) === 0) {
      found.push({ range: [from, end], office: group })
    } else if (isStrong(words)) {
      group = null
      found.push({ range: [from, end], office: null })
    } else if (group !== null && beginsWithPerson(words)) found.push({ range: [from, end], office: group })
    else if (isFirst && beginsWithPerson(words)) found.push({ range: [from, end], office: null })
    else if (isFirst && officeOfThingLength(words) > 0) {
      const length = officeOfThingLength(words)
      found.push({ range: [from + length, end], office: words.slice(0, length).trim() })
    } else if (partsPeople && isNameAlone(words)) found.push({ range: [from, end], office: null })
    else if (last) last.range[1] = end
    hasOffice ||= ahead !== null || officeAheadLength(words) > 0
  }
  return hasOffice ? found : null
}

/** The people of an entry. `isBare` says that the list prints names alone, as that of those absent does. */
export const peopleIn = (whole: string, isBare: boolean): Named[] => {
  // "… (Clerk) and 19 electors"
  const text = whole.replace(/\s+and\s+\d{1,5}\s+\p{Ll}[^,;]*$/u, '')
  return byOffices(text) ?? rangesIn(text, isBare).map((range) => ({ range, office: null }))
}

/** "… and 32 members": a number of others is nobody. */
const counted = /^\s*(?:and\s+)?(?:\d{1,5}|some|several|(?:a|the) number of|other)\s+\p{Ll}/u

/** The ranges of an entry that name one person each: "Ms. A. Roe (Chair), Mr. B. Poe and Dr. C. Lee". */
const rangesIn = (text: string, isBare: boolean): Range[] => {
  const whole: Range = [0, text.length]
  const byGap = splitRange(text, whole, /\s{3,}/g)
  if (namesAll(text, byGap)) return byGap
  const bySemicolon = splitRange(text, whole, semicolon).filter(([a, b]) => !counted.test(text.slice(a, b)))
  if (bySemicolon.length === 1 && /;/.test(text)) return bySemicolon
  if (bySemicolon.length > 1 && bySemicolon.every(([a, b]) => beginsWithPerson(text.slice(a, b).trim())))
    return bySemicolon
  const byHonorific = splitRange(text, whole, honorificAhead)
  if (byHonorific.length > 1 && splitHonorific(text).honorific !== null) return byHonorific
  const outside = splitRange(text, whole, /(?:,\s+(?:and\s+)?|\sand\s+)(?![^()]*\))/g).filter(
    ([a, b]) => !counted.test(text.slice(a, b)),
  )
  if (outside.length > (isBare ? 1 : 2) && outside.every(([a, b]) => isNameAlone(text.slice(a, b).trim())))
    return outside
  const byParenthesis = splitRange(text, whole, afterParenthesis)
  if (namesAll(text, byParenthesis)) return byParenthesis
  const byComma = splitRange(text, whole, /,\s+(?:and\s+)?|\sand\s+/g).filter(
    ([a, b]) => !counted.test(text.slice(a, b)),
  )
  const parts = byComma.map(([a, b]) => text.slice(a, b).trim())
  // "Ms. A. Roe, Upper Valley" is one person: without honorifics, two words may as well be a place.
  const areNames = byComma.length > 2 && parts.every(beginsWithPerson) && splitHonorific(text).honorific === null
  return areNames ? byComma : [whole]
}
