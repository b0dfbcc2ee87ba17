import { fold, splitHonorific } from '../names.js'
import type { Block, Range } from '../outline/outline.js'
import { unspaced } from '../text/whole-words.js'

/** Where words stand: in a block, at `[start, end)` of its text. */
export interface Printed {
  readonly block: number
  readonly range: Range
}

interface Words {
  readonly block: number
  readonly text: string
  readonly words: readonly string[]
  readonly ranges: readonly Range[]
}

/** Every word of a record, by which what is claimed to be printed is found. */
export interface PrintedWords {
  /** By block id. */
  readonly blocks: ReadonlyMap<number, Words>
  /** Ids above those of the outline: names that stand beside the record, in a register. */
  readonly beside: readonly number[]
  /** Which of a block's words one is, by word and block. */
  readonly places: ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>
  /** How often each word is printed. */
  readonly counts: ReadonlyMap<string, number>
}

/** The blocks that are looked through: some, or those that a condition allows. */
export type Within = ReadonlySet<number> | ((block: number) => boolean)
const anywhere: Within = () => true
const allows = (within: Within, block: number): boolean =>
  typeof within === 'function' ? within(block) : within.has(block)

/** A possessive ending is a word of its own, so that "Roe" is printed in "Roe's". */
const word = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`](?!s(?![\p{L}\p{M}\p{N}]))[\p{L}\p{M}\p{N}]+)*/gu
const wordsOf = (block: number, text: string): Words => {
  const words: string[] = []
  const ranges: Range[] = []
  for (const found of text.matchAll(word)) {
    for (const part of fold(found[0]).split(' ')) {
      words.push(part)
      ranges.push([found.index, found.index + found[0].length])
    }
  }
  return { block, text, words, ranges }
}

/** `beside` are names that a register or the folder states, which count as printed. */
export const printedWords = (blocks: readonly Block[], beside: readonly string[] = []): PrintedWords => {
  const all = [
    ...blocks.map(({ id, flow }) => wordsOf(id, flow.text)),
    ...beside.map((text, i) => wordsOf(blocks.length + 1 + i, text)),
  ]
  const places = new Map<string, Map<number, number[]>>()
  const counts = new Map<string, number>()
  for (const { block, words } of all)
    words.forEach((one, at) => {
      counts.set(one, (counts.get(one) ?? 0) + 1)
      const byBlock = places.get(one) ?? new Map<number, number[]>()
      places.set(one, byBlock)
      const known = byBlock.get(block)
      if (known) known.push(at)
      else byBlock.set(block, [at])
    })
  return {
    blocks: new Map(all.map((words) => [words.block, words])),
    beside: beside.map((_, i) => blocks.length + 1 + i),
    places,
    counts,
  }
}

const tokensOf = (text: string): string[] =>
  [...text.matchAll(word)].flatMap(([found]) => fold(found).split(' ')).filter((token) => token !== '')

/** Which of some words is printed least often: looking for that one finds a name among thousands that begin alike. */
const rarestOf = ({ counts }: PrintedWords, tokens: readonly string[]): number => {
  const numbers = tokens.map((token) => counts.get(token) ?? 0)
  return numbers.indexOf(Math.min(...numbers))
}

/** The blocks with a word, in order; where few blocks are asked for they are looked up one by one. */
const blocksWith = ({ places }: PrintedWords, token: string, within: Within): number[] => {
  const byBlock = places.get(token) ?? new Map<number, readonly number[]>()
  return typeof within === 'function' || within.size > byBlock.size
    ? [...byBlock.keys()].filter((block) => allows(within, block))
    : [...within].filter((block) => byBlock.has(block)).sort((a, b) => a - b)
}

/** The places of a word in the blocks that have another one too. */
function* placesOfWord(index: PrintedWords, token: string, beside: string, within: Within) {
  for (const block of blocksWith(index, beside, within))
    for (const at of index.places.get(token)?.get(block) ?? []) yield [block, at] as const
}

const inUnspaced = ({ blocks }: PrintedWords, form: string, within: Within): Printed[] =>
  [...blocks.values()].flatMap(({ block, text }) => {
    const at = allows(within, block) ? text.indexOf(form) : -1
    return at < 0 ? [] : [{ block, range: [at, at + form.length] as const }]
  })

/** Whether a place begins with the ending of "Roe's", which nobody is called. */
const isEnding = ({ text, words, ranges }: Words, at: number): boolean => {
  const start = ranges[at]?.[0] ?? 0
  return words[at] === 's' && /\p{L}['’ʼ`]$/u.test(text.slice(Math.max(0, start - 3), start))
}

/** The places where a form stands as whole words, in order. Case, diacritics and punctuation do not count. */
export const placesOf = (index: PrintedWords, form: string, within: Within = anywhere): Printed[] => {
  const tokens = tokensOf(form)
  if (tokens.length === 0 || unspaced.test(form))
    return form.trim() === '' ? [] : inUnspaced(index, form.trim(), within)
  const found: Printed[] = []
  const rarest = rarestOf(index, tokens)
  const token = tokens[rarest] ?? ''
  for (const [block, place] of placesOfWord(index, token, token, within)) {
    const words = index.blocks.get(block)
    const at = place - rarest
    if (!words || !tokens.every((token, i) => words.words[at + i] === token) || isEnding(words, at)) continue
    const [start, end] = [words.ranges[at]?.[0] ?? 0, words.ranges[at + tokens.length - 1]?.[1] ?? 0]
    found.push({ block, range: [start, end] })
  }
  return found
}

export const isPrinted = (index: PrintedWords, form: string, within?: Within): boolean =>
  placesOf(index, form, within).length > 0

/** A word that may stand between given and family name and be left out: an initial or a capitalized name, no title of somebody else. */
const isMiddleName = (text: string): boolean =>
  /^\p{Lu}/u.test(text) && splitHonorific(`${text} Roe`).honorific === null

const parts = /[,;:()/|[\]]|\n/

/** Whether the words of a name stand one after another from a place on; at most two middle names are left out. */
const stretchAt = (words: Words, from: number, tokens: readonly string[], commaAt: number): Range | null => {
  let at = from
  let skipped = 0
  for (let i = 1; i < tokens.length; i++) {
    let next = at + 1
    while (words.words[next] !== tokens[i]) {
      const between = words.ranges[next]
      const isMiddle = commaAt === 0 && between !== undefined && isMiddleName(words.text.slice(...between))
      if (!isMiddle || ++skipped > 2) return null
      next++
    }
    const gap = words.text.slice(words.ranges[at]?.[1] ?? 0, words.ranges[next]?.[0] ?? 0)
    const isParted = parts.test(i === commaAt ? gap.replace(',', '') : gap)
    if (isParted && words.ranges[at]?.[0] !== words.ranges[next]?.[0]) return null
    at = next
  }
  return [words.ranges[from]?.[0] ?? 0, words.ranges[at]?.[1] ?? 0]
}

/**
 * Where a name is printed: its words in a row, less middle names, or family name first ("ROE, Jane"; "Roe Jane").
 *
 * @returns the first place, or null
 */
export const nameAt = (index: PrintedWords, name: string, within: Within = anywhere): Printed | null => {
  const [exact] = placesOf(index, name, within)
  if (exact) return exact
  const tokens = tokensOf(name)
  const rarest = tokens[rarestOf(index, tokens)] ?? ''
  for (let turn = 0; turn < tokens.length; turn++) {
    const turned = [...tokens.slice(turn), ...tokens.slice(0, turn)]
    for (const [block, at] of placesOfWord(index, turned[0] ?? '', rarest, within)) {
      const words = index.blocks.get(block)
      const range = words ? stretchAt(words, at, turned, turn === 0 ? 0 : tokens.length - turn) : null
      if (range) return { block, range }
    }
  }
  return null
}

const plainSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim()
/** What stands around the words of a form, before the first and behind the last. */
const around = /^([^\p{L}\p{M}\p{N}]*).*?([^\p{L}\p{M}\p{N}]*)$/su

/** Words as they are printed at a place: as given where they stand so to the letter, with the signs around them. */
export const spelledAt = (index: PrintedWords, words: string, { block, range: [start, end] }: Printed): string => {
  const wanted = plainSpaces(words)
  const [, lead = '', trail = ''] = around.exec(wanted) ?? []
  const text = index.blocks.get(block)?.text ?? ''
  const isSame = plainSpaces(text.slice(Math.max(0, start - lead.length), end + trail.length)) === wanted
  return isSame ? wanted : plainSpaces(text.slice(start, end))
}

/**
 * Words in the spelling in which the record has them: as given where they stand so to the letter, else as they are first printed.
 *
 * @returns null for words that are not printed
 */
export const asPrinted = (index: PrintedWords, words: string, within: Within = anywhere): string | null => {
  const wanted = plainSpaces(words)
  const places = placesOf(index, words, within)
  const [first] = places
  if (!first) return null
  return places.some((place) => spelledAt(index, words, place) === wanted) ? wanted : spelledAt(index, words, first)
}

/** Letters, and what stands between them in names, initials ("A~B") and handles ("a_moss"). */
const lettersOnly = /^[\p{L}\p{M}\p{N}\s.,'’ʼ`·‐‑–~_-]+$/u

/** Whether a name's words have the letters of the print; what is printed in capitals may be written in small letters. */
export const isSpelledAs = (index: PrintedWords, name: string, { block, range }: Printed): boolean => {
  const text = index.blocks.get(block)?.text.slice(...range) ?? ''
  const printed = new Set([...text.matchAll(word)].map(([found]) => found))
  return (
    lettersOnly.test(name) &&
    [...name.matchAll(word)].every(([own]) => printed.has(own) || printed.has(own.toUpperCase()) || unspaced.test(own))
  )
}
