import type { TextWriter } from '../text-writer.js'
import { type PageLine, type Run, runsOfLine, textOfRuns } from './lines.js'
import type { TableLines } from './tables.js'

const conjunctions = /^\s*(?:and|or|to|und|oder|bis|et|ou|y|o|e)\b/i

type Joint = 'space' | 'hyphen' | 'nothing'

/** What stands between two lines of one paragraph: nothing after a hyphen, a dash or a slash that holds on to its word, or before a closing sign. */
const jointOf = (before: string, after: string): Joint => {
  if (/\p{L}[-\u2010\u00ad]$/u.test(before) && /^\p{L}/u.test(after))
    return conjunctions.test(after) ? 'space' : 'hyphen'
  return /\S[/–—]$/.test(before) || /^[:;,.!?)\]]/.test(after) ? 'nothing' : 'space'
}

const styleOf = ({ bold, italic, raised, note }: Run): string => `${bold}${italic}${raised}${note ?? ''}`

/** Writes runs, a mark over each stretch of one style. */
const writeRuns = (runs: readonly Run[], writer: TextWriter): void => {
  for (let i = 0; i < runs.length; ) {
    const run = runs[i]
    if (!run) break
    let end = i + 1
    while (end < runs.length && styleOf(runs[end] ?? run) === styleOf(run)) end++
    writeStyled(textOfRuns(runs.slice(i, end)), run, writer)
    i = end
  }
}

const writeStyled = (text: string, { bold, italic, raised, note }: Run, writer: TextWriter): void => {
  const marks = [
    bold && writer.open({ kind: 'strong' }),
    italic && writer.open({ kind: 'emphasis' }),
    raised && writer.open({ kind: 'superscript' }),
    note && writer.open({ kind: 'footnote-reference', label: note }),
  ]
  writer.write(text)
  for (const mark of marks.reverse()) if (mark) writer.close(mark)
}

/** The runs of a paragraph's lines, joined; a hyphen at the end of a line is in a run of its own, in `hyphens`. */
const joinLines = (lines: readonly PageLine[]): { runs: Run[]; hyphens: Set<Run> } => {
  const runs: Run[] = []
  const hyphens = new Set<Run>()
  for (const line of lines) {
    const next = runsOfLine(line)
    const last = runs.at(-1)
    const [first, ...others] = next
    if (!last || !first) {
      runs.push(...next)
      continue
    }
    const joint = jointOf(textOfRuns(runs.slice(-3)).trimEnd(), textOfRuns(next).trimStart())
    if (joint === 'space') runs.push({ ...first, text: ` ${first.text}` }, ...others)
    else runs.push({ ...first, text: first.text.trimStart() }, ...others)
    if (joint !== 'space') trimEnd(runs, runs.length - next.length - 1)
    if (joint === 'hyphen') hyphens.add(splitHyphen(runs, runs.length - next.length - 1))
  }
  return { runs, hyphens }
}

const trimEnd = (runs: Run[], index: number): void => {
  const run = runs[index]
  if (run) runs[index] = { ...run, text: run.text.trimEnd() }
}

const splitHyphen = (runs: Run[], index: number): Run => {
  const run = runs[index] ?? { text: '-', x: 0, right: 0, bold: false, italic: false, raised: false }
  const hyphen = { ...run, text: run.text.slice(-1) }
  runs.splice(index, 1, { ...run, text: run.text.slice(0, -1) }, hyphen)
  return hyphen
}

/** Writes the lines of one paragraph as running text. */
export const writeLines = (lines: readonly PageLine[], writer: TextWriter): void => {
  const { runs, hyphens } = joinLines(lines)
  let from = 0
  for (const [i, run] of runs.entries()) {
    if (!hyphens.has(run)) continue
    writeRuns(runs.slice(from, i), writer)
    writer.within({ kind: 'line-hyphen' }, () => writer.write(run.text))
    from = i + 1
  }
  writeRuns(runs.slice(from), writer)
}

/** Writes a table: a line for each printed line, its cells parted by tabs. */
export const writeTable = ({ rows }: TableLines, writer: TextWriter): void =>
  writer.within({ kind: 'table' }, () => {
    for (const { cells } of rows) {
      writer.end(1)
      writer.within({ kind: 'row' }, () => {
        for (const [column, cell] of cells.entries()) {
          if (column > 0) writer.tab()
          writer.within({ kind: 'cell', column, header: false }, () => writeRuns(cell?.runs ?? [], writer))
        }
      })
    }
  })
