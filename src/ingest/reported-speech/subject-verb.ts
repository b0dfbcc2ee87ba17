import { finiteForms, pastForms } from '../english/reporting-verbs.js'
import { type VerbInText, verbAfter } from '../english/verb-group.js'

const apposition =
  /^(?:\s*\([^()]{1,120}\)|,\s(?:[^.;:]|(?<=\b(?:Dr|Mrs?|Ms|Mx|Prof|Sen|Amb|Hon|\p{Lu}))\.){1,140}?,(?=\s))/u

/** The verb after a subject, over what stands beside it in parentheses or between commas. */
export const subjectVerb = (text: string, end: number, limit: number): VerbInText | null => {
  // "The panel's vice-chair, Mr. Poe, explained": the comma closes what the name stands in.
  const closed = text[end] === ',' ? verbAfter(text, end + 1, pastForms) : null
  const direct = verbAfter(text, end, finiteForms) ?? (closed?.start === end + 2 ? closed : null)
  if (direct) return direct.end <= limit ? direct : null
  const beside = apposition.exec(text.slice(end, Math.min(limit, end + 160)))
  const after = beside ? verbAfter(text, end + beside[0].length, finiteForms) : null
  return after && after.end <= limit ? after : null
}
