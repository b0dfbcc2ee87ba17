import type { MeetingRecord } from '@rapporteur/reader/record'
import { piecesOfOffsets } from '@rapporteur/reader/text/pieces'
import type { PartyRole } from '../generated/prisma/enums.js'
import { required } from '../ingest/required.js'
import { type OutcomeList, outcomeKinds, outcomeLists } from '../ingest/write/outcomes-in-order.js'
import type { MeetingRows } from './meeting-rows.js'
import { grouped, maybeName, mustName, type Names } from './names-of-rows.js'

type OutcomeParts = Pick<MeetingRecord, OutcomeList | 'votes'>

/** The rows of one of a record's lists of outcomes, in its order. */
export const outcomesIn = (rows: MeetingRows, list: OutcomeList): MeetingRows['outcomes'] =>
  rows.outcomes.filter(({ kind }) => kind === outcomeKinds[list])

/** What the meeting decided, how it voted and who is to do what, as its rows tell it. */
export function outcomesOfRows(rows: MeetingRows, names: Names): OutcomeParts {
  const positions = new Map(
    outcomeLists.flatMap((list) => outcomesIn(rows, list).map(({ id, position }) => [id, position] as const)),
  )
  const position = (id: string | null) => maybeName(positions, id)
  const parties = partiesOf(rows, names)
  const counts = grouped(rows.voteCounts, ({ voteEventId }) => voteEventId)
  const placed = <Part extends { outcomeId: string }, Rest>(
    list: OutcomeList,
    parts: readonly Part[],
    restOf: (part: Part) => Rest,
  ) => {
    const byId = new Map(parts.map((part) => [part.outcomeId, part]))
    return outcomesIn(rows, list).map((row) => ({
      ...placeOf(row, names),
      ...restOf(required(byId.get(row.id), `row of ${list}`)),
    }))
  }
  return {
    decisions: placed('decisions', rows.decisions, ({ result, verb, motionId }) => ({
      result,
      verb,
      motion: position(motionId),
    })),
    motions: placed('motions', rows.motions, ({ outcomeId, requirement, result, amendsId }) => ({
      movers: parties(outcomeId, 'MOVER'),
      seconders: parties(outcomeId, 'SECONDER'),
      requirement,
      result,
      amends: position(amendsId),
    })),
    voteEvents: placed('voteEvents', rows.voteEvents, ({ outcomeId, kind, result, motionId, decisionId }) => ({
      kind,
      result,
      motion: position(motionId),
      decision: position(decisionId),
      counts: counts(outcomeId).map(({ option, optionAsPrinted, count }) => ({ option, optionAsPrinted, count })),
    })),
    votes: rows.votes.map((row) => ({
      position: row.position,
      voteEvent: mustName(positions, row.voteEventId),
      person: maybeName(names.person, row.personReadId),
      organization: maybeName(names.organization, row.organizationReadId),
      nameAsPrinted: row.nameAsPrinted,
      option: row.option,
      optionAsPrinted: row.optionAsPrinted,
      pieces: piecesOfOffsets(row.pieces),
    })),
    actions: placed('actions', rows.actionItems, ({ outcomeId, due, dueAsPrinted, isDone }) => ({
      assignees: parties(outcomeId, 'ASSIGNEE'),
      due,
      dueAsPrinted,
      isDone,
    })),
  }
}

const placeOf = (row: MeetingRows['outcomes'][number], names: Names) => ({
  position: row.position,
  section: maybeName(names.section, row.sectionId),
  paragraph: maybeName(names.paragraph, row.paragraphId),
  theme: maybeName(names.theme, row.themeReadId),
  text: row.text,
  pieces: piecesOfOffsets(row.pieces),
})

function partiesOf(rows: MeetingRows, names: Names) {
  const parties = grouped(rows.parties, ({ outcomeId }) => outcomeId)
  return (outcomeId: string, wanted: PartyRole) =>
    parties(outcomeId)
      .filter(({ role }) => role === wanted)
      .map(({ personReadId, organizationReadId, asPrinted }) => ({
        person: maybeName(names.person, personReadId),
        organization: maybeName(names.organization, organizationReadId),
        asPrinted,
      }))
}
