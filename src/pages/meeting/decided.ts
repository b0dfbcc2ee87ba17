import { type Html, html } from '../html.js'
import { countWords, dotted, movedBy, resultNames, toBeDone, voteKindNames } from '../outcome-words.js'
import { shortened } from '../pictures/picture.js'
import { talliesOf } from '../vote-tally.js'
import type { ReadOutcome } from './load-outcomes.js'
import { described, tagOf, wordsLink } from './outcome-tags.js'

/** How many characters of an outcome are shown; all its words are in the record. */
const MAX_LENGTH = 280

/** How many are shown at once; the others open. */
const SHOWN = 12

/** How the outcomes of a meeting refer to each other. */
interface Links {
  byId: ReadonlyMap<string, ReadOutcome>
  /** The votes on a motion or a decision, by its id. */
  votesOn: ReadonlyMap<string, readonly ReadOutcome[]>
  /** The ids of the motions that a decision settles. */
  settled: ReadonlySet<string>
}

/**
 * What was decided and who is to do what, in the order of the record, each with a link to its words. Motions are shown with the
 * decision that settles them, and votes with what was voted on.
 *
 * @param language the `lang` attribute for the record's words
 */
export function decided(outcomes: readonly ReadOutcome[], language: Html | null): Html {
  const links = linksOf(outcomes)
  const isAlone = ({ id, kind, motion, decision }: ReadOutcome) =>
    kind === 'DECISION' ||
    (kind === 'MOTION' && !links.settled.has(id)) ||
    (kind === 'VOTE_EVENT' && motion === null && decision === null)
  const written = (outcome: ReadOutcome) => item(outcome, links, language)
  const list = (id: string, title: string, items: readonly ReadOutcome[]) =>
    items.length === 0
      ? null
      : html`
<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${listed(items.slice(0, SHOWN).map(written))}${
  items.length > SHOWN
    ? html`<details><summary>${items.length - SHOWN} more</summary>${listed(items.slice(SHOWN).map(written))}</details>`
    : null
}</section>`
  const todo = outcomes.filter(({ kind }) => kind === 'ACTION_ITEM')
  return html`${list('decided', 'What was decided', outcomes.filter(isAlone))}${list('todo', 'Who is to do what', todo)}`
}

const listed = (items: readonly Html[]) => html`<ul class="decided">${items}</ul>`

function linksOf(outcomes: readonly ReadOutcome[]): Links {
  const votesOn = new Map<string, ReadOutcome[]>()
  for (const vote of outcomes.filter(({ kind }) => kind === 'VOTE_EVENT'))
    for (const id of [vote.motion, vote.decision]) if (id !== null) votesOn.set(id, [...(votesOn.get(id) ?? []), vote])
  return {
    byId: new Map(outcomes.map((outcome) => [outcome.id, outcome])),
    votesOn,
    settled: new Set(outcomes.flatMap(({ kind, motion }) => (kind === 'DECISION' && motion !== null ? [motion] : []))),
  }
}

function item(outcome: ReadOutcome, links: Links, language: Html | null): Html {
  const motion = links.byId.get(outcome.motion ?? '')
  const settles = outcome.kind === 'DECISION' && motion && motion.text !== outcome.text ? motion : null
  return html`
<li><span class="l k">${tagOf(outcome)}</span><div>${words(outcome, language)}${settles && words(settles, language)}
<p class="count">${dotted(factsOf(outcome, motion, links))}</p></div></li>`
}

const words = (outcome: ReadOutcome, language: Html | null): Html =>
  html`<p${language}>${wordsLink(outcome, shortened(outcome.text, MAX_LENGTH))}</p>`

function factsOf(outcome: ReadOutcome, motion: ReadOutcome | undefined, { votesOn }: Links): (Html | string | null)[] {
  const { kind, requirement, due, dueAsPrinted, isDone } = outcome
  const put = (kind === 'DECISION' ? motion : outcome)?.parties ?? []
  const having = (wanted: string) => put.filter(({ role }) => role === wanted)
  const votedOn = [outcome, ...(kind === 'DECISION' && motion ? [motion] : [])]
  const votes = kind === 'VOTE_EVENT' ? [outcome] : votedOn.flatMap(({ id }) => votesOn.get(id) ?? [])
  return [
    described(outcome),
    kind === 'MOTION' && motion ? html`amends ${wordsLink(motion)}` : null,
    requirement && `needs ${requirement}`,
    movedBy(having('MOVER'), having('SECONDER')),
    toBeDone(having('ASSIGNEE'), due, dueAsPrinted),
    isDone ? 'done' : null,
    ...[...new Set(votes)].map(voteWords),
  ]
}

/** "carried by roll call, 5 for, 1 against". */
function voteWords({ result, voteKind, counts, votes }: ReadOutcome): string {
  const how = [result && resultNames[result], voteKind && voteKindNames[voteKind]].filter(Boolean).join(' ')
  return [how, countWords(counts.length > 0 ? counts : talliesOf(votes))].filter(Boolean).join(', ')
}
