import './native-patterns.js'
import { applyContext } from './context/apply.js'
import type { DocumentContext } from './context/context.js'
import { accountFor } from './coverage.js'
import { type Finding, inDocumentOrder } from './findings.js'
import type { Format, Furniture, Recognition } from './formats/format.js'
import { formatNames, formats } from './formats/registry.js'
import { lookAlikes } from './look-alikes.js'
import { nobodyHeard } from './nobody-heard.js'
import { reading } from './once.js'
import { pageFindings } from './page-findings.js'
import { withUsualCase } from './people/usual-case.js'
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
  readonly context?: Pick<DocumentContext, 'facts' | 'register'> | undefined
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

const ceilingOf = ({ atMost }: Format): number => atMost ?? 1

/** Those that can be surest first; of these, those that a look at the beginnings of lines tells. */
const byCeiling = [...formats].sort((a, b) => ceilingOf(b) - ceilingOf(a))

/** The format that is surest of a document. Once none of the rest can be surer than one, they are not asked. */
const surest = (source: SourceText): [Format, FormatVerdict] => {
  const found: [Format, FormatVerdict][] = []
  let best = 0
  for (const format of byCeiling) {
    if (best >= enough && best >= ceilingOf(format)) break
    const verdict = verdictOf(format, source)
    best = Math.max(best, verdict.confidence)
    found.push([format, verdict])
  }
  found.sort(([, a], [, b]) => b.confidence - a.confidence)
  if (found[0] && best >= enough) return found[0]
  throw notRecognized(
    source,
    found.map(([, verdict]) => verdict),
  )
}

const named = (source: SourceText, wanted: string): [Format, FormatVerdict] => {
  const format = formats.find(({ name }) => name === wanted)
  if (format) return [format, verdictOf(format, source)]
  throw new DocumentNotRecognizedError(
    `There is no format ${JSON.stringify(wanted)}. There are: ${formatNames.join(', ')}.`,
    [],
  )
}

/**
 * Takes from a document what it says: finds its format, reads it, and lists what of its text no row holds. Pure: no database,
 * no clock.
 *
 * @throws DocumentNotRecognizedError when no format is sure enough, or there is none of the name asked for
 */
export const readRecord = (source: SourceText, options: RecordOptions = {}): ReadRecord =>
  reading(() => read(source, options))

const read = (source: SourceText, options: RecordOptions): ReadRecord => {
  const { format: wanted } = options
  const [format, verdict] = wanted === undefined ? surest(source) : named(source, wanted)
  const { language = null, context } = options
  const parsed = format.parse(source, { language, register: context?.register })
  const shown = withUsualCase(parsed.record, source.text)
  const told = context ? applyContext(shown.record, context) : { record: shown.record, findings: [] }
  const accounted = accountFor(source, parsed.record, parsed.furniture)
  return {
    record: told.record,
    findings: inDocumentOrder([
      ...parsed.findings,
      ...shown.findings,
      ...told.findings,
      ...accounted.findings,
      ...nobodyHeard(told.record),
      ...pageFindings(source, parsed.record, parsed.findings),
      ...lookAlikes(told.record),
    ]),
    furniture: accounted.furniture,
    format: verdict,
    formatVersion: format.version,
  }
}
