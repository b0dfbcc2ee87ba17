import { isBody } from '../english/bodies.js'
import { commonWords } from '../english/common-words.js'
import { holdsTitle } from '../english/titles.js'
import { officeLabel } from '../labelled/words.js'
import { fold, splitHonorific } from '../names.js'
import type { Outline, Range } from '../outline/outline.js'
import { isPersonName } from '../people/person-name.js'
import { officeWords } from '../present/words.js'
import { type Printed, type PrintedWords, placesOf } from './printed.js'

/** Where the forms of a name stand, by block. */
export type NamePlaces = ReadonlyMap<number, readonly Range[]>

export const namePlaces = (index: PrintedWords, forms: Iterable<string>): NamePlaces => {
  const found = new Map<number, Range[]>()
  for (const form of forms)
    for (const { block, range } of placesOf(index, form)) {
      const known = found.get(block)
      if (known) known.push(range)
      else found.set(block, [range])
    }
  return found
}

/** How far from a name what is said of its bearer may stand, in characters. */
const reach = 120

const bracketed = /^(?:\s*\([^()]{1,60}\)){0,3}\s*[([][^()[\]]*$/u
const comma = '\\s*(?:[,:|/–—]|\\s-)\\s*(?:(?:the|an?|our|as|who (?:is|was)|then|acting|former)\\s+)*'
const longerTitle = "(?:(?:\\p{Lu}[\\p{L}’'&-]*|of|for|the|and|to)\\s+){0,4}"
const joining = '(?:is|was|as|for|from|of|at|takes?|took|in|representing|on behalf of)\\s+'
/** Behind a name: "Ada Quill, the Harbour (Master)", "Ms Quill took the (chair)". */
const apposed = new RegExp(`^(?:${comma}${longerTitle}|\\s+(?:${joining})?(?:the\\s+|an?\\s+)?)$`, 'u')
/** Before a name: "(Harbour Master) Ada Quill", "the (Director) of Ports, Ms Quill", "the (Speaker), the Hon. Ada Quill". */
const before =
  /^(?:\s(?:of|for|to|from|at|and)\s[^,.;:()]{1,60})?(?:\s*[,:(|/–—]\s*|\s+-\s+|\s+)(?:the\s+)?(?:\p{Lu}[\p{L}’'.-]*\s+){0,2}$/u
const behindColon = /^\s*:\s*(?:\p{Lu}[\p{L}’'.-]*\s+){0,2}$/u
/** Whoever is a deputy is not whom they stand for. */
const below = /\b(?:deputy|vice|assistant|associate|under|co)[\s-]+$/i

/** What somebody may be called by for an office or a body, and not for a name. */
export const isOffice = (words: string): boolean =>
  holdsTitle(words) || isBody(words) || officeWords.has(fold(words)) || officeLabel.test(fold(words))

/** Whether words may be another one's name. */
export const isName = (words: string): boolean =>
  (splitHonorific(words).honorific !== null || isPersonName(words)) && !isOffice(words)

/**
 * Where words stand beside a name as what its bearer is: in parentheses or in apposition, or in another cell of its row. Words that say no
 * office and no body may be a name themselves: they have to stand in parentheses, in a cell, or as a label.
 */
export const besideName = (
  { blocks }: Outline,
  index: PrintedWords,
  names: NamePlaces,
  words: string,
): Printed | null => {
  if (isName(words)) return null
  const office = isOffice(words)
  for (const place of placesOf(index, words, new Set(names.keys()))) {
    const text = index.blocks.get(place.block)?.text ?? ''
    const [start, end] = place.range
    if (!index.effort.spend(names.get(place.block)?.length ?? 0)) return null
    if (below.test(text.slice(Math.max(0, start - 12), start))) continue
    const isBeside = (names.get(place.block) ?? []).some(([from, to]) => {
      if (blocks[place.block - 1]?.kind === 'row') return to <= start || end <= from
      if (to <= start && start - to <= reach) {
        const between = text.slice(to, start)
        return bracketed.test(between) || (office && apposed.test(between))
      }
      if (end > from || from - end > reach) return false
      const between = text.slice(end, from)
      return (office && before.test(between)) || (start === 0 && behindColon.test(between))
    })
    if (isBeside) return place
  }
  return null
}

/** Whether words are a name that no office, body or place may be: none of them but the first is a word of everyday. */
export const isOthersName = (words: string): boolean =>
  isName(words) &&
  (splitHonorific(words).honorific !== null ||
    fold(words)
      .split(' ')
      .every((word, i) => i === 0 || !commonWords.has(word)))

/** Whether a text holds a sentence's end, or what may be somebody else's name. */
const partsPeople = (text: string): boolean =>
  /\p{Ll}[.!?]\s/u.test(text) ||
  [...text.matchAll(/(?:\p{Lu}[\p{L}’'-]*\.?\s+)*\p{Lu}[\p{L}’'-]+/gu)].some(([run]) => isOthersName(run))

/** Where words stand near a name: in one sentence, with no other name between. */
export const nearName = (index: PrintedWords, names: NamePlaces, words: string): Printed | null => {
  for (const place of placesOf(index, words, new Set(names.keys()))) {
    const text = index.blocks.get(place.block)?.text ?? ''
    const [start, end] = place.range
    if (!index.effort.spend(names.get(place.block)?.length ?? 0)) return null
    const isNear = (names.get(place.block) ?? []).some(([from, to]) => {
      const [left, right] = to <= start ? [to, start] : [end, from]
      return left <= right && right - left <= reach && !partsPeople(text.slice(left, right))
    })
    if (isNear) return place
  }
  return null
}
