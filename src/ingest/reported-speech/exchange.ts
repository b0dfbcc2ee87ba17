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

/** What an answer answers that names nobody: the last turn, with those before it where all of them asked. */
export const lastOf = <Turn>(before: readonly Turn[], heardOf: (turn: Turn) => Heard): readonly Turn[] => {
  const from = before.findLastIndex((turn) => !heardOf(turn).asks) + 1
  return before.slice(Math.min(from, before.length - 1))
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

/** Further back than so many turns nobody looks for what is answered. */
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
  if (next.asks) return []
  if (heard.asks) return lastOf(before, heardOf)
  if (!isClose) return []
  return pointsBack(next.words) ? [last] : onTopic(before.slice(-reach), next, heardOf)
}
