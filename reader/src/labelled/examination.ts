import { splitHonorific } from '../names.js'
import { isPersonName } from '../people/person-name.js'

/** Who asks and who answers at an examination, as the record last said. */
export interface Examination {
  readonly examiner: string | null
  readonly witness: string | null
}

const examined =
  /(?:examin(?:ed|ation)|question(?:ed|s))(?:[- ]in[- ]chief)? by (?:the )?(\p{Lu}(?:[^.?!;:]|(?<=\b(?:mrs?|ms|dr))\.){1,60}):?$/iu
const byLine = /^by ((?:mrs?|ms|mx|miss|dr)\.? [^:]{2,50}):?$/iu
const called =
  /^([^;:()[\]]{3,60}?)\s*,?\s*[([]?(?:having (?:been|previously)|(?:re-?)?called|(?:re-?)?sworn|(?:re-?)?affirmed|recalled|resumed the stand)\b/iu
const evidenceOf = /^(?:evidence|examination|testimony) of (?:the )?(?:witness,? )?(\p{Lu}[^,.;:()]{2,60})$/iu

const asName = (words: string | undefined): string | null => {
  const name = words?.replace(/,$/, '').trim() ?? ''
  return isPersonName(name) || splitHonorific(name).honorific !== null ? name : null
}

/** What a heading or a line between turns says of who asks and who answers from there on. `before` is the line before it. */
export const examinationAfter = (own: Examination, text: string, before: string): Examination => {
  if (text.length > 200) return own
  // "ADA POE," in a line of its own, over "having been duly sworn".
  const whole = before.endsWith(',') && /^(?:having|called|a witness|being)\b/i.test(text) ? `${before} ${text}` : text
  const examiner = asName(examined.exec(text)?.[1] ?? byLine.exec(text)?.[1])
  const witness = asName(called.exec(whole)?.[1] ?? evidenceOf.exec(text)?.[1])
  return { examiner: examiner ?? own.examiner, witness: witness ?? own.witness }
}

/** Whether a line calls or swears in a witness: "ADA POE, having been duly sworn, testified as follows:". */
export const callsWitness = (text: string): boolean => text.length < 200 && called.test(text)

export const isWitnessLabel = (core: string): boolean => /^(?:the )?witness$/i.test(core)
