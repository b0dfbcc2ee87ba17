import type { MeetingRecord } from '@rapporteur/reader/record'
import { type Gold, spanOf } from './gold.js'

/** Converts the parser's record to the format of gold files, so that the two can be compared. */
export function goldOfRecord(record: MeetingRecord): Gold {
  const numbers = new Map(record.paragraphs.map((paragraph) => [paragraph.position, paragraph.number]))
  const numberOf = (paragraph: number | null) => (paragraph === null ? null : (numbers.get(paragraph) ?? null))
  return {
    source: { file: '', sha256: '' },
    meeting: meetingFields(record),
    sections: record.sections.map(({ position, heading, introduction, level, date }) => ({
      position,
      title: heading,
      intro: introduction,
      level,
      date,
    })),
    paragraphs: record.paragraphs.map(({ number, section, heading, pieces }) => ({
      number,
      section,
      heading,
      ...spanOf(pieces),
    })),
    themes: themeRows(record),
    persons: personRows(record),
    organizations: record.organizations.map(({ key, name, aliases }) => ({ key, name, namesAsPrinted: aliases })),
    attendances: record.attendances.map(({ position, pieces: _, ...row }) => ({ order: position, ...row })),
    affiliations: record.affiliations.map(({ person, title, organization, status }) => ({
      person,
      title,
      organization,
      status,
    })),
    attributions: attributionRows(record, numberOf),
    ...remarkRows(record, numberOf),
    unattributed: record.unattributed.map(({ paragraph, kind, pieces }) => ({
      paragraph: numberOf(paragraph),
      kind,
      ...spanOf(pieces),
    })),
    mentions: record.mentions.map(({ kind, nameAsPrinted, pieces }) => ({ kind, nameAsPrinted, ...spanOf(pieces) })),
  }
}

function meetingFields({ meeting }: MeetingRecord): Gold['meeting'] {
  const { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language } = meeting
  return { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language }
}

/** One row per numbered paragraph with a theme, and one per theme without a numbered paragraph. */
function themeRows(record: MeetingRecord): NonNullable<Gold['themes']> {
  const numbered = record.paragraphs.filter(({ number, theme }) => number !== null && theme !== null)
  const titles = new Map(record.themes.map(({ key, title }) => [key, title]))
  const placed = new Set(numbered.map(({ theme }) => theme))
  return [
    ...numbered.map(({ theme, number, section }) => ({
      title: titles.get(theme ?? '') ?? '',
      paragraph: number,
      section,
    })),
    ...record.themes.filter(({ key }) => !placed.has(key)).map(({ title }) => ({ title })),
  ]
}

/** People who are listed or speak are attendees; all others are only cited. */
function personRows(record: MeetingRecord): NonNullable<Gold['persons']> {
  const present = new Set([
    ...record.attendances.map(({ person }) => person),
    ...record.remarks.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  ])
  return record.people.map(({ key, name, printedNames }) => ({
    key,
    name,
    kind: present.has(key) ? 'ATTENDEE' : 'CITED',
    namesAsPrinted: printedNames,
  }))
}

type NumberOf = (paragraph: number | null) => string | null

function attributionRows(record: MeetingRecord, numberOf: NumberOf): NonNullable<Gold['attributions']> {
  return record.remarks.flatMap(({ kind, speaker, paragraph, scope }) =>
    kind === 'STATEMENT' && speaker !== null ? [{ paragraph: numberOf(paragraph), person: speaker, scope }] : [],
  )
}

function remarkRows(record: MeetingRecord, numberOf: NumberOf): Pick<Gold, 'statements' | 'responses'> {
  const words = new Map(record.utterances.map(({ position, pieces }) => [position, pieces]))
  const rows = [...record.remarks]
    .sort((a, b) => a.position - b.position)
    .map((remark) => ({
      kind: remark.kind,
      row: {
        paragraph: numberOf(remark.paragraph),
        order: remark.position,
        ...speakerOf(remark),
        asPrinted: remark.speakerAsPrinted,
        onBehalfOf: remark.onBehalfOf,
        acts: remark.acts.map(({ verb }) => verb),
        ...spanOf(words.get(remark.utterance) ?? []),
      },
    }))
  return {
    statements: rows.filter(({ kind }) => kind === 'STATEMENT').map(({ row: { acts: _, ...row } }) => row),
    responses: rows.filter(({ kind }) => kind === 'RESPONSE').map(({ row }) => row),
  }
}

function speakerOf({ attribution, speaker, party, speakerRole }: MeetingRecord['remarks'][number]) {
  if (attribution === 'NAMED') return { person: speaker }
  if (attribution === 'PARTY') return { party }
  return attribution === 'ROLE' ? { role: speakerRole, party } : { anonymous: true }
}
