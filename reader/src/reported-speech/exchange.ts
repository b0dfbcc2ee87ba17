import { pointsBack } from './points-back.js'
import { sharedTopics, topicOf } from './topic.js'

/** Words of somebody, or of several together, as others answer them. */
export interface Heard {
  /** Keys that tell speakers apart. */
  readonly speakers: readonly string[]
  readonly asks: boolean
  /** The paragraph in which it ends, or begins; the same throughout a record that gives each speaker one. */
  readonly paragraph: number
  /** What was said, as far as it is known. */
  readonly words: string
}

/** The first of somebody's words, which may answer. */
export interface Beginning extends Heard {
  /** They bring up something of their own: a motion, a report. */
  readonly begins: boolean
}

const sharesSpeaker = (one: Heard, other: Heard): boolean => one.speakers.some((key) => other.speakers.includes(key))

/** Whether the last turn is of one of several who asked together right before: it says more of their question. */
const saysMore = (asked: Heard, last: Heard): boolean =>
  asked.asks &&
  asked.speakers.length > 1 &&
  asked.paragraph === last.paragraph &&
  last.speakers.every((key) => asked.speakers.includes(key))

/** What an answer answers that names nobody: the last turn, with those before it where all of them asked. */
export const lastOf = <Turn>(before: readonly Turn[], heardOf: (turn: Turn) => Heard): readonly Turn[] => {
  const [asked, last] = [before.at(-2), before.at(-1)]
  if (asked !== undefined && last !== undefined && saysMore(heardOf(asked), heardOf(last))) return [asked, last]
  const from = before.findLastIndex((turn) => !heardOf(turn).asks) + 1
  return before.slice(Math.min(from, before.length - 1))
}

/** What an answer answers that a record marks as one: the last turn, or what that answered, where it is marked so too. */
export const answeredByLabel = <Turn extends { readonly answered: readonly Turn[] | null }>(
  before: readonly Turn[],
  heardOf: (turn: Turn) => Heard,
): readonly Turn[] => {
  const answered = before.at(-1)?.answered ?? []
  return answered.length > 0 ? answered : lastOf(before, heardOf)
}

const proposal =
  '(?:proposals?|suggestions?|recommendations?|amendments?|ideas?|drafts?|advice|definitions?|changes?|offers?|texts?|plans?|requests?|motions?|papers?|announcements?|options?)'
const withProposal = new RegExp(
  `\\b(?:support(?:ed)?|endorsed?|oppos(?:ed?|ition)|favou?r(?:ed)?(?:\\s+of)?|welcomed?|accept(?:ed)?|agreed?\\s+(?:to|with)|against|seconded|issue\\s+with|rejected|appreciated)\\s+(?:the|this|that|both|these|those)\\s+(?:\\p{L}+\\s+)?${proposal}\\b`,
  'u',
)
const proposing =
  /\b(?:propos(?:ed|al)|suggest(?:ed|ion)|recommend(?:ed|ation)|presented|introduced|put forward|offered|requested|moved|advised|amendment)\b/
const siding = /\b(?:agreed|concurred|disagreed|dissented|objected|seconded|echoed)\b/
/** "They had the same question": what was asked is asked once more, and not answered. */
const askedAgain = /\b(?:same|similar|further|another)\s+(?:question|query)\b/
const likewise = /\b(?:also|likewise|too|similarly)\b/

/** Who made the proposal with which words side: "supported the amendment", "was opposed". */
const proposerOf = <Turn>(before: readonly Turn[], words: string, heardOf: (turn: Turn) => Heard): Turn | undefined =>
  withProposal.test(words.slice(0, 200)) ? before.findLast((turn) => proposing.test(heardOf(turn).words)) : undefined

/**
 * What an answer answers that names nobody. Whoever sides with a proposal answers who made it, and whoever sides likewise, whom the
 * last one did; whoever agrees, the last turn; others, that and those before it where all of them asked.
 */
export const answeredLast = <Turn extends { readonly answered: readonly Turn[] | null }>(
  before: readonly Turn[],
  words: string,
  heardOf: (turn: Turn) => Heard,
): readonly Turn[] => {
  const first = words.slice(0, 200)
  const last = before.at(-1)
  if (last?.answered && last.answered.length > 0 && likewise.test(first)) return last.answered
  const proposer = proposerOf(before, words, heardOf)
  if (proposer) return [proposer]
  return siding.test(first) ? before.slice(-1) : lastOf(before, heardOf)
}

/** Texts that speak of the same have as many things in common. */
const commonTopics = 2

/** The latest of some turns that speaks of what the next words speak of. */
const onTopic = <Turn>(before: readonly Turn[], next: Beginning, heardOf: (turn: Turn) => Heard): readonly Turn[] => {
  const topic = topicOf(next.words)
  if (topic.size < commonTopics) return []
  const found = before.findLast((turn) => {
    const heard = heardOf(turn)
    return !sharesSpeaker(heard, next) && sharedTopics(topic, topicOf(heard.words)) >= commonTopics
  })
  return found === undefined ? [] : [found]
}

/** Further back than so many turns nobody looks for words about the same things. */
const reach = 3

/**
 * Of turns that follow one another with nothing between, those which the next words answer by where they stand. Whoever speaks
 * after a question answers it. In the same paragraph, whoever comes back after another spoke answers that other, and anybody
 * else whoever spoke of the same things, or spoke last where a pronoun points back.
 */
export const answeredByPlace = <Turn>(
  before: readonly Turn[],
  next: Beginning,
  heardOf: (turn: Turn) => Heard,
): readonly Turn[] => {
  const [earlier, last] = [before.at(-2), before.at(-1)]
  if (last === undefined || next.begins) return []
  const heard = heardOf(last)
  if (sharesSpeaker(heard, next)) return []
  const isClose = heard.paragraph === next.paragraph
  if (isClose && earlier !== undefined && sharesSpeaker(heardOf(earlier), next)) return [last]
  const proposer = proposerOf(before, next.words, heardOf)
  if (proposer && !sharesSpeaker(heardOf(proposer), next)) return [proposer]
  if (next.asks || askedAgain.test(next.words.slice(0, 200))) return []
  if (heard.asks) return lastOf(before, heardOf)
  if (!isClose) return []
  return pointsBack(next.words) ? [last] : onTopic(before.slice(-reach), next, heardOf)
}
