import { honorificPattern, particles } from '../names.js'

/** What stands before a turn and says whose it is: "ABC:", "DE/SYG:", "Jane Roe:", "ABC -". */
export interface Label {
  /** As printed, without emphasis and the colon. */
  readonly printed: string
  /** How many characters of the line it takes, with the mark behind it and the white space after that. */
  readonly length: number
}

const colon = /^(?:\*\*|__|\*|_)?([^\s:*_|[\]<>`#][^:*_|<>`]{0,48}?)(?:\*\*|__|\*|_)?\s?:(?:\*\*|__|\*|_)?(?=\s|$)\s*/u
const dash =
  /^(?:\*\*|__|\*|_)?([^\s:*_|[\]<>`#–—-][^:*_|<>`–—]{0,48}?)(?:\*\*|__|\*|_)?\s+[-–—](?:\*\*|__)?(?=\s|$)\s*/u

const anyDash = /\s[-–—]/

/** The label that a line begins with, if its first words are set off by a colon (or a dash, where `dashes`). */
export const labelAt = (line: string, dashes = false): Label | null => {
  const head = line.slice(0, 80)
  const match =
    (dashes && anyDash.test(head) ? dash.exec(head) : null) ?? (head.includes(':') ? colon.exec(head) : null)
  return match ? { printed: (match[1] ?? '').trim(), length: match[0].length } : null
}

const aside = /\s*[([][^()[\]]*[)\]]$/
const nobody =
  /^(?:\?+|(?:un(?:known|identified|named)|anonymous)(?:\s\p{L}+)?|someone|somebody|participant|audience(?: member)?|(?:a )?member of the audience|questioner|attendee|inaudible)$/iu

/** Who a part of a label may be. */
export type Part = { readonly kind: 'anonymous' | 'initials' | 'name' | 'role'; readonly text: string }

const initials = /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}~]{1,4}$/u
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const oneWord = new RegExp(`^${word}$`, 'u')
const lower = [...particles].map((particle) => particle.replace('.', '\\.')).join('|')
const fullName = new RegExp(
  `^(?:${honorificPattern})?(?:(?:${lower})\\s+)?${word}(?:\\s+(?:(?:${lower})\\s+){0,2}${word}){0,4}$`,
  'u',
)
const withHonorific = new RegExp(`^${honorificPattern}\\p{Lu}`, 'u')

const role =
  /^(?:the |madam |mister |mr\.? |acting )?(?:co-?\s?)?(?:vice[- ]?)?(?:chair(?:s|person|man|woman)?|president|secretary(?:[- ]general)?|moderator|facilitator|rapporteur|convenor|convener|speaker|host|clerk|treasurer|presiding officer|minute[- ]taker|note[- ]?taker|scribe|interviewer|secretariat)(?: [A-Z\d])?$/i

/** Words in capitals that open a line and are nobody. */
const noInitials: ReadonlySet<string> = new Set(
  'OK NB PS FYI TODO TBD TBC AOB NOTE RE CC FAQ URL API ID ACTION WIP TLDR HTTP HTTPS JSON HTML AI TOC RFC EDIT DONE YES NO ETA RES VOTE'.split(
    ' ',
  ),
)

/** Words that headings and remarks of a note-taker begin with, and names do not. */
const noNames: ReadonlySet<string> = new Set(
  (
    'new next remaining strong positive negative neutral action actions item items topic topics conclusion conclusions decision decisions resolution agenda ' +
    'presenter presenters speakers champion champions date time location venue place present attendees attendance attending apologies absent regrets note notes ' +
    'summary outcome outcomes stage status reviewers reviewer link links slide slides question questions answer answers background discussion consensus ' +
    'minutes meeting subject title proposal option options example examples step steps reason reasons motion vote votes result results update updates ' +
    'participants invited guests members quorum recording transcript source sources http https see all no yes key follow other others misc previous current final ' +
    'first second third part section annex appendix table figure week day monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december the this that these our for and with from'
  ).split(' '),
)

export const isRole = (text: string): boolean => role.test(text)

/** Whether a text is written as a person's name is: two to five capitalized words, or an honorific and a name. */
export const isFullName = (text: string): boolean =>
  text.length <= 60 &&
  fullName.test(text) &&
  (/\s/.test(text) || withHonorific.test(text)) &&
  !text.split(/\s+/).some((each) => noNames.has(each.toLowerCase().replace(/[^a-z]/g, '')))

export const isInitials = (text: string): boolean => initials.test(text) && !noInitials.has(text)

/** Whether the record itself doubts a label ("ABC?", "ABC (??)"). */
export const isDoubted = (printed: string): boolean => /\S\s*[([]?\?+[)\]]?$/.test(printed) && !/^\?+$/.test(printed)

const partOf = (text: string): Part | null => {
  if (nobody.test(text)) return { kind: 'anonymous', text }
  if (isRole(text)) return { kind: 'role', text }
  if (isInitials(text)) return { kind: 'initials', text }
  if (isFullName(text) || oneWord.test(text)) return { kind: 'name', text }
  return null
}

const separator = /\s*[/&+,;]\s*|\s+and\s+/

/** Whom a label may name, one by one; null where its words are no label of speakers. */
export const partsOf = (printed: string): Part[] | null => {
  const bare = printed
    .replace(aside, '')
    .replace(/(?<=\S)\s*\?+$/, '')
    .trim()
  const texts = bare.split(separator).filter((text) => text !== '' && !/^etc\.?$/i.test(text))
  const parts = texts.map(partOf)
  return parts.length > 0 && parts.length <= 6 && parts.every((part) => part !== null) ? parts : null
}

/** Whether an entry of a list begins with a name: a full one, or one word (a nickname, a family name). */
export const isWrittenAsName = (text: string): boolean => isFullName(text) || /^\p{Lu}[\p{L}'’-]{2,}$/u.test(text)
