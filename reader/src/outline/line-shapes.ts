import { pastForms } from '../english/reporting-verbs.js'
import { datesIn } from '../text/dates.js'
import { endsSentence } from '../text/sentence-end.js'

/** Shapes of single lines of plain text, told without knowing who or what stands in them. */

/** `<nick>`, `[12:01] <nick>`, `12:01:22 nick:`, "Name: words", "**Name:** words", "@nick: …", "Q.  Where?". */
const chat = /^(?:\[?\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[ap]m)?\]?\s+)?(?:<[^<>\n]{1,60}>|\*\\?<[^>\n]{1,60}>)/i
const timed = /^[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?(?:\s|$)/
const colon = /^(?:\*\*|__|_|\*)?[\p{L}@\d(«“"'’?][^:\n]{0,60}?(?:\*\*|__|_|\*)?:(?:\*\*|__|_|\*)?(?:\s|$)/u
const dash = /^[\p{Lu}][\p{L}/]{1,5}\s[-–—]\s\S/u
/** "Chairman ROE. Good morning." */
const stop = /^(?:The|\p{Lu}\p{L}{1,14}\.?)(?: \p{Lu}\p{L}*\.?){0,2} \p{Lu}[\p{Lu}'’-]{2,}\.\s+["“[(]?\p{Lu}/u
const question = /^(?:Q|A|Question|Answer)\d{0,3}(?:[.:](?:\s|$)|\s{2,})/

/** "Ada Roe   0:03" in a line by itself, as automatic transcripts have it. */
const timedOver = /^[\p{L}\d+(@][^:.!?\n]{0,60}?(?: {2,}|\t\s*)\d{1,2}:\d{2}(?::\d{2})?$/u
export const isTimedLabel = (text: string): boolean => timedOver.test(text)

/** Whether a line may open a turn, or state a field: it begins with a label. */
export const beginsLabelled = (text: string): boolean => {
  if (
    isTimedLabel(text) ||
    chat.test(text) ||
    timed.test(text) ||
    dash.test(text) ||
    question.test(text) ||
    stop.test(text)
  )
    return true
  const match = colon.exec(text)
  if (!match || /^(?:https?|ftp|mailto):?/i.test(text)) return false
  return match[0].trim().split(/\s+/).length <= 9
}

/** Labels that no sentence has inside: of questions and answers, of chat logs, in capitals, or with a gap behind them. */
export const isSureLabel = (text: string): boolean =>
  [question, chat, capitals, stop, timedOver].some((shape) => shape.test(text)) ||
  /^\p{Lu}[^:]{1,40}:(?:\t| {2})\s*\S/u.test(text)

const capitals = /^(?:\p{Lu}{2}|\p{Lu}\.)[^:\p{Ll}]{0,50}:\s/u

export const isInCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

const small = /^(?:a|an|the|of|and|or|for|in|on|to|by|with|at|from|de|la|le|du|des|der|die|das|und|et|y|en|del)$/i

/** Whether most of a line's words have a capital, as titles do. */
export const isTitleCase = (text: string): boolean => {
  const words = (text.match(/[\p{L}\p{M}’'-]+/gu) ?? []).filter((word) => !small.test(word))
  return words.length > 0 && words.filter((word) => /^\p{Lu}/u.test(word)).length * 4 >= words.length * 3
}

/** "Agenda item 6: Budget", "PART B: PATIENTS": what a colon follows is a title, not somebody's words. */
const structural =
  /^(?:(?:agenda )?(?:item|part|section|session|chapter|annex|appendix|topic|day|panel|theme)\s+(?:\d+|[A-Z]|[IVX]+)\b|annex:|appendix:)/i

const longestHeading = 150

/** "Ada Roe. I keep the" is the middle of a text: a sentence ends in it, and another begins that it does not end. */
const beginsSentence = /\p{Ll}{3}[.?]\s+\p{Lu}.*\s(?:a|an|the|of|and|or|for|in|on|to|by|with|at|from)$/u

/** "Roe asked who keeps the gate?" */
const reportsQuestion = (text: string): boolean =>
  text.endsWith('?') &&
  text
    .split(/\s+/, 4)
    .slice(1)
    .some((word) => pastForms.has(word))

/** Whether a line could be a heading by its words: short, beginning with a capital or a figure, no sentence, no label's words. */
export const canBeHeading = (text: string): boolean =>
  text.length <= longestHeading &&
  text.split(/\s+/).length <= 18 &&
  /^["“‘'([]?[\p{Lu}\p{Lo}\p{N}]/u.test(text) &&
  /\p{L}{2}/u.test(text) &&
  !/[.,;!]$|\||\.{4}|_{4}|\S {8,}\S/.test(text) &&
  !question.test(text) &&
  !beginsSentence.test(text) &&
  !reportsQuestion(text) &&
  (structural.test(text) || !/:\s*\S/.test(text))

const hours = /^[,\s]*(?:(?:commencing|beginning|starting|resumed|resuming|at|from)\s+)*[\d.:\p{Ll}\s–-]{0,24}$/u

/** Whether a line says when a sitting began, and no more: "Tuesday, 1 February 1966, at 2.30 p.m." */
export const isSitting = (text: string): boolean => {
  const [date] = text.length <= longestHeading ? datesIn(text) : []
  return date !== undefined && date.start === 0 && date.weekday !== null && hours.test(text.slice(date.end))
}

/** What headings of one kind begin with, figures left open: "2.", "QSE/24/57", "Item 3"; empty for words alone. */
export const headingPrefix = (text: string): string =>
  (/^(?:[\p{Lu}\p{N}./-]*\d[\p{N}./-]*[.):]?|\p{Lu}[\p{L}]{2,9}\s\d+)(?=\s|:)/u.exec(text)?.[0] ?? '').replace(
    /\d+/g,
    '#',
  )

/** Whether a text that ends so goes on in the next line. */
export const isMidSentence = (text: string): boolean => !endsSentence(text) && /[\p{L}\p{N},;)\]"”’'-]$/u.test(text)
