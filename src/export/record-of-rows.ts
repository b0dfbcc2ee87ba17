import type { MeetingRecord } from '@rapporteur/reader/record'
import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { MeetingRows } from './meeting-rows.js'
import { grouped, maybeName, mustName, type Names } from './names-of-rows.js'
import { outcomesOfRows } from './outcomes-of-rows.js'

/** What was read of a meeting, as its rows tell it. */
export function recordOfRows(rows: MeetingRows, names: Names): MeetingRecord {
  const { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language } = rows.meeting
  return {
    version: 2,
    meeting: { title, date, endDate, dateText, dateCertainty, startTime, endTime, venue, language },
    sections: rows.sections.map(({ position, level, parentId, heading, introduction, date: day, pieces }) => ({
      position,
      level,
      parent: maybeName(names.section, parentId),
      heading,
      introduction,
      date: day,
      pieces: piecesOfOffsets(pieces),
    })),
    ...namedParts(rows, names),
    ...listedParts(rows, names),
    paragraphs: rows.paragraphs.map(({ position, number, heading, sectionId, themeReadId, text, pieces }) => ({
      position,
      number,
      heading,
      section: maybeName(names.section, sectionId),
      theme: maybeName(names.theme, themeReadId),
      text,
      pieces: piecesOfOffsets(pieces),
    })),
    utterances: rows.utterances.map(({ text, pieces }, i) => ({
      position: i + 1,
      text,
      pieces: piecesOfOffsets(pieces),
    })),
    remarks: remarksOf(rows, names),
    ...leftParts(rows, names),
    ...outcomesOfRows(rows, names),
  }
}

function namedParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'themes' | 'people' | 'organizations'> {
  return {
    themes: rows.themesRead.map(({ themeReadId, title }) => ({ key: mustName(names.theme, themeReadId), title })),
    people: rows.peopleRead.map(({ personReadId, name, sortName, printedNames }) => ({
      key: mustName(names.person, personReadId),
      name,
      sortName,
      printedNames,
    })),
    organizations: rows.organizationsRead.map(({ organizationReadId, name, aliases, parentReadId }) => ({
      key: mustName(names.organization, organizationReadId),
      name,
      aliases,
      parent: maybeName(names.organization, parentReadId),
    })),
  }
}

function listedParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'attendances' | 'affiliations'> {
  return {
    attendances: rows.attendances.map(({ position, personReadId, honorific, nameAsPrinted, role, mode, pieces }) => ({
      position,
      person: mustName(names.person, personReadId),
      honorific,
      nameAsPrinted,
      role,
      mode,
      pieces: piecesOfOffsets(pieces),
    })),
    affiliations: rows.statements.map((row) => ({
      position: row.position,
      person: mustName(names.person, row.personReadId),
      attendance: maybeName(names.attendance, row.attendanceId),
      organization: maybeName(names.organization, row.organizationReadId),
      title: row.title,
      status: row.status,
      note: row.note,
      from: row.from,
      to: row.to,
      pieces: piecesOfOffsets(row.pieces),
    })),
  }
}

function leftParts(rows: MeetingRows, names: Names): Pick<MeetingRecord, 'unattributed' | 'mentions'> {
  return {
    unattributed: rows.unattributed.map(({ position, paragraphId, utteranceId, kind, text, wording, pieces }) => ({
      position,
      paragraph: mustName(names.paragraph, paragraphId),
      utterance: maybeName(names.utterance, utteranceId),
      kind,
      text,
      wording,
      pieces: piecesOfOffsets(pieces),
    })),
    mentions: rows.mentions.map(({ position, kind, nameAsPrinted, personReadId, paragraphId, pieces }) => ({
      position,
      kind,
      nameAsPrinted,
      person: maybeName(names.person, personReadId),
      paragraph: maybeName(names.paragraph, paragraphId),
      pieces: piecesOfOffsets(pieces),
    })),
  }
}

function remarksOf(rows: MeetingRows, names: Names): MeetingRecord['remarks'] {
  const bodies = grouped(rows.onBehalfOf, ({ remarkId }) => remarkId)
  const acts = grouped(rows.acts, ({ remarkId }) => remarkId)
  const targets = grouped(rows.targets, ({ responseId }) => responseId)
  const stances = new Map(rows.responses.map(({ remarkId, stance }) => [remarkId, stance]))
  return rows.remarks.map((row) => ({
    position: row.position,
    kind: row.kind,
    scope: row.scope,
    utterance: mustName(names.utterance, row.utteranceId),
    paragraph: maybeName(names.paragraph, row.paragraphId),
    section: maybeName(names.section, row.sectionId),
    theme: maybeName(names.theme, row.themeReadId),
    attribution: row.attribution,
    speaker: maybeName(names.person, row.speakerReadId),
    speakerMatch: row.speakerMatch,
    speakerAsPrinted: row.speakerAsPrinted,
    speakerRole: row.speakerRole,
    party: maybeName(names.organization, row.partyReadId),
    onBehalfOf: bodies(row.id).map(({ organizationReadId }) => mustName(names.organization, organizationReadId)),
    acts: acts(row.id).map(({ kind, verb, pieces }) => ({ kind, verb, pieces: piecesOfOffsets(pieces) })),
    stance: stances.get(row.id) ?? null,
    inResponseTo: targets(row.id)
      .map(({ targetId }) => mustName(names.remark, targetId))
      .sort((one, other) => one - other),
  }))
}
