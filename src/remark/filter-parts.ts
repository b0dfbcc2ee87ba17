import type { Prisma } from '../generated/prisma/client.js'

/** A filter of remarks, divided by the table that its conditions concern. */
export interface FilterParts {
  meeting: Prisma.MeetingWhereInput | undefined
  utterance: Prisma.UtteranceWhereInput | undefined
  /** Conditions on the remark itself. */
  rest: Prisma.RemarkWhereInput | undefined
}

/** Divides a filter whose conditions must all hold: those that concern only a remark's meeting or words become conditions on these. */
export function partsOf(where: Prisma.RemarkWhereInput | undefined): FilterParts {
  const parts = { meeting: [] as object[], utterance: [] as object[], rest: [] as object[] }
  for (const condition of where ? conditionsOf(where) : []) {
    const meeting = saidOf(condition, 'meeting')
    const utterance = saidOf(condition, 'utterance')
    if (meeting) parts.meeting.push(meeting)
    else if (utterance) parts.utterance.push(utterance)
    else parts.rest.push(condition)
  }
  const all = (conditions: object[]) => (conditions.length > 0 ? { AND: conditions } : undefined)
  return { meeting: all(parts.meeting), utterance: all(parts.utterance), rest: all(parts.rest) }
}

const conditionsOf = ({ AND, ...others }: Prisma.RemarkWhereInput): object[] => [
  ...(AND === undefined ? [] : Array.isArray(AND) ? AND : [AND]),
  ...Object.entries(others).map(([name, given]) => ({ [name]: given })),
]

/** The condition rewritten for the row to which the relation leads; undefined if it concerns more than that row. */
function saidOf(condition: object, relation: 'meeting' | 'utterance'): object | undefined {
  const [entry, ...others] = Object.entries(condition)
  if (!entry || others.length > 0) return undefined
  const [name, given] = entry as [string, unknown]
  if (name === relation) return given as object
  if (name === `${relation}Id`) return { id: given }
  if (name !== 'OR' || !Array.isArray(given)) return undefined
  const choices = given.map((choice) => saidOf(choice as object, relation))
  return choices.every((choice) => choice !== undefined) ? { OR: choices } : undefined
}
