import { partKind } from '../attendees/tail.js'
import { isAcronym, isBody, isCountry } from '../english/bodies.js'
import { holdsTitle } from '../english/titles.js'
import { remembering } from '../once.js'
import { cjkName, isCjkNobody, isCjkOffice } from './cjk-names.js'
import {
  areInitialsOf,
  beginsWithHonorific,
  isFullName,
  isHandle,
  isInitials,
  isNoName,
  isOneWord,
} from './person-words.js'
import { isNobody, isRole, officeAndName, withoutAddress } from './roles.js'

/** Who one part of a label may be. */
export interface Part {
  readonly kind: 'anonymous' | 'initials' | 'name' | 'handle' | 'bot' | 'role' | 'party'
  /** The name, the office or the initials by themselves. */
  readonly text: string
  /** What the label states beside a name: an office, a body, for whom the words are said. */
  readonly title: string | null
  readonly body: string | null
  readonly onBehalfOf: string | null
  /** Its form alone tells that it is somebody: a name with an office, an honorific or a body. */
  readonly isPlain: boolean
}

const bare = (kind: Part['kind'], text: string, isPlain = false): Part => ({
  kind,
  text,
  title: null,
  body: null,
  onBehalfOf: null,
  isPlain,
})

/** Whether the record itself doubts a label ("ABC?", "ABC (??)"). */
export const isDoubted = (printed: string): boolean => /\S\s*[([]?\?+[)\]]?$/.test(printed) && !/^\?+$/.test(printed)

const withoutState = (text: string): string =>
  /\p{Lu}{2}/u.test(text) ? text.replace(/ of (?:\p{Lu}[\p{L}.-]+ ?){1,3}$/u, '') : text

/** A program that takes notes in a chat, and is nobody. */
const bot = /(?:^|[a-z_-])bot\d?$|^(?:zakim|rrsagent|supybot|chanserv|nickserv)$/i

const spokesperson =
  /^(?:the )?((?:permanent |deputy permanent |alternate )?(?:representative|delegate|delegation|observer|spokes(?:person|man|woman))) (?:of|for|from) (?:the )?(.{2,60})$/iu

/** A country, or a body whose name is of several words: no person is called so. */
const isParty = (text: string): boolean =>
  isCountry(text) || (/^[^,;(]+\s[^,;(]+$/.test(text) && isBody(text) && !holdsTitle(text))

const simple = (text: string): Part | null => {
  if (bot.test(text) && !/\s/.test(text)) return bare('bot', text)
  if (isNobody(text) || isCjkNobody(text)) return bare('anonymous', text)
  if (isCjkOffice(text)) return bare('role', text)
  const cjk = cjkName(text)
  if (cjk) return { ...bare('name', cjk.name, true), title: cjk.title }
  const [, office, of] = spokesperson.exec(text) ?? []
  if (office !== undefined && of !== undefined && isBody(of)) return { ...bare('role', office, true), body: of }
  if (isRole(text)) return bare('role', text)
  if (isInitials(text)) return bare('initials', text)
  if (isParty(text)) return bare('party', text, isCountry(text))
  const held = officeAndName(text)
  if (held) return { ...bare('name', held.name, true), title: held.office }
  const called = withoutAddress(text)
  const name = withoutState(called)
  if (called !== text && (isFullName(name) || isOneWord(name))) return bare('name', name, true)
  if (isFullName(name)) return bare('name', name, beginsWithHonorific(name))
  if (isOneWord(text) && text.length > 1 && !isNoName(text)) return bare('name', text)
  return isHandle(text) ? bare('handle', text.replace(/^@/, '')) : null
}

const note =
  /^(?:spoke|speaking|interpretation|interpreted|translat|continu|cont['’]?d|remote|online|virtual|by phone|by video|via |on (?:the )?phone|in (?:french|english|spanish|arabic|russian|chinese)|off[- ]mic|inaudible|\d)|^\?+$/i
const forWhom = /^(?:speaking\s+)?(?:on behalf of|for)\s+(?:the\s+)?(.+)$/i
const from = /^(?:from|of|with|representing|at)\s+(?:the\s+)?(?=\p{Lu})/u

/** The parts of what stands beside a name; behind a dash, whom the holder of an office is of: "Leader of the Opposition—Free Boats". */
const piecesOf = (aside: string): string[] => {
  const pieces = aside.split(/\s*[,;]\s*/)
  const [office = '', ...behind] = aside.includes('—') ? aside.split('—') : []
  return behind.length === 1 && (isRole(office) || holdsTitle(office)) ? [office, ...behind] : pieces
}

/** What the words beside a name state. The last of several is the party ("Northport, ABC"); a place by itself is none. */
const stated = (name: string, asides: readonly string[]): Partial<Part> => {
  const said: { title?: string; body?: string; onBehalfOf?: string } = {}
  const pieces = asides.flatMap(piecesOf).filter((piece) => piece !== '')
  for (const [i, piece] of pieces.entries()) {
    const behalf = forWhom.exec(piece)?.[1]
    const text = piece.replace(/^as (?:the )?/i, '').replace(from, '')
    if (behalf !== undefined) said.onBehalfOf = behalf
    else if (isRole(text) || (holdsTitle(text) && !isAcronym(text) && partKind(text) !== 'body')) said.title ??= text
    else if (areInitialsOf(text, name)) continue
    // "Ministry of Posts, Northport": what is a body by its words needs no more.
    else if (isBody(text) || isBody(text.replace(/s$/, ''))) said.body ??= text
    else if (
      from.test(piece) ||
      (said.body === undefined && pieces.length > 1 && i === pieces.length - 1 && /^\p{Lu}/u.test(text))
    )
      said.body = text
  }
  return said
}

const isPerson = (text: string): boolean => isFullName(text) && !isRole(text) && !isBody(text)

const aside = /\s*(?:\(([^()]*)\)|\[([^[\]]*)\])$/

/** A label without what stands behind it in brackets. */
const withoutAsides = (text: string): { core: string; asides: string[] } => {
  const asides: string[] = []
  let core = text
  for (let match = aside.exec(core); match; match = aside.exec(core)) {
    asides.unshift((match[1] ?? match[2] ?? '').trim())
    core = core.slice(0, match.index).trim()
  }
  return { core, asides: asides.filter((each) => each !== '' && !note.test(each)) }
}

const relay =
  /^(?:jabber|chat|meetecho|zulip|irc|slack|slido|zoom|webex|teams|online|remote|mic(?:rophone)?|q&a|etherpad)(?:\s+(?:relay|chat|scribe|room))?$/i

/** "The Minister for Harbours (Ada Roe)", "A (Ada Roe)": somebody in brackets behind an office or a letter. */
const heldBy = (core: string, asides: readonly string[]): Part | null => {
  const [beside] = asides
  // "Jabber (for Ada Roe)": somebody reads out what another wrote.
  const holder = relay.test(core) ? beside?.replace(/^(?:for|from|on behalf of|reading|relaying)\s+/i, '') : beside
  if (holder === undefined || !isPerson(holder)) return null
  if (relay.test(core)) return bare('name', holder, true)
  if (/^(?:A|Q|Answer|Question)\d*$/.test(core)) return bare('name', holder, true)
  if (isCountry(core)) return { ...bare('name', holder, true), body: core }
  return isRole(core) ? { ...bare('name', holder, true), title: core.replace(/^the\s+/i, '') } : null
}

/** "Ada Roe, rapporteur", "Ada Roe, on behalf of the Isles": a name and what its holder is. */
const withComma = (core: string): Part | null => {
  const match = /^([^,]{2,60}),\s+(.{2,80})$/u.exec(core)
  const [name = '', after = ''] = [match?.[1], match?.[2]]
  const one = simple(name)
  const behalf = forWhom.exec(after)?.[1]
  if (one?.kind === 'party' && behalf !== undefined) return { ...one, onBehalfOf: behalf }
  if (!match || one?.kind !== 'name' || (!isFullName(name) && one.title === null)) return null
  const said = stated(name, [after])
  const isName = isFullName(after) || isInitials(after)
  const isSaid = said.title !== undefined || said.onBehalfOf !== undefined || said.body !== undefined
  if ((isName && said.title === undefined && said.body === undefined) || (!isSaid && !/^\p{Ll}/u.test(after)))
    return null
  return { ...one, ...said, ...(isSaid ? {} : { title: after }), isPlain: true }
}

const separator = /\s*[/&+,;]\s*|\s+(?:and|und|et|y)\s+/

const several = (core: string): Part[] | null => {
  const texts = core.split(separator).filter((text) => text !== '' && !/^etc\.?$/i.test(text))
  const parts = texts.map(simple)
  return parts.length > 0 && parts.length <= 6 && parts.every((part) => part !== null) ? parts : null
}

/** How or where somebody said it: "Roe, carefully", "Roe by e-mail", "Roe (in the chat)". */
const manner =
  /,\s+(?:\p{Ll}+ly|again|laughing|smiling|joking|in (?:reply|response|conclusion)|by leave)$|\s+(?:(?:by|via) (?:e-?mail|phone|letter|chat|video)|in (?:the )?chat|in writing|on chat)(?:\s+(?:beforehand|in advance|earlier|later))?$/iu
/** What begins an entry that says who is to do something ("AI Roe"), or a letter. */
const record = /^(?:AI|ACTION|TODO|DECISION|RESOLUTION|AGREED|Dear)\s/

const toWhom = /(?<=\S)\s+to the \p{Lu}(?:[^()[\]]|\([^()]*\)|\[[^[\]]*\])*$/u

/** "4. Ada Roe to the Minister for Harbours": a label without its number, and without whom a question is put to; an office may be to somebody itself. */
const asking = (label: string): string => {
  const text = label.replace(/^\d{1,3}\.\s+(?=\p{Lu})/u, '')
  const asker = text.replace(toWhom, '')
  if (text !== label || asker === text) return asker
  const { core } = withoutAsides(asker)
  return isFullName(core) && !isRole(core) && !holdsTitle(core) ? asker : text
}

/** Whom a label may name, one by one; null where its words are no label of speakers. */
export const partsOf = remembering((printed: string): readonly Part[] | null => {
  const named = printed
    // "BY MS. ROE:" opens what she asks.
    .replace(/^BY\s+(?=\p{Lu})/iu, '')
    .replace(/^(Hon\.?)\s*\((Ms|Mrs|Mr|Dr|Prof|Eng|Amb)\.?\)\s+/, '$1 $2. ')
    .replace(/^from\s+(.+?)\s+to\s+\S.*$/i, '$1')
  const words = asking(named)
    .replace(/(?<=\S)\s*\?+$/, '')
    .replace(/(?<=\p{L})_(?=\p{L})/gu, ' ')
    .replace(manner, '')
  if (record.test(words)) return null
  const { core, asides } = withoutAsides(words.trim())
  if (core === '') return null
  const held = heldBy(core, asides)
  if (held) return [held]
  const one = simple(core) ?? withComma(core)
  if (!one) return several(core)
  if (one.kind === 'role' && asides.length > 0 && isBody(asides[0] ?? '')) return [{ ...one, body: asides[0] ?? null }]
  if (one.kind !== 'name' || asides.length === 0) return [one]
  const said = stated(one.text, asides)
  const isSaid = said.title !== undefined || said.body !== undefined
  return [
    {
      ...one,
      ...said,
      title: one.title ?? said.title ?? null,
      isPlain: one.isPlain || (isSaid && isFullName(one.text)),
    },
  ]
})
