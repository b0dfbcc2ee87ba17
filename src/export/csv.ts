import type { MeetingEnvelope } from '../ingest/meeting-record/envelope.js'
import { nameLookup, speakerName } from './people-of.js'

const columns = [
  'meeting',
  'meeting_title',
  'date',
  'position',
  'kind',
  'paragraph',
  'section',
  'theme',
  'attribution',
  'speaker',
  'speaker_slug',
  'speaker_as_printed',
  'role',
  'party',
  'organizations',
  'on_behalf_of',
  'acts',
  'stance',
  'in_response_to',
  'utterance',
  'words',
] as const

type Row = Record<(typeof columns)[number], string | number | null>

/** What spreadsheets take for a formula (OWASP, "CSV Injection"), including full-width characters. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * A cell by RFC 4180: quoted only if necessary, with quotes doubled. A text that a spreadsheet would evaluate is prefixed with an
 * apostrophe, which programs that read the table must drop.
 */
const cell = (value: string | number | null): string => {
  const given = value === null ? '' : String(value)
  const text = typeof value === 'string' && formula.test(given) ? `'${given}` : given
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvHead = columns.join(',')

/** The remarks of a meeting, one per line. Joint remarks have the same `utterance` and words. */
export function csvLines(envelope: MeetingEnvelope): string {
  const { record, archive } = envelope
  const names = nameLookup(envelope)
  const words = new Map(record.utterances.map(({ position, text }) => [position, text]))
  const paragraphs = new Map(record.paragraphs.map(({ position, number }) => [position, number]))
  const sections = new Map(record.sections.map(({ position, heading }) => [position, heading]))
  const themes = new Map(record.themes.map(({ key, title }) => [key, title]))
  const list = (names: readonly string[]) => names.join('; ')
  const rows = record.remarks.map(
    (row): Row => ({
      meeting: archive?.meeting.slug ?? '',
      meeting_title: record.meeting.title,
      date: record.meeting.date,
      position: row.position,
      kind: row.kind,
      paragraph: row.paragraph === null ? null : (paragraphs.get(row.paragraph) ?? null),
      section: row.section === null ? null : (sections.get(row.section) ?? null),
      theme: row.theme === null ? null : (themes.get(row.theme) ?? null),
      attribution: row.attribution,
      speaker: speakerName(row, names),
      speaker_slug: row.speaker === null ? null : names.person(row.speaker).slug,
      speaker_as_printed: row.speakerAsPrinted,
      role: row.speakerRole,
      party: row.party === null ? null : names.organization(row.party).name,
      organizations:
        row.speaker === null ? null : list(names.bodiesOf(row.speaker).map((key) => names.organization(key).name)),
      on_behalf_of: list(row.onBehalfOf.map((key) => names.organization(key).name)),
      acts: list(row.acts.map(({ verb }) => verb)),
      stance: row.stance,
      in_response_to: row.inResponseTo.join(' '),
      utterance: row.utterance,
      words: words.get(row.utterance) ?? '',
    }),
  )
  return rows.map((row) => columns.map((name) => cell(row[name])).join(',')).join('\r\n')
}
