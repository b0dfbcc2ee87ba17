import type { DryRun } from '../client/dry-run.js'
import { whatIsDecided } from '../client/outcomes-read.js'
import { type PersonRead, postsOf } from '../client/people-read.js'
import { type RemarkRead, whoSays } from '../client/remarks-read.js'
import type { IngestedDocument } from './ingested-document.js'
import { usePhrase } from './tell-of-model.js'

/** Reports the progress and results of an ingest. */
export interface IngestReport {
  /** Called when a file is about to be written. */
  begin(file: string): void
  add(document: IngestedDocument): void
  end(): void
}

interface Output {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

/** Writes one JSON document at the end. */
export function jsonReport(out: Output): IngestReport {
  const documents: IngestedDocument[] = []
  return {
    begin: () => {},
    add: (document) => documents.push(document),
    end: () => out.write(`${JSON.stringify({ documents }, null, 2)}\n`),
  }
}

/** Writes a line for each file (to `err` if it failed), a table at the end, and on a terminal a progress bar. */
export function reportTo(out: Output, err: Output, total: number, verbose = false): IngestReport {
  const started = performance.now()
  const documents: IngestedDocument[] = []
  const bar = err.isTTY && total > 1 ? progressBar(err, total, started) : undefined
  let remarks = 0
  return {
    begin: (file) => bar?.draw(documents.length, remarks, file),
    add: (document) => {
      documents.push(document)
      remarks += document.remarks ?? 0
      bar?.clear()
      const stream = document.status === 'failed' ? err : out
      const told = [...lines(document, out.columns ?? Infinity), ...(verbose ? verdicts(document) : [])]
      stream.write(`${told.join('\n')}\n`)
    },
    end: () => {
      if (documents.some(({ format }) => format !== null))
        out.write(`\n${table(documents, (performance.now() - started) / 1_000)}\n`)
    },
  }
}

/** In characters. */
const BAR_WIDTH = 24

function progressBar(err: Output, total: number, started: number) {
  return {
    draw: (done: number, remarks: number, file: string) => {
      const filled = Math.round((BAR_WIDTH * done) / total)
      const seconds = (performance.now() - started) / 1_000
      const text = `[${'#'.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}] ${done}/${total} ${pace({ done, total, remarks, seconds })}${file}`
      err.write(`\r\x1b[K${text.slice(0, (err.columns ?? 80) - 1)}`)
    },
    clear: () => err.write('\r\x1b[K'),
  }
}

interface Progress {
  done: number
  total: number
  remarks: number
  seconds: number
}

/** The rate in remarks per second and the time left, assuming files of equal length; empty in the first second. */
export function pace({ done, total, remarks, seconds }: Progress): string {
  if (done === 0 || seconds < 1) return ''
  const left = Math.round((seconds / done) * (total - done))
  const time = left < 60 ? `${left} s` : left < 3600 ? `${Math.round(left / 60)} min` : `${(left / 3600).toFixed(1)} h`
  return `${Math.round(remarks / seconds)} remarks/s, ${time} left, `
}

/** Limits per file, so that one long list does not hide the other files. */
const MAX_DOUBTS = 20
const MAX_PEOPLE = 40
const MAX_REMARKS = 60
const MAX_OUTCOMES = 40
const MAX_CHANGES = 40
/** Of a changed sentence, in characters: it is not cut at the width of a terminal, for its end may be what changed. */
const LONGEST_CHANGE = 600
const more = (rest: number) => (rest > 0 ? [`  … and ${rest} more; --json lists all.`] : [])

/** A person named in a dry run, as in "Ada Moss: Director, Port Authority; 2 remarks". */
function personLine(person: PersonRead): string {
  const { name, remarks } = person
  const spoke = remarks === 0 ? [] : [`${remarks} remark${remarks === 1 ? '' : 's'}`]
  const details = [...postsOf(person), ...spoke].join('; ')
  return `  ${name}${details === '' ? '' : `: ${details}`}`
}

type Placed = Pick<RemarkRead, 'paragraph' | 'opening'>

/** "  7 Bo Lind answers Ada Moss: Mr Lind said that …": who said what, or what was decided, in a dry run. */
function placedLine({ paragraph, opening }: Placed, what: string, width: number): string {
  const line = `  ${paragraph === null ? '' : `${paragraph} `}${what}: ${opening}`
  return line.length > width ? `${line.slice(0, width - 1)}…` : line
}

/** Which meeting it is, and into which series it goes. */
const headingLines = ({ title, date, series }: DryRun['heading']): string[] => [
  `  title   ${title}`,
  `  date    ${date ?? 'none; --date gives one'}`,
  `  series  ${series ?? 'none; --series names one'}`,
]

/** The people, remarks and outcomes of a new meeting; of a known one, only what would change. */
function contentLines({ names, said, decided, difference }: DryRun, width: number): string[] {
  if (difference === null)
    return [
      ...names.slice(0, MAX_PEOPLE).map(personLine),
      ...more(names.length - MAX_PEOPLE),
      ...said.slice(0, MAX_REMARKS).map((remark) => placedLine(remark, whoSays(remark), width)),
      ...more(said.length - MAX_REMARKS),
      ...decided.slice(0, MAX_OUTCOMES).map((outcome) => placedLine(outcome, whatIsDecided(outcome), width)),
      ...more(decided.length - MAX_OUTCOMES),
    ]
  const { meeting, changes, kept } = difference
  const stays = `${kept} sentence${kept === 1 ? ' stays as it is' : 's stay as they are'}`
  return [
    `  ${meeting}: ${changes.length === 0 ? 'nothing that it says would change' : 'what goes (-) and what comes (+)'}; ${stays}.`,
    ...changes
      .slice(0, MAX_CHANGES)
      .map(
        ({ sign, text }) => `  ${sign} ${text.length > LONGEST_CHANGE ? `${text.slice(0, LONGEST_CHANGE)}…` : text}`,
      ),
    ...more(changes.length - MAX_CHANGES),
  ]
}

/** "  summary: no numbered paragraphs in it name who raised what", for a file that no format recognises. */
const verdicts = ({ formats = [] }: IngestedDocument): string[] =>
  formats.map(({ format, reasons }) => `  ${format}: ${reasons.join('; ')}.`)

function lines(document: IngestedDocument, width: number): string[] {
  const { file, status, error, format, meeting, counts, findings, dryRun, removedSample, modelUse } = document
  if (error !== undefined) return [`${file}: ${status}. ${error}`]
  const rows = counts ? `${counts.created} created, ${counts.updated} updated, ${counts.removed} removed` : ''
  const doubts = findings.filter(({ severity }) => severity !== 'INFO')
  const first = `${file}: ${status}${meeting ? ` ${meeting.slug}` : ''} (${format}; rows: ${rows}; findings: ${findings.length}${doubts.length > 0 ? `, in doubt: ${doubts.length}` : ''})`
  const room = status === 'dry-run' ? 'would make room' : 'made room'
  return [
    first,
    ...(dryRun ? [...headingLines(dryRun.heading), ...contentLines(dryRun, width)] : []),
    ...doubts.slice(0, MAX_DOUBTS).map(({ code, message }) => `  ${code}: ${message}`),
    ...more(doubts.length - MAX_DOUBTS),
    ...(modelUse ? [`  ${usePhrase(modelUse)}`] : []),
    ...(removedSample ? [`The sample record ${room} for this, the first record of your own.`] : []),
  ]
}

/** What the counts of outcomes are called. */
const outcomeNouns = {
  decisions: 'decision',
  motions: 'motion',
  voteEvents: 'vote',
  actionItems: 'action item',
} as const

function table(documents: readonly IngestedDocument[], seconds: number): string {
  const read = documents.filter(({ format }) => format !== null)
  const meetings = new Set(read.map(({ meeting, sha256 }) => meeting?.id ?? sha256))
  const sum = (of: keyof typeof outcomeNouns | 'people' | 'remarks') =>
    read.reduce((total, document) => total + (document[of] ?? 0), 0)
  const outcomes = Object.entries(outcomeNouns).flatMap(([of, noun]) => {
    const total = sum(of as keyof typeof outcomeNouns)
    return total === 0 ? [] : [`${total} ${noun}${total === 1 ? '' : 's'}`]
  })
  const rows: [string, string][] = [
    ['documents', `${documents.length} (${counted(documents.map(({ status }) => status))})`],
    ['meetings', String(meetings.size)],
    ['people', String(sum('people'))],
    ['remarks', String(sum('remarks'))],
    ['outcomes', outcomes.join(', ') || 'none'],
    ['findings', counted(read.flatMap(({ findings }) => findings.map(({ code }) => code))) || 'none'],
    ['seconds', seconds.toFixed(1)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(10)} ${value}`).join('\n')
}

/** Counts equal names, the most frequent first, as in "2 created, 1 failed". */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
