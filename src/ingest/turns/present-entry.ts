import type { Attendee } from '../attendees/attendee.js'
import { splitHonorific } from '../names.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { isWrittenAsName } from './person-words.js'
import { isRole } from './roles.js'

export type Mode = MeetingRecord['attendances'][number]['mode']

/** What one entry of a list of those present says of somebody. */
export interface Entry {
  readonly name: string
  readonly abbreviation: string | null
  readonly organization: string | null
  readonly title: string | null
  readonly mode: Mode | null
}

const abbreviation = /^(?=.*\p{Lu})[\p{Lu}][\p{L}~]{0,4}$/u

export const isAbbreviation = (text: string): boolean =>
  abbreviation.test(text) && text.length > 1 && !/^\p{Lu}\p{Ll}{2,}$/u.test(text)

/** How somebody takes part, by the words of a cell, a parenthesis or a heading; null where they do not say. */
export const modeIn = (text: string): Mode | null => {
  if (/\b(?:apolog(?:y|ies)|absent|regrets|excused|not present|did not attend)\b/i.test(text)) return 'APOLOGIES'
  const isRemote =
    /\b(?:remote(?:ly)?|online|virtual(?:ly)?|by (?:phone|video|telephone)|phone|dial(?:ed|led)?[- ]in|zoom|webex|teams|teleconference)\b/i.test(
      text,
    )
  const isThere = /\b(?:in[- ]person|on[- ]site|in the room|physical(?:ly)?|local)\b/i.test(text)
  if (isRemote && isThere) return null
  if (isRemote) return 'REMOTE'
  return isThere ? 'PRESENT' : null
}

const clean = (text: string): string =>
  text
    .replace(/\*\*|__|`/g, '')
    .replace(/[[\]]\([^()\s]*\)/g, '')
    .replace(/^[[\s]+|[\]\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const stated = (text: string): Partial<Entry> => {
  if (isAbbreviation(text)) return { abbreviation: text }
  const mode = modeIn(text)
  if (mode !== null) return { mode }
  return isRole(text) ? { title: text } : { organization: text }
}

/** "Ada Roe (AR, Mill Trust)", "Ada Roe (AR) - Mill Trust", "Ada Roe, Mill Trust"; null where it begins with no name. */
export const entryOf = (text: string): Entry | null => {
  const words = clean(text).replace(/[.;,]$/, '')
  const match = /^([^(),–—:]+?)\s*(?:\(([^()]*)\)\s*)?(?:(?:[,–—]|\s-)\s*(.*))?$/u.exec(words)
  const name = match?.[1]?.replace(/\s+-$/, '').trim() ?? ''
  if (!match || !isWrittenAsName(name)) return null
  const inside = (match[2] ?? '').split(/\s*[,;/]\s*/).filter((part) => part !== '')
  const after = (match[3] ?? '').trim()
  const none: Entry = { name, abbreviation: null, organization: null, title: null, mode: null }
  const known = [...inside, ...(after === '' ? [] : [after])].map(stated)
  return Object.assign(none, ...known)
}

/** The entry as a row of those present, as the cast takes it. */
export const attendeeOf = (entry: Entry, mode: Mode, pieces: Pieces): Attendee => {
  const { honorific, name } = splitHonorific(entry.name)
  const { title, organization } = entry
  const isStated = title !== null || organization !== null
  return {
    honorific,
    name,
    nameAsPrinted: entry.name,
    abbreviation: entry.abbreviation,
    role: title !== null && isRole(title) ? title : null,
    mode: entry.mode ?? mode,
    affiliations: isStated ? [{ title, organization, status: 'CURRENT', note: null, pieces, titlePieces: pieces }] : [],
    pieces,
    namePieces: pieces,
    isWrapped: false,
    isHyphenJoined: false,
  }
}
