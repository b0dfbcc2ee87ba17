import { type MeetingRecord, noOutcomes, type Pieces } from '@rapporteur/reader/record'
import type { MeetingRows } from './meeting-rows.js'

/** How rows are called in a record: people, bodies and themes by key, other rows by position. */
interface Names {
  person: Map<string, string>
  organization: Map<string, string>
  theme: Map<string, string>
  section: Map<string, number>
  paragraph: Map<string, number>
  attendance: Map<string, number>
  utterance: Map<string, number>
  remark: Map<string, number>
}

/** `[start, end, start, end …]` as pieces. */
export const piecesOf = (flat: readonly number[]): Pieces =>
  flat.flatMap((start, i): Pieces => (i % 2 === 0 ? [[start, flat[i + 1] ?? start]] : []))

const positions = (rows: readonly { id: string; position: number }[]) =>
  new Map(rows.map(({ id, position }) => [id, position]))

const keys = (letter: string, ids: readonly string[]) => new Map(ids.map((id, i) => [id, `${letter}${i + 1}`]))

/** How the rows of a meeting are called in its record. */
export function namesOf(rows: MeetingRows): Names {
  return {
    person: keys(
      'p',
      rows.peopleRead.map(({ personReadId }) => personReadId),
    ),
    organization: keys(
      'o',
      rows.organizationsRead.map((row) => row.organizationReadId),
    ),
    theme: keys(
      't',
      rows.themesRead.map(({ themeReadId }) => themeReadId),
    ),
    section: positions(rows.sections),
    paragraph: positions(rows.paragraphs),
    attendance: positions(rows.attendances),
    utterance: new Map(rows.utterances.map(({ id }, i) => [id, i + 1])),
    remark: positions(rows.remarks),
  }
}

function must<Name>(names: Map<string, Name>, id: string): Name {
  const name = names.get(id)
  if (name === undefined) throw new Error(`The rows of a meeting refer to ${id}, which is not among them.`)
  return name
}
const maybe = <Name>(names: Map<string, Name>, id: string | null): Name | null => (id === null ? null : must(names, id))

/** What was read of a meeting, as its rows tell it. */
export function recordOfRows(rows: MeetingRows, names: Names): MeetingRecord {
  const { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language } = rows.meeting
  return {
    version: 2,
    ...noOutcomes,
    meeting: { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language },
    sections: rows.sections.map(({ position, level, parentId, heading, introduction, date: day, pieces }) => ({
      position,
      level,
      parent: maybe(names.section, parentId),
      heading,
      introduction,
      date: day,
      pieces: piecesOf(pieces),
    })),
    ...namedParts(rows, names),
    ...listedParts(rows, names),
    paragraphs: rows.paragraphs.map(({ position, number, heading, sectionId, themeReadId, text, pieces }) => ({
      position,
      number,
      heading,
      section: maybe(names.section, sectionId),
      theme: maybe(names.theme, themeReadId),
      text,
      pieces: piecesOf(pieces),
    })),
    utterances: rows.utterances.map(({ text, pieces }, i) => ({ position: i + 1, text, pieces: piecesOf(pieces) })),
    remarks: remarksOf(rows, names),
    ...leftParts(rows, names),
  }
}

function namedParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'themes' | 'people' | 'organizations'> {
  return {
    themes: rows.themesRead.map(({ themeReadId, title }) => ({ key: must(names.theme, themeReadId), title })),
    people: rows.peopleRead.map(({ personReadId, name, sortName, printedNames }) => ({
      key: must(names.person, personReadId),
      name,
      sortName,
      printedNames,
    })),
    organizations: rows.organizationsRead.map(({ organizationReadId, name, aliases, parentReadId }) => ({
      key: must(names.organization, organizationReadId),
      name,
      aliases,
      parent: maybe(names.organization, parentReadId),
    })),
  }
}

function listedParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'attendances' | 'affiliations'> {
  return {
    attendances: rows.attendances.map(({ position, personReadId, honorific, nameAsPrinted, role, mode, pieces }) => ({
      position,
      person: must(names.person, personReadId),
      honorific,
      nameAsPrinted,
      role,
      mode,
      pieces: piecesOf(pieces),
    })),
    affiliations: rows.statements.map((row) => ({
      position: row.position,
      person: must(names.person, row.personReadId),
      attendance: maybe(names.attendance, row.attendanceId),
      organization: maybe(names.organization, row.organizationReadId),
      title: row.title,
      status: row.status,
      note: row.note,
      from: row.from,
      to: row.to,
      pieces: piecesOf(row.pieces),
    })),
  }
}

function leftParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'unattributed' | 'mentions'> {
  return {
    unattributed: rows.unattributed.map(({ position, paragraphId, utteranceId, kind, text, wording, pieces }) => ({
      position,
      paragraph: must(names.paragraph, paragraphId),
      utterance: maybe(names.utterance, utteranceId),
      kind,
      text,
      wording,
      pieces: piecesOf(pieces),
    })),
    mentions: rows.mentions.map(({ position, kind, nameAsPrinted, personReadId, paragraphId, pieces }) => ({
      position,
      kind,
      nameAsPrinted,
      person: maybe(names.person, personReadId),
      paragraph: maybe(names.paragraph, paragraphId),
      pieces: piecesOf(pieces),
    })),
  }
}

/** Rows by the remark that they are part of. */
function byRemark<Row>(rows: readonly Row[], idOf: (row: Row) => string): (id: string) => Row[] {
  const lists = new Map<string, Row[]>()
  for (const row of rows) {
    const list = lists.get(idOf(row))
    if (list) list.push(row)
    else lists.set(idOf(row), [row])
  }
  return (id) => lists.get(id) ?? []
}

function remarksOf(rows: MeetingRows, names: Names): MeetingRecord['remarks'] {
  const bodies = byRemark(rows.onBehalfOf, ({ remarkId }) => remarkId)
  const acts = byRemark(rows.acts, ({ remarkId }) => remarkId)
  const targets = byRemark(rows.targets, ({ responseId }) => responseId)
  const stances = new Map(rows.responses.map(({ remarkId, stance }) => [remarkId, stance]))
  return rows.remarks.map((row) => ({
    position: row.position,
    kind: row.kind,
    scope: row.scope,
    utterance: must(names.utterance, row.utteranceId),
    paragraph: maybe(names.paragraph, row.paragraphId),
    section: maybe(names.section, row.sectionId),
    theme: maybe(names.theme, row.themeReadId),
    attribution: row.attribution,
    speaker: maybe(names.person, row.speakerReadId),
    speakerMatch: row.speakerMatch,
    speakerAsPrinted: row.speakerAsPrinted,
    speakerRole: row.speakerRole,
    party: maybe(names.organization, row.partyReadId),
    onBehalfOf: bodies(row.id).map(({ organizationReadId }) => must(names.organization, organizationReadId)),
    acts: acts(row.id).map(({ kind, verb, pieces }) => ({ kind, verb, pieces: piecesOf(pieces) })),
    stance: stances.get(row.id) ?? null,
    inResponseTo: targets(row.id)
      .map(({ targetId }) => must(names.remark, targetId))
      .sort((one, other) => one - other),
  }))
}
