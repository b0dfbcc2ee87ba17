import type { Finding } from './findings.js'
import { readLabelled } from './labelled/read-labelled.js'
import { readRoll } from './labelled/roll.js'
import { surveyLabels, transcriptBlocks } from './labelled/survey.js'
import { inferLanguage } from './language.js'
import type { Furniture, Outline } from './outline/outline.js'
import { outlineVersion } from './outline/outline.js'
import { addPrintedForms } from './people/forms-in-text.js'
import { readFront } from './present/front.js'
import { readPresent } from './present/read-present.js'
import { type Draft, emptyDraft } from './proposal/draft.js'
import { emptyProposal, type Proposal } from './proposal/proposal.js'
import { readProse } from './prose/read-prose.js'
import type { Register } from './structured/register.js'
import { readSummary } from './summary/read-summary.js'

/** Goes up whenever the same document may be read otherwise than before. */
export const rulesVersion = '8'

/** What kind of record rules take a document for. */
export const styles = ['labelled', 'summary', 'prose', 'plain'] as const
export type Style = (typeof styles)[number]

/** The kind of record of this name; undefined for what rules do not take a document for. */
export const styleOf = (name: string): Style | undefined => styles.find((style) => style === name)

export interface RulesOptions {
  /** BCP 47; null to infer it. */
  readonly language: string | null
  /** What registers beside the document say. */
  readonly register?: ((language: string | null) => Register) | undefined
  /** Reads it as this kind, whatever it looks like. */
  readonly style?: Style | undefined
}

/** What rules take a record to say. */
export interface RulesReading {
  readonly style: Style
  /** Why that kind, a clause each. */
  readonly reasons: readonly string[]
  readonly proposal: Proposal
  readonly findings: readonly Finding[]
  readonly furniture: readonly Furniture[]
  /** Ids of blocks that hold facts of the meeting or lists of people. */
  readonly aside: ReadonlySet<number>
}

/** The words by which the language of a record is told: the beginnings of its blocks. */
export const languageOf = ({ blocks }: Outline): string | null =>
  inferLanguage(
    blocks
      .map(({ flow }) => flow.text.slice(0, 1_000))
      .join('\n')
      .slice(0, 8_000),
  )

/** Reads a record as if some of its blocks were read already. */
const passingOver = ({ taken }: Draft, ids: ReadonlySet<number>, read: () => void): void => {
  const own = [...ids].filter((id) => !taken.has(id))
  for (const id of own) taken.add(id)
  read()
  for (const id of own) taken.delete(id)
}

/** Reads as prose what stands between labelled turns. */
const readBetween = (draft: Draft, said: ReadonlySet<number>): void => {
  passingOver(draft, said, () => readProse(draft))
  const byKey = new Map(draft.themes.map((line) => [line.theme, line]))
  draft.themes.splice(0, draft.themes.length, ...byKey.values())
}

/** Reads what is said, as the first kind that the record is one of. Prose is read in English only. */
const readSpeech = (draft: Draft, language: string | null, asked: Style | undefined): [Style, string] => {
  if (asked === 'plain') return ['plain', 'it is asked for']
  if (asked === undefined || asked === 'labelled') {
    const survey = surveyLabels(draft)
    if (survey) {
      const said = readLabelled(draft, survey)
      if (survey.isMixed && language === 'en') readBetween(draft, said)
      return ['labelled', 'its turns are labelled with who speaks']
    }
  }
  if ((asked === undefined || asked === 'summary') && readSummary(draft))
    return ['summary', 'its paragraphs are numbered, and name who raised what']
  if (asked !== undefined || language === 'en') {
    readProse(draft)
    return ['prose', 'it reports in prose who said what']
  }
  return ['plain', 'nothing in it labels who speaks, and prose is read in English only']
}

/** Reads an outline by rules. Pure; the same outline and options give the same proposal. */
export const readByRules = (outline: Outline, { language, register, style: asked }: RulesOptions): RulesReading => {
  const draft = emptyDraft(outline)
  const spoken = language ?? languageOf(outline)
  const said = transcriptBlocks(outline)
  passingOver(draft, said, () => {
    readFront(draft)
    readPresent(draft, register?.(spoken))
  })
  readRoll(draft, said)
  const [style, reason] = readSpeech(draft, spoken, asked)
  if (style === 'summary' || style === 'prose') addPrintedForms(draft)
  const { roster, meeting, themes, remarks, nobody, findings, furniture, taken } = draft
  return {
    style,
    reasons: [reason],
    proposal: {
      ...emptyProposal({ proposal: 1, outline: outlineVersion, by: 'rules' }),
      meeting: meeting || language ? { ...meeting, ...(language === null ? {} : { language }) } : null,
      persons: roster.persons,
      bodies: roster.bodies,
      themes,
      remarks,
      nobody,
    },
    findings,
    furniture,
    aside: taken,
  }
}
