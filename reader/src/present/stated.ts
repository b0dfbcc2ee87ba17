import type { Block } from '../outline/outline.js'
import { peopleOfEntry } from './entry.js'
import type { Mode } from './label.js'
import type { Listed } from './listed.js'

/** Sentences that name those who were there, or were not; the names stand behind. */
const stating: readonly (readonly [Mode, RegExp])[] = [
  [
    'PRESENT',
    /\b(?:roll call|present were|those present were|also present were|in attendance were|present at the meeting were)\s*:?\s+/gi,
  ],
  ['PRESENT', /\bthe meeting was attended by\s+(?=\p{Lu})/giu],
  [
    'APOLOGIES',
    /\b(?:apologies|regrets)(?: for absence)?(?: (?:were|was|had been|have been|received|accepted|noted|given|sent|tendered|and))* from:?\s+/gi,
  ],
]
const longestOpening = 400
const ending = /\.\s+(?=\p{Lu})|\.$|\s(?:noted|were noted|was noted)\b/u

/** The people whom a block of running text states were there, or sent apologies. */
export const statedIn = (block: Block): Listed[] => {
  const { text } = block.flow
  if (block.kind === 'row' || block.kind === 'heading') return []
  for (const [mode, pattern] of stating) {
    for (const found of text.slice(0, longestOpening).matchAll(pattern)) {
      const behind = text.slice(found.index + found[0].length)
      const people = peopleOfEntry(behind.slice(0, sentenceEnd(behind)), { single: false })
      if (people.length > 0) return people.map((person) => ({ person, at: block.id, mode, body: null, role: null }))
    }
  }
  return []
}

/** Where a sentence of names ends: initials and abbreviated honorifics end none. */
const sentenceEnd = (text: string): number => {
  for (const { index, 0: all } of text.matchAll(new RegExp(ending, 'gu'))) {
    const before = text.slice(Math.max(0, index - 12), index)
    if (
      !all.startsWith('.') ||
      !/(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gen|Col|Capt|St)$/u.test(before)
    )
      return index
  }
  return text.length
}
