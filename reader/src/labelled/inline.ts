import type { Draft, Stretch } from '../proposal/draft.js'
import type { Turn } from './read-labelled.js'
import type { LabelledSpeaker } from './speaker.js'
import { labelKey, type Survey } from './survey.js'

/** A label inside of a paragraph, as reports of debates run turns together: "… said so. Mr ROE: I did not." */
const inside =
  /(?<=[.?!—"”’)\]]\s{1,3})((?:The |Mr\.? |Mrs\.? |Ms\.? |Dr\.? |Hon\.? |Senator |Madam |Sir )+[\p{Lu}][\p{L}.'’ -]{1,40}(?: \([^()]{2,60}\))?)\s*[:—]\s*(?=\p{Lu}|["“])/gu

/** Parts a turn at labels inside its paragraphs, of those whom labels name elsewhere too, or who are printed in capitals. */
export const inlineLabels = (
  _draft: Draft,
  turn: Turn,
  survey: Survey,
  speakerOf: (label: string) => LabelledSpeaker,
): Turn[] => {
  const turns: Turn[] = [{ ...turn, stretches: [] }]
  for (const stretch of turn.stretches) {
    let from = stretch.range[0]
    const words = stretch.block.flow.text.slice(0, stretch.range[1])
    for (const found of words.length - from > 80 ? words.matchAll(inside) : []) {
      const label = found[1] ?? ''
      if (found.index < from || !(survey.speakers.has(labelKey(label)) || /\p{Lu}{3}/u.test(label))) continue
      push(turns, { block: stretch.block, range: [from, found.index] })
      from = found.index + found[0].length
      turns.push({ key: labelKey(label), label, kind: 'colon', speaker: speakerOf(label), stretches: [] })
    }
    push(turns, { block: stretch.block, range: [from, stretch.range[1]] })
  }
  return turns
}

const push = (turns: readonly Turn[], stretch: Stretch): void => {
  if (stretch.range[1] > stretch.range[0]) turns.at(-1)?.stretches.push(stretch)
}
