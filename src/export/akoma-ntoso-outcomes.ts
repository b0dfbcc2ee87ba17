import type { MeetingRecord, Pieces } from '@rapporteur/reader/record'
import { type ListedOutcome, type OutcomeList, outcomesInOrder } from '../ingest/write/outcomes-in-order.js'
import { type MarkedRange, markedWords, nesting } from './marked-words.js'
import { element, type Xml } from './xml.js'

type Vote = MeetingRecord['votes'][number]
type Count = Pick<Vote, 'option' | 'optionAsPrinted'>
type Party = MeetingRecord['actions'][number]['assignees'][number]

/** The names of the elements that hold the words of outcomes, which are also the prefixes of their identifiers. */
const names: Record<OutcomeList, string> = {
  decisions: 'decision',
  motions: 'motion',
  voteEvents: 'vote',
  actions: 'action',
}

const eIdOf = (list: OutcomeList, position: number): string => `${names[list]}_${position}`

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
  const outcomes = new Set(outcomesInOrder(record))
  const votes = new Set(record.votes)
  const concepts = new Concepts()
  const marks: Marks = { concepts, idOf }

  function marked(words: string, pieces: Pieces): Xml {
    const here = <Row>(rows: Iterable<Row>, placeOf: (row: Row) => Pieces) =>
      [...rows].filter((row) => startsIn(placeOf(row), pieces))
    const found = [
      ...here(outcomes, ({ row }) => row.pieces).flatMap((outcome) => {
        const range = rangeOf(words, outcome.row.text, expected(outcome.row.pieces, pieces))
        return range ? [{ ...range, done: () => outcomes.delete(outcome), within: wrap(outcome, marks), outcome }] : []
      }),
      ...here(votes, (vote) => vote.pieces).flatMap((vote) => {
        const range = rangeOf(words, vote.nameAsPrinted, expected(vote.pieces, pieces))
        return range ? [{ ...range, done: () => votes.delete(vote), within: () => voteElement(vote, marks) }] : []
      }),
    ]
    const kept = nesting(found)
    for (const range of found) if (kept.includes(range)) range.done()
    const details = found.flatMap((range) =>
      'outcome' in range && kept.includes(range) ? detailRanges(words, range, range.outcome, marks) : [],
    )
    return markedWords(words, nesting([...kept, ...details]))
  }

  function rest(): Xml[] {
    const left = [...outcomes].map(({ row }) => element('p', {}, marked(row.text, row.pieces)))
    const lists = record.voteEvents.flatMap(({ position }) => {
      const by = [...votes].filter(({ voteEvent }) => voteEvent === position)
      if (by.length === 0) return []
      const attributes = { eId: `rollcall_vote_${position}`, refersTo: `#${eIdOf('voteEvents', position)}` }
      return element('rollCall', attributes, ...by.map((vote) => element('p', {}, voteElement(vote, marks))))
    })
    return [...(left.length > 0 ? [element('resolutions', { eId: 'resolutions_1' }, ...left)] : []), ...lists]
  }

  return { marked, rest, analysis: () => analysisOf(record, concepts), references: () => concepts.written() }
}

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
function rangeOf(words: string, text: string, near: number): { start: number; end: number } | null {
  let best = -1
  for (let at = words.indexOf(text); at >= 0; at = words.indexOf(text, at + 1))
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at
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
        name: names[list],
        class: 'kind' in row ? lower(row.kind) : null,
        refersTo: result === null ? null : `#${concepts.result(result)}`,
      },
      inner,
    )
  }

const lower = (value: string): string => value.toLowerCase().replaceAll('_', '-')

const voteElement = (vote: Vote, { concepts, idOf }: Marks): Xml =>
  element(
    'vote',
    { by: `#${idOf({ ...vote, asPrinted: '' })}`, choice: `#${concepts.choice(vote)}` },
    vote.nameAsPrinted,
  )

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

/** What votes were on, how they ended and what was counted, and which motions are amended or settled by what. */
function analysisOf(record: MeetingRecord, concepts: Concepts): Xml | false {
  const votings = record.voteEvents
    .filter(({ counts }) => counts.length > 0) // the schema wants a count
    .map(({ position, motion, decision, result, counts }) => {
      const on = motion !== null ? eIdOf('motions', motion) : decision === null ? null : eIdOf('decisions', decision)
      return element(
        'voting',
        {
          eId: `voting_${position}`,
          outcome: result === null ? null : `#${concepts.result(result)}`,
          refersTo: on === null ? null : `#${on}`,
          href: `#${eIdOf('voteEvents', position)}`,
        },
        ...counts.map(({ count, ...option }, i) =>
          element('count', {
            eId: `voting_${position}__count_${i + 1}`,
            value: String(count),
            refersTo: `#${concepts.choice(option)}`,
          }),
        ),
      )
    })
  const links = linksOf(record).map(([from, to], i) =>
    element('implicitReference', { eId: `ref_${i + 1}`, for: `#${from}`, href: `#${to}` }),
  )
  if (votings.length + links.length === 0) return false
  return element(
    'analysis',
    { source: '#rapporteur' },
    votings.length > 0 && element('parliamentary', {}, ...votings),
    links.length > 0 && element('otherReferences', { source: '#rapporteur' }, ...links),
  )
}

/** Which outcome is about which motion or decision, where no voting says so. */
function linksOf({ motions, decisions, voteEvents }: MeetingRecord): [string, string][] {
  return [
    ...motions.flatMap(({ position, amends }): [string, string][] =>
      amends === null ? [] : [[eIdOf('motions', position), eIdOf('motions', amends)]],
    ),
    ...decisions.flatMap(({ position, motion }): [string, string][] =>
      motion === null ? [] : [[eIdOf('decisions', position), eIdOf('motions', motion)]],
    ),
    ...voteEvents.flatMap(({ position, motion, decision, counts }): [string, string][] => {
      const on = [
        ...(motion === null ? [] : [eIdOf('motions', motion)]),
        ...(decision === null ? [] : [eIdOf('decisions', decision)]),
      ]
      return on.slice(counts.length > 0 ? 1 : 0).map((to) => [eIdOf('voteEvents', position), to])
    }),
  ]
}

/** The concepts that a file refers to, each with an identifier: results, and the choices of voters as printed. */
class Concepts {
  private readonly choices = new Map<string, { id: string; option: string; showAs: string }>()
  private readonly results = new Set<string>()

  choice({ option, optionAsPrinted }: Count): string {
    const showAs = optionAsPrinted ?? readable(option)
    const key = `${option} ${showAs}`
    const known = this.choices.get(key) ?? { id: `choice_${this.choices.size + 1}`, option, showAs }
    this.choices.set(key, known)
    return known.id
  }

  result(result: string): string {
    this.results.add(result)
    return `result_${lower(result)}`
  }

  written(): Xml[] {
    const concept = (eId: string, path: string, showAs: string) =>
      element('TLCConcept', { eId, href: `/ontology/concept/${path}`, showAs })
    return [
      ...[...this.results].map((result) => concept(this.result(result), `result/${lower(result)}`, readable(result))),
      ...[...this.choices.values()].map(({ id, option, showAs }) => concept(id, `vote/${lower(option)}`, showAs)),
    ]
  }
}

/** NOT_VOTING is "Not voting". */
const readable = (value: string): string => {
  const words = value.toLowerCase().replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
