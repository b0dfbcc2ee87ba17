/**
 * An export of many meetings: a line that says what it is, a line for each meeting, and a line that says how many there were,
 * so that one which was cut on the way is known by its end. As NDJSON each line is a document of its own; as JSON they make
 * one document, a meeting on each line all the same.
 */
const headLine =
  /^\{"format":"rapporteur-export","version":1(?:,"position":"(?<position>\d{1,19})")?(?:,"since":"(?<since>\d{1,19})")?(?:\}|,"meetings":\[)$/
const removedLine = /^(?:\],)?\{?"removed":(?<ids>\[[^\]]*\])\}?,?$/
const endLine = /^(?:\{"end":\{"meetings":(\d+)\}\}|\]?,?"end":\{"meetings":(\d+)\}\})$/

/** How the lines of an export go together. */
export interface ExportFrame {
  head(states: ExportHead): string
  /** Between two meetings. */
  readonly separator: string
  /** `removed` are the ids of meetings, in an export of what changed. */
  end(meetings: number, removed: readonly string[] | undefined): string
}

/** At which change of the feed an export stands: it holds everything up to there, and what came while it was made in part. */
export interface ExportHead {
  readonly position: string
  /** Of an export of what changed: after which change. */
  readonly since?: string | undefined
}

const headOf = ({ position, since }: ExportHead): string =>
  `{"format":"rapporteur-export","version":1,"position":"${position}"${since === undefined ? '' : `,"since":"${since}"`}`

export const ndjsonFrame: ExportFrame = {
  head: (states) => `${headOf(states)}}\n`,
  separator: '\n',
  end: (meetings, removed) =>
    `${meetings > 0 ? '\n' : ''}${removed ? `{"removed":${JSON.stringify(removed)}}\n` : ''}{"end":{"meetings":${meetings}}}\n`,
}

export const jsonFrame: ExportFrame = {
  head: (states) => `${headOf(states)},"meetings":[\n`,
  separator: ',\n',
  end: (meetings, removed) =>
    `${meetings > 0 ? '\n' : ''}],${removed ? `"removed":${JSON.stringify(removed)},\n` : ''}"end":{"meetings":${meetings}}}\n`,
}

/** The export ends before its end, or holds other than what its end says: it was cut, or put together by hand. */
export class TruncatedExportError extends Error {
  override readonly name = 'TruncatedExportError'
}

/** One meeting of an export, and the line that it stands on, from 1. */
export interface ExportedLine {
  readonly line: number
  readonly text: string
}

/** What an export says besides its meetings; complete once these have been read. */
export interface ExportFacts extends Partial<ExportHead> {
  removed?: string[]
}

/**
 * The meetings of an export, one by one, as JSON texts. What else it says is put into `facts`.
 *
 * @throws TruncatedExportError at the end, where that is not the end of the export, or tells of another number of meetings
 */
export async function* exportedLines(
  lines: AsyncIterable<string>,
  facts: ExportFacts = {},
): AsyncGenerator<ExportedLine> {
  let line = 0
  let meetings = 0
  let end: number | undefined
  for await (const text of lines) {
    line++
    const { ids } = removedLine.exec(text)?.groups ?? {}
    if (line === 1) Object.assign(facts, headIn(text))
    else if (end !== undefined) refuseAfterEnd(line, text)
    else if (ids !== undefined) facts.removed = JSON.parse(ids) as string[]
    else {
      const [, ndjson, json] = endLine.exec(text) ?? []
      const said = ndjson ?? json
      if (said === undefined) {
        meetings++
        yield { line, text: text.endsWith(',') ? text.slice(0, -1) : text }
      } else end = Number(said)
    }
  }
  if (end === undefined)
    throw new TruncatedExportError(
      `The export has no end: it was cut after ${meetings} meeting${meetings === 1 ? '' : 's'}. Export again. Nothing was read.`,
    )
  if (end !== meetings)
    throw new TruncatedExportError(
      `The export says that it has ${end} meetings, and has ${meetings}: lines were lost or added. Export again. Nothing was read.`,
    )
}

function headIn(text: string): Partial<ExportHead> {
  const head = text.replace(/^\uFEFF/, '')
  const states = headLine.exec(head)
  if (!states)
    throw new TruncatedExportError(
      `The first line of the export is not that of version 1, with which this program begins: ${head.slice(0, 80)}`,
    )
  return { ...states.groups }
}

function refuseAfterEnd(line: number, text: string): void {
  if (text !== '')
    throw new TruncatedExportError(`Line ${line} of the export stands behind its end. Export again. Nothing was read.`)
}
