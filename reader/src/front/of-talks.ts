import { once } from '../once.js'
import type { SourceText } from '../source.js'

/** A record says at its front what it is; so many characters are looked at. */
const front = 2000

const talks =
  /\b(?:memorand(?:um|a)|records?|notes?|minutes?|summary|report)\s+(?:of|on)\s+(?:(?:an?|the)\s+)?(?:\p{L}+\s+){0,2}(?:conversations?|talks?|interviews?)\b/iu

/** Whether a document calls itself one of talks, in which those named speak in prose: "Memorandum of Conversation". */
export const isOfTalks = once((source: SourceText): boolean => talks.test(source.text.slice(0, front)))
