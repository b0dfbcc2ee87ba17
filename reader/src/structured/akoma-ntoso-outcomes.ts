import { descendants, type Element } from '../layout.js'
import { type MeetingRecord, voteKinds } from '../record.js'
import { textOf } from '../text/flow.js'
import { type Concepts, conceptsIn } from './akoma-ntoso-concepts.js'
import { around, countsOf, eventOf, eventsOf, idOf, partyOf, voteOf } from './akoma-ntoso-votes.js'
import { bareReference, linesOf, wordsOf } from './elements.js'
import { dayOf } from './meeting.js'
import type { OutcomeParts, PlaceOf } from './record.js'
import type { Speakers } from './speaker.js'

interface Debate {
  readonly text: string
  readonly root: Element
  readonly debate: Element
  readonly speakers: Speakers
  readonly placeOf: PlaceOf
}

/** The elements of a debate that state outcomes, and what its metadata say of them. */
interface Stated {
  readonly concepts: Concepts
  readonly byId: ReadonlyMap<string, Element>
  readonly decisions: readonly Element[]
  readonly motions: readonly Element[]
  readonly votings: readonly Element[]
  readonly actions: readonly Element[]
}

/**
 * What a debate decided: its resolutions, the votings of its metadata, and the votes and inline elements named `decision`, `motion`,
 * `vote` and `action` in it (Akoma Ntoso 1.0, part 1: `resolutions`, `parliamentary`, `vote`, `inline`).
 */
export const outcomesOf = (found: Debate): OutcomeParts => {
  const stated = statedIn(found)
  const links = linksIn(found.root, stated)
  const reading: Reading = { ...found, ...stated, links }
  return {
    decisions: stated.decisions.map((element, i) => decisionOf(reading, element, i)),
    motions: stated.motions.map((element, i) => motionOf(reading, element, i)),
    ...votesOf(reading),
    actions: stated.actions.map((element, i) => actionOf(reading, element, i)),
  }
}

interface Reading extends Debate, Stated {
  readonly links: Links
}

const decisionOf = (reading: Reading, element: Element, index: number): MeetingRecord['decisions'][number] => ({
  ...rowOf(reading, element, index),
  result: reading.concepts.decisionResult(element.attributes.refersTo ?? reading.links.outcomeOf(element)),
  verb: printedAs(reading, element, 'verb'),
  motion: reading.links.motionOf(element),
})

const motionOf = (reading: Reading, element: Element, index: number): MeetingRecord['motions'][number] => ({
  ...rowOf(reading, element, index),
  movers: partiesOf(reading, element, 'mover'),
  seconders: partiesOf(reading, element, 'seconder'),
  requirement: printedAs(reading, element, 'requirement'),
  result: reading.concepts.motionResult(element.attributes.refersTo ?? reading.links.outcomeOf(element)),
  amends: reading.links.motionOf(element),
})

const actionOf = (reading: Reading, element: Element, index: number): MeetingRecord['actions'][number] => {
  const date = descendants(element, 'date')[0]
  return {
    ...rowOf(reading, element, index),
    assignees: partiesOf(reading, element, 'assignee'),
    due: dayOf(date?.attributes.date),
    dueAsPrinted: date ? wordsOf(reading.text, date) : printedAs(reading, element, 'due'),
    isDone: reading.concepts.isDone(element.attributes.refersTo),
  }
}

const everyElement = (element: Element): Element[] =>
  element.children.flatMap((child) => [child, ...everyElement(child)])

const isTurn = ({ name }: Element): boolean => /^(?:speech|question|answer)$/.test(name)

const statedIn = ({ text, root, debate }: Debate): Stated => {
  const concepts = conceptsIn(root)
  const byId = new Map(
    everyElement(debate).flatMap((element) => (idOf(element) === null ? [] : [[idOf(element) ?? '', element]])),
  )
  const marked = (name: string) =>
    descendants(debate, 'inline').filter((element) => element.attributes.name === name && wordsOf(text, element) !== '')
  // The words of a resolution, where nothing in them is marked, and nobody says them.
  const resolutions = descendants(debate, 'resolutions')
    .flatMap((element) => descendants(element, 'p', 'narrative', 'summary', 'block'))
    .filter((block) => wordsOf(text, block) !== '' && around(block, isTurn) === null)
    .filter((block) => !descendants(block, 'inline').some(({ attributes }) => isOutcome(attributes.name)))
  const events = eventsOf(inOrder([...marked('vote'), ...countedIn(root, byId)]))
  const votings = [...events.inOrder, ...descendants(debate, 'vote').map((vote) => eventOf(vote, events, byId))]
  return {
    concepts,
    byId,
    decisions: inOrder([...marked('decision'), ...resolutions]),
    motions: marked('motion'),
    votings: inOrder(votings.filter((element) => wordsOf(text, element) !== '')),
    actions: marked('action'),
  }
}

const isOutcome = (name: string | undefined): boolean => /^(?:decision|motion|vote|action)$/.test(name ?? '')

/** The places of the votings of the metadata. */
const countedIn = (root: Element, byId: ReadonlyMap<string, Element>): Element[] =>
  descendants(root, 'voting').flatMap(({ attributes }) => byId.get(bareReference(attributes.href ?? '')) ?? [])

const inOrder = (elements: readonly Element[]): Element[] =>
  [...new Set(elements)].sort((one, other) => one.start - other.start)

const rowOf = ({ text, placeOf }: Debate, element: Element, index: number) => {
  const pieces = linesOf(text, [element.start, element.end])
  return { position: index + 1, ...placeOf(element.start), text: textOf(text, pieces), pieces }
}

/** The words of the inline element of this name in an outcome, less those of outcomes in it. */
const printedAs = ({ text }: Debate, outcome: Element, name: string): string | null => {
  const found = ownIn(outcome, 'inline', name)[0]
  return found ? wordsOf(text, found) || null : null
}

const ownIn = (outcome: Element, element: string, name: string): Element[] =>
  descendants(outcome, element).filter(
    (child) => child.attributes.name === name && around(child.parent ?? child, isMarked) === outcome,
  )

const isMarked = ({ name, attributes }: Element): boolean => name === 'inline' && isOutcome(attributes.name)

const partiesOf = (found: Debate, outcome: Element, name: string) =>
  descendants(outcome, 'entity')
    .filter((entity) => entity.attributes.name === name)
    .map((entity) => {
      const asPrinted = wordsOf(found.text, entity)
      return { ...partyOf(found, entity.attributes.refersTo, asPrinted), asPrinted }
    })
    .filter(({ asPrinted }) => asPrinted !== '')

interface Links {
  /** The position of the motion that something is about, by the metadata. */
  motionOf(element: Element): number | null
  decisionOf(element: Element): number | null
  /** The voting of the metadata whose words an element has. */
  votingOf(element: Element): Element | undefined
  /** How the voting ended that was on an element. */
  outcomeOf(element: Element): string | undefined
}

const linksIn = (root: Element, { motions, decisions }: Stated): Links => {
  const votings = descendants(root, 'voting')
  const references = [
    ...descendants(root, 'implicitReference').map(({ attributes }) => [attributes.for, attributes.href]),
    ...votings.map(({ attributes }) => [attributes.href, attributes.refersTo]),
  ].map(([from, to]) => [bareReference(from ?? ''), bareReference(to ?? '')] as const)
  const positionIn = (list: readonly Element[]) => (element: Element) => {
    const targets = references.flatMap(([from, to]) => (from !== '' && from === idOf(element) ? [to] : []))
    const index = list.findIndex((other) => other !== element && targets.includes(idOf(other) ?? ' '))
    return index < 0 ? null : index + 1
  }
  const votingBy = (attribute: 'href' | 'refersTo') => (element: Element) =>
    votings.find(({ attributes }) => bareReference(attributes[attribute] ?? '') === idOf(element))
  return {
    motionOf: positionIn(motions),
    decisionOf: positionIn(decisions),
    votingOf: votingBy('href'),
    outcomeOf: (element) => votingBy('refersTo')(element)?.attributes.outcome,
  }
}

const votesOf = (reading: Reading): Pick<OutcomeParts, 'voteEvents' | 'votes'> => {
  const { text, debate, concepts, byId, votings, links } = reading
  const events = eventsOf(votings)
  const votes: MeetingRecord['votes'] = []
  for (const element of descendants(debate, 'vote')) {
    const voteEvent = votings.indexOf(eventOf(element, events, byId)) + 1
    const vote = voteEvent === 0 ? null : voteOf(reading, element, { position: votes.length + 1, voteEvent })
    if (vote) votes.push(vote)
  }
  const named = new Set(votes.map(({ voteEvent }) => voteEvent))
  const voteEvents = votings.map((element, i) => {
    const voting = links.votingOf(element)
    const outcome = voting?.attributes.outcome ?? (isMarked(element) ? element.attributes.refersTo : undefined)
    return {
      ...rowOf(reading, element, i),
      kind: kindOf(element) ?? (named.has(i + 1) ? 'ROLL_CALL' : 'OTHER'),
      result: concepts.motionResult(outcome),
      motion: links.motionOf(element),
      decision: links.decisionOf(element),
      counts: voting ? countsOf(text, voting, concepts, byId) : [],
    }
  })
  return { voteEvents, votes }
}

const kindOf = ({ attributes }: Element) => {
  const kind = attributes.class?.toUpperCase().replaceAll('-', '_')
  return voteKinds.find((known) => known === kind) ?? null
}
