import { descendants, type Element } from '../layout.js'
import { type MeetingRecord, voteKinds } from '../record.js'
import { textOf } from '../text/flow.js'
import { type Concepts, conceptsIn } from './akoma-ntoso-concepts.js'
import { around, countsOf, eventOf, idOf, partyOf, voteOf } from './akoma-ntoso-votes.js'
import { bareReference, linesOf, wordsOf } from './elements.js'
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
  const { voteEvents, votes } = votesOf(found, stated, links)
  return {
    decisions: stated.decisions.map((element, i) => {
      const { refersTo } = element.attributes
      const result = stated.concepts.decisionResult(refersTo ?? outcomeOf(element, found.root))
      return {
        ...rowOf(found, element, i),
        result,
        verb: printedAs(found, element, 'verb'),
        motion: links.motionOf(element),
      }
    }),
    motions: stated.motions.map((element, i) => ({
      ...rowOf(found, element, i),
      movers: partiesOf(found, element, 'mover'),
      seconders: partiesOf(found, element, 'seconder'),
      requirement: printedAs(found, element, 'requirement'),
      result: stated.concepts.motionResult(element.attributes.refersTo),
      amends: links.motionOf(element),
    })),
    voteEvents,
    votes,
    actions: stated.actions.map((element, i) => {
      const date = descendants(element, 'date')[0]
      const printed = date ? wordsOf(found.text, date) : printedAs(found, element, 'due')
      const due = /^\d{4}-\d\d-\d\d$/.exec(date?.attributes.date ?? '')?.[0] ?? null
      const isDone = stated.concepts.isDone(element.attributes.refersTo)
      return {
        ...rowOf(found, element, i),
        assignees: partiesOf(found, element, 'assignee'),
        due,
        dueAsPrinted: printed,
        isDone,
      }
    }),
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
  const events = new Set([...marked('vote'), ...countedIn(root, byId)])
  const votings = [...events, ...descendants(debate, 'vote').map((vote) => eventOf(vote, events, byId))]
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

/** How the voting ended whose subject is an element. */
const outcomeOf = (element: Element, root: Element): string | undefined =>
  descendants(root, 'voting').find(({ attributes }) => bareReference(attributes.refersTo ?? '') === idOf(element))
    ?.attributes.outcome

interface Links {
  /** The position of the motion that something is about, by the metadata. */
  motionOf(element: Element): number | null
  decisionOf(element: Element): number | null
  votingOf(element: Element): Element | undefined
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
  return {
    motionOf: positionIn(motions),
    decisionOf: positionIn(decisions),
    votingOf: (element) => votings.find(({ attributes }) => bareReference(attributes.href ?? '') === idOf(element)),
  }
}

const votesOf = (found: Debate, stated: Stated, links: Links): Pick<OutcomeParts, 'voteEvents' | 'votes'> => {
  const { concepts, byId, votings } = stated
  const events = new Set(votings)
  const votes: MeetingRecord['votes'] = []
  for (const element of descendants(found.debate, 'vote')) {
    const voteEvent = votings.indexOf(eventOf(element, events, byId)) + 1
    const vote =
      voteEvent === 0 ? null : voteOf({ ...found, concepts }, element, { position: votes.length + 1, voteEvent })
    if (vote) votes.push(vote)
  }
  const named = new Set(votes.map(({ voteEvent }) => voteEvent))
  const voteEvents = votings.map((element, i) => {
    const voting = links.votingOf(element)
    const kind = kindOf(element) ?? (named.has(i + 1) ? 'ROLL_CALL' : 'OTHER')
    const outcome = voting?.attributes.outcome ?? (isMarked(element) ? element.attributes.refersTo : undefined)
    return {
      ...rowOf(found, element, i),
      kind,
      result: concepts.motionResult(outcome),
      motion: links.motionOf(element),
      decision: links.decisionOf(element),
      counts: voting ? countsOf(found.text, voting, concepts, byId) : [],
    }
  })
  return { voteEvents, votes }
}

const kindOf = ({ attributes }: Element) => {
  const kind = attributes.class?.toUpperCase().replaceAll('-', '_')
  return voteKinds.find((known) => known === kind) ?? null
}
