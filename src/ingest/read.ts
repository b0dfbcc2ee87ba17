import { applyContext } from './context/apply.js'
import type { Context } from './context/context.js'
import { accountFor } from './coverage.js'
import { type Finding, inDocumentOrder } from './findings.js'
import type { Format, Furniture, Recognition } from './formats/format.js'
import { formatNames, formats } from './formats/registry.js'
import { lookAlikes } from './look-alikes.js'
import { pageFindings } from './page-findings.js'
import type { MeetingRecord } from './record.js'
import type { SourceText } from './source.js'

/** How sure a format is that a document is one of its kind, and why. */
export interface FormatVerdict extends Recognition {
  readonly format: string
}

/** No format takes the document for one of its kind; `verdicts` says why, format by format. */
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
  /** Reads with this format, however sure it is. */
  readonly format?: string | undefined
  /** BCP 47; inferred when absent. */
  readonly language?: string | undefined
  /** What stands beside the document. */
  readonly context?: Pick<Context, 'facts' | 'register'> | undefined
}

/** What a document says, before any database. */
export interface ReadRecord {
  readonly record: MeetingRecord
  /** In document order; those about no place in particular first. */
  readonly findings: Finding[]
  /** Text that is in no row and yet accounted for, by kind. */
  readonly furniture: readonly Furniture[]
  /** The format that read it, and why that one. */
  readonly format: FormatVerdict
  readonly formatVersion: string
  /** What every format thought, the surest first. */
  readonly verdicts: readonly FormatVerdict[]
}

/** From this confidence on, a document is read as what it looks like. */
const enough = 0.5

const verdictOf = (format: Format, source: SourceText): FormatVerdict => ({
  format: format.name,
  ...format.recognise(source),
})

const notRecognized = (source: SourceText, verdicts: readonly FormatVerdict[]): DocumentNotRecognizedError => {
  const reasons = verdicts.map(({ format, reasons: why }) => `${format}: ${why.join('; ')}`).join('. ')
  const advice = 'If it is a record of one of these kinds, say which.'
  return new DocumentNotRecognizedError(
    `${source.fileName} looks like no kind of record that is known. ${reasons}. ${advice}`,
    verdicts,
  )
}

const chosen = (source: SourceText, verdicts: readonly FormatVerdict[], wanted: string | undefined): FormatVerdict => {
  if (wanted === undefined) {
    const [best] = verdicts
    if (best && best.confidence >= enough) return best
    throw notRecognized(source, verdicts)
  }
  const named = verdicts.find(({ format }) => format === wanted)
  if (named) return named
  throw new DocumentNotRecognizedError(
    `There is no format ${JSON.stringify(wanted)}. There are: ${formatNames.join(', ')}.`,
    verdicts,
  )
}

/**
 * Takes from a document what it says: finds its format, reads it, and lists what of its text no row holds. Pure: no database,
 * no clock.
 *
 * @throws DocumentNotRecognizedError when no format is sure enough, or there is none of the name asked for
 */
export const readRecord = (source: SourceText, options: RecordOptions = {}): ReadRecord => {
  const verdicts = formats.map((format) => verdictOf(format, source)).sort((a, b) => b.confidence - a.confidence)
  const verdict = chosen(source, verdicts, options.format)
  const format = formats.find(({ name }) => name === verdict.format)
  if (!format) throw new DocumentNotRecognizedError(`The format ${verdict.format} is not there.`, verdicts)
  const { language = null, context } = options
  const read = format.parse(source, { language, register: context?.register })
  const told = context ? applyContext(read.record, context) : { record: read.record, findings: [] }
  const accounted = accountFor(source, read.record, read.furniture)
  return {
    record: told.record,
    findings: inDocumentOrder([
      ...read.findings,
      ...told.findings,
      ...accounted.findings,
      ...pageFindings(source, read.record, read.findings),
      ...lookAlikes(told.record),
    ]),
    furniture: accounted.furniture,
    format: verdict,
    formatVersion: format.version,
    verdicts,
  }
}
