import { decisionWords, motionWords, numberOf, optionWords, saysKind } from '../english/outcome-words.js'
import { fold } from '../names.js'
import type { Block } from '../outline/outline.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { dateEvidence } from '../text/date-evidence.js'
import { piecesOf, textOf } from '../text/flow.js'
import { common, size, startOf } from '../text/pieces.js'
import type { Stretch } from './draft.js'
import { type NamedParty, partyIn } from './parties.js'
import { inSourceOrder, passageStretches, piecesOfStretches, Unproven } from './places.js'
import { asPrinted, isPrinted } from './printed.js'
import type { ActionLine, DecisionLine, MotionLine, Proposal, VoteLine } from './proposal.js'
import type { Grounds } from './speech.js'

type OutcomeLine = DecisionLine | MotionLine | VoteLine | ActionLine
type OutcomeRows = Pick<MeetingRecord, 'decisions' | 'motions' | 'voteEvents' | 'votes' | 'actions'>
type Option = MeetingRecord['votes'][number]['option']

export type RefuseOutcome = (line: OutcomeLine, error: Unproven, pieces: Pieces) => void

/** A line whose words are found. */
interface Placed<Line> {
  readonly line: Line
  readonly stretches: readonly Stretch[]
  readonly pieces: Pieces
  /** The blocks of its words. */
  readonly own: ReadonlySet<number>
  /** These, and those beside them: "Moved: Cllr Roe" may stand under the words of a motion, and "Carried." under that. */
  readonly near: ReadonlySet<number>
}

/** So many blocks before and behind its words may say who moved a motion, and what became of it. */
const reach = 3

/** Makes the rows of what was decided. A line is refused for its words; a mover, a number or a day that they do not print is left out. */
export const outcomesOf = (
  grounds: Grounds,
  lines: Pick<Proposal, 'decisions' | 'motions' | 'votes' | 'actions'>,
  refuse: RefuseOutcome,
): OutcomeRows => {
  const placedIn = <Line extends OutcomeLine>(of: readonly Line[], idsOf: (line: Line) => string): Placed<Line>[] =>
    distinct(of.flatMap((line) => placed(grounds, line, idsOf(line), refuse)))
  const decisions = placedIn(lines.decisions, ({ decision }) => decision)
  const votings = placedIn(lines.votes, ({ ids }) => ids)
  const settling = [...decisions, ...votings]
  // "Carried" may stand behind a long list of those who voted.
  const motions = placedIn(lines.motions, ({ ids }) => ids).map((one) => ({
    ...one,
    settled: new Set([
      ...one.near,
      ...settling.flatMap(({ line, near }) => (line.on === one.line.motion ? [...near] : [])),
    ]),
  }))
  const actions = placedIn(lines.actions, ({ action }) => action)
  const at = { motions: positions(motions, ({ motion }) => motion), decisions: positions(decisions, (l) => l.decision) }
  const motionOf = (key: string | null | undefined, line: OutcomeLine, pieces: Pieces): number | null => {
    if (key === null || key === undefined) return null
    const found = at.motions.get(key)
    if (found === undefined) grounds.doubt('UNKNOWN_KEY', `There is no motion ${key} for ${named(line)}.`, pieces)
    return found ?? null
  }
  return {
    decisions: decisions.map((one, i) => ({
      ...rowOf(grounds, one, i),
      result: one.line.result,
      verb: wordsIn(grounds, one, one.line.verb, 'UNPROVEN_ACT'),
      motion: motionOf(one.line.on, one.line, one.pieces),
    })),
    motions: motions.map((one, i) => ({
      ...rowOf(grounds, one, i),
      movers: partiesOf(grounds, one, one.line.movers, one.near),
      seconders: partiesOf(grounds, one, one.line.seconders, one.near),
      requirement: wordsIn(grounds, one, one.line.requirement, 'UNPROVEN_WORDS', one.near),
      result: resultOf(grounds, { ...one, near: one.settled }),
      amends: motionOf(one.line.amends === one.line.motion ? null : one.line.amends, one.line, one.pieces),
    })),
    voteEvents: votings.map((one, i) => {
      const on = one.line.on ?? null
      const decision = on === null || at.motions.has(on) ? null : (at.decisions.get(on) ?? null)
      return {
        ...rowOf(grounds, one, i),
        kind: kindOf(grounds, one),
        result: resultOf(grounds, one),
        motion: decision === null ? motionOf(on, one.line, one.pieces) : null,
        decision,
        counts: countsOf(grounds, one),
      }
    }),
    votes: votings.flatMap((one, i) => votesOf(grounds, one, i + 1)).map((row, i) => ({ position: i + 1, ...row })),
    actions: actions.map((one, i) => ({ ...rowOf(grounds, one, i), ...actionOf(grounds, one) })),
  }
}

const named = (line: OutcomeLine): string => Object.entries(line)[0]?.join(' ') ?? ''

const placed = <Line extends OutcomeLine>(
  { sentences, outline }: Grounds,
  line: Line,
  ids: string,
  refuse: RefuseOutcome,
): Placed<Line>[] => {
  try {
    const { starts, ends } = line
    const edges = { ...(starts === undefined ? {} : { starts }), ...(ends === undefined ? {} : { ends }) }
    const stretches = passageStretches(sentences, { ids, ...edges })
    const pieces = piecesOfStretches(stretches)
    const blocks = stretches.map(({ block }) => block.id)
    const [first = 1, last = 1] = [Math.min(...blocks), Math.max(...blocks)]
    const near = new Set<number>()
    for (let id = Math.max(1, first - reach); id <= Math.min(outline.blocks.length, last + reach); id++) near.add(id)
    return [{ line, stretches, pieces, own: new Set(blocks), near }]
  } catch (error) {
    if (!(error instanceof Unproven)) throw error
    refuse(line, error, [])
    return []
  }
}

/** In the record's order; two lines of one kind over the same words are one. */
const distinct = <Line>(lines: readonly Placed<Line>[]): Placed<Line>[] => {
  const inOrder = [...lines].sort((a, b) => startOf(a.pieces) - startOf(b.pieces))
  return inOrder.filter(
    ({ pieces }, i) => !inOrder.slice(Math.max(0, i - 8), i).some((before) => before.pieces.join() === pieces.join()),
  )
}

const positions = <Line>(lines: readonly Placed<Line>[], keyOf: (line: Line) => string): Map<string, number> => {
  const found = new Map<string, number>()
  lines.forEach(({ line }, i) => {
    if (!found.has(keyOf(line))) found.set(keyOf(line), i + 1)
  })
  return found
}

const rowOf = ({ outline, structure }: Grounds, { stretches, pieces }: Placed<OutcomeLine>, index: number) => {
  const ids = stretches.map(({ block }) => block.id)
  const first = ids.find((id) => structure.paragraphOf.has(id)) ?? ids[0] ?? 0
  return {
    position: index + 1,
    section: structure.sectionOf.get(first) ?? null,
    paragraph: structure.paragraphOf.get(first) ?? null,
    theme: structure.themeOf.get(first) ?? null,
    text: textOf(outline.source.text, pieces),
    pieces,
  }
}

/** Words of a line as the record prints them; null, and a doubt, where it does not. */
const wordsIn = (
  { index, doubt }: Grounds,
  { line, pieces, own }: Placed<OutcomeLine>,
  words: string | null | undefined,
  code: 'UNPROVEN_ACT' | 'UNPROVEN_WORDS',
  within: ReadonlySet<number> = own,
): string | null => {
  if (words === null || words === undefined) return null
  const printed = asPrinted(index, words, within)
  if (printed === null) doubt(code, `“${words}” does not stand in ${named(line)}.`, pieces)
  return printed
}

const partiesOf = (
  grounds: Grounds,
  { line, pieces, own }: Placed<OutcomeLine>,
  keys: readonly string[] | undefined,
  near: ReadonlySet<number>,
): MeetingRecord['motions'][number]['movers'] => {
  const found = new Map<string, NamedParty>()
  for (const key of new Set(keys ?? [])) {
    const party = partyIn(grounds, key, own) ?? partyIn(grounds, key, near)
    if (party) found.set(party.person ?? party.organization ?? fold(party.asPrinted), party)
    else grounds.doubt('UNPROVEN_PARTY', `“${nameOf(grounds, key)}” is not printed at ${named(line)}.`, pieces)
  }
  return [...found.values()].map(({ person, organization, asPrinted }) => ({ person, organization, asPrinted }))
}

const nameOf = ({ people, bodies }: Grounds, key: string): string =>
  people.get(key)?.line.name ?? bodies.get(key)?.name ?? key

const textIn = ({ outline }: Grounds, blocks: ReadonlySet<number>): string =>
  [...blocks].map((id) => outline.blocks[id - 1]?.flow.text ?? '').join('\n')

/** What became of it, if words for that stand by it. */
const resultOf = (grounds: Grounds, { line, pieces, near }: Placed<MotionLine | VoteLine>) => {
  const result = line.result ?? null
  if (result === null) return null
  const isSaid =
    [...motionWords, ...decisionWords].some(
      ([word, means]) => means === meant[result] && isPrinted(grounds.index, word, near),
    ) ||
    [...motionWords].some(([word, means]) => means === result && isPrinted(grounds.index, word, near)) ||
    otherSigns[result].test(textIn(grounds, near))
  if (isSaid) return result
  grounds.doubt('UNPROVEN_VOTE', `Nothing at ${named(line)} says that it ${said[result]}.`, pieces)
  return null
}

/** Which of the results of decisions says that of a motion. */
const meant = { PASSED: 'APPROVED', FAILED: 'REJECTED', WITHDRAWN: 'WITHDRAWN', DEFERRED: 'DEFERRED' } as const
const said = { PASSED: 'passed', FAILED: 'failed', WITHDRAWN: 'was withdrawn', DEFERRED: 'was deferred' } as const
const otherSigns = {
  PASSED: /\bunanim|\ball in favou?r|\bresolved\b|\bordered\b|\bconsensus\b|\bin favou?r\b|\bayes?\b|\bnem\.? con/i,
  FAILED: /\b(?:not|no) (?:seconder|carr|pass|majority|agree)|\bfell\b|\bfalls\b|\bdie[sd]\b/i,
  WITHDRAWN: /\bwithdr/i,
  DEFERRED: /\b(?:held|carried|laid) over\b|\bdefer|\bpostpone|\btabl(?:e|ing)\b|\bto table\b|\badjourn/i,
} as const

const kindOf = (grounds: Grounds, { line, pieces, near }: Placed<VoteLine>) => {
  const { kind = 'OTHER', votes } = line
  const isNamed = kind === 'ROLL_CALL' && Object.keys(votes ?? {}).length > 0
  const isChoice =
    kind === 'POLL' && Object.keys(line.counts ?? {}).some((option) => optionOf(option).option === 'OTHER')
  if (isNamed || isChoice || saysKind(kind, textIn(grounds, near))) return kind
  grounds.doubt('UNPROVEN_VOTE', `Nothing at ${named(line)} says that it was ${kind}.`, pieces)
  return 'OTHER'
}

const isOption = (word: string): word is Option => /^(?:YES|NO|ABSTAIN|ABSENT|NOT_VOTING|OTHER)$/.test(word)

/** What an option of a line means; the word is kept where the record prints it. */
const optionOf = (key: string): { readonly option: Option; readonly printed: string | null } =>
  isOption(key) ? { option: key, printed: null } : { option: optionWords.get(fold(key)) ?? 'OTHER', printed: key }

const plus: Readonly<Partial<Record<Option, RegExp>>> = {
  YES: /(?:^|[\s|:])\+1\b|\bunanim|\bcarried|\bpassed|\bagree/i,
  NO: /(?:^|[\s|:])[-−–]1\b|\bdissent|\boppos|\bvoted no|\d(?: votes?)?\s*(?:[-–]|to)\s*\d/i,
  ABSTAIN: /(?:^|[\s|:])[+-]?0\b|\babst/i,
  NOT_VOTING: /\brecus|\bnot vot/i,
}

/** An option with how it is printed at a vote; null, and a doubt, where nothing there says it. */
const provenOption = (grounds: Grounds, one: Placed<VoteLine>, key: string) => {
  const { option, printed } = optionOf(key)
  const { index, doubt } = grounds
  const spelled = printed === null ? null : (asPrinted(index, printed, one.own) ?? asPrinted(index, printed, one.near))
  const isSaid =
    spelled !== null ||
    (printed === null &&
      option !== 'OTHER' &&
      ([...optionWords].some(([word, means]) => means === option && isPrinted(index, word, one.near)) ||
        plus[option]?.test(textIn(grounds, one.near)) === true))
  if (isSaid || /^[+-]?[01]$/.test(printed ?? '')) return { option, optionAsPrinted: spelled }
  doubt('UNPROVEN_VOTE', `“${key}” is no choice of ${named(one.line)}.`, one.pieces)
  return null
}

/** The numbers that a text states: "7", "seven", "7-2", "(5)". */
const numbersIn = (text: string): Set<number> =>
  new Set(
    [...text.matchAll(/(?<![\p{L}\p{N}.])(?:\d{1,7}|\p{L}+)(?![\p{L}\p{N}])/gu)].flatMap(
      ([word]) => numberOf(word) ?? [],
    ),
  )

const countsOf = (grounds: Grounds, one: Placed<VoteLine>): MeetingRecord['voteEvents'][number]['counts'] => {
  const printed = numbersIn(textIn(grounds, one.own))
  return Object.entries(one.line.counts ?? {}).flatMap(([key, count]) => {
    const option = provenOption(grounds, one, key)
    if (option === null) return []
    if (printed.has(count)) return [{ ...option, count }]
    grounds.doubt('UNPROVEN_VOTE', `No number ${count} is printed at ${named(one.line)}.`, one.pieces)
    return []
  })
}

const votesOf = (
  grounds: Grounds,
  one: Placed<VoteLine>,
  voteEvent: number,
): Omit<MeetingRecord['votes'][number], 'position'>[] => {
  const seen = new Set<string>()
  const rows = Object.entries(one.line.votes ?? {}).flatMap(([key, voters]) => {
    const option = voters.length > 0 ? provenOption(grounds, one, key) : null
    if (option === null) return []
    return voters.flatMap((voter) => {
      const party = grounds.people.has(voter) || grounds.bodies.has(voter) ? partyIn(grounds, voter, one.own) : null
      const block: Block | undefined = party?.place ? grounds.outline.blocks[party.place.block - 1] : undefined
      if (!party?.place || !block || seen.has(voter)) {
        grounds.doubt('UNPROVEN_PARTY', `${nameOf(grounds, voter)} has no vote of ${named(one.line)}.`, one.pieces)
        return []
      }
      seen.add(voter)
      const { person, organization, asPrinted: nameAsPrinted, place } = party
      const pieces = inSourceOrder(piecesOf(block.flow, ...place.range))
      return [{ voteEvent, person, organization, nameAsPrinted, ...option, pieces }]
    })
  })
  return rows.sort((a, b) => startOf(a.pieces) - startOf(b.pieces))
}

/** By what a record says that something is done. */
const doneWords = /\bdone\b|\bcompleted?\b|\bclosed\b|\bdischarged\b|\[[xX]\]|[✓✔☑✅]/u

const actionOf = (grounds: Grounds, one: Placed<ActionLine>) => {
  const { line, pieces, own } = one
  const text = textIn(grounds, own)
  const due = line.due ?? null
  const isDue = due !== null && dateEvidence(text, due) !== null
  if (due !== null && !isDue) grounds.doubt('UNPROVEN_DATE', `The day ${due} does not stand in ${named(line)}.`, pieces)
  return {
    assignees: partiesOf(grounds, one, line.assignees, own),
    due: isDue ? due : null,
    dueAsPrinted: wordsIn(grounds, one, line.dueAsPrinted, 'UNPROVEN_WORDS'),
    isDone: line.done === true && doneWords.test(text),
  }
}

/** Who moves, seconds, votes or is to act, with the forms by which they are named there. */
export const partiesIn = ({ motions, votes, actions }: OutcomeRows): [person: string, form: string][] => [
  ...[
    ...motions.flatMap(({ movers, seconders }) => [...movers, ...seconders]),
    ...actions.flatMap((row) => row.assignees),
  ].flatMap(({ person, asPrinted }): [string, string][] => (person === null ? [] : [[person, asPrinted]])),
  ...votes.flatMap(({ person, nameAsPrinted }): [string, string][] =>
    person === null ? [] : [[person, nameAsPrinted]],
  ),
]

/** Whether words are what was decided, and so nobody's: most of them are an outcome's. */
export const isOutcome = ({ decisions, motions, voteEvents, actions }: OutcomeRows, pieces: Pieces): boolean =>
  [...decisions, ...motions, ...voteEvents, ...actions].some((row) => common(row.pieces, pieces) * 2 > size(pieces))
