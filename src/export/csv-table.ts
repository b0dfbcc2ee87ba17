import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { type NameLookup, nameLookup } from './people-of.js'

export type Cell = string | number | boolean | null

/** A table of what meetings hold: its columns, and the rows of one meeting. */
export interface CsvTable<Column extends string> {
  readonly columns: readonly Column[]
  rows(envelope: MeetingEnvelope, names: NameLookup): Readonly<Record<Column, Cell>>[]
}

/** What spreadsheets take for a formula (OWASP, "CSV Injection"), including full-width characters. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A cell by RFC 4180: quoted only if necessary, with quotes doubled. A text that a spreadsheet would evaluate is prefixed with an
 * apostrophe, which programs that read the table must drop.
 */
const cell = (value: Cell): string => {
  const given = value === null ? '' : String(value)
  const text = typeof value === 'string' && formula.test(given) ? `'${given}` : given
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as a format of exports, by meeting and of the whole archive. */
export function csvFormat<Column extends string>({ columns, rows }: CsvTable<Column>) {
  const head = columns.join(',')
  return {
    mediaType: 'text/csv',
    head,
    tail: '\r\n',
    meeting: (envelope: MeetingEnvelope): string =>
      rows(envelope, nameLookup(envelope))
        .map((row) => `\r\n${columns.map((name) => cell(row[name])).join(',')}`)
        .join(''),
    frame: { head: () => head, separator: '', end: () => '\r\n' },
  }
}

/** Several values in one cell. */
export const listed = (values: readonly string[]): string => values.join('; ')

export const placeColumns = ['paragraph', 'section', 'theme'] as const
export const meetingColumns = ['meeting', 'meeting_title', 'date'] as const

interface Place {
  paragraph: number | null
  section: number | null
  theme: string | null
}

/** The columns that every table has, as its rows need them: of the meeting, and of the place of a row in it. */
export function commonCells({ record, archive }: MeetingEnvelope) {
  const paragraphs = new Map(record.paragraphs.map(({ position, number }) => [position, number]))
  const sections = new Map(record.sections.map(({ position, heading }) => [position, heading]))
  const themes = new Map(record.themes.map(({ key, title }) => [key, title]))
  return {
    meeting: {
      meeting: archive?.meeting.slug ?? '',
      meeting_title: record.meeting.title,
      date: record.meeting.date,
    },
    place: ({ paragraph, section, theme }: Place) => ({
      paragraph: paragraph === null ? null : (paragraphs.get(paragraph) ?? null),
      section: section === null ? null : (sections.get(section) ?? null),
      theme: theme === null ? null : (themes.get(theme) ?? null),
    }),
  }
}
