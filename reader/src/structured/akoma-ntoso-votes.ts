import { descendants, type Element } from '../layout.js'
import type { MeetingRecord } from '../record.js'
import { type Concepts, isChoice } from './akoma-ntoso-concepts.js'
import { bareReference, linesOf, readableIdentifier, wordsOf } from './elements.js'
import { addPrinted } from './people.js'
import type { Speakers } from './speaker.js'

type VoteEvent = MeetingRecord['voteEvents'][number]
type Vote = MeetingRecord['votes'][number]

export const idOf = ({ attributes }: Element): string | null => attributes.eId ?? attributes.id ?? null

export const around = (element: Element, test: (parent: Element) => boolean): Element | null => {
  for (let at: Element | null = element; at !== null; at = at.parent) if (test(at)) return at
  return null
}

const blocks = new Set(['p', 'narrative', 'summary', 'scene', 'rollCall', 'block', 'li', 'tr', 'table', 'item'])

/** Elements whose words are votes, in the order of the text. */
export interface Events {
  readonly inOrder: readonly Element[]
  readonly all: ReadonlySet<Element>
}

export const eventsOf = (inOrder: readonly Element[]): Events => ({ inOrder, all: new Set(inOrder) })

/**
 * The element whose words are the vote that one voter's vote belongs to: marked around it, referred to by the list around it, counted
 * in the metadata, or marked before it in the same section; else the block around it.
 */
export const eventOf = (vote: Element, events: Events, byId: ReadonlyMap<string, Element>): Element => {
  const own = around(vote, (parent) => events.all.has(parent))
  if (own) return own
  const list = around(vote, ({ name, attributes }) => name === 'rollCall' && attributes.refersTo !== undefined)
  const referred = byId.get(bareReference(list?.attributes.refersTo ?? ''))
  if (referred && events.all.has(referred)) return referred
  const section = around(vote, ({ name }) => name === 'debateSection')
  const before = events.inOrder.findLast(({ start }) => start <= vote.start)
  if (before && around(before, (parent) => parent === section)) return before
  return around(vote, ({ name }) => blocks.has(name)) ?? vote
}

export interface VoterOptions {
  readonly text: string
  readonly speakers: Speakers
  readonly concepts: Concepts
}

/** Who is meant by a reference, with how the record prints the name; a role is neither a person nor a body. */
export const partyOf = (
  { speakers }: Pick<VoterOptions, 'speakers'>,
  reference: string | undefined,
  printed: string,
) => {
  const id = bareReference(reference ?? '')
  const entry = speakers.register.get(id)
  const person = entry?.kind === 'person' ? speakers.people.byReference.get(id) : undefined
  if (person) {
    person.isUsed = true
    addPrinted(person, printed)
  }
  const organization = entry?.kind === 'organization' ? speakers.organizations.keyOf(id) : null
  return { person: person?.key ?? null, organization }
}

/** A voter's vote. The element holds the name, or in a list by names the choice. */
export const voteOf = (
  { text, speakers, concepts }: VoterOptions,
  element: Element,
  places: { position: number; voteEvent: number },
): Vote | null => {
  const { by, choice } = element.attributes
  const words = wordsOf(text, element)
  const pieces = linesOf(text, [element.start, element.end])
  if (words === '' || pieces.length === 0) return null
  const isByName = isChoice(words)
  const id = bareReference(by ?? '')
  const nameAsPrinted = isByName ? (speakers.register.get(id)?.name ?? readableIdentifier(id)) : words
  const option = concepts.optionOf(choice ?? (isByName ? words : undefined))
  return {
    ...places,
    ...partyOf({ speakers }, by, nameAsPrinted),
    nameAsPrinted,
    ...option,
    ...(isByName ? { optionAsPrinted: words } : {}),
    pieces,
  }
}

/** No more digits than any assembly has members. */
const number = /(?<!\d)\d{1,9}(?!\d)/

/** The numbers of a voting, as printed where they lead to what is printed. */
export const countsOf = (
  text: string,
  voting: Element,
  concepts: Concepts,
  byId: ReadonlyMap<string, Element>,
): VoteEvent['counts'] =>
  descendants(voting, 'count').flatMap(({ attributes }) => {
    const printed = byId.get(bareReference(attributes.href ?? ''))
    const [digits] = number.exec(printed ? wordsOf(text, printed) : '') ?? number.exec(attributes.value ?? '') ?? []
    return digits === undefined ? [] : [{ ...concepts.optionOf(attributes.refersTo), count: Number(digits) }]
  })
