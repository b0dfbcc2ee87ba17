import { type PageLine, type Run, runsOfLine, textOfLine, textOfRuns } from './lines.js'
import type { Measure } from './paragraphs.js'

export interface Footnote {
  /** Of the page and the printed figure or sign: figures may begin anew on each page. */
  readonly label: string
  readonly lines: PageLine[]
}

const sign = /^\s*(\d{1,3}|[*†‡§])(?=[\s.)]|\p{L}|["“‘(])/u

/** The notes at the foot of a page, set smaller than the text, each with a sign that stands raised in the text; and the rest. */
export const splitFootnotes = (
  lines: readonly PageLine[],
  measure: Measure,
): { readonly body: PageLine[]; readonly notes: Footnote[] } => {
  const isSmall = ({ size }: PageLine) => size <= measure.size * 0.92
  const large = lines.findLastIndex((line) => !isSmall(line))
  const raised = raisedSigns(lines.slice(0, large + 1))
  const first = lines.findIndex((line, i) => i > large && raised.has(sign.exec(textOfLine(line))?.[1] ?? ''))
  if (first < 0) return { body: [...lines], notes: [] }
  const notes: Footnote[] = []
  for (const line of lines.slice(first)) {
    const printed = sign.exec(textOfLine(line))?.[1]
    if (printed !== undefined && isNext(printed, notes.length, notes))
      notes.push({ label: `${line.page}-${printed}`, lines: [line] })
    else notes.at(-1)?.lines.push(line)
  }
  const labels = new Set(notes.map(({ label }) => label))
  return { body: lines.slice(0, first).map((line) => withReferences(line, labels)), notes }
}

const raisedSigns = (lines: readonly PageLine[]): Set<string> =>
  new Set(lines.flatMap(runsOfLine).flatMap(({ raised, text }) => (raised ? [text.trim()] : [])))

/** Figures go up by one; a line inside of a note may begin with any other. */
const isNext = (printed: string, count: number, notes: readonly Footnote[]): boolean => {
  const before = Number(notes.at(-1)?.label.split('-')[1])
  return count === 0 || Number.isNaN(before) || Number(printed) === before + 1
}

const withReferences = (line: PageLine, labels: ReadonlySet<string>): PageLine => {
  const withReference = (run: Run): Run => {
    const label = `${line.page}-${run.text.trim()}`
    return run.raised && labels.has(label) ? { ...run, note: label } : run
  }
  const segments = line.segments.map((segment) => ({ ...segment, runs: segment.runs.map(withReference) }))
  return segments.some(({ runs }) => textOfRuns(runs) !== '' && runs.some(({ note }) => note))
    ? { ...line, segments }
    : line
}
