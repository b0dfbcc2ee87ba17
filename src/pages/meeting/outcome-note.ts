import { type Html, html } from '../html.js'
import { bodyLink, counted, joined, personLink } from '../links.js'
import {
  type Count,
  countWords,
  dotted,
  kindNames,
  movedBy,
  optionName,
  resultNames,
  toBeDone,
  voteKindNames,
} from '../outcome-words.js'
import { addsUp, talliesOf, tallyBar } from '../vote-tally.js'
import type { ReadOutcome, ReadVote } from './load-outcomes.js'
import { tagOf, wordsLink } from './outcome-tags.js'

/** The note on an outcome: what it is, what became of it, who moved and seconded it, who voted how, or who is to do it. */
export function outcomeNote(outcome: ReadOutcome, all: ReadonlyMap<string, ReadOutcome>): Html {
  const { id, kind, result } = outcome
  const became = result && resultNames[result]
  return html`
<li class="n" id="about-${id}"><a class="l k" href="#outcome-${id}" aria-label="${tagOf(outcome)}: link to the words of this ${kindNames[kind]}">${tagOf(outcome)}</a><div>
<b>${capital(kindNames[kind])}${became && `: ${became}`}</b>${line(related(outcome, all))}${line(partsOf(outcome))}${voting(outcome)}</div></li>`
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

const line = (parts: readonly Html[]): Html | null =>
  parts.length > 0 ? html`<span class="for">${dotted(parts)}</span>` : null

/** Who moved and seconded it or is to do it, and what it needs. */
function partsOf({ parties, requirement, voteKind, due, dueAsPrinted, isDone }: ReadOutcome): Html[] {
  const having = (wanted: string) => parties.filter(({ role }) => role === wanted)
  const how = voteKind && voteKindNames[voteKind]
  return [
    movedBy(having('MOVER'), having('SECONDER')),
    requirement === null ? null : html`needs ${requirement}`,
    toBeDone(having('ASSIGNEE'), due, dueAsPrinted),
    isDone ? html`done` : null,
    how === null ? null : html`${how}`,
  ].filter((part) => part !== null)
}

const relations = { DECISION: 'settles', MOTION: 'amends', VOTE_EVENT: 'on', ACTION_ITEM: '' } as const

/** Links to what it settles, amends or was a vote on. */
function related({ kind, motion, decision }: ReadOutcome, all: ReadonlyMap<string, ReadOutcome>): Html[] {
  const others = [motion, decision].flatMap((id) => (id === null ? [] : (all.get(id) ?? [])))
  return others.length > 0 ? [html`${relations[kind]} ${joined(others.map((other) => wordsLink(other)))}`] : []
}

function voting({ counts, votes }: ReadOutcome): Html | null {
  if (counts.length === 0 && votes.length === 0) return null
  const tallies = talliesOf(votes)
  const differs = counts.length > 0 && votes.length > 0 && !addsUp(counts, tallies)
  const shown: readonly Count[] = counts.length > 0 ? counts : tallies
  return html`${tallyBar(shown)}<span class="act">${countWords(shown)}</span>${
    differs ? html`<span class="act WARNING">By the names that are printed: ${countWords(tallies)}</span>` : null
  }${votes.length > 0 ? html`<details><summary>${counted(votes.length, 'vote')} by name</summary>${voterTable(votes)}</details>` : null}`
}

const voterTable = (votes: readonly ReadVote[]): Html => html`<table>
<thead><tr><th scope="col">Voter</th><th scope="col">Vote</th></tr></thead>
<tbody>${votes.map((vote) => html`<tr><th scope="row">${voter(vote)}</th><td>${optionName(vote)}</td></tr>`)}</tbody></table>`

const voter = ({ person, organization, nameAsPrinted }: ReadVote): Html =>
  person ? personLink(person) : organization ? bodyLink(organization) : html`${nameAsPrinted}`
