import type { Range } from '../../reported-speech/voice.js'
import { type PartySubject, type PartyText, partySubject } from './subject.js'

/** Where in a sentence a party begins to speak, and where the words before it end. */
export interface Cut {
  readonly before: number
  readonly subject: PartySubject
}

const joints =
  /(?:[,;]\s+(?:and|but|while|whereas|whilst|although)\s+|;\s+|\s(?:while|whereas|whilst|and|but)\s+)(?=(?:[Tt]he\s+)?[\p{Lu}*_])/gu
const contrast = /(?:,\s+(?:while|whereas|whilst)\s+|;\s+)(?=(?:[Tt]he\s+)?\p{Lu})/gu
/** No mark of a sentence's end: "… non-Annex Parties The REEF ISLES said". */
const unmarked = /(?<=[\p{Ll}\d)]\s+)(?=(?:The\s+)?\p{Lu}{2}[\p{Lu}-]{2,})/gu
const bound =
  /\b(?:by|with|of|to|for|from|on|in|at|the|that|and|or|as|than|like|including|said|noted|between|among|behalf)\s+$/iu
/** How many places of one sentence are tried. */
const most = 60

/** Where further parties speak in a sentence, after its first words. */
export const cutsIn = (party: PartyText, [start, end]: Range, from: number): Cut[] => {
  const { text, style } = party
  const cuts: Cut[] = []
  const sentence = text.slice(start, end)
  let reached = from
  const tryAt = (at: number, before: number): void => {
    if (at <= reached || before - start < 12) return
    const subject = partySubject(party, at, end)
    if (!subject) return
    cuts.push({ before, subject })
    reached = (subject.verbs[0]?.end ?? subject.bodies.at(-1)?.end ?? at) + 1
  }
  const places: [at: number, before: number][] = [...sentence.matchAll(style === 'plain' ? contrast : joints)]
    .slice(0, most)
    .map(({ index, 0: joint }) => [start + index + joint.length, start + index])
  if (style === 'capitals')
    for (const { index } of [...sentence.matchAll(unmarked)].slice(0, most))
      if (!bound.test(text.slice(Math.max(start, start + index - 16), start + index)))
        places.push([start + index, start + index])
  for (const [at, before] of places.sort((a, b) => a[0] - b[0])) tryAt(at, before)
  return cuts
}
