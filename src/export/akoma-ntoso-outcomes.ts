import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { type ListedOutcome, outcomesInOrder } from '../ingest/write/outcomes-in-order.js'
import { analysisOf } from './akoma-ntoso-analysis.js'
import { Concepts, eIdOf, elementNames, lower } from './akoma-ntoso-concepts.js'
import { type MarkedRange, markedWords, nesting } from './marked-words.js'
import { element, type Xml } from './xml.js'

type Vote = MeetingRecord['votes'][number]
type Party = MeetingRecord['actions'][number]['assignees'][number]

export interface OutcomeOptions {
  record: MeetingRecord
  /** The identifier of whoever is meant, as in the references. */
  idOf: (who: Pick<Party, 'person' | 'organization'> & { asPrinted: string }) => string
}

/** Writes the outcomes of a meeting: their words where they stand, and what is counted in the metadata. */
export interface OutcomeWriter {
  /** The words of a stretch of the record with the outcomes and votes that are in them, each marked once. */
  marked(words: string, pieces: Pieces): Xml
  /** What has not been marked until now. */
  rest(): Xml[]
  analysis(): Xml | false
  /** The concepts that marks refer to. */
  references(): Xml[]
}

export function outcomeWriter({ record, idOf }: OutcomeOptions): OutcomeWriter {
  const left: Left = { outcomes: new Set(outcomesInOrder(record)), votes: new Set(record.votes) }
  const concepts = new Concepts()
  const marks: Marks = { concepts, idOf }

  function marked(words: string, pieces: Pieces): Xml {
    const found = [
      ...outcomeRanges(words, pieces, left.outcomes, marks),
      ...voteRanges(words, pieces, left.votes, marks),
    ]
    const kept = nesting(found)
    for (const { of } of kept) {
      if ('list' in of) left.outcomes.delete(of)
      else left.votes.delete(of)
    }
    const details = kept.flatMap((range) => ('list' in range.of ? detailRanges(words, range, range.of, marks) : []))
    return markedWords(words, nesting([...kept, ...details]))
  }

  function rest(): Xml[] {
    const resolutions: Xml[] = []
    for (const outcome of left.outcomes) {
      resolutions.push(element('p', {}, marked(outcome.row.text, outcome.row.pieces)))
      left.outcomes.delete(outcome)
    }
    const calls = rollCalls(record, left.votes, marks)
    return resolutions.length > 0 ? [element('resolutions', { eId: 'resolutions_1' }, ...resolutions), ...calls] : calls
  }

  return { marked, rest, analysis: () => analysisOf(record, concepts), references: () => concepts.written() }
}

/** What has not been written yet. */
interface Left {
  readonly outcomes: Set<ListedOutcome>
  readonly votes: Set<Vote>
}

interface Mark extends MarkedRange {
  readonly of: ListedOutcome | Vote
}

const outcomeRanges = (words: string, pieces: Pieces, outcomes: Iterable<ListedOutcome>, marks: Marks): Mark[] =>
  [...outcomes]
    .filter(({ row }) => startsIn(row.pieces, pieces))
    .flatMap((of) => {
      const range = rangeOf(words, of.row.text, expected(of.row.pieces, pieces))
      return range ? [{ ...range, within: wrap(of, marks), of }] : []
    })

/** Each voter's name is one vote. */
function voteRanges(words: string, pieces: Pieces, votes: Iterable<Vote>, marks: Marks): Mark[] {
  const taken = new Set<number>()
  return [...votes]
    .filter((vote) => startsIn(vote.pieces, pieces))
    .flatMap((of) => {
      const range = rangeOf(words, of.nameAsPrinted, expected(of.pieces, pieces), taken)
      if (range) taken.add(range.start)
      return range ? [{ ...range, within: (inner: Xml) => voteElement(of, inner, marks), of }] : []
    })
}

/** Lists of the voters whose names are in no paragraph. */
const rollCalls = ({ voteEvents }: MeetingRecord, votes: Iterable<Vote>, marks: Marks): Xml[] =>
  voteEvents.flatMap(({ position }) => {
    const by = [...votes].filter(({ voteEvent }) => voteEvent === position)
    if (by.length === 0) return []
    const attributes = { eId: `rollcall_vote_${position}`, refersTo: `#${eIdOf('voteEvents', position)}` }
    const lines = by.map((vote) => element('p', {}, voteElement(vote, vote.nameAsPrinted, marks)))
    return element('rollCall', attributes, ...lines)
  })

interface Marks {
  readonly concepts: Concepts
  readonly idOf: OutcomeOptions['idOf']
}

const startsIn = ([first]: Pieces, pieces: Pieces): boolean => {
  const at = first?.[0] ?? -1
  return pieces.some(([from, to]) => from <= at && at < to)
}

const expected = ([first]: Pieces, [around]: Pieces): number => (first?.[0] ?? 0) - (around?.[0] ?? 0)

/** Where words have a text, of several places the one nearest to where it is expected; null where they do not have it. */
function rangeOf(
  words: string,
  text: string,
  near: number,
  taken: ReadonlySet<number> = new Set(),
): { start: number; end: number } | null {
  let best = -1
  for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1))
    if (!taken.has(at) && (best < 0 || Math.abs(at - near) < Math.abs(best - near))) best = at
  return best < 0 ? null : { start: best, end: best + text.length }
}

/** The element around the words of an outcome, which refers to what became of it. */
const wrap =
  ({ list, row }: ListedOutcome, { concepts }: Marks) =>
  (inner: Xml): Xml => {
    const result = 'result' in row ? row.result : 'isDone' in row && row.isDone ? 'DONE' : null
    return element(
      'inline',
      {
        eId: eIdOf(list, row.position),
        name: elementNames[list],
        class: 'kind' in row ? lower(row.kind) : null,
        refersTo: result === null ? null : `#${concepts.result(result)}`,
      },
      inner,
    )
  }

const voteElement = (vote: Vote, name: Xml | string, { concepts, idOf }: Marks): Xml =>
  element('vote', { by: `#${idOf({ ...vote, asPrinted: '' })}`, choice: `#${concepts.choice(vote)}` }, name)

/** What is marked within an outcome: who moves, seconds or is to act, by when, what it needs, and the word that settles it. */
function detailRanges(
  words: string,
  { start, end }: { start: number; end: number },
  { row }: ListedOutcome,
  { idOf }: Marks,
): MarkedRange[] {
  const within = (text: string | null, wrapped: MarkedRange['within']): MarkedRange[] => {
    const at = text === null ? -1 : words.indexOf(text, start)
    return text === null || text === '' || at < 0 || at + text.length > end
      ? []
      : [{ start: at, end: at + text.length, within: wrapped }]
  }
  const inline = (name: string) => (inner: Xml) => element('inline', { name }, inner)
  const parties = (name: string, list: readonly Party[]) =>
    list.flatMap((party) =>
      within(party.asPrinted, (inner) => element('entity', { name, refersTo: `#${idOf(party)}` }, inner)),
    )
  if ('movers' in row)
    return [
      ...parties('mover', row.movers),
      ...parties('seconder', row.seconders),
      ...within(row.requirement, inline('requirement')),
    ]
  if ('assignees' in row) {
    const { due, dueAsPrinted } = row
    const date = (inner: Xml) => (due === null ? inline('due')(inner) : element('date', { date: due }, inner))
    return [...parties('assignee', row.assignees), ...within(dueAsPrinted, date)]
  }
  return 'verb' in row ? within(row.verb, inline('verb')) : []
}
