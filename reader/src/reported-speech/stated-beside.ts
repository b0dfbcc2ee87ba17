import { isGroup, isMeetingRole, isPresenceNote } from '../attendees/attendee.js'
import { holdsBodyWord, isBody, isCountry } from '../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../english/titles.js'
import { modeIn, vote } from '../turns/present-entry.js'

/** What a text says beside a name of whom somebody comes for, and what they are; offsets are into the text. */
export interface StatedBeside {
  readonly title: string | null
  readonly organization: string | null
  readonly end: number
}

const capitals =
  "\\p{Lu}[\\p{L}\\p{N}&.'’-]*(?:\\s+(?:(?:of|and|for|the|on|&)\\s+){0,2}\\p{Lu}[\\p{L}\\p{N}&.'’-]*){0,8}"
const coming = new RegExp(
  `^(,\\s+(?:who\\s+)?(?:representing|speaking for|here for|for|of|from|with)|\\s+(?:of|from|with|representing))\\s+(?:the\\s+)?(${capitals})`,
  'u',
)
/** What stands in parentheses directly behind something. */
export const inParentheses = /^\s*\(([^()]{2,80})\)/
const apposed = /^,\s+(?:the\s+|an?\s+)?(\p{Lu}[^,;()]{2,80}?)(?:,\s+(?:the\s+)?(\p{Lu}[^,;()]{2,80}?))?,\s/u
const place =
  /\b(?:street|st|road|rd|lane|avenue|ave|drive|court|way|place|terrace|close|square|hill|valley|county|village|town|ward|district)\.?$/i

/** What somebody does at a meeting, or how they hold an office. */
const part =
  /^(?:proposer|proposing|seconder|seconding|mover|sponsor|applicant|objector|petitioner|resident|citizen|neighbou?r|witness|guest|visitor|acting|interim|outgoing|incoming|retired|elect|late|hybrid|independent)$/i

/** Whether words in parentheses tell how somebody attends, votes or takes part: "(Online)", "(Absent)", "(Aye)", "(Proposer)". */
const isPart = (inside: string): boolean =>
  !(isCountry(inside) || holdsBodyWord(inside)) &&
  (modeIn(inside) !== null ||
    isPresenceNote(inside) ||
    [vote, part].some((pattern) => pattern.test(inside)) ||
    isMeetingRole(inside) ||
    isGroup(inside))

const isOrganization = (words: string): boolean =>
  isCountry(words) || (isBody(words) && !isWholeTitle(words) && !isPart(words))

/** Whether a name in parentheses is a body's, where a record puts one behind every speaker: "Mr. Roe (Upper Mill)". */
export const isNameOfBody = (inside: string): boolean =>
  /^\p{Lu}[\p{L}'’-]*(?:\s(?:(?:of|the|and)\s){0,2}\p{Lu}[\p{L}'’-]*){0,5}$/u.test(inside) &&
  !holdsTitle(inside) &&
  !isPart(inside)

/** Fewer of those who speak that have a name in parentheses make no habit of the record. */
const fewest = 3

/** Whether a record puts a body in parentheses behind those whom it names: each with the text behind the name. */
export const putsBodiesBehind = (names: readonly { readonly printed: string; readonly behind: string }[]): boolean =>
  new Set(
    names
      .filter(({ behind }) => isNameOfBody(inParentheses.exec(behind.slice(0, 90))?.[1]?.trim() ?? ''))
      .map(({ printed }) => printed),
  ).size >= fewest

const inWords = (words: string): Pick<StatedBeside, 'title' | 'organization'> | null => {
  if (isOrganization(words)) return { title: null, organization: words }
  return isWholeTitle(words) && holdsTitle(words) ? { title: words, organization: null } : null
}

/**
 * What stands right behind a name, `hasHabit` where the record puts a body in parentheses behind most: "Ms. Roe (Kenya)", "Mr. Poe of the Tide Trust", "Mr. Lee, representing the Mill Guild,",
 * "Ms. Low, Director, Lake Institute,". Null where it is an address, or no more than words.
 */
export const statedBeside = (text: string, end: number, hasHabit = false): StatedBeside | null => {
  const rest = text.slice(end, end + 220)
  const box = inParentheses.exec(rest)
  if (box) {
    const words = (box[1] ?? '').trim()
    const found = inWords(words) ?? (hasHabit && isNameOfBody(words) ? { title: null, organization: words } : null)
    return found && { ...found, end: end + box[0].length }
  }
  const from = coming.exec(rest)
  if (from) {
    const [all, lead = '', body = ''] = from
    const name = (body.split(/(?<=\p{Ll}{2})\.\s/u, 1)[0] ?? body).replace(/[.'’]+$/u, '')
    const isNamed = /(?:of|representing|for)$/.test(lead) && /\s/.test(name) && !place.test(name)
    return isOrganization(name) || isNamed
      ? { title: null, organization: name, end: end + all.length - body.length + name.length }
      : null
  }
  const behind = apposed.exec(rest)
  if (!behind) return null
  const [first, second] = [inWords(behind[1] ?? ''), inWords(behind[2] ?? '')]
  if (!first) return null
  const organization = first.organization ?? second?.organization ?? null
  return { title: first.title ?? second?.title ?? null, organization, end: end + behind[0].length - 2 }
}
