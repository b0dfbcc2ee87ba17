import { readStructured, structuredVerdicts } from '../structured/read-structured.js'
import { bulletin } from './bulletin/format.js'
import type { Format } from './format.js'
import { listMinutes } from './list-minutes/format.js'
import { markdownMinutes } from './markdown-minutes/format.js'
import { numberedSummary } from './numbered-summary/format.js'
import { plain } from './plain/format.js'
import { recordOfDiscussion } from './record-of-discussion/format.js'
import { speakerHeadings } from './speaker-headings/format.js'
import { tableMinutes } from './table-minutes/format.js'

const structured = (name: 'akoma-ntoso' | 'parlamint'): Format => ({
  name,
  version: '4',
  recognise: (source) =>
    structuredVerdicts(source).find(({ format }) => format === name) ?? { confidence: 0, reasons: ['it is no XML'] },
  parse: (source, options) => {
    const read = readStructured(source, { ...options, format: name })
    if (read === null) throw new Error(`${source.fileName} is no XML.`)
    return { ...read, findings: [...read.findings], furniture: [...read.furniture] }
  },
})

/**
 * Every format that is read; a new one is a folder beside the others, and a line here. Of two that are equally sure of
 * a document, the first here reads it.
 */
export const formats: readonly Format[] = [
  numberedSummary,
  markdownMinutes,
  listMinutes,
  speakerHeadings,
  tableMinutes,
  bulletin,
  structured('akoma-ntoso'),
  structured('parlamint'),
  recordOfDiscussion,
  plain,
]

/** Our own JSON, which is read as it stands: there is no text in which a format could recognise it. */
export const meetingRecordFormat = 'meeting-record'

/** The names of all formats, as `format` takes them. */
export const formatNames: readonly string[] = [...formats.map(({ name }) => name), meetingRecordFormat]
