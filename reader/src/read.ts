import { accountFor } from './check/coverage.js'
import { duplicateNumbers } from './check/duplicate-numbers.js'
import { lookAlikes } from './check/look-alikes.js'
import { nobodyHeard } from './check/nobody-heard.js'
import { pageFindings } from './check/page-findings.js'
import { whyNoRecord } from './check/recognised.js'
import { ambiguousSpeakers, unlistedSpeakers, withoutList } from './check/speakers.js'
import { countsContradicted } from './check/vote-counts.js'
import { type Finding, finding, inDocumentOrder } from './findings.js'
import { formatNames } from './formats.js'
import { isCaptionsWithoutSpeakers } from './labelled/survey.js'
import { reading } from './once.js'
import { type Furniture, type Outline, outlineVersion } from './outline/outline.js'
import { outlineOf } from './outline/outline-of.js'
import { withUsualCase } from './people/usual-case.js'
import { type Gated, isRefusedWhole, record as throughGate } from './proposal/gate.js'
import type { Proposal } from './proposal/proposal.js'
import { refusedProposal } from './proposal/refused.js'
import type { MeetingRecord } from './record.js'
import { readByRules, type Style, styleOf } from './rules.js'
import type { SourceText } from './source.js'
import { applyContext } from './structured/apply.js'
import type { ReadingContext } from './structured/context.js'
import { readStructured, structuredFormats, structuredVerdicts } from './structured/read-structured.js'
import type { Register } from './structured/register.js'

/** What a document was read as, and why. */
export interface FormatVerdict {
  readonly format: string
  readonly confidence: number
  readonly reasons: readonly string[]
}

/** A document is no record of a meeting that can be read; the message says what is missing and what to try. */
export class DocumentNotRecognizedError extends Error {
  override readonly name = 'DocumentNotRecognizedError'
  constructor(
    message: string,
    readonly verdicts: readonly FormatVerdict[],
  ) {
    super(message)
  }
}

export interface RecordOptions {
  /** Reads it as this kind, whatever it looks like. */
  readonly format?: string | undefined
  /** BCP 47; inferred when absent. */
  readonly language?: string | undefined
  /** What stands beside the document. */
  readonly context?: ReadingContext | undefined
  /** What a model or a person takes it to say, in place of what rules do. */
  readonly proposal?: Proposal | undefined
}

/** What a document says, before any database. */
export interface ReadRecord {
  readonly record: MeetingRecord
  /** In document order; those about no place in particular first. */
  readonly findings: Finding[]
  /** Text that is in no row and yet accounted for, by kind. */
  readonly furniture: readonly Furniture[]
  readonly format: FormatVerdict
  readonly formatVersion: string
}

const gated = (
  outline: Outline,
  { proposal, findings, furniture, aside }: Proposed,
  beside: readonly string[],
): Gated => {
  const made = throughGate(outline, proposal, { aside, beside })
  return { ...made, findings: [...findings, ...made.findings], furniture: [...furniture, ...made.furniture] }
}

interface Proposed {
  readonly proposal: Proposal
  readonly findings: readonly Finding[]
  readonly furniture: readonly Furniture[]
  readonly aside?: ReadonlySet<number>
}

/** Every name that a register states: what a record prints initials of may be named by it. */
const namesOf = (register: Register | undefined): string[] =>
  [...(register?.values() ?? [])].flatMap(({ name, aliases }) => [name, ...aliases])

/**
 * Takes from a document what it says: by its markup, by a proposal, or by rules. Pure: no database, no clock, no network.
 *
 * @throws DocumentNotRecognizedError for what is no record of a meeting, RefusedProposalError for a proposal that the text does not bear out
 */
export const readRecord = (source: SourceText, options: RecordOptions = {}): ReadRecord =>
  reading(() => read(source, options))

const read = (source: SourceText, options: RecordOptions): ReadRecord => {
  const { language = null, proposal, format } = options
  const context = options.context?.of(source)
  const structured =
    proposal === undefined ? readStructured(source, { language, register: context?.register, format }) : null
  if (structured) return finished(source, structured, structured.format, context)
  if (proposal === undefined && format === undefined) refuseOtherXml(source)
  const outline = outlineOf(source)
  if (proposal !== undefined) {
    const made = gated(
      outline,
      { proposal, findings: [readBy(proposal)], furniture: [] },
      namesOf(context?.register(language)),
    )
    if (isRefusedWhole(made)) throw refusedProposal(source.fileName, made.refused, made.lines)
    return finished(
      source,
      made,
      verdict(proposal.header.by === 'person' ? 'person' : 'model', ['a proposal is given']),
      context,
    )
  }
  const rules = readByRules(outline, { language, register: context?.register, style: askedStyle(format) })
  const made = gated(outline, rules, namesOf(context?.register(language)))
  const why = format === undefined ? whyNoRecord(outline, made.record, isCaptionsWithoutSpeakers(outline)) : null
  if (why !== null) throw new DocumentNotRecognizedError(why, notOfAnyKind)
  return finished(source, made, verdict(rules.style, rules.reasons), context)
}

/** Whose reading it is; of its lines, those that the text does not bear out are findings of their own. */
const readBy = ({ header: { by, model } }: Proposal): Finding =>
  by === 'person'
    ? finding('READ_BY_PERSON', 'A person read this record; what they proposed was checked against its text.')
    : finding(
        'READ_BY_MODEL',
        `A language model${model ? ` (${model})` : ''} read this record; what it proposed was checked against its text.`,
      )

/** XML whose markup does not say who speaks would be read as prose, its metadata among the words. */
const refuseOtherXml = (source: SourceText): void => {
  const verdicts = structuredVerdicts(source)
  if (verdicts.length === 0) return
  const reasons = verdicts.map(({ format, reasons: why }) => `${format}: ${why.join('; ')}`).join('. ')
  throw new DocumentNotRecognizedError(
    `${source.fileName} is XML, and no record whose markup says who speaks (${reasons}). Send its text, or say the format.`,
    verdicts,
  )
}

/** What a document lacks that is of none of these kinds. */
const notOfAnyKind: readonly FormatVerdict[] = [
  { format: 'labelled', confidence: 0, reasons: ['no labels in it name who speaks'] },
  { format: 'summary', confidence: 0, reasons: ['no numbered paragraphs in it name who raised what'] },
  { format: 'prose', confidence: 0, reasons: ['no sentences in it report what somebody said'] },
  { format: 'plain', confidence: 0, reasons: ['it is only read so when that is asked for'] },
]

const verdict = (format: string, reasons: readonly string[]): FormatVerdict => ({ format, confidence: 1, reasons })

const askedStyle = (format: string | undefined): Style | undefined => {
  const style = format === undefined ? undefined : styleOf(format)
  if (format === undefined || style) return style
  throw new DocumentNotRecognizedError(
    `There is no format ${JSON.stringify(format)} that reads such a file. There are: ${formatNames.join(', ')}.`,
    [],
  )
}

/** A roll call lists those of a vote, and not all who are there. */
const isStructured = ({ format }: FormatVerdict): boolean => structuredFormats.some((one) => one === format)

/** What is done with every reading, whoever made it: usual case, facts beside it, coverage, doubts. */
const finished = (
  source: SourceText,
  made: Pick<ReadRecord, 'record' | 'furniture'> & { readonly findings: readonly Finding[] },
  format: FormatVerdict,
  context: RecordOptions['context'],
): ReadRecord => {
  const shown = withUsualCase(made.record, source.text)
  const told = context ? applyContext(shown.record, context) : { record: shown.record, findings: [] }
  const accounted = accountFor(source, made.record, made.furniture)
  return {
    record: told.record,
    findings: inDocumentOrder([
      ...made.findings,
      ...shown.findings,
      ...told.findings,
      ...accounted.findings,
      ...(format.format === 'summary' ? duplicateNumbers(made.record) : []),
      ...nobodyHeard(told.record),
      ...withoutList(told.record),
      ...(isStructured(format) ? [] : unlistedSpeakers(told.record)),
      ...ambiguousSpeakers(told.record, context?.register(told.record.meeting.language)),
      ...pageFindings(source, made.record, made.findings),
      ...lookAlikes(told.record),
      ...countsContradicted(told.record),
    ]),
    furniture: accounted.furniture,
    format,
    formatVersion: outlineVersion,
  }
}
