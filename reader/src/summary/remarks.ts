import type { Block } from '../outline/outline.js'
import { type Draft, passageOf, type Stretch } from '../proposal/draft.js'
import type { RemarkLine } from '../proposal/proposal.js'
import { actsOf, answersOf, asksOf, type Said } from '../prose/answers.js'
import { type ParagraphTurns, type Turn, turnsIn } from '../prose/turns.js'
import { speakersOf } from './raiser-speakers.js'
import type { Raiser } from './raisers.js'
import type { Unit } from './units.js'

/** A paragraph of a unit with its turns; its words begin at `from`, behind the heading. */
interface Told extends ParagraphTurns {
  readonly block: Block
  readonly from: number
}

/** The sentences of a paragraph that no turn of others covers whole, as runs. */
const statementOf = ({ block, from }: Told, others: readonly Turn[]): Stretch[] => {
  const taken = others.flatMap(({ ranges }) => ranges).sort((a, b) => a[0] - b[0])
  const runs: { block: Block; range: [number, number] }[] = []
  let goesOn = false
  let next = 0
  for (const { range } of block.sentences) {
    const [start, end] = [Math.max(range[0], from), range[1]]
    while ((taken[next]?.[1] ?? end) < end) next++
    const isFree = start < end && (taken[next]?.[0] ?? end) > start
    const last = runs.at(-1)
    if (isFree && goesOn && last) last.range[1] = end
    else if (isFree) runs.push({ block, range: [start, end] })
    goesOn = isFree
  }
  return runs
}

const stretchesOf = ({ block }: Told, { ranges }: Turn): Stretch[] => ranges.map((range) => ({ block, range }))

const isBy = (turn: Turn, raisers: readonly string[]): boolean =>
  turn.by.length > 0 && turn.by.every((key) => raisers.includes(key))

/** A turn as a line; what is not given is as the turn says it. */
const lineOf = (told: Told, turn: Turn, remark: number, more: Partial<RemarkLine>): RemarkLine => ({
  remark,
  by: [...turn.by],
  ...passageOf(stretchesOf(told, turn)),
  ...(turn.as === null || turn.isPronoun ? {} : { as: turn.as }),
  ...(turn.role === null ? {} : { role: turn.role }),
  ...(turn.for.length > 0 ? { for: [...turn.for] } : {}),
  ...actsOf(turn),
  ...more,
})

/** Further back nobody looks for what is answered. */
const reach = 12

/** What a turn of somebody else answers: what was raised, and those whom it names; a raiser answers who spoke last. */
const answeredBy = (
  turn: Turn,
  raised: readonly number[],
  raisers: readonly string[],
  said: readonly Said[],
): number[] => {
  const others = said.slice(-reach).filter(({ by }) => by.join() !== turn.by.join())
  const named = turn.answersTo.flatMap((key) => others.findLast(({ by }) => by.includes(key))?.remark ?? [])
  const target = isBy(turn, raisers)
    ? [...(named.length > 0 ? [] : others.slice(-1).map(({ remark }) => remark))]
    : raised
  return [...new Set([...target, ...named])].sort((a, b) => a - b)
}

/** A paragraph with raisers: its words are theirs, less what others answer. @returns what was said in it */
const addRaised = (draft: Draft, unit: Unit, told: readonly Told[]): Said[] => {
  const lines = speakersOf(draft.roster, raisersOf(unit))
  const raisers = lines.flatMap(({ by }) => by)
  const turns = told.flatMap((one) => one.turns.map((turn) => ({ told: one, turn })))
  const first = turns.findIndex(({ turn }) => !isBy(turn, raisers))
  const others = first < 0 ? [] : turns.slice(first)
  const answering = new Set(others.map(({ turn }) => turn))
  const words = told.flatMap((one) =>
    statementOf(
      one,
      one.turns.filter((turn) => answering.has(turn)),
    ),
  )
  const raised: number[] = []
  const said: Said[] = []
  if (words.length > 0)
    for (const line of lines) {
      raised.push(draft.remarks.length + 1)
      said.push({ remark: draft.remarks.length + 1, by: line.by, asks: false })
      draft.remarks.push({ remark: draft.remarks.length + 1, ...line, ...passageOf(words), kind: 'STATEMENT' })
    }
  for (const { told: one, turn } of others) {
    const answers = answeredBy(turn, raised, raisers, said)
    const remark = draft.remarks.length + 1
    const kind = answers.length > 0 ? 'RESPONSE' : 'STATEMENT'
    draft.remarks.push(lineOf(one, turn, remark, { kind, ...(answers.length > 0 ? { answers } : {}) }))
    said.push({ remark, by: turn.by, asks: asksOf(turn) })
  }
  return said
}

/** A paragraph whose heading names nobody: turns as they come. */
const addTurns = (draft: Draft, told: readonly Told[], said: Said[]): void => {
  for (const one of told)
    for (const turn of one.turns) {
      const answers = answersOf(turn, said.slice(-reach))
      const remark = draft.remarks.length + 1
      draft.remarks.push(lineOf(one, turn, remark, answers.length > 0 ? { answers } : {}))
      said.push({ remark, by: turn.by, asks: asksOf(turn) })
    }
}

export const raisersOf = ({ head, under }: Unit): readonly Raiser[] => (head.raisers.length > 0 ? head.raisers : under)

/** Adds what the paragraphs of a summary say: of raisers, of others in answer, of nobody by name. */
export const addRemarks = (draft: Draft, units: readonly Unit[]): void => {
  let said: Said[] = []
  let section: number | null = null
  for (const unit of units) {
    const [block] = unit.blocks
    if (block?.section !== section) [section, said] = [block?.section ?? null, []]
    const told = unit.blocks.map((one, i): Told => {
      const from = i === 0 ? unit.head.from : 0
      return { block: one, from, ...turnsIn(one, draft.roster, { from }) }
    })
    const isOpened = unit.head.raisers.length === 0 && told[0]?.opens === true
    if (unit.head.raisers.length > 0 || (unit.under.length > 0 && !isOpened)) said.push(...addRaised(draft, unit, told))
    else addTurns(draft, told, said)
    // What a paragraph asks, the next one answers only where it says so.
    said = said.slice(-reach).map((one) => ({ ...one, asks: false }))
    for (const one of told)
      for (const { range, kind, wording } of one.nobody) {
        const { ids, ...edges } = passageOf([{ block: one.block, range }])
        draft.nobody.push({ nobody: ids, ...edges, kind, wording })
      }
  }
}
