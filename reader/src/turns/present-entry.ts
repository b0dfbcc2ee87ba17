import { type Attendee, isMeetingRole } from '../attendees/attendee.js'
import { bodyFrom, partKind } from '../attendees/tail.js'
import { isCountry } from '../english/bodies.js'
import { isTitleHead, isWholeTitle } from '../english/titles.js'
import { fold, splitHonorific, withoutDegrees } from '../names.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { cjkName } from './cjk-names.js'
import { areInitialsOf, isHandle, isWrittenAsName } from './person-words.js'
import { isRole, officeAndName } from './roles.js'

export type Mode = MeetingRecord['attendances'][number]['mode']

/** What one entry of a list of those present says of somebody. */
export interface Entry {
  readonly name: string
  readonly abbreviation: string | null
  readonly organization: string | null
  readonly title: string | null
  readonly mode: Mode | null
  /** "(in the chair)": a role at the meeting that is no title. */
  readonly role?: string | null
}

const abbreviation = /^(?=.*\p{Lu})[\p{Lu}][\p{L}~]{0,4}$/u

export const isAbbreviation = (text: string): boolean =>
  abbreviation.test(text) && text.length > 1 && !/^\p{Lu}\p{Ll}{2,}$/u.test(text)

/** How somebody takes part, by the words of a cell, a parenthesis or a heading; null where they do not say. */
export const modeIn = (text: string): Mode | null => {
  if (
    /\b(?:apolog(?:y|ies)|absente?s?|regrets|excused|not present|did not attend|entschuldigt|abwesend|ausentes?|excusad[oa]s?)\b|excusée?s?|欠席/i.test(
      text,
    )
  )
    return 'APOLOGIES'
  const isRemote =
    /\b(?:remote(?:ly)?|online|virtual(?:ly)?|by (?:phone|video|telephone)|phone|dial(?:ed|led)?[- ]in|zoom|webex|teams|teleconference)\b/i.test(
      text,
    )
  if (/^(?:present|here|in attendance|yes|y|p|x|✓|✔|☑)$/i.test(text.trim())) return 'PRESENT'
  const isThere = /\b(?:in[- ]person|on[- ]site|in the room|physical(?:ly)?|local)\b/i.test(text)
  if (isRemote && isThere) return null
  if (isRemote) return 'REMOTE'
  return isThere ? 'PRESENT' : null
}

/** What a roll call of a vote prints beside a name: it says how somebody voted, and not that the list is of those present. */
export const vote = /^(?:aye?|yea|yes|no|nay|abstain(?:ed|s)?|abstention|for|against|in favou?r|opposed|recused?)$/i

const clean = (text: string): string =>
  text
    .replace(/^The (?=(?:(?:Rt|Right|Most|Very)\.? )?(?:Hon|Rev)(?:\.|\p{Ll}))/u, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/[[\]]\([^()\s]*\)/g, '')
    .replace(/(?<=\p{L})_(?=\p{L})/gu, ' ')
    .replace(/^[[\s]+|[\]\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Roles at a meeting in German, French and Spanish; a president may be one of a body, and is that by title. */
const roleElsewhere =
  /^(?:vorsitz(?:ende[rn]?)?|sitzungsleitung|moderation|protokoll(?:führ\p{L}+)?|schriftführ\p{L}+|président(?:e)? de séance|secrétaire de séance|moderador(?:a)?|animat(?:eur|rice))$/iu

const stated = (text: string): Partial<Entry> => {
  if (ofPresence.test(text)) return {}
  if (isAbbreviation(text)) return { abbreviation: text }
  const mode = modeIn(text)
  if (mode !== null) return { mode }
  if (
    /^(?:in the chair|chairing|presiding|minutes|notes|(?:minute|note)[- ]?taker|recorder|taking (?:minutes|notes))$/i.test(
      text,
    ) ||
    roleElsewhere.test(text)
  )
    return { role: text }
  if (/,\s/.test(text)) return titleAndBody(text)
  // "Roe Partners": nobody alone is that.
  if (!isRole(text) && partKind(text) === 'body') return titleAndBody(text)
  return isRole(text) || isTitleHead(fold(text).split(' ').at(-1) ?? '') || isWholeTitle(text)
    ? { title: text }
    : titleAndBody(text)
}

/** "Permanent Secretary, Department for Ferries": the title before the body, or behind it. */
const titleAndBody = (text: string): Partial<Entry> => {
  const parts = text.split(/,\s+/)
  const kinds = parts.map(partKind)
  // "Director, Regional Programme": nothing there is a body for sure.
  if (!kinds.includes('body')) return isWholeTitle(text) ? { title: text } : { organization: text }
  const at = parts.length === 2 && kinds[0] === 'body' && kinds[1] === 'title' ? -1 : bodyFrom(kinds)
  if (at < 0) return { title: parts[1] ?? null, organization: parts[0] ?? null }
  const [title, organization] = [parts.slice(0, at).join(', '), parts.slice(at).join(', ')]
  return title === '' ? { organization: text } : { title, ...(organization && { organization }) }
}

const handle = /(?:^|\s)@([A-Za-z\d][A-Za-z\d._-]{1,38})(?=$|[\s(),])/

/** "@amoss (Ada Moss)", "Ada Moss @amoss (observer)": the name without the handle, and the handle. */
const withoutHandle = (text: string): { text: string; abbreviation: string | null } => {
  const match = handle.exec(text)
  if (!match) return { text, abbreviation: null }
  const rest = text.replace(match[0], '').trim()
  return { text: rest.replace(/^[([]([^()[\]]+)[)\]]/, '$1').trim(), abbreviation: match[1] ?? null }
}

/** A handle by itself. */
export const handleEntry = (text: string): Entry | null => {
  const name = clean(text).replace(/^@/, '')
  return isHandle(name) ? { name, abbreviation: name, organization: null, title: null, mode: null } : null
}

/** Whether a name in a chat is made of somebody's: "aroe", "roe_", "ada", "am" of "Ada Moss". */
const isHandleOf = (text: string, name: string): boolean => {
  const bare = fold(text.replace(/[\d_.-]+$/, '')).replace(/ /g, '')
  const tokens = fold(name).split(' ')
  return (
    isHandle(text) && (areInitialsOf(bare, name) || tokens.some((token) => token.length > 2 && bare.includes(token)))
  )
}

const delegates = /^(\p{Lu}[\p{L} ()'’.-]{2,50}?)\s+((?:Mr|Ms|Mrs|Mme|Dr|Sir|Lord|Dame|Miss)\.?\s+\p{Lu}.{1,50})$/u

/** "AR – Ada Roe (Mill Trust)" */
const initialsFirst = /^(\p{Lu}[\p{L}~]{1,4})\s*[-–—=:]\s+(\p{Lu}.*)$/u
/** When somebody was there, and that nobody sent them: no title and no body. */
const ofPresence = /^(?:late|left|arrived|joined|from|until|till|part|partly|independent)\b/i

/** "Ada Roe (AR, Mill Trust)", "Ada Roe (AR) - Mill Trust", "Ada Roe, Mill Trust"; null where it begins with no name. */
export const entryOf = (text: string): Entry | null => {
  const [, initials = '', rest = ''] = initialsFirst.exec(clean(text)) ?? []
  const named = initials === '' ? null : namedEntry(rest)
  return named && areInitialsOf(initials, named.name) ? { ...named, abbreviation: initials } : namedEntry(text)
}

const namedEntry = (text: string): Entry | null => {
  const { text: whole, abbreviation: known } = withoutHandle(clean(text).replace(/[.;,]$/, ''))
  const ofCountry = delegates.exec(whole)
  if (ofCountry && isCountry(ofCountry[1] ?? '')) {
    const name = ofCountry[2] ?? ''
    return { name, abbreviation: known, organization: ofCountry[1] ?? null, title: null, mode: null }
  }
  const words = whole
  const cjk = cjkName(words)
  if (cjk) return { ...cjk, abbreviation: known, organization: null, mode: null }
  const match = /^([^(),–—:]+?)\s*(?:\(([^()]*)\)\s*)?(?:(?:[,–—]|\s-)\s*(.*))?$/u.exec(words)
  const name = match?.[1]?.replace(/\s+-$/, '').trim() ?? ''
  // "Council Member Ada Roe (excused)": the office stands before the name.
  const held = /^Prof(?:essor)?\b/i.test(name) ? null : officeAndName(name)
  if (!match || (!held && (!isWrittenAsName(name) || isRole(name) || isTitleHead(fold(name))))) return null
  const inside = (match[2] ?? '').split(/\s*[,;/]\s*/).filter((part) => part !== '')
  const after = (match[3] ?? '').trim()
  const nick = known ?? inside.find((part) => isHandleOf(part, held?.name ?? name)) ?? null
  const none: Entry = { name: held?.name ?? name, abbreviation: nick, organization: null, title: null, mode: null }
  if ([...inside, after].some((detail) => vote.test(detail))) return null
  const details = [...inside, ...(after === '' ? [] : [after])].filter((part) => part !== nick).map(stated)
  const entry: Entry = Object.assign(none, ...details)
  if (!held) return entry
  // "Deputy Ada Roe (Chair)": what is said behind the name holds for the meeting.
  const role = entry.title !== null && isMeetingRole(entry.title) ? entry.title : null
  return { ...entry, title: held.office, role: entry.role ?? role }
}

/** The entry as a row of those present, as the cast takes it. */
export const attendeeOf = (entry: Entry, mode: Mode, pieces: Pieces): Attendee => {
  const { honorific, name: printed } = splitHonorific(entry.name)
  const name = withoutDegrees(printed)
  const { title, organization } = entry
  const isStated = title !== null || organization !== null
  return {
    honorific,
    name,
    nameAsPrinted: entry.name,
    abbreviation: entry.abbreviation,
    role: entry.role ?? (title !== null && isMeetingRole(title) ? title : null),
    mode: entry.mode ?? mode,
    affiliations: isStated ? [{ title, organization, status: 'CURRENT', note: null, pieces, titlePieces: pieces }] : [],
    pieces,
    namePieces: pieces,
    isWrapped: false,
    isHyphenJoined: false,
  }
}
