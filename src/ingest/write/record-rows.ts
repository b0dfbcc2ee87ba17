import { stancesTowards } from '@rapporteur/reader/proposal/towards'
import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { required } from '../required.js'
import { type OutcomeTable, outcomeRows } from './outcome-rows.js'
import { type Ids, idsOf } from './references.js'
import type { BothIds, RowContext } from './row-context.js'
import type { RowIds } from './row-ids.js'
import type { RowOf, TableName } from './tables.js'

/** What an affiliation is known by: no two of one person have the same of all four. */
export interface AffiliationKey {
  personId: string
  organizationId: string | null
  title: string | null
  status: RowOf<'Affiliation'>['status']
}

/** Ids of the record's rows by their positions. */
interface Places {
  section: Ids<number>
  paragraph: Ids<number>
  attendance: Ids<number>
  utterance: Ids<number>
  remark: Ids<number>
}

type Rows<Names extends TableName> = { [Name in Names]: RowOf<Name>[] }

/** The rows of a record's own tables. */
export type RecordRows = Rows<
  | 'Section'
  | 'Paragraph'
  | 'Attendance'
  | 'AffiliationStatement'
  | 'Utterance'
  | 'Remark'
  | 'RemarkOnBehalfOf'
  | 'Response'
  | 'ResponseAct'
  | 'ResponseTarget'
  | 'UnattributedPassage'
  | 'Mention'
  | OutcomeTable
>

const flat = (pieces: Pieces): number[] => pieces.flat()
const keyAt = ({ sortKey }: RowContext, position: number): string => (sortKey + BigInt(position)).toString()

function placesOf(record: MeetingRecord, ids: RowIds): Places {
  const of = (what: string, rows: readonly { position: number }[], rowIds: readonly string[]) =>
    idsOf(
      what,
      rows.map(({ position }, i): [number, string] => [position, required(rowIds[i], `id of ${what} ${position}`)]),
    )
  return {
    section: of('section', record.sections, ids.sections),
    paragraph: of('paragraph', record.paragraphs, ids.paragraphs),
    attendance: of('attendance', record.attendances, ids.attendances),
    utterance: of('utterance', record.utterances, ids.utterances),
    remark: of('remark', record.remarks, ids.remarks),
  }
}

/** The rows of a record's own tables, in its order. Pure: everything that comes from the database is in `context`. */
export function recordRows(record: MeetingRecord, context: RowContext): RecordRows {
  const places = placesOf(record, context.ids)
  return {
    ...placeRows(record, context, places),
    ...listedRows(record, context, places),
    ...spokenRows(record, context, places),
    ...answerRows(record, places),
    ...namedRows(record, context, places),
    ...outcomeRows(record, context, places),
  }
}

/** Sections and paragraphs. */
function placeRows(record: MeetingRecord, context: RowContext, places: Places): Rows<'Section' | 'Paragraph'> {
  const { meetingId, themes } = context
  return {
    Section: record.sections.map(({ position, parent, level, heading, introduction, date, pieces }) => ({
      id: places.section.of(position),
      meetingId,
      position,
      parentId: places.section.maybe(parent),
      level,
      heading,
      introduction,
      date,
      pieces: flat(pieces),
    })),
    Paragraph: record.paragraphs.map(({ position, section, theme, number, heading, text, pieces }) => ({
      id: places.paragraph.of(position),
      meetingId,
      position,
      sectionId: places.section.maybe(section),
      themeId: themes.merged.maybe(theme),
      themeReadId: themes.read.maybe(theme),
      number,
      heading,
      text,
      language: record.meeting.language,
      pieces: flat(pieces),
      sortKey: keyAt(context, position),
    })),
  }
}

/** Who was there, and what is stated of them. */
function listedRows(
  record: MeetingRecord,
  context: RowContext,
  places: Places,
): Rows<'Attendance' | 'AffiliationStatement'> {
  const { meetingId, documentId, people, organizations, ids } = context
  return {
    Attendance: record.attendances.map(({ position, person, honorific, nameAsPrinted, role, mode, pieces }) => ({
      id: places.attendance.of(position),
      meetingId,
      position,
      personId: people.merged.of(person),
      personReadId: people.read.of(person),
      honorific,
      nameAsPrinted,
      role,
      mode,
      pieces: flat(pieces),
      sortKey: keyAt(context, position),
    })),
    AffiliationStatement: record.affiliations.map((row, i) => ({
      id: required(ids.affiliations[i], 'id of an affiliation'),
      affiliationId: context.affiliationAt(i).merged,
      affiliationReadId: context.affiliationAt(i).read,
      personReadId: people.read.of(row.person),
      organizationReadId: organizations.read.maybe(row.organization),
      title: row.title,
      status: row.status,
      note: row.note,
      documentId,
      attendanceId: places.attendance.maybe(row.attendance),
      statedOn: record.meeting.date,
      from: row.from,
      to: row.to,
      position: row.position,
      pieces: flat(row.pieces),
    })),
  }
}

/** The key, as read or as merged, of what a record states of a person. */
export const affiliationKey = (
  { person, organization, title, status }: MeetingRecord['affiliations'][number],
  { people, organizations }: Pick<RowContext, 'people' | 'organizations'>,
  as: keyof BothIds,
): AffiliationKey => ({
  personId: people[as].of(person),
  organizationId: organizations[as].maybe(organization),
  title,
  status,
})

/**
 * For each person, as merged, the first body that the record states as CURRENT: what a new remark's organization will be
 * found to be, but where another record dates more. With it, hardly a remark is written twice.
 */
function currentBodies(record: MeetingRecord, { people, organizations }: RowContext): Map<string, string> {
  const { date } = record.meeting
  const stated = record.affiliations
    .filter(({ status }) => status === 'CURRENT')
    .filter(({ from, to }) => date === null || ((from === null || from <= date) && (to === null || to >= date)))
    .sort((one, other) => one.position - other.position)
  const bodies = new Map<string, string>()
  for (const { person, organization } of stated) {
    const body = organizations.merged.maybe(organization)
    if (body && !bodies.has(people.merged.of(person))) bodies.set(people.merged.of(person), body)
  }
  return bodies
}

/** What was said. */
function spokenRows(record: MeetingRecord, context: RowContext, places: Places): Rows<'Utterance' | 'Remark'> {
  const { meetingId, people, organizations, themes } = context
  const bodies = currentBodies(record, context)
  const shared = sharedUtterances(record)
  return {
    Utterance: record.utterances.map(({ position, text, pieces }) => ({
      id: places.utterance.of(position),
      meetingId,
      text,
      language: record.meeting.language,
      pieces: flat(pieces),
    })),
    Remark: record.remarks.map((row) => ({
      id: places.remark.of(row.position),
      meetingId,
      position: row.position,
      kind: row.kind,
      scope: row.scope,
      sectionId: places.section.maybe(row.section),
      paragraphId: places.paragraph.maybe(row.paragraph),
      themeId: themes.merged.maybe(row.theme),
      themeReadId: themes.read.maybe(row.theme),
      utteranceId: places.utterance.of(row.utterance),
      alone: !shared.has(row.utterance),
      sortKey: keyAt(context, row.position),
      attribution: row.attribution,
      speakerId: people.merged.maybe(row.speaker),
      speakerReadId: people.read.maybe(row.speaker),
      speakerMatch: row.speakerMatch,
      speakerAsPrinted: row.speakerAsPrinted,
      speakerRole: row.speakerRole,
      partyId: organizations.merged.maybe(row.party),
      partyReadId: organizations.read.maybe(row.party),
      organizationId: bodies.get(people.merged.maybe(row.speaker) ?? '') ?? organizations.merged.maybe(row.party),
    })),
  }
}

/** The positions of the utterances that several remarks have. */
function sharedUtterances({ remarks }: MeetingRecord): Set<number> {
  const [once, shared] = [new Set<number>(), new Set<number>()]
  for (const { utterance } of remarks) (once.has(utterance) ? shared : once).add(utterance)
  return shared
}

/** What only a response has. */
function answerRows(record: MeetingRecord, places: Places): Rows<'Response' | 'ResponseAct' | 'ResponseTarget'> {
  const responses = record.remarks
    .filter(({ kind }) => kind === 'RESPONSE')
    .map((row) => ({ ...row, remarkId: places.remark.of(row.position) }))
  return {
    Response: responses.map(({ remarkId, stance }) => ({ remarkId, stance })),
    ResponseAct: responses.flatMap(({ remarkId, acts }) =>
      acts.map(({ kind, verb, pieces }, i) => ({ remarkId, position: i + 1, kind, verb, pieces: flat(pieces) })),
    ),
    ResponseTarget: responses.flatMap(({ remarkId, ...response }) => {
      const towards = stancesTowards(response, record)
      return [...new Set(response.inResponseTo)].map((target) => ({
        responseId: remarkId,
        targetId: places.remark.of(target),
        stance: towards.get(target) ?? null,
      }))
    }),
  }
}

/** Passages without a name, people who are only named, and those for whom somebody spoke. */
function namedRows(
  record: MeetingRecord,
  { meetingId, people, organizations, ids }: RowContext,
  places: Places,
): Rows<'UnattributedPassage' | 'Mention' | 'RemarkOnBehalfOf'> {
  return {
    UnattributedPassage: record.unattributed.map((row, i) => ({
      id: required(ids.unattributed[i], 'id of a passage'),
      meetingId,
      position: row.position,
      paragraphId: places.paragraph.of(row.paragraph),
      utteranceId: places.utterance.maybe(row.utterance),
      kind: row.kind,
      text: row.text,
      wording: row.wording,
      pieces: flat(row.pieces),
    })),
    Mention: record.mentions.map((row, i) => ({
      id: required(ids.mentions[i], 'id of a mention'),
      meetingId,
      position: row.position,
      paragraphId: places.paragraph.maybe(row.paragraph),
      personId: people.merged.maybe(row.person),
      personReadId: people.read.maybe(row.person),
      kind: row.kind,
      nameAsPrinted: row.nameAsPrinted,
      pieces: flat(row.pieces),
    })),
    RemarkOnBehalfOf: record.remarks.flatMap(({ position, onBehalfOf }) =>
      onBehalfOf.map((organization, i) => ({
        remarkId: places.remark.of(position),
        position: i + 1,
        organizationId: organizations.merged.of(organization),
        organizationReadId: organizations.read.of(organization),
      })),
    ),
  }
}
