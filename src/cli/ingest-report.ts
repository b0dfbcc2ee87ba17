import type { PersonRead } from '../client/people-read.js'
import type { IngestedDocument } from './ingested-document.js'

/** Tells of an ingest while it runs. */
export interface IngestReport {
  /** A file is being read. */
  begin(file: string): void
  add(document: IngestedDocument): void
  end(): void
}

interface Out {
  write(text: string): unknown
  isTTY?: boolean
  columns?: number
}

/** One JSON document, at the end. */
export function jsonReport(out: Out): IngestReport {
  const documents: IngestedDocument[] = []
  return {
    begin: () => {},
    add: (document) => documents.push(document),
    end: () => out.write(`${JSON.stringify({ documents }, null, 2)}\n`),
  }
}

/** A line for each file, those that failed on `err`; a table at the end; on a terminal a bar that shows how far it is. */
export function reportTo(out: Out, err: Out, total: number): IngestReport {
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
      const on = document.status === 'failed' ? err : out
      on.write(`${lines(document).join('\n')}\n`)
    },
    end: () => {
      if (documents.some(({ format }) => format !== null))
        out.write(`\n${table(documents, (performance.now() - started) / 1_000)}\n`)
    },
  }
}

const WIDTH = 24

function progressBar(err: Out, total: number, started: number) {
  return {
    draw: (done: number, remarks: number, file: string) => {
      const filled = Math.round((WIDTH * done) / total)
      const seconds = (performance.now() - started) / 1_000
      const text = `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done}/${total} ${pace({ done, total, remarks, seconds })}${file}`
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

/** Remarks by second, and the time left if the files to come are as long as those that are done; nothing at the beginning. */
export function pace({ done, total, remarks, seconds }: Progress): string {
  if (done === 0 || seconds < 1) return ''
  const left = Math.round((seconds / done) * (total - done))
  const time = left < 60 ? `${left} s` : left < 3600 ? `${Math.round(left / 60)} min` : `${(left / 3600).toFixed(1)} h`
  return `${Math.round(remarks / seconds)} remarks/s, ${time} left, `
}

/** Of one file; a long list would hide the other files. */
const MOST_DOUBTS = 20
const MOST_PEOPLE = 40
const more = (rest: number) => (rest > 0 ? [`  … and ${rest} more; --json has all.`] : [])

/** "Ada Moss: Director, Port Authority; 2 remarks": whom a record names, in a dry run. */
function personLine({ name, affiliations, remarks }: PersonRead): string {
  const stated = affiliations.map(({ title, organization, status }) => {
    const post = [title, organization].filter((part) => part !== null).join(', ')
    return status === 'CURRENT' ? post : `${post} (${status.toLowerCase()})`
  })
  const spoke = remarks === 0 ? [] : [`${remarks} remark${remarks === 1 ? '' : 's'}`]
  const told = [...stated.filter((post) => post !== ''), ...spoke].join('; ')
  return `  ${name}${told === '' ? '' : `: ${told}`}`
}

function lines(document: IngestedDocument): string[] {
  const { file, status, error, format, meeting, counts, findings, names, removedSample } = document
  if (error !== undefined) return [`${file}: ${status}. ${error}`]
  const rows = counts ? `${counts.created} created, ${counts.updated} updated, ${counts.removed} removed` : ''
  const doubts = findings.filter(({ severity }) => severity !== 'INFO')
  const first = `${file}: ${status}${meeting ? ` ${meeting.slug}` : ''} (${format}; rows: ${rows}; findings: ${findings.length}${doubts.length > 0 ? `, in doubt: ${doubts.length}` : ''})`
  const room = status === 'dry-run' ? 'would make room' : 'made room'
  return [
    first,
    ...(names ?? []).slice(0, MOST_PEOPLE).map(personLine),
    ...more((names ?? []).length - MOST_PEOPLE),
    ...doubts.slice(0, MOST_DOUBTS).map(({ code, message }) => `  ${code}: ${message}`),
    ...more(doubts.length - MOST_DOUBTS),
    ...(removedSample ? [`The sample record ${room} for this, the first record of your own.`] : []),
  ]
}

function table(documents: readonly IngestedDocument[], seconds: number): string {
  const read = documents.filter(({ format }) => format !== null)
  const meetings = new Set(read.map(({ meeting, sha256 }) => meeting?.id ?? sha256))
  const sum = (of: 'people' | 'remarks') => read.reduce((total, document) => total + (document[of] ?? 0), 0)
  const rows: [string, string][] = [
    ['documents', `${documents.length} (${counted(documents.map(({ status }) => status))})`],
    ['meetings', String(meetings.size)],
    ['people', String(sum('people'))],
    ['remarks', String(sum('remarks'))],
    ['findings', counted(read.flatMap(({ findings }) => findings.map(({ code }) => code))) || 'none'],
    ['seconds', seconds.toFixed(1)],
  ]
  return rows.map(([name, value]) => `${name.padEnd(10)} ${value}`).join('\n')
}

/** "2 created, 1 failed", the most frequent first. */
function counted(names: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Array.from(counts)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
