import type { OutcomeKind } from '../generated/prisma/enums.js'
import { type Html, html } from './html.js'
import { pathOf } from './links.js'
import {
  type Count,
  countWords,
  dotted,
  kindNames,
  movedBy,
  optionName,
  type Party,
  type Result,
  resultNames,
  toBeDone,
} from './outcome-words.js'

/** The fields of an outcome that a list shows. */
export const settledFragment = `
fragment Settled on Outcome {
  __typename
  text
  permalink
  citation
  ... on Decision { settled: result motion { movers { ...Who } seconders { ...Who } } voteEvents { ...Counted } }
  ... on Motion { result movers { ...Who } seconders { ...Who } voteEvents { ...Counted } }
  ... on VoteEvent { result ...Counted }
  ... on ActionItem { assignees { ...Who } due dueAsPrinted isDone }
}
fragment Who on OutcomeParty { asPrinted person { slug name } organization { slug name } }
fragment Counted on VoteEvent { counts { option optionAsPrinted count } }`

interface Counted {
  counts: Count[]
}
interface Moved {
  movers: Party[]
  seconders: Party[]
}

/** An outcome as lists of outcomes query it. */
export interface Settled extends Partial<Moved & Counted> {
  __typename: 'Decision' | 'Motion' | 'VoteEvent' | 'ActionItem'
  text: string
  permalink: string
  citation: string
  settled?: Result
  result?: Result | null
  motion?: Moved | null
  voteEvents?: Counted[]
  assignees?: Party[]
  due?: string | null
  dueAsPrinted?: string | null
  isDone?: boolean
}

/** The fields of a vote that the list of somebody's votes shows. */
export const castFragment = `
fragment Cast on Vote { option optionAsPrinted voteEvent { text permalink citation result motion { text } decision { text } } }`

/** A vote as the list of somebody's votes queries it. */
export interface Cast extends Omit<Count, 'count'> {
  voteEvent: Omit<Settled, '__typename' | 'motion'> & {
    motion: { text: string } | null
    decision: { text: string } | null
  }
}

const kinds: Record<Settled['__typename'], OutcomeKind> = {
  Decision: 'DECISION',
  Motion: 'MOTION',
  VoteEvent: 'VOTE_EVENT',
  ActionItem: 'ACTION_ITEM',
}

/** Outcomes in the given order, each with what became of it and a link to its words. */
export const settledItems = (outcomes: readonly Settled[]): Html =>
  html`<ul class="found">${outcomes.map((outcome) => item(kindNames[kinds[outcome.__typename]], outcome.text, settledFacts(outcome), outcome))}</ul>`

/** Somebody's votes, each with what was voted on. */
export const castItems = (votes: readonly Cast[]): Html =>
  html`<ul class="found">${votes.map((vote) => {
    const { voteEvent } = vote
    const { text, result, motion, decision } = voteEvent
    const facts = [result ? `it was ${resultNames[result]}` : null]
    return item(optionName(vote), motion?.text ?? decision?.text ?? text, facts, voteEvent)
  })}</ul>`

type Place = Pick<Settled, 'permalink' | 'citation'>

const item = (label: string, text: string, facts: readonly (Html | string | null)[], place: Place): Html => html`
<li><span class="kind">${label}</span><p>${text} ${placeLink(place)}</p><span class="count">${dotted(facts)}</span></li>`

/** A link to the words, called by their citation. */
export const placeLink = ({ permalink, citation }: Place): Html =>
  html`<a class="count" href="${pathOf(permalink)}">${citation}</a>`

/** What became of it, who moved and seconded it or is to do it, and how many voted so. */
export function settledFacts(outcome: Settled): (Html | string | null)[] {
  const { motion, movers, seconders, assignees, due, dueAsPrinted, isDone, voteEvents } = outcome
  const result = outcome.settled ?? outcome.result
  const votes = voteEvents ?? (outcome.counts ? [{ counts: outcome.counts }] : [])
  return [
    result ? resultNames[result] : null,
    movedBy(movers ?? motion?.movers ?? [], seconders ?? motion?.seconders ?? []),
    toBeDone(assignees ?? [], due ?? null, dueAsPrinted ?? null),
    isDone ? 'done' : null,
    ...votes.map(({ counts }) => countWords(counts)),
  ]
}
