import { holdsBodyWord, isBody, isCountry } from '../english/bodies.js'
import { isWholeTitle } from '../english/titles.js'
import { fold, splitHonorific } from '../names.js'
import { firstWordsOfNoName } from '../people/no-name-words.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import type { Roster } from '../people/roster.js'
import { identify } from '../people/within-meeting.js'
import { bot, device, fieldWords, nobodyWords, numbered, officeLabel, oneOfMany, phone } from './words.js'

/**
 * What the words of a label may be by themselves, before it is known what others there are:
 *
 * - `known`: somebody of the roster
 * - `titled`: a name with an honorific, or by an office ("Mr Roe", "Mayor Roe")
 * - `name`: a full name; `single`: one word that may be one; `initials`; `nick`: a name in a chat
 * - `role`, `body`, `device`, `nobody` ("?", "Several speakers"), `bot`
 * - `field`: "Date", "Action"; `words`: anything else
 */
export type Nature =
  | 'known'
  | 'titled'
  | 'name'
  | 'single'
  | 'initials'
  | 'nick'
  | 'role'
  | 'body'
  | 'device'
  | 'nobody'
  | 'bot'
  | 'field'
  | 'words'

const aside = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\])$/
const manner =
  /,\s+(?:\p{Ll}+ly|again|laughing|smiling|joking|in (?:reply|response|conclusion)|by leave)$|\s+(?:(?:by|via) (?:e-?mail|phone|letter|chat|video)|in (?:the )?chat|in writing)$/iu
const toWhom = /(?<=\S) to the \p{Lu}[^()]{2,80}$/u

/** A label in parts: who it names, and what stands in parentheses behind. */
export interface LabelParts {
  readonly core: string
  readonly asides: readonly string[]
}

/** "Roe, again (Northland) (she/her)" is "Roe", with two asides; a question's "to the Minister" is left out. */
export const partsOf = (printed: string): LabelParts => {
  const asides: string[] = []
  let core = printed
    .replace(/^BY (?=\p{Lu})/u, '')
    .replace(toWhom, '')
    .replace(manner, '')
  for (let match = aside.exec(core); match && match.index > 0; match = aside.exec(core)) {
    asides.unshift((match[1] ?? match[2] ?? '').trim())
    core = core.slice(0, match.index)
  }
  core = core
    .replace(manner, '')
    .replace(/^["“'‘*_]+|["”'’*_]+$/g, '')
    .replace(/(?<=\p{L})\?+$/u, '')
  return { core: core.trim(), asides }
}

/** By which labels of one speaker are told to be the same. */
export const keyOf = (printed: string): string => fold(partsOf(printed).core) || printed.trim()

const jointly = /\s*(?:\/|&|\+|;|,(?=\s*\p{Lu}{2,5}(?:\s*(?:,|\/|&|and|$)))|\s(?:and|und|et|y)\s)\s*/u

/** Those who speak together: "ABC/DEF", "Mr Roe and Ms Poe". One for a label of one. */
export const jointParts = (core: string): string[] => {
  const parts = core.split(jointly).map((part) => part.trim())
  const isWhole = parts.length === 1 || parts.some((part) => part === '') || holdsBodyWord(core)
  return isWhole ? [core] : parts
}

const initials = /^\p{Lu}[\p{Lu}\p{N}~]{1,4}$|^\p{Lu}\p{Ll}?\p{Lu}\p{L}?$/u
const handle = /^[\p{L}_][\p{L}\p{N}_.`^|\\{}[\]-]{1,30}$/u

const isField = (folded: string): boolean =>
  fieldWords.has(folded) ||
  /^(?:item|step|option|phase|day|part|question|exhibit|clause|section|page|line|figure|slide) (?:\d+|[a-z])$/.test(
    folded,
  ) ||
  /^(?:action|decision|resolution|resolved|agenda|topic|subtopic|issue|note|motion|aob|pr|rfc|proposed|minutes|next)s?\b/.test(
    folded,
  )

/** "Mayor Moss", "City Manager Ada Roe": an office and the name of who holds it. */
export const officeAndName = (text: string): { readonly office: string; readonly name: string } | null => {
  const words = text.split(/\s+/)
  for (let at = Math.min(words.length - 1, 4); at > 0; at--) {
    const [office, name] = [words.slice(0, at).join(' '), words.slice(at).join(' ')]
    if (isWholeTitle(office) && isPersonName(name, { single: name.length > 2 })) return { office, name }
  }
  return null
}

const isRole = (core: string, folded: string): boolean =>
  officeLabel.test(folded) ||
  (/^the /i.test(core) && isWholeTitle(core.replace(/^the /i, '')) && core.length < 90) ||
  (isWholeTitle(core) && core.length < 60 && !isPersonName(core))

/** "Deputy Roe" is whoever the list names so, where the first word is none of a name. */
export const withoutOfficeWord = (roster: Roster, core: string): string => {
  const [first = '', ...rest] = core.split(/\s+/)
  const name = rest.join(' ')
  const isOffice = rest.length > 0 && firstWordsOfNoName.has(fold(first)) && identify(roster.cast, core).person === null
  return isOffice && identify(roster.cast, name).person !== null ? name : core
}

const natureOfOne = (roster: Roster, core: string): Nature => {
  const folded = fold(core)
  if (/^[?¿]+$/.test(core) || nobodyWords.has(folded) || oneOfMany.test(folded)) return 'nobody'
  if (folded === '') return 'words'
  if (identify(roster.cast, withoutOfficeWord(roster, core)).person !== null) return 'known'
  if (isField(folded) || /^(?:AI|AP|TODO|ACTION|DECISION)\b/.test(core)) return 'field'
  if (bot.test(folded)) return 'bot'
  if (phone.test(core) || device.test(folded)) return 'device'
  if (numbered.test(folded) || isRole(core, folded)) return 'role'
  const { honorific } = splitHonorific(core)
  if (honorific !== null && isPersonName(core)) return 'titled'
  if (isCountry(core) || (holdsBodyWord(core) && /^\p{Lu}/u.test(core) && folded.split(' ').length < 9)) return 'body'
  if (initials.test(core)) return 'initials'
  const name = inReadingOrder(core)
  if (isPersonName(name)) return 'name'
  if (officeAndName(core)) return 'titled'
  if (/^[\p{Lu}\p{Lo}]/u.test(core) && isPersonName(core, { single: true })) return 'single'
  return handle.test(core) ? 'nick' : 'words'
}

/** From the surest to what is none. */
const order: readonly Nature[] = 'known titled name role initials body single nick device nobody bot field words'.split(
  ' ',
) as Nature[]

/** The nature of a label; of one of several speakers, that of the least sure. */
export const natureOf = (roster: Roster, printed: string): Nature => {
  const { core, asides } = partsOf(printed)
  const parts = jointParts(core)
  if (parts.length === 1) {
    const own = natureOfOne(roster, core)
    if (own === 'name' && asides.length > 0) return 'titled'
    if (own !== 'words' && own !== 'single') return own
    const [before = '', ...rest] = core.split(/,\s+|\s[–—-]\s/)
    if (rest.length === 0) return own
    const first = natureOfOne(roster, before)
    return first === 'known' || first === 'name' || first === 'titled' ? first : own
  }
  const natures = parts.map((part) => natureOfOne(roster, part))
  const weakest = natures.reduce((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b))
  const whole = asides.length === 0 ? natureOfOne(roster, core) : 'words'
  return order.indexOf(whole) < order.indexOf(weakest) ? whole : weakest
}

export const isBodyName = (text: string): boolean => isBody(text) && splitHonorific(text).honorific === null
