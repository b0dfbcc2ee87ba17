/**
 * An export of many meetings: a line that says what it is, a line for each meeting, and a line that says how many there were,
 * so that one which was cut on the way is known by its end. As NDJSON each line is a document of its own; as JSON they make
 * one document, a meeting on each line all the same.
 */
const ndjsonHead = '{"format":"rapporteur-export","version":1}'
const jsonHead = '{"format":"rapporteur-export","version":1,"meetings":['
const endLine = /^(?:\{"end":\{"meetings":(\d+)\}\}|\],"end":\{"meetings":(\d+)\}\})$/

/** How the lines of an export go together. */
export interface ExportFrame {
  readonly head: string
  /** Between two meetings. */
  readonly separator: string
  end(meetings: number): string
}

export const ndjsonFrame: ExportFrame = {
  head: `${ndjsonHead}\n`,
  separator: '\n',
  end: (meetings) => `${meetings > 0 ? '\n' : ''}{"end":{"meetings":${meetings}}}\n`,
}

export const jsonFrame: ExportFrame = {
  head: `${jsonHead}\n`,
  separator: ',\n',
  end: (meetings) => `${meetings > 0 ? '\n' : ''}],"end":{"meetings":${meetings}}}\n`,
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

/**
 * The meetings of an export, one by one, as JSON texts.
 *
 * @throws TruncatedExportError at the end, where that is not the end of the export, or tells of another number of meetings
 */
export async function* exportedLines(lines: AsyncIterable<string>): AsyncGenerator<ExportedLine> {
  let line = 0
  let meetings = 0
  let end: number | undefined
  for await (const text of lines) {
    line++
    if (line === 1) checkHead(text)
    else if (end !== undefined) refuseAfterEnd(line, text)
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

function checkHead(text: string): void {
  const head = text.replace(/^\uFEFF/, '')
  if (head !== ndjsonHead && head !== jsonHead)
    throw new TruncatedExportError(
      `The first line of the export is not that of version 1, with which this program begins: ${head.slice(0, 80)}`,
    )
}

function refuseAfterEnd(line: number, text: string): void {
  if (text !== '')
    throw new TruncatedExportError(`Line ${line} of the export stands behind its end. Export again. Nothing was read.`)
}
