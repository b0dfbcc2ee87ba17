import { isStructuralHeading, isUsualHeading } from '../english/structural-headings.js'
import { fold, honorificPattern } from '../names.js'
import { isFullName } from './person-words.js'

/** Headings of minutes that say what came out of a topic, or where in a meeting something stands. */
const outcomes: ReadonlySet<string> = new Set(
  (
    'conclusion|conclusions|resolution|resolutions|decision|decisions|outcome|outcomes|action|actions|action item|action items|consensus|result|results|' +
    'summary|key points|notes|discussion|questions|question|q and a|q a|questions and answers|intro|introduction|welcome|opening|housekeeping|logistics|' +
    'meeting logistics|roll call|attendance|attendees|participants|agenda|' +
    'any other business|close|closing|end|end of meeting|recap|speaker s summary of key points|break|lunch|adjourn|transcript|minutes|meeting minutes|proceedings|transcript of the meeting|roll call vote|call to order|attendance and roll call|' +
    'examination of witness|examination of witnesses|oral evidence|witnesses|witness|members present|examination|direct examination|cross examination|redirect examination|recross examination|further examination|questions from the floor|question and answer session'
  ).split('|'),
)

/** "STATEMENT OF ADA ROE, DIRECTOR, MILL TRUST": who speaks below, and not about what. */
export const statementOf =
  /^(?:(?:opening|prepared|oral|written|closing|further|joint)\s+)?(?:statement|testimony) (?:of|by) (?:the )?(\p{Lu}.{3,200})$/iu

const examination = /^(?:(?:further|direct|cross|re-?direct|re-?cross)[- ])*examination(?: by \p{Lu}.{2,60})?$/iu

/** Whether a heading says who speaks or examines below, so that it stands under the one that says what about. */
export const isOverSpeaker = (heading: string): boolean => statementOf.test(heading) || examination.test(heading)

/** "Mrs Ada Roe, 4 Hill Street": a heading that names somebody, with an honorific. */
const overQuestions = new RegExp(
  `^(${honorificPattern}\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3})(?=$|,\\s|\\s\\()`,
  'u',
)

/** Who is named alone, or first, in a heading; null where it is over anything else. */
export const namedOver = (heading: string): string | null => overQuestions.exec(heading.trim())?.[1] ?? null

const partOfTopic =
  /^(?:presentations?|questions and answers|q(?: and)? a|panel discussion|discussants? remarks|(?:first|second|third) reading(?: debate)?|(?:in committee|committee|report|consideration) stage|in committee)$/
const presentationOf = /^presentations?(?:\s+(?:by|from|of)|\s*[:–—-])\s+(\p{Lu}.{2,60})$/iu

/** Whether a heading is one over a part of what the heading above it is about, if there is one: "Questions and answers", or who asks. */
export const isOverPart = (heading: string): boolean =>
  partOfTopic.test(fold(heading)) || namedOver(heading) !== null || isFullName(presentationOf.exec(heading)?.[1] ?? '')

/** What the title page of a hearing prints beside what it is about. */
const ofTitlePage =
  /^(?:(?:public|joint|field|oversight|virtual) )?hearings?$|^(?:sub)?committee on |^before the$|^(?:select|joint|standing|special) committee |^transcript of (?:the )?(?:hearings?|proceedings|evidence)\b/i

/** Business of every meeting, as transcripts and boards print it. */
const usualOfBoards =
  /^(?:approval of (?:agenda|previous minutes)|previous minutes|(?:outstanding|open) actions|minutes|meeting minutes)$/

/** Whether a line is a heading that records print at every meeting, and no entry of a list of people. */
export const isUsual = (words: string): boolean =>
  isNoTheme(words) || isUsualHeading(words) || usualOfBoards.test(fold(words))

/** Whether a heading is structural, or every part of it is ("Conclusion/Resolution", "Opening, welcome and roll call"). */
export const isNoTheme = (heading: string): boolean => {
  if (isStructuralHeading(heading) || isOverSpeaker(heading) || ofTitlePage.test(heading)) return true
  const parts = heading
    .split(/\s*[/&,]\s*|\s+and\s+/i)
    .map((part) => fold(part).replace(/^(?:\d+ )+/, ''))
    .filter((part) => part !== '')
  return parts.every((part) => outcomes.has(part) || isStructuralHeading(part))
}
