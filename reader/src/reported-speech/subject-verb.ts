import { finiteForms, pastForms } from '../english/reporting-verbs.js'
import { type VerbInText, verbAfter } from '../english/verb-group.js'

const apposition =
  /^(?:\s*\([^()]{1,120}\)|,\s(?:[^.;:]|(?<=\b(?:Dr|Mrs?|Ms|Mx|Prof|Sen|Amb|Hon|Rev|Fr|St|Lt|Col|Capt|Gen|Sgt|Inc|Ltd|Co|Corp|\p{Lu}))\.){1,140}?,(?=\s))/u

/** "Ms. Roe of the Ministry of Works explained" */
const ofBody =
  /^\s+(?:of|from|for|representing|on behalf of)\s+(?:the\s+)?\p{Lu}[\p{L}&.'’-]*(?:\s+(?:(?:of|and|for|the|on|&)\s+){0,2}\p{Lu}[\p{L}&.'’-]*){0,6}(?=[\s,])/u

/** The verb after a subject, over what stands beside it in parentheses or between commas. */
export const subjectVerb = (text: string, end: number, limit: number): VerbInText | null => {
  // "The panel's vice-chair, Mr. Poe, explained": the comma closes what the name stands in.
  const closed = text[end] === ',' ? verbAfter(text, end + 1, pastForms) : null
  const direct = verbAfter(text, end, finiteForms) ?? (closed?.start === end + 2 ? closed : null)
  if (direct) return direct.end <= limit ? direct : null
  // "Ms. Roe (Treasury), who took the chair, said": what stands beside may be two things.
  let after = end
  for (let i = 0; i < 3; i++) {
    const rest = text.slice(after, Math.min(limit, after + 160))
    const beside = apposition.exec(rest) ?? ofBody.exec(rest)
    if (!beside) return null
    after += beside[0].length
    const verb = verbAfter(text, after, finiteForms)
    if (verb) return verb.end <= limit ? verb : null
    // The comma that closes what stands beside may open more: "Cem Lee, Mill Trust, applicant, said".
    if (beside[0].endsWith(',')) after--
  }
  return null
}
