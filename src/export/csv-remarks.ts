import { type CsvTable, commonCells, listed, meetingColumns, placeColumns } from './csv-table.js'
import { speakerName } from './people-of.js'

const columns = [
  ...meetingColumns,
  'position',
  'kind',
  ...placeColumns,
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

/** The remarks, one per line. Joint remarks have the same `utterance` and words. */
export const remarkTable: CsvTable<(typeof columns)[number]> = {
  columns,
  rows(envelope, names) {
    const { record } = envelope
    const { meeting, place } = commonCells(envelope)
    const words = new Map(record.utterances.map(({ position, text }) => [position, text]))
    return record.remarks.map((row) => ({
      ...meeting,
      position: row.position,
      kind: row.kind,
      ...place(row),
      attribution: row.attribution,
      speaker: speakerName(row, names),
      speaker_slug: row.speaker === null ? null : names.person(row.speaker).slug,
      speaker_as_printed: row.speakerAsPrinted,
      role: row.speakerRole,
      party: row.party === null ? null : names.organization(row.party).name,
      organizations:
        row.speaker === null ? null : listed(names.bodiesOf(row.speaker).map((key) => names.organization(key).name)),
      on_behalf_of: listed(row.onBehalfOf.map((key) => names.organization(key).name)),
      acts: listed(row.acts.map(({ verb }) => verb)),
      stance: row.stance,
      in_response_to: row.inResponseTo.join(' '),
      utterance: row.utterance,
      words: words.get(row.utterance) ?? '',
    }))
  },
}
