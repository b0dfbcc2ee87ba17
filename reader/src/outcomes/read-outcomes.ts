import { fold } from '../names.js'
import type { Draft } from '../proposal/draft.js'
import type { ActionLine, DecisionLine, MotionLine, Proposal, RemarkLine } from '../proposal/proposal.js'
import { wholeWordsAt } from '../text/whole-words.js'
import { actionColumns, actionIn, actionInRow, dueAlone, headsActions } from './actions.js'
import { decisionIn } from './decisions.js'
import { movingIn, putsMotion, resultIn } from './motions.js'
import { idsOf, type Unit, unitsOf } from './units.js'
import { choiceOfPoll, opensPoll, plusIn, type VoteFound, voteIn } from './votes.js'

type Outcomes = Pick<Proposal, 'decisions' | 'motions' | 'votes' | 'actions'>

/** A motion that is before the meeting, with the sentences that put it. */
interface Open {
  readonly key: string
  readonly units: Unit[]
  movers: string[]
  seconders: string[]
  result: MotionLine['result'] | null
  isFormal: boolean
  /** Somebody "proposed" it: without a seconder that is no more than said. */
  isProposed: boolean
  /** The place of the last sentence that spoke of it. */
  last: number
}

interface OpenVote {
  readonly units: Unit[]
  readonly on: Open | null
  found: VoteFound
  last: number
}

interface State {
  readonly units: readonly Unit[]
  readonly motions: Open[]
  readonly votes: OpenVote[]
  readonly decisions: DecisionLine[]
  readonly actions: ActionLine[]
  /** Ids of sentences that are outcomes, and nobody's words. */
  readonly taken: Set<string>
  /** Where the section began that is being read: a motion before it is no longer before the meeting. */
  since: number
  /** The words of action items so far. */
  readonly given: Set<string>
}

/** So many sentences on, a motion is still what is before the meeting. */
const memory = 5

const motionBefore = (state: State, i: number): Open | null => {
  const last = state.motions.at(-1)
  return last && i - last.last <= memory && last.last >= state.since ? last : null
}

const take = (state: State, unit: Unit): void => {
  if (unit.speaker === null) state.taken.add(unit.id)
}

const isBreak = ({ block }: Unit): boolean => block.kind === 'heading'

/** Reads what a sentence says of motions. @returns whether it puts one, or says who moves or seconds it */
const readMotion = (state: State, unit: Unit, i: number): boolean => {
  const { mover, seconder } = movingIn(unit)
  const open = motionBefore(state, i)
  const begged = unit.speaker !== null && /^(?:I (?:beg to )?move|so moved)\b/i.test(unit.text) ? unit.speaker : null
  const isPut = putsMotion(unit.text)
  if (
    unit.isSaid &&
    unit.speaker === null &&
    mover !== null &&
    !mover.isFormal &&
    /\bthat\b/.test(unit.text.slice(0, mover.end))
  )
    return false
  if (mover === null && begged === null && !isPut) {
    if (!open || !seconder || open.seconders.length > 0 || i - open.last > 2) return false
    open.seconders = [...seconder.keys]
    open.last = i
    if (i - state.units.indexOf(open.units.at(-1) ?? unit) === 1) open.units.push(unit)
    return true
  }
  const continues = open && open.movers.length === 0 && open.result === null && mover?.isFormal === true && !isPut
  const motion: Open = continues
    ? open
    : {
        key: `m${state.motions.length + 1}`,
        units: [],
        movers: [],
        seconders: [],
        result: null,
        isFormal: false,
        isProposed: false,
        last: i,
      }
  if (!continues) state.motions.push(motion)
  motion.units.push(unit)
  const own = isPut && unit.speaker !== null && /^PROPOS/.test(unit.text) ? unit.speaker : null
  motion.movers = [...(mover?.keys ?? ((begged ?? own) ? [begged ?? own ?? ''] : []))]
  motion.seconders = [...(seconder?.keys ?? [])]
  motion.isFormal = isPut || begged !== null || mover?.isFormal === true
  motion.isProposed = mover?.isProposed === true
  motion.last = i
  const end = Math.max(mover?.end ?? 0, seconder?.end ?? 0)
  // "Payments were approved (proposed Cllr Roe, …)"
  const isBehind = unit.text.slice(0, end).includes('(')
  if (mover || seconder || isPut)
    motion.result = resultIn(unit.text.slice(end)) ?? (isBehind ? resultIn(unit.text) : null)
  if (motion.isProposed && motion.seconders.length === 0) motion.result = null
  if (mover?.isFormal) take(state, unit)
  return true
}

const hasOwn = (found: Record<string, unknown>): boolean => Object.keys(found).length > 0

const merged = (one: VoteFound, other: VoteFound): VoteFound => ({
  counts: { ...other.counts, ...one.counts },
  votes: {
    ...other.votes,
    ...Object.fromEntries(
      Object.entries(one.votes).map(([o, keys]) => [o, [...new Set([...keys, ...(other.votes[o] ?? [])])]]),
    ),
  },
  kind: one.kind ?? other.kind,
})

/** Adds what a sentence says of a vote to the one that is going on, or begins one. */
const addVote = (state: State, units: readonly Unit[], i: number, found: VoteFound, on: Open | null): void => {
  const last = state.votes.at(-1)
  if (last && last.on === on && i - last.last <= 2 && (on !== null || i - last.last <= 1)) {
    last.units.push(...units)
    last.found = merged(last.found, found)
    last.last = i
  } else state.votes.push({ units: [...units], on, found, last: i })
  for (const unit of units) take(state, unit)
}

/** Reads what a sentence says of a vote, and of what became of the motion before it. */
const readVote = (state: State, unit: Unit, i: number): boolean => {
  const open = motionBefore(state, i)
  const plus = plusIn(unit)
  if (plus) {
    addVote(state, [unit], i, { counts: {}, votes: { [plus[0]]: [plus[1]] }, kind: null }, open)
    if (open) open.last = i
    return true
  }
  const result = open && open.last < i && unit.speaker === null ? resultIn(unit.text) : null
  const isOwn = open?.last === i
  const isClosing =
    result !== null &&
    (!unit.isSaid || closes.test(unit.text)) &&
    !/\bthat\b/.test(unit.text.slice(0, 40)) &&
    unit.text.length < 200
  const found = !unit.isSaid || isClosing || isOwn ? voteIn(unit) : null
  if (open && isClosing && open.result === null) open.result = result
  if (open && (isClosing || (found && open.last < i))) open.last = i
  const previous = state.votes.at(-1)
  const isGoingOn = previous !== undefined && i - previous.last <= 1
  const options = found ? new Set([...Object.keys(found.counts), ...Object.keys(found.votes)]).size : 0
  const isVote =
    found !== null && (open !== null || isGoingOn || options > 1 || (options > 0 && startsWithOption.test(unit.text)))
  if (found && isVote && unit.speaker === null && !(open === null && found.kind !== null && options === 0))
    addVote(state, [unit], i, found, open)
  if (isClosing && !unit.isSaid) take(state, unit)
  return isVote || isClosing
}

/** Of what is taken for a list of people, the lists of those who move or vote. */
const isOfVote = (state: State, { text }: Unit, i: number): boolean =>
  isLabelled.test(text) || closes.test(text) || (/^absent\s*:/i.test(text) && motionBefore(state, i) !== null)

const closes = /^(?:the\s+)?(?:\w+\s+)?(?:motion|amendment|question|resolution|vote)\b|^(?:carried|passed|lost|all)\b/i

/** A block that is taken for a list of people, and is one of those who move or vote. */
const isLabelled =
  /^(?:motion|moved|proposed|seconded|second|mover|seconder|ayes?|noes|nays|yeas|yes|no|for|against|abst\w+|in favou?r)\b[^:]{0,12}:/i

const startsWithOption = /^(?:ayes?|noes|nays|yeas|yes|for|in favou?r|approve)\b\s*[:(,–-]/i

/** A straw poll, with the choices that stand under it. @returns the place of its last sentence */
const readPoll = (state: State, i: number): number => {
  const { units } = state
  const counts: Record<string, number> = {}
  let last = i
  for (let next = i + 1; next < units.length && next <= i + 12; next++) {
    const unit = units[next]
    const choice = unit && unit.speaker === null && !isBreak(unit) ? choiceOfPoll(unit.text) : null
    if (choice) {
      counts[choice[0]] = choice[1]
      last = next
    } else if (last > i || unit?.block.kind !== 'row') break
  }
  if (last === i) return i
  addVote(state, units.slice(i, last + 1), last, { counts, votes: {}, kind: 'POLL' }, null)
  return last
}

const readSentences = (state: State, meetingDay: string | null, aside: ReadonlySet<number>): void => {
  let columns: ReturnType<typeof actionColumns> = null
  let table: number | null = null
  let isHeaded = false
  for (let i = 0; i < state.units.length; i++) {
    const unit = state.units[i]
    if (!unit) continue
    if (unit.block.kind === 'row' && unit.block.table !== table) {
      columns = actionColumns(unit.block)
      table = unit.block.table
      if (columns) continue
    }
    const given = state.actions.at(-1)
    const dueDay = given?.action === state.units[i - 1]?.id ? dueAlone(unit.text, meetingDay) : null
    if (given && dueDay) {
      Object.assign(given, dueDay, { action: `${given.action}-${unit.id}` })
      state.taken.add(unit.id)
      continue
    }
    if (headsActions(unit.text)) {
      isHeaded = true
      continue
    }
    if (isBreak(unit) || (isHeaded && unit.block.kind === 'paragraph' && unit.block.marker === null)) isHeaded = false
    const action =
      unit.block.kind === 'row'
        ? columns && unit.block.table === table
          ? actionInRow(unit, columns, meetingDay)
          : null
        : actionIn(unit, isHeaded, meetingDay)
    if (action && isRepeated(state, unit)) {
      state.taken.add(unit.id)
      continue
    }
    if (action) {
      state.actions.push({ action: unit.id, ...action })
      state.taken.add(unit.id)
      continue
    }
    if (opensPoll(unit.text)) {
      const last = readPoll(state, i)
      if (last > i) {
        i = last
        continue
      }
    }
    if (aside.has(unit.block.id) && !isOfVote(state, unit, i)) continue
    if (isBreak(unit)) state.since = i
    const isMotion = readMotion(state, unit, i)
    const decision = isMotion && !/\b(?:RESOLVED|AGREED)\b/.test(unit.text) ? null : decisionIn(unit.text)
    if (
      decision &&
      (decision.isFormal || unit.speaker === null) &&
      !/^(?:the\s+)?(?:motion|amendment|proposal|question)\b/i.test(unit.text)
    ) {
      const on = isMotion || motionBefore(state, i) !== null ? (state.motions.at(-1) ?? null) : null
      const listed = isOpen.test(unit.text) ? itemsFrom(state, i + 1) : []
      for (const item of listed) take(state, item)
      state.decisions.push({
        ...{ decision: idsOf([unit, ...listed]), result: decision.result, verb: decision.verb },
        ...(on ? { on: on.key } : {}),
      })
      if (decision.isFormal || decision.isMeeting || !unit.isSaid) take(state, unit)
    }
    readVote(state, unit, i)
  }
}

const isMotion = ({ movers, seconders, result, isFormal, isProposed, units }: Open): boolean =>
  seconders.length > 0 ||
  (result !== null && (!isProposed || result === 'FAILED')) ||
  (isFormal && !isProposed && (movers.length > 0 || units.length > 1 || putsMotion(units[0]?.text ?? '')))

/** "RESOLVED: That", with what was resolved as a list under it. */
const isOpen = /(?:\b(?:that|to)|:)\W*$/i

const itemsFrom = ({ units }: State, from: number): Unit[] => {
  const end = units.findIndex(({ block }, i) => i >= from && block.kind !== 'item' && block.marker === null)
  return units.slice(from, end < 0 ? units.length : end)
}

/** A summary of action items repeats those that stand where they were given. */
const isRepeated = (state: State, { text }: Unit): boolean => {
  const words = fold(text)
  if (state.given.has(words)) return true
  state.given.add(words)
  state.given.add(words.replace(/^(?:action(?: (?:item|point))?|ai|ap|todo) /, ''))
  return false
}

const linesOf = (state: State): Outcomes => {
  const motions = state.motions.filter(isMotion)
  const kept = new Set(motions)
  return {
    motions: motions.map(({ key, units, movers, seconders, result }) => ({
      ...{ motion: key, ids: idsOf(units), movers, seconders },
      ...(result === null ? {} : { result }),
    })),
    decisions: state.decisions.map((line) => {
      const { on, ...rest } = line
      return on && motions.some(({ key }) => key === on) ? line : rest
    }),
    votes: state.votes
      .filter(
        ({ units, on, found }) =>
          (on === null || kept.has(on) || hasOwn(found.counts) || hasOwn(found.votes)) &&
          (units.length > 1 || units[0]?.speaker === null),
      )
      .map(({ units, on, found }, i) => ({
        ...{ vote: `v${i + 1}`, ids: idsOf(units), counts: found.counts, votes: found.votes },
        kind: found.kind ?? (hasOwn(found.votes) ? 'ROLL_CALL' : 'OTHER'),
        ...(on && kept.has(on) ? { on: on.key, ...(on.result ? { result: on.result } : {}) } : {}),
      })),
    actions: state.actions,
  }
}

/** Somebody's part in an outcome, with the ids of its sentences. */
interface Part {
  readonly key: string
  readonly ids: string
}

const partsIn = ({ motions, votes, actions }: Outcomes): Part[] => [
  ...motions.flatMap(({ movers = [], seconders = [], ids }) => [...movers, ...seconders].map((key) => ({ key, ids }))),
  ...votes.flatMap(({ votes: cast = {}, ids }) =>
    Object.values(cast)
      .flat()
      .map((key) => ({ key, ids })),
  ),
  ...actions.flatMap(({ assignees = [], action }) => assignees.map((key) => ({ key, ids: action }))),
]

/** The sentences of a list of ids: "12-14,20". */
const unitsIn = (ids: string, units: readonly Unit[], place: ReadonlyMap<string, number>): Unit[] =>
  ids.split(',').flatMap((part) => {
    const [from = '', to = from] = part.split('-')
    const [first, last] = [place.get(from), place.get(to)]
    return first === undefined || last === undefined ? [] : units.slice(first, last + 1)
  })

/**
 * Of those who were looked for, only who has a part in an outcome is in the record, and only by names that the blocks of the outcome
 * print.
 */
const keepParties = (
  { roster }: Draft,
  before: Before,
  parts: readonly Part[],
  textOf: (ids: string) => string,
): void => {
  const keys = new Set(parts.map(({ key }) => key))
  keepAdded(roster.persons, before.persons, ({ person }) => keys.has(person))
  keepAdded(roster.bodies, before.bodies, ({ body }) => keys.has(body))
  for (const line of roster.persons) {
    const known = before.forms.get(line.person) ?? []
    const added = (line.printed ?? []).filter((form) => !known.includes(form))
    if (added.length === 0) continue
    const texts = parts.flatMap(({ key, ids }) => (key === line.person ? [textOf(ids)] : []))
    const kept = added.filter((form) => texts.some((text) => wholeWordsAt(text, form, [0, text.length]) >= 0))
    line.printed = [...known, ...kept]
  }
}

/** How many people and bodies there were before outcomes were read, and their printed forms. */
interface Before {
  readonly persons: number
  readonly bodies: number
  readonly forms: ReadonlyMap<string, readonly string[]>
}

/** Takes out of a list what was added behind its first lines and is not to be kept. */
const keepAdded = <Line>(lines: Line[], known: number, isKept: (line: Line) => boolean): void => {
  lines.push(...lines.splice(known).filter(isKept))
}

/** Whether all sentences of a remark are outcomes. */
const isTaken = ({ ids }: RemarkLine, place: ReadonlyMap<string, number>, { units, taken }: State): boolean => {
  const said = unitsIn(ids, units, place)
  return said.length > 0 && said.every(({ id }) => taken.has(id))
}

/** Reads what was decided, moved, voted and given to somebody to do. What is that, and nothing else, is nobody's remark. */
export const readOutcomes = (draft: Draft, aside: ReadonlySet<number> = draft.taken): Outcomes => {
  const { persons, bodies } = draft.roster
  const forms = new Map(persons.map(({ person, printed = [] }) => [person, printed]))
  const before = { persons: persons.length, bodies: bodies.length, forms }
  const units = unitsOf(draft)
  const state: State = {
    units,
    motions: [],
    votes: [],
    decisions: [],
    actions: [],
    taken: new Set(),
    since: 0,
    given: new Set(),
  }
  readSentences(state, draft.meeting?.date ?? null, aside)
  const lines = linesOf(state)
  const place = new Map(units.map(({ id }, i) => [id, i]))
  const textOf = (ids: string) =>
    unitsIn(ids, units, place)
      .map(({ block }) => block.flow.text)
      .join('\n')
  keepParties(draft, before, partsIn(lines), textOf)
  const gone = new Set(draft.remarks.filter((line) => isTaken(line, place, state)).map(({ remark }) => remark))
  if (gone.size > 0) {
    const kept = draft.remarks.filter(({ remark }) => !gone.has(remark))
    const answers = kept.map((line) =>
      line.answers?.some((one) => gone.has(one))
        ? { ...line, answers: line.answers.filter((one) => !gone.has(one)) }
        : line,
    )
    draft.remarks.splice(0, draft.remarks.length, ...answers)
  }
  return lines
}
