import type { Block } from '../outline/outline.js'
import type { ActionLine } from '../proposal/proposal.js'
import { datesIn, isoDay } from '../text/dates.js'
import { namesAt } from './names.js'
import type { Unit } from './units.js'

/** What a sentence or row says that somebody is to do. */
export type ActionFound = Omit<ActionLine, 'action'>

const label =
  /^[\s*_#[]*(?:action(?: (?:items?|points?))?|actions|AI|AP|todo|to do|task)(?=\d|\b)\s*(?:no\.?\s*)?[-\d/.]*[*_\]]*\s*(?=\S)/i
const marked =
  /^[\s*_]*(?:#|\[)?(?:ACTION|AI|AP|TODO|TASK)(?=\d|\b)|^[\s*_]*(?:[Aa]ctions?|[Tt]ask|[Tt]odo)\b(?:\s*\([^)]*\)|[^:.·(]{0,40}):|^#action\b/
const box = /^\[([ xX])\]\s*/
const punctuation = /\s*[:–-]?\s*/y

/** A heading, or a line alone, over things to do. */
export const headsActions = (text: string): boolean =>
  /^\W*(?:\d+\W+)?(?:(?:summary of )?(?:new )?actions?(?: (?:items?|points?))?|to[ -]?dos?|tasks|next steps|follow[ -]ups?)\W*$/i.test(
    text,
  )

const toAct = /^,?\s*(?:to|will|shall|is to|are to)\s+(?!(?:the|an?|his|her|their)\b)\p{Ll}/u
/** "Action 4: the Office said that …": what became of it. */
const recalled = /^.{0,60}?\b(?:reported|said|noted|was|were|had)\b/i
const dueBefore = /\b(by|until|due|before|deadline|no later than)\b[^.;]{0,20}$/i

/** The day by which it is to be done, with its words. */
const dueIn = (text: string, meetingDay: string | null): Pick<ActionLine, 'due' | 'dueAsPrinted'> => {
  for (const { start, end, year, month, day } of datesIn(text)) {
    const lead = dueBefore.exec(text.slice(0, start))
    if (!lead) continue
    return { ...dayOf(year, month, day, meetingDay), dueAsPrinted: text.slice(lead.index, end).trim() }
  }
  return {}
}

/** A day without a year is the next one after the meeting. */
const dayOf = (year: number | null, month: number, day: number, meetingDay: string | null): Pick<ActionLine, 'due'> => {
  const of = meetingDay === null ? null : Number(meetingDay.slice(0, 4))
  const same = year ?? of
  const due = same === null ? null : isoDay(same, month, day)
  if (due === null) return {}
  if (year !== null || meetingDay === null || due >= meetingDay) return { due }
  const next = isoDay((of ?? 0) + 1, month, day)
  return next === null ? {} : { due: next }
}

/** What a sentence says is to be done: by a label, a box to be ticked, a heading over it, or as "Clerk to write". */
export const actionIn = (unit: Unit, isHeaded: boolean, meetingDay: string | null): ActionFound | null => {
  const whole = unit.speaker !== null && isHeaded ? unit.block.flow.text.slice(...unit.range) : unit.text
  const of: Unit = whole === unit.text ? unit : { ...unit, text: whole, from: unit.range[0] }
  const ticked = box.exec(whole)
  const called = marked.test(whole) ? label.exec(whole) : null
  const from = (ticked ?? called)?.[0].length ?? 0
  punctuation.lastIndex = from
  const names = namesAt(of, from + (punctuation.exec(whole)?.[0].length ?? 0))
  const rest = names ? whole.slice(names.end) : ''
  const isTold = names !== null && (toAct.test(rest) || /^\)?\s*[:–-]\s*\S/.test(rest))
  const isBare = names !== null && toAct.test(rest) && /^,?\s*to\s/.test(rest) && names.end < 60 && !unit.isSaid
  if (!ticked && !called && !(isHeaded && isTold) && !isBare) return null
  if (called && (whole.slice(from).trim() === '' || (!names && recalled.test(whole)))) return null
  const assignees = names ? [...names.keys] : []
  const isDone = ticked !== null && ticked[1] !== ' '
  return { assignees, ...dueIn(whole, meetingDay), ...(isDone ? { done: true } : {}) }
}

/** "Deadline: 1 May", behind what it is the deadline of. */
export const dueAlone = (text: string, meetingDay: string | null): Pick<ActionLine, 'due' | 'dueAsPrinted'> | null =>
  /^\W*(?:deadline|due(?: date)?|by when)\b/i.test(text) ? dueIn(text, meetingDay) : null

const who = /^(?:who|owner|owners|assignee|assigned to|responsible|action by|by whom|lead|person)$/i
const what = /^(?:what|action|actions|action item|task|item|description|to do)$/i
const when = /^(?:when|due|due date|by when|deadline|date|target date)$/i

/** Which columns of a table of things to do hold what; null for another table. */
export const actionColumns = ({ cells, flow }: Block): Record<'who' | 'what' | 'when', number> | null => {
  const column = (pattern: RegExp) =>
    cells.find(({ range }) => pattern.test(flow.text.slice(...range).trim()))?.column ?? -1
  const found = { who: column(who), what: column(what), when: column(when) }
  return found.who >= 0 && found.what >= 0 ? found : null
}

/** What a row of such a table says. */
export const actionInRow = (
  unit: Unit,
  columns: Record<'who' | 'what' | 'when', number>,
  meetingDay: string | null,
): ActionFound | null => {
  const cell = (column: number) => unit.block.cells.find((one) => one.column === column)?.range
  const [named, due] = [cell(columns.who), cell(columns.when)]
  if (!named) return null
  const names = namesAt({ ...unit, text: unit.block.flow.text.slice(0, named[1]), from: 0 }, named[0])
  const printed = due ? unit.block.flow.text.slice(...due).trim() : ''
  const [date] = datesIn(printed)
  return {
    assignees: names && names.end <= named[1] ? [...names.keys] : [],
    ...(date ? dayOf(date.year, date.month, date.day, meetingDay) : {}),
    ...(printed === '' ? {} : { dueAsPrinted: printed }),
  }
}
