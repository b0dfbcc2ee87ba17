import { type Part, partsOf } from './label-parts.js'
import { voiceOf } from './label-turn.js'
import type { Row } from './rows.js'
import type { Voice } from './script.js'
import type { SpeakerLabel } from './survey.js'

const mark = /^([QA])(?:[.:]\s*|\s{2,})(?:\((BY [^()]{3,40})\)\s*)?(?=["“‘'([–—-]*[\p{Lu}\d])/u

const part = (kind: 'anonymous' | 'role', text: string): Part => ({
  ...{ kind, text, title: null, body: null, onBehalfOf: null, isPlain: false },
})

/** "Q." and "A." before what is asked and answered at an examination: two of each at least, mostly in turns. */
export const questionLabels = (source: string, rows: readonly Row[]): ReadonlyMap<Row, SpeakerLabel> => {
  const found = rows.flatMap((row) => {
    const match = row.kind === 'text' ? mark.exec(source.slice(row.start, Math.min(row.end, row.start + 80))) : null
    return match ? [{ row, match }] : []
  })
  const answers = found.filter(({ match }) => match[1] === 'A')
  const answering = found.filter(({ match }, i) => match[1] === 'A' && found[i - 1]?.match[1] === 'Q')
  if (answering.length < 2 || answering.length < 0.6 * answers.length) return new Map()
  return new Map(
    found.map(({ row, match: [printed, letter, by] }) => {
      const asked = by === undefined ? null : partsOf(by)
      const parts = asked ?? [letter === 'Q' ? part('anonymous', 'Q') : part('role', 'Witness')]
      return [row, { printed: by ?? `${letter}.`, length: printed.length, mark: 'question', parts }]
    }),
  )
}

const called =
  /^(?:(?:where|there)upon,?\s+)?([^,.;:()[\]]{3,60}?)\s*(?:,[^.;:]{0,100}?)?[,\s]*[([]?\b(?:having (?:been|previously)|(?:re-?)?called|(?:re-?)?sworn|(?:re-?)?affirmed|resumed the stand)\b/iu

/** The name of a witness whom a line calls or swears in: "MR JOHN ROE (affirmed)", "ADA POE, having been duly sworn, …". */
export const witnessIn = (text: string): string | null => {
  const name = text.length < 240 ? called.exec(text)?.[1] : undefined
  const parts = name === undefined ? null : partsOf(name)
  return parts?.length === 1 && parts[0]?.kind === 'name' ? (name ?? null) : null
}

const examination =
  /^(?:(?:further|direct|re-?direct|re-?cross|re-?|cross-?)[- ]?)*(?:examin(?:ed|ation)|question(?:ed|s))(?:[- ]in[- ]chief)? by (?:the )?(\p{Lu}(?:[^.?!;:]|(?<=\b(?:mrs?|ms|dr))\.){1,60}):?$/iu

/** Who asks from here on: "Cross-examined by MR. ROE". */
export const examinerIn = (text: string): string | null => examination.exec(text)?.[1] ?? null

const isWitness = ({ kind, text }: Part): boolean => kind === 'role' && /^(?:the )?witness$/i.test(text)

/** Who asks and who answers at an examination, as the record last said. */
export class Examination {
  private examiner: readonly Voice[] | null = null
  private witness: readonly Voice[] | null = null
  private before = ''

  /** Takes in what a line without a label says. */
  note(text: string): void {
    // "ADA POE," in a line of its own, over "having been duly sworn".
    const whole =
      this.before.endsWith(',') && /^(?:having|called|a witness|being)\b/i.test(text) ? `${this.before} ${text}` : text
    this.before = text
    const [examiner, witness] = [examinerIn(text), witnessIn(whole)]
    if (examiner !== null) this.examiner = partsOf(examiner)?.map(voiceOf) ?? null
    if (witness !== null) this.witness = partsOf(witness)?.map(voiceOf) ?? null
  }

  /** Who speaks under a label, if it says no more than who asks or who answers. */
  voicesOf({ printed, parts, mark: kind }: SpeakerLabel): readonly Voice[] | null {
    if (/^by\s/i.test(printed)) this.examiner = parts.map(voiceOf)
    if (kind === 'question' && printed === 'Q.') return this.examiner
    return parts.every(isWitness) ? this.witness : null
  }
}
