import { accountFor } from './coverage.js'
import { type Finding, inDocumentOrder } from './findings.js'
import type { Format, Furniture, Recognition } from './formats/format.js'
import { formatNames, formats } from './formats/registry.js'
import { lookAlikes } from './look-alikes.js'
import { nobodyHeard } from './nobody-heard.js'
import { reading } from './once.js'
import { pageFindings } from './page-findings.js'
import { withUsualCase } from './people/usual-case.js'
import type { Proposal } from './proposal/proposal.js'
import { readRecord as readNew } from './read-new.js'
import type { MeetingRecord } from './record.js'
import type { SourceText } from './source.js'
import { applyContext } from './structured/apply.js'
import type { DocumentContext } from './structured/context.js'

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
  /** What a model or a person takes it to say, in place of what rules do. */
  readonly proposal?: Proposal | undefined
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

const notRecognized = (source: SourceText, verdicts: readonly FormatVerdict[]): DocumentNotRecognizedError => {
  const reasons = verdicts.map(({ format, reasons: why }) => `${format}: ${why.join('; ')}`).join('. ')
  const advice = 'If it is a record of one of these kinds, say which.'
  return new DocumentNotRecognizedError(
    `${source.fileName} looks like no kind of record that is known. ${reasons}. ${advice}`,
    verdicts,
  )
}

/** A format that has been asked; `place` is that in the list of all. */
interface Asked {
  readonly format: Format
  readonly place: number
  readonly verdict: FormatVerdict
}

/** The formats that have been asked of a document, those that are surest first. */
class Verdicts {
  readonly asked: Asked[] = []

  constructor(private readonly source: SourceText) {}

  /** The surest, if it is sure enough. */
  get best(): Asked | null {
    const [best] = this.asked
    return best && best.verdict.confidence >= enough ? best : null
  }

  isBeaten(place: number, atMost: number): boolean {
    const { best } = this
    const sure = best?.verdict.confidence ?? 0
    return best !== null && (sure > atMost || (sure === atMost && best.place < place))
  }

  ask(format: Format, place: number): void {
    const { best, source } = this
    const recognition =
      best && format.recogniseFrom ? format.recogniseFrom(source, best.verdict.confidence) : format.recognise(source)
    if (!recognition) return
    this.asked.push({ format, place, verdict: { format: format.name, ...recognition } })
    this.asked.sort((a, b) => b.verdict.confidence - a.verdict.confidence || a.place - b.place)
  }
}

/**
 * The format that is surest of a document. None is asked that cannot be surer than another, and those last that can hardly be
 * sure; a document that nobody takes has been asked of all, for its refusal says what each thought.
 */
const surest = (source: SourceText): [Format, FormatVerdict] => {
  const verdicts = new Verdicts(source)
  const later: { format: Format; place: number; atMost: number }[] = []
  for (const [place, format] of formats.entries()) {
    const atMost = verdicts.isBeaten(place, 1) ? 0 : (format.atMost?.(source) ?? 1)
    if (atMost < 1) later.push({ format, place, atMost })
    else verdicts.ask(format, place)
  }
  later.sort((a, b) => b.atMost - a.atMost)
  for (const { format, place, atMost } of later) if (!verdicts.isBeaten(place, atMost)) verdicts.ask(format, place)
  const { best, asked } = verdicts
  if (best) return [best.format, best.verdict]
  throw notRecognized(
    source,
    asked.map(({ verdict }) => verdict),
  )
}

const named = (source: SourceText, wanted: string): [Format, FormatVerdict] => {
  const format = formats.find(({ name }) => name === wanted)
  if (format) return [format, { format: format.name, ...format.recognise(source) }]
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
  if (
    (process.env.NEW_READER || options.proposal) &&
    source.mediaType !== 'application/xml' &&
    source.mediaType !== 'application/json'
  )
    return readNew(source, options) as ReadRecord
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
