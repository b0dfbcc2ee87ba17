import { isWholeTitle } from '../english/titles.js'
import { whileReading } from '../once.js'
import type { Block } from './blocks.js'
import { plain, plainRow } from './blocks.js'
import { type Mode, modeIn } from './present-entry.js'
import { isRole } from './roles.js'
import type { Row } from './rows.js'

const kinds =
  'attendees?|attendance|attending|here|attended by|participants?|participation|present|in attendance|those present|people present|people|on the call|on the line|in the room|who|committee members|board members|council members|team members|members|delegates|representatives|panel(?:l)?ists|on (?:the )?(?:stage|panel|platform)|guests|observers|invited|apologies(?: for absence| received)?|absent|absentees|regrets|excused|roll call|anwesend(?:e|heit)?|teilnehmer(?:innen|\\*innen|:innen)?|teilnehmende|entschuldigt|abwesend|présente?s?|excusée?s?|absente?s|participante?s|étaient présents|asistentes|presentes|ausentes|excusados|出席者|出席委員|出席議員|参加者|欠席者|欠席委員|事務局|説明員|出席'
const heading = new RegExp(
  `^(?:\\d+[.)]?\\s+)?(?:list of |meeting |also |the following were )?(?:(?:remote|in[- ]person|virtual|online|on[- ]site|voting|invited|corporate|company|conference(?: call)?|call)(?:(?: and |\\s?[/&]\\s?)(?:remote|in[- ]person|online))? )?(?:${kinds})(?: present| attending| and apologies)?(?: \\([^()]*\\))?$`,
  'iu',
)
/** "Directors Present", "Staff in attendance", "Councillors absent": of which of them. */
const ofGroup =
  /^(?:(?:the|all|other|also|executive|board|council|committee|city|invited|non-?voting|voting|ex officio|additional)\s+){0,2}(?:\p{L}[\p{L}’'-]+\s+){1,2}(?:present|absent|in attendance|attending|excused|participating|not present)(?:\s+(?:remotely|online|in person|by phone|virtually|via .{2,20}))?$/iu
const presence = /present|absent|attend|excused|participating/iu
/** Those who appear before a court, a hearing or a committee, each with what they are and whom they come for. */
const ofWitnesses = /^(?:appearances|witness(?:es)?(?: present| in attendance)?|(?:also )?appearing)$/i
/** "For the Mill Trust: MS. ROE", "Before: SIR BO POE": who appears, in a line of its own. */
const ofParty =
  /^(?:before|coram|counsel (?:to|for) \p{L}[^:]{2,60}|(?:appearing )?(?:for|on behalf of) \p{L}[^:]{2,80})$/iu
/** Over the name of who presides: "Before:". */
const beforeWhom = /^(?:before|coram)$/i
/** The label that words begin with, and its colon. */
const headed = /^([^:：]{2,60}?)\s?[:：]/u
const longestHeaded = 124

const roles =
  /^(?:(?:acting|recording|meeting)\s+)?(?:(?:co-?|vice[- ]?)?chairs?(?:person|man|woman)?|chaired by|in the chair|president|presiding(?: officer)?|moderators?|facilitators?|scribes?|minute[- ]?takers?|note[- ]?takers?|secretary|rapporteurs?|convenors?|conveners?)$/i

/** A line over or before a list of those present, and how they are present. */
export interface Head {
  readonly mode: Mode
  /** The words of the head with its colon, and what follows on the same line. */
  readonly printed: string
  readonly rest: string
  /** Of witnesses, or of those who appear: in groups, and each by itself. */
  readonly isOfWitnesses: boolean
}

const modeOf = (label: string): Mode =>
  /remote/i.test(label) && /person|site/i.test(label) ? 'UNKNOWN' : (modeIn(label) ?? 'PRESENT')

/** What a label by itself may open: the same few stand before hundreds of paragraphs. */
const opened = whileReading(
  (label: string): { readonly isOfWitnesses: boolean; readonly isOfParty: boolean; readonly isHead: boolean } => ({
    isOfWitnesses: ofWitnesses.test(label),
    isOfParty: ofParty.test(label),
    isHead: heading.test(label) || (presence.test(label) && ofGroup.test(label)),
  }),
)

/** A head with what it is over on the same line. */
const headInLine = (text: string, printed: string, colon: number): Head | null => {
  const label = printed.trim()
  const { isOfWitnesses, isOfParty, isHead } = opened(label)
  if (!isOfWitnesses && !isOfParty && !isHead) return null
  const rest = text.slice(colon, 4000).trim()
  const areWitnesses = isOfWitnesses || (isOfParty && (rest !== '' || beforeWhom.test(label)))
  if (!areWitnesses && !isHead) return null
  return { mode: modeOf(label), printed: text.slice(0, printed.length + 1), rest, isOfWitnesses: areWitnesses }
}

/** Whether words open a list of those present, and how they are present. */
export const headOf = (text: string): Head | null => {
  // "A P P E A R A N C E S"
  if (/^(?:\p{Lu} ){4,}\p{Lu}$/u.test(text)) return headOf(text.replace(/ /g, ''))
  const inLine = headed.exec(text.slice(0, longestHeaded))
  if (inLine) return headInLine(text, inLine[1] ?? '', inLine[0].length)
  const label = text.slice(0, 120).trim()
  const isOfWitnesses = ofWitnesses.test(label)
  const isOfGroup = text.length < 60 && presence.test(label) && ofGroup.test(label)
  if (!isOfWitnesses && !isOfGroup && !heading.test(label)) return null
  return { mode: modeOf(label), printed: '', rest: '', isOfWitnesses }
}

const forParty =
  /^(?:appearing\s+)?(?:for|on behalf of)\s+(?:the\s+)?(?:(?:plaintiff|defendant|petitioner|respondent|appellant|appellee|claimant|intervenor)s?[\s,-]+(?=\p{Lu}))?(.+?)\s*:?$/iu

/** For whom those appear who stand under a label: "For the appellant, Mill Trust:". */
export const partyIn = (label: string): string | null => {
  const party = forParty.exec(label.replace(/\s*:.*$/s, ''))?.[1] ?? null
  return party === null ? null : (party.split(/,\s+(?!(?:Inc|Ltd|LLC|LLP|L\.P|Co|Corp|PLC)\b)/i).at(-1) ?? null)
}

/** The label of a group of those who appear: "For the appellant, Mill Trust:", "BOARD STAFF:". */
export const isGroupLabel = (text: string): boolean =>
  !/\b(?:written|evidence|submissions?|documents?|exhibits?|papers?)\b/i.test(text) &&
  /^[^.;!?:]{3,100}(?:\b(?:Ltd|Inc|Co)\.)?:$/i.test(text)

/** What `roles` begin with. */
const mayBeRole =
  /^\s*(?:acting|recording|meeting|co-?chair|vice|chair|in the chair|presid|moderat|facilit|scribe|minute|note|secretary|rapporteur|conven)/i

/** "Chair: Ada Roe", "Scribe" over a name: who holds an office at the meeting; `rest` is empty where the name stands below. */
export const officeOf = (text: string): { role: string; rest: string } | null => {
  if (!mayBeRole.test(text)) return null
  const match = /^([^:]{4,30}?)\s*(?::\s*(.{0,200}))?$/su.exec(text.slice(0, 240))
  const label = match?.[1]?.trim() ?? ''
  if (!match || !roles.test(label)) return null
  const role = /^(?:chaired by|in the chair|presiding)/i.test(label) ? 'Chair' : label.replace(/(?<=[a-z])s$/, '')
  return { role, rest: (match[2] ?? '').trim() }
}

/** A line that states something of the meeting under a label ("Minutes: Bo Poe"). */
const fact = /^\p{Lu}[^:]{1,30}:(?:\s|$)/u

const votes = /^(?:ayes|nays|noes|yeas|in favou?r|against|abstain(?:ed|ing)?|abstentions|for|opposed|yes|no)\s*:/i

/** Whether words record one side of a vote. */
export const isVoteLine = (text: string): boolean => votes.test(text.slice(0, 40))

/** Whether a block records a vote: its "Absent:" says who did not vote, and is no list of those present. */
const isVote = (source: string, { rows }: Block): boolean =>
  rows.filter(({ start, end }) => isVoteLine(source.slice(start, Math.min(end, start + 40)))).length > 1

/** A block of lines cut where a line by itself opens a list, so that each list and what is over it is a block of its own. */
export const cutAtHeads = (source: string, block: Block): Block[] => {
  if (block.kind !== 'text' || block.rows.length < 2 || block.rows.length > 2000 || isVote(source, block))
    return [block]
  const cut: (Block & { rows: Block['rows'][number][] })[] = []
  let isOpen = false
  // The name of who holds an office stands in the line below it.
  let isOffice = false
  for (const row of block.rows) {
    const words = beginning(source, row)
    const list = headOf(words)
    const office = list === null ? officeOf(words) : null
    const head = list ?? office
    const isGroup = /:$/.test(words) && partyIn(words) !== null
    if (isOffice) cut.at(-1)?.rows.push(row)
    else if (head || isGroup || isOpen || cut.length === 0 || fact.test(words)) cut.push({ ...block, rows: [row] })
    else cut.at(-1)?.rows.push(row)
    isOpen = isGroup || (office === null && head !== null && head.rest === '')
    isOffice = office?.rest === '' && !isOffice
  }
  return cut.length > 1 && cut.some(({ rows: [row] }) => row && isHeadRow(source, row)) ? cut : [block]
}

/** What the first characters of a line say. */
const beginning = (source: string, row: Row): string =>
  row.end - row.start <= 300 ? plainRow(source, row) : plain(source, [[row.start, row.start + 300]])

const isHeadRow = (source: string, row: Row): boolean => {
  const words = beginning(source, row)
  return headOf(words) !== null || officeOf(words) !== null || (/:$/.test(words) && partyIn(words) !== null)
}

/** Those of the company whose call it is, as against those who call. */
export const isOwnHead = (text: string): boolean =>
  /^(?:(?:corporate|company) (?:participants|representatives)|(?:company )?(?:executives|management))\s*:?$/i.test(text)

const company =
  /^(\p{Lu}[^,;:]{2,70}?\b(?:plc|inc|corp|corporation|ltd|limited|llc|n\.?v|s\.?a|ag|se|asa|oyj|holdings?|group|company))\.?(?:\s*\([^()]{2,20}\))?$/iu

/** The company that a line names and nothing else: "Mill Works plc", "Mill Holdings Inc. (MILL)". */
export const companyIn = (text: string): string | null => company.exec(text.slice(0, 100))?.[1] ?? null

const inChair =
  /^[[(]?(?:(?:the )?(\p{Lu}[\p{L} ]{3,40}?) \(([^()]{4,50})\)|(\p{Lu}[^()[\]:;]{3,50}?)) (?:in the chair|presiding)[\])]?\.?$/iu
/** "The Speaker, the Hon ADA ROE, took the Chair at 2 pm", "Ada Roe, the Deputy Speaker, took the chair" */
const tookChair =
  /^(?:[Tt]he )?(\p{Lu}[\p{L}.'’ -]{3,50}?),? (?:\(|(?<=, ))(?:[Tt]he )?([^(),]{4,50})[,)] (?:took|resumed|assumed|occupied) the [Cc]hair\b/u

const endsInChair = /(?:chair|presiding)[\])]?\.?$/iu

/** Who took the chair, as reports print it: "[The Deputy Speaker (Mr Roe) in the Chair]", "[Ada Roe in the Chair]". */
export const chairIn = (text: string): { role: string; name: string } | null => {
  const line = text.slice(0, 120)
  if (!endsInChair.test(line.slice(-12)) && !/ the chair\b/i.test(line)) return null
  const [, first, second] = tookChair.exec(line) ?? []
  if (first !== undefined && second !== undefined) {
    // A family name may be a title too ("Ada Dean, the Deputy Speaker").
    if (isRole(first) || (isWholeTitle(first) && !isRole(second))) return { role: first, name: second }
    return isRole(second) || isWholeTitle(second) ? { role: second, name: first } : null
  }
  const [, role, holder, name] = inChair.exec(line) ?? []
  if (role !== undefined && holder !== undefined) return { role, name: holder }
  return name === undefined ? null : { role: 'Chair', name }
}
