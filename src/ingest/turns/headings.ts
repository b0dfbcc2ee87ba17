import { isStructuralHeading } from '../english/structural-headings.js'
import { fold } from '../names.js'

/** Headings of minutes that say what came out of a topic, or where in a meeting something stands. */
const outcomes: ReadonlySet<string> = new Set(
  (
    'conclusion|conclusions|resolution|resolutions|decision|decisions|outcome|outcomes|action|actions|action item|action items|consensus|result|results|' +
    'summary|key points|notes|discussion|questions|question|q and a|q a|questions and answers|intro|introduction|welcome|opening|housekeeping|logistics|' +
    'meeting logistics|roll call|attendance|attendees|participants|agenda|approval of agenda|approval of previous minutes|previous minutes|outstanding actions|' +
    'open actions|review of actions|any other business|close|closing|end|end of meeting|next meeting|date of next meeting|recap|speaker s summary of key points|break|lunch|adjourn|transcript|minutes|meeting minutes|proceedings|transcript of the meeting|public comment|roll call vote|call to order|attendance and roll call|' +
    'examination of witness|examination of witnesses|oral evidence|witnesses|witness|members present|examination|direct examination|cross examination|redirect examination|recross examination|further examination|questions from the floor|question and answer session'
  ).split('|'),
)

/** Whether a heading is structural, or every part of it is ("Conclusion/Resolution", "Opening, welcome and roll call"). */
export const isNoTheme = (heading: string): boolean => {
  if (isStructuralHeading(heading)) return true
  const parts = heading
    .split(/\s*[/&,]\s*|\s+and\s+/i)
    .map((part) => fold(part).replace(/^(?:\d+ )+/, ''))
    .filter((part) => part !== '')
  return parts.every((part) => outcomes.has(part) || isStructuralHeading(part))
}
