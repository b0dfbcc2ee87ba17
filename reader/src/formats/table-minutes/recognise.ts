import { excerptOf } from '../../excerpt.js'
import { isOfTalks } from '../../front/of-talks.js'
import { issueTables } from '../../issue-tables/tables.js'
import { honorificPattern } from '../../names.js'
import { counted } from '../../narrative/counted.js'
import { narrativeDocument } from '../../narrative/document.js'
import { type PresentList, presentLists } from '../../narrative/lists.js'
import { spokenText } from '../../narrative/spoken-text.js'
import type { SourceText } from '../../source.js'
import { markedUp } from '../../turns/signs.js'
import type { Recognition } from '../format.js'
import { callsOf, reportsByInitials, reportsSpeech } from './reports-speech.js'

/** Minutes say it in full: "Dues (raised by Ada Roe, Mill Trust)". */
const raisedBy = /\((?:raised|proposed|submitted|tabled) by\s/i
const raisers = new RegExp(`\\((?:${honorificPattern})?\\p{Lu}[\\p{L}.'’-]+(?:,?\\s[\\p{L}.'’;&-]+)+\\)\\s*$`, 'u')
const itemMark = /^(?:\([a-z\d]{1,4}\)|[a-z\d]{1,3}[.)])\s+/
const minutes = /\bminutes\b/i
/** Items that minutes alone have. */
const ofMinutes =
  /\b(?:call to order|adjourn(?:ment|ed)?|(?:approval|adoption) of (?:the )?(?:\p{L}+ )?minutes|apologies|any other business|date of next meeting|public comments?)\b/iu
const motion = /\b(?:moved|seconded|motion(?:ed)?:?\s+(?:by|carried|passed|failed|to))\b/i

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** What is counted to tell minutes from other records. Shares are from 0 to 1. */
interface Signs {
  /** The list of those present is a table. */
  readonly isTable: boolean
  readonly isInFront: boolean
  /** Paragraphs that say who spoke, and of these, those that say so by initials. */
  readonly reporting: number
  readonly byInitials: number
  /** Of the text, the part that stands in paragraphs which say who spoke. */
  readonly share: number
  /** Of the paragraphs, those with a number. */
  readonly numbered: number
  /** Paragraphs in which something is moved or seconded. */
  readonly motions: number
  /** Headings that name in parentheses who raised what stands below, as those of a summary do, less those that say so in full. */
  readonly raised: number
  readonly isCalledMinutes: boolean
  readonly paragraphs: number
  /** Its first lines name a meeting. */
  readonly isOfMeeting: boolean
}

const listsOf = (source: SourceText): readonly PresentList[] => {
  const lists = presentLists(source)
  const tables = lists.filter(({ isTable }) => isTable)
  return tables.length > 0 ? tables : lists
}

const signsOf = (source: SourceText, own: readonly PresentList[]): Signs => {
  const { parts } = narrativeDocument(source)
  const headings = parts.flatMap((part) => (part.kind === 'section' ? [part.heading] : []))
  const attendees = own.flatMap((list) => list.attendees)
  const paragraphs = parts.filter((part) => part.kind === 'paragraph')
  const printed = paragraphs.map(({ pieces }) =>
    spokenText(
      pieces
        .map(([start, end]) => source.text.slice(start, end))
        .join(' ')
        .slice(0, 600),
    ).trim(),
  )
  const texts = printed.map((text) => text.replace(itemMark, ''))
  const calls = callsOf(attendees)
  const reporting = texts.filter((text) => reportsSpeech(text, calls))
  const numbers = paragraphs.filter(({ number }, i) => number !== null || counted.test(printed[i] ?? ''))
  const lengthOf = (some: readonly string[]) => some.reduce((sum, text) => sum + text.length, 0)
  return {
    isTable: own.some(({ isTable }) => isTable),
    isInFront: (own[0]?.start ?? 0) < (paragraphs[0]?.pieces[0]?.[0] ?? 0),
    reporting: reporting.length,
    byInitials: texts.filter((text) => reportsByInitials(text, calls)).length,
    share: lengthOf(reporting) / Math.max(1, lengthOf(texts)),
    numbered: numbers.length / Math.max(1, paragraphs.length),
    motions: texts.filter((text) => motion.test(text)).length,
    raised:
      headings.filter((words) => raisers.test(words) && /\p{Ll}/u.test(words)).length -
      headings.filter((words) => raisedBy.test(words)).length,
    paragraphs: paragraphs.length,
    isOfMeeting: /\b(?:meeting|call|session|sync|assembly)\b/i.test(source.text.slice(0, 200)),
    isCalledMinutes:
      minutes.test(source.text.slice(0, 600)) ||
      parts.filter((part) => part.kind === 'section' && ofMinutes.test(part.heading)).length > 1,
  }
}

/** Minutes whose list is no table are no surer. */
const ofNoTable = 0.95

const confidenceOf = (signs: Signs): number => {
  const { isTable, isInFront, byInitials, share } = signs
  const areMinutes =
    isTable ||
    byInitials > 1 ||
    signs.isCalledMinutes ||
    signs.motions > 1 ||
    (isInFront && share > 0.5 && signs.isOfMeeting)
  if (
    !areMinutes ||
    signs.raised > 0 ||
    signs.reporting < (byInitials > 1 ? 2 : Math.max(2, Math.min(3, signs.paragraphs)))
  )
    return 0.2
  // A summary that numbers its paragraphs knows nobody by initials.
  const numbered = byInitials > 1 ? 0 : signs.numbered
  // Motions are what minutes record, and other prose does not.
  const ofMotions = signs.isCalledMinutes && signs.motions > 1 ? 0.1 : 0
  const sure = Math.min(
    isTable ? 1 : ofNoTable,
    (isInFront ? 0.5 : 0.35) + 0.75 * share + ofMotions + (isInFront && signs.isOfMeeting ? 0.05 : 0),
  )
  return sure * (1 - 0.7 * (isInFront ? Math.max(0, 2 * numbered - 1) : numbered))
}

const exchangesIn = (source: SourceText): number =>
  issueTables(source).reduce((sum, { rows }) => sum + rows.filter(({ kind }) => kind === 'exchange').length, 0)

/** How sure it is that a document is minutes in prose with a list of those present. */
export const recogniseTableMinutes = (whole: SourceText): Recognition => {
  const source = excerptOf(whole)
  if (markedUp(source)) return { confidence: 0, reasons: ['it is marked up as XML or HTML'] }
  const exchanges = exchangesIn(source)
  if (exchanges > 3)
    return { confidence: 0.95, reasons: [`${exchanges} rows of a table give an issue and what was answered`] }
  const lists = listsOf(source)
  const listed = lists.reduce((sum, { attendees }) => sum + attendees.length, 0)
  if (listed < 2) return { confidence: 0, reasons: ['it has no list of those present'] }
  const signs = signsOf(source, lists)
  const areTalks = isOfTalks(source)
  return {
    confidence: Math.round(confidenceOf(signs) * (areTalks ? 60 : 100)) / 100,
    reasons: [
      ...(areTalks ? ['it calls itself a record of talks'] : []),
      `a ${signs.isTable ? 'table' : 'list'} names ${listed} of those present`,
      `${percent(signs.share)} of the text stands in paragraphs that say who spoke`,
    ],
  }
}

/** What no table is written without, in a file that marks none. */
const ofTables = /[|\t]|\S {2,}\S/

/** How sure it can be that a document is such minutes, by whether it may hold a table. */
export const atMostTableMinutes = (whole: SourceText): number => {
  const source = excerptOf(whole)
  if (markedUp(source)) return 0
  return source.layout.length > 0 || ofTables.test(source.text) ? 1 : ofNoTable
}
