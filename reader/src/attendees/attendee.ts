import { isBody } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { splitHonorific, withoutDegrees } from '../names.js'
import { inUsualCase } from '../people/usual-case.js'
import type { MeetingRecord, Pieces } from '../record.js'
import type { StatedAffiliation } from './affiliations.js'
import { invertedName } from './person-shape.js'

/** One person of a list of those present, as printed there. */
export interface Attendee {
  readonly honorific: string | null
  /** Without the honorific, a wrapped name put together again. */
  readonly name: string
  readonly nameAsPrinted: string
  /** Initials that the list gives for the person ("(ABC)"). */
  readonly abbreviation: string | null
  readonly role: string | null
  readonly mode: MeetingRecord['attendances'][number]['mode']
  readonly affiliations: readonly StatedAffiliation[]
  readonly pieces: Pieces
  /** The lines of the name, more than one where it wraps. */
  readonly namePieces: Pieces
  readonly isWrapped: boolean
  readonly isHyphenJoined: boolean
}

const roleWords =
  /^(?:in the )?(?:co-?)?(?:vice-?\s?)?(?:chair(?:person|man|woman)?|moderator|facilitator|rapporteur|secretary|convener|convenor|host|observer|speaker|panel(?:l)?ist|discussant|(?:deputy\s)?leader|head\sof\s(?:the\s)?delegation)(?:s)?$/i

const groupWords =
  /^(?:(?:invited|other|external|civil society|government|panel|board|committee|staff)\s+)?(?:governments?|private sector|industry|international organi[sz]ations|non-governmental organi[sz]ations|ngos|local authorities|guests?|observers?|secretariat|panel|panel(?:l)?ists|panel members|members|staff|experts|speakers|organi[sz]ers|hosts|participants|attendees|delegates|delegations|others|civil society|academia|media|press|donors|public|apologies|regrets|absent|excused|present|remote(?:ly)?|online|in person|by (?:video|telephone))$/i

/** Whether a line by itself names a group of those present ("Guests", "Panel members"), and no person. */
export const isGroup = (text: string): boolean => groupWords.test(text.trim())

/** Officers of a body who speak as such at its meetings ("The Clerk"); a list prints the office as a title. */
export const isOfficer = (text: string): boolean =>
  /^(?:clerk|treasurer|scribe|note-?\s?taker|minute-?\s?taker)$/i.test(text.trim())

export const isMeetingRole = (text: string): boolean => roleWords.test(text.trim())

export interface PrintedName {
  readonly honorific: string | null
  readonly name: string
  readonly nameAsPrinted: string
  readonly abbreviation: string | null
  readonly role: string | null
  readonly isRemote: boolean
  readonly isAbsent: boolean
}

/** "(excused)", "(items 3-5)", "(until 11.30)": for how much of the meeting somebody was there. */
export const isPresenceNote = (text: string): boolean =>
  isAddress(text) ||
  /^(?:un)?excused$|^(?:absent|apologies(?: received)?|part(?:ial|ly)?|in part)$|^(?:for |from |until |to )?(?:agenda )?items? \d.{0,30}$|^(?:for )?part(?: of the meeting)?$|^(?:from|until|till|up to|to) (?:minute|min\.?|agenda item|item|paragraph)\s*\d.{0,12}$|^(?:(?:from|until|till|left|arrived|joined|to)\b(?: at)? \d{1,2}[.:]?\d{0,2}.{0,12})$/i.test(
    text.trim(),
  )

/** "ROE, Anna" and "Roe, Ms. Anna" in the order in which a text prints the name. */
const inOrder = (printed: string): { honorific: string | null; name: string } | null => {
  const inverted = invertedName(printed)
  if (inverted?.length !== printed.length) return null
  const { honorific, name } = splitHonorific(inverted.given)
  return { honorific, name: `${name} ${inUsualCase(inverted.family.trim())}` }
}

/** "(flat 3)", "(Unit 204)", "(87)": where somebody lives, or whose number they have. */
const isAddress = (text: string): boolean =>
  /^(?:(?:flat|unit|apartment|apt\.?|house|plot|lot|block|room|seat|berth|no\.?)\s?)?[A-Z]?-?\d{1,4}[a-z]?$/i.test(
    text.trim(),
  )

/** Takes a printed name apart: honorific, name, and what stands after it in parentheses (initials, a role, "online"). */
export const printedName = (text: string): PrintedName => {
  let rest = text
    .replace(/\*+|_{2,}/g, '')
    .replace(/[\s\d†‡*]+$/, '')
    .trim()
  let [abbreviation, role]: [string | null, string | null] = [null, null]
  let honorific: string | null = null
  let [isRemote, isAbsent] = [false, false]
  const both =
    /\s*[([](?:([A-Z][A-Za-z]{1,4})\s*[,;/–-]\s*([^()[\],]{3,40})|([^()[\],]{3,40})\s*[,;/–-]\s*([A-Z][A-Za-z]{1,4}))[)\]]$/.exec(
      rest,
    )
  const letters = both?.[1] ?? both?.[4] ?? ''
  // "(JB, chair)"
  if (both && /[A-Z]{2}/.test(letters) && isMeetingRole(both[2] ?? both[3] ?? '')) {
    abbreviation = letters
    role = both[2] ?? both[3] ?? null
    rest = rest.slice(0, both.index)
  }
  for (let match = /\s*[([]([^()[\]]*)[)\]]$/.exec(rest); match; match = /\s*[([]([^()[\]]*)[)\]]$/.exec(rest)) {
    const inside = (match[1] ?? '').trim()
    if (
      /^(?:online|remote(?:ly)?|virtual(?:ly)?|by (?:phone|video|telephone|video ?link)|via .*|video ?link)$/i.test(
        inside,
      )
    )
      isRemote = true
    else if (/^[A-Z][A-Za-z]{1,4}$/.test(inside) && /[A-Z]{2}/.test(inside)) abbreviation = inside
    else if (isMeetingRole(inside) || /^(?:in the chair|chairing|presiding)$/i.test(inside)) role = inside
    else if (/^(?:Mr|Ms|Mrs|Miss|Mx|Dr|Prof)\.?$/.test(inside)) honorific = inside
    else if (isPresenceNote(inside)) isAbsent ||= /excused|absent|apolog/i.test(inside)
    else break
    rest = rest.slice(0, match.index)
  }
  rest = rest.replace(/[,;:]$|(?<=\p{L}\p{Ll})(?<!\b(?:Jr|Sr|Esq|ret))\.$/u, '').trim()
  const split = inOrder(rest) ?? splitHonorific(rest)
  return {
    ...split,
    name: withoutDegrees(split.name),
    honorific: split.honorific ?? honorific,
    nameAsPrinted: rest,
    abbreviation,
    role,
    isRemote,
    isAbsent,
  }
}

const roleBehind = /^(.{2,}?)(?:\s*\(([^()]{3,40})\)|,\s+(in the chair|chairing|presiding))$/iu

const chairAhead = /^((?:co-?\s?|vice-?\s?)?chair(?:person|man|woman)?),\s+(.{3,})$/iu

/** "Director (Chair)", "Vice-Chancellor, in the Chair", "Chairperson, Director": a title with the role at the meeting beside it, apart. */
export const withRoleApart = (attendee: Attendee): Attendee => {
  let role: string | null = null
  const affiliations = attendee.affiliations.map((one) => {
    const [, title, inside, behind] = roleBehind.exec(one.title ?? '') ?? []
    const words = behind ?? (isMeetingRole(inside ?? '') ? inside : undefined)
    const [, chair, rest = ''] = chairAhead.exec(one.title ?? '') ?? []
    if (title !== undefined && words !== undefined) {
      role ??= words
      return { ...one, title }
    }
    if (chair === undefined || !holdsTitle(rest) || isBody(rest)) return one
    role ??= chair
    return { ...one, title: rest }
  })
  return role === null ? attendee : { ...attendee, role: attendee.role ?? role, affiliations }
}
