import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { common, joined, size } from './overlap.js'

/**
 * The part of a record that is covered by a gold reading of part of a document: rows mostly inside the range, sections that begin
 * in it, and the people, bodies and themes that these rows name.
 */
export function recordInRange(record: MeetingRecord, range: Pieces): MeetingRecord {
  const within = joined(range)
  const inside = ({ pieces }: { pieces: Pieces }) => 2 * size(common(joined(pieces), within)) > size(joined(pieces))
  const begins = ({ pieces }: { pieces: Pieces }) =>
    within.some(([start, end]) => pieces.slice(0, 1).some(([at]) => at >= start && at < end))
  const utterances = record.utterances.filter(inside)
  const said = new Set(utterances.map(({ position }) => position))
  const paragraphs = record.paragraphs.filter(inside)
  const part = {
    ...record,
    sections: record.sections.filter(begins),
    paragraphs,
    utterances,
    remarks: record.remarks.filter(({ utterance }) => said.has(utterance)),
    attendances: record.attendances.filter(inside),
    affiliations: record.affiliations.filter(inside),
    unattributed: record.unattributed.filter(inside),
    mentions: record.mentions.filter(inside),
  }
  return { ...part, ...named(part) }
}

/** Keeps the people, bodies and themes to which a row of the record refers. */
function named(record: MeetingRecord): Pick<MeetingRecord, 'people' | 'organizations' | 'themes'> {
  const people = new Set([
    ...record.attendances.map(({ person }) => person),
    ...record.affiliations.map(({ person }) => person),
    ...record.remarks.map(({ speaker }) => speaker),
    ...record.mentions.map(({ person }) => person),
  ])
  const bodies = new Set([
    ...record.affiliations.map(({ organization }) => organization),
    ...record.remarks.flatMap(({ party, onBehalfOf }) => [party, ...onBehalfOf]),
  ])
  const themes = new Set([...record.paragraphs, ...record.remarks].map(({ theme }) => theme))
  return {
    people: record.people.filter(({ key }) => people.has(key)),
    organizations: record.organizations.filter(({ key }) => bodies.has(key)),
    themes: record.themes.filter(({ key }) => themes.has(key)),
  }
}
