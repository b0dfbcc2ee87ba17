import type { MeetingRecord } from '@rapporteur/reader/record'
import { type CsvTable, commonCells, listed, meetingColumns, placeColumns } from './csv-table.js'
import type { NameLookup } from './people-of.js'

// Tables of outcomes, a line for each. Columns with the number of another outcome hold its `position` at the meeting.

const common = [...meetingColumns, 'position', ...placeColumns] as const

const decisionColumns = [...common, 'result', 'verb', 'motion', 'words'] as const

export const decisionTable: CsvTable<(typeof decisionColumns)[number]> = {
  columns: decisionColumns,
  rows(envelope) {
    const { meeting, place } = commonCells(envelope)
    return envelope.record.decisions.map((row) => {
      const { position, result, verb, motion, text: words } = row
      return { ...meeting, position, ...place(row), result, verb, motion, words }
    })
  },
}

const motionColumns = [...common, 'result', 'requirement', 'movers', 'seconders', 'amends', 'words'] as const

export const motionTable: CsvTable<(typeof motionColumns)[number]> = {
  columns: motionColumns,
  rows(envelope, names) {
    const { meeting, place } = commonCells(envelope)
    return envelope.record.motions.map((row) => {
      const { position, result, requirement, amends, text: words } = row
      const [movers, seconders] = [partyNames(row.movers, names), partyNames(row.seconders, names)]
      return { ...meeting, position, ...place(row), result, requirement, movers, seconders, amends, words }
    })
  },
}

const options = { yes: 'YES', no: 'NO', abstain: 'ABSTAIN', absent: 'ABSENT', not_voting: 'NOT_VOTING' } as const
type OptionColumn = keyof typeof options

const optionColumns = Object.keys(options) as OptionColumn[]
const voteEventColumns = [
  ...common,
  'kind',
  'result',
  'motion',
  'decision',
  ...optionColumns,
  'other',
  'names_printed',
  'words',
] as const

/** Votes, with the numbers that are printed. */
export const voteEventTable: CsvTable<(typeof voteEventColumns)[number]> = {
  columns: voteEventColumns,
  rows(envelope) {
    const { meeting, place } = commonCells(envelope)
    const { voteEvents, votes } = envelope.record
    return voteEvents.map((row) => {
      const { position, kind, result, motion, decision, text: words } = row
      const names_printed = votes.filter(({ voteEvent }) => voteEvent === position).length
      const numbers = { ...optionCells(row.counts), other: otherCell(row.counts), names_printed }
      return { ...meeting, position, ...place(row), kind, result, motion, decision, ...numbers, words }
    })
  },
}

type Counts = MeetingRecord['voteEvents'][number]['counts']

const optionCells = (counts: Counts) =>
  Object.fromEntries(
    optionColumns.map((name) => [name, counts.find(({ option }) => option === options[name])?.count ?? null]),
  ) as Record<OptionColumn, number | null>

/** The choices of a poll: "Monday 4; Friday 2". */
const otherCell = (counts: Counts): string =>
  listed(
    counts
      .filter(({ option }) => option === 'OTHER')
      .map(({ optionAsPrinted, count }) => [optionAsPrinted, count].filter((part) => part !== null).join(' ')),
  )

const voteColumns = [
  ...meetingColumns,
  'vote',
  'motion',
  'decision',
  'position',
  'voter',
  'voter_slug',
  'voter_as_printed',
  'option',
  'option_as_printed',
] as const

/** Who voted how, a line for each voter whose name is printed. */
export const voteTable: CsvTable<(typeof voteColumns)[number]> = {
  columns: voteColumns,
  rows(envelope, names) {
    const { meeting } = commonCells(envelope)
    const events = new Map(envelope.record.voteEvents.map((event) => [event.position, event]))
    return envelope.record.votes.map(({ position, voteEvent: vote, option, ...row }) => {
      const { motion = null, decision = null } = events.get(vote) ?? {}
      const known = namedAs(row, names)
      const printed = { voter_as_printed: row.nameAsPrinted, option_as_printed: row.optionAsPrinted }
      const voter = { voter: known?.name ?? null, voter_slug: known?.slug ?? null }
      return { ...meeting, vote, motion, decision, position, ...voter, ...printed, option }
    })
  },
}

const actionColumns = [...common, 'assignees', 'due', 'due_as_printed', 'is_done', 'words'] as const

export const actionTable: CsvTable<(typeof actionColumns)[number]> = {
  columns: actionColumns,
  rows(envelope, names) {
    const { meeting, place } = commonCells(envelope)
    return envelope.record.actions.map((row) => {
      const { position, due, dueAsPrinted: due_as_printed, isDone: is_done, text: words } = row
      const assignees = partyNames(row.assignees, names)
      return { ...meeting, position, ...place(row), assignees, due, due_as_printed, is_done, words }
    })
  },
}

type Party = MeetingRecord['actions'][number]['assignees'][number]

/** The person or body, as merged; null for a role. */
const namedAs = ({ person, organization }: Pick<Party, 'person' | 'organization'>, names: NameLookup) =>
  person !== null ? names.person(person) : organization !== null ? names.organization(organization) : null

/** People and bodies by their names as merged, roles as printed. */
const partyNames = (parties: readonly Party[], names: NameLookup): string =>
  listed(parties.map((party) => namedAs(party, names)?.name ?? party.asPrinted))
