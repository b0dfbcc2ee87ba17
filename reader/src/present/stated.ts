import type { Block } from '../outline/outline.js'
import { modeIn } from './details.js'
import { peopleOfEntry } from './entry.js'
import type { Mode } from './label.js'
import type { Listed } from './listed.js'

/** Sentences that name those who were there, or were not; the names stand behind. */
const stating: readonly (readonly [Mode, RegExp])[] = [
  ['PRESENT', /\b(?:roll call|(?:present|in attendance)(?: at the meeting)? were)\s*:?\s+/gi],
  ['PRESENT', /\b(?:was|were) (?:also )?(?:present|in attendance)[^.:;]{0,30}:\s+/gi],
  ['PRESENT', /\bthe meeting was attended by\s+(?=\p{Lu})/giu],
  [
    'APOLOGIES',
    /\b(?:apologies|regrets)(?: for absence)?(?: (?:were|was|had been|have been|received|accepted|noted|given|sent|tendered|and))* from:?\s+/gi,
  ],
]
const ending = /\.\s+(?=\p{Lu})|\.$|\s(?:noted|were noted|was noted)\b/u

/** So many blocks at the beginning may say who was there in a sentence. */
const opening = 24
const werePresent = /\s(?:was|were)\s(?:also\s)?(?:present|in attendance)\b(?![^.]{0,30}:)(.{0,40})/su

/** "Chairman Ada Roe, Secretary Bo Poe and Cy Lund were present by phone." */
const namedBefore = (block: Block): Listed[] =>
  block.sentences.flatMap(({ range }) => {
    const sentence = block.flow.text.slice(...range)
    const found = werePresent.exec(sentence)
    if (!found) return []
    const mode = modeIn(found[1]?.trim().replace(/\.$/, '') ?? '', false) ?? 'PRESENT'
    const people = peopleOfEntry(sentence.slice(0, found.index), { single: false })
    return people.map((person) => ({ person, at: block.id, mode, body: null, role: null }))
  })

/** The people whom a block of running text states were there, or sent apologies. */
export const statedIn = (block: Block): Listed[] => {
  const { text } = block.flow
  if (block.kind === 'row' || block.kind === 'heading' || text.length > 5_000) return []
  const before = block.id <= opening ? namedBefore(block) : []
  return [...before, ...namedBehind(block)]
}

const namedBehind = (block: Block): Listed[] => {
  const { text } = block.flow
  if (/represented by|attended from/.test(text)) return representedIn(block)
  return stating.flatMap(([mode, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ index, 0: all }) => {
      const behind = text.slice(index + all.length)
      const people = peopleOfEntry(behind.slice(0, sentenceEnd(behind)), { single: false })
      return people.map((person) => ({ person, at: block.id, mode, body: null, role: null }))
    }),
  )
}

const capitals = String.raw`(?:\p{Lu}[\p{L}.'’-]*|of|for|and|the|&)`
const represented = new RegExp(
  String.raw`(?<!\p{L})(\p{Lu}[\p{L}.'’-]*(?:\s${capitals}){0,9}),?\s+(?:which\s+|who\s+)?(?:was|were)\s+represented\s+by\s+`,
  'gu',
)
const attended =
  /(?:^|[.;,]\s+|\band\s+)([^.;]{3,200}?)\s+(?:attended\s+)?(?:from|on\s+behalf\s+of)\s+the\s+(\p{Lu}[^.;,]{2,80}?)(?=\s+and\s|[.;,]|$)/gu

/** "The Quay Office was represented by Roe, B. Poe and Lund": people of a body, by their family names too. */
const representedIn = (block: Block): Listed[] => {
  const { text } = block.flow
  const of = (body: string, names: string): Listed[] =>
    peopleOfEntry(names, { single: /,|\sand\s/.test(names) }).map((person) => ({
      ...{ at: block.id, mode: 'PRESENT', body, role: null },
      person,
    }))
  const behind = [...text.matchAll(represented)].flatMap(({ index, 0: all, 1: body = '' }) => {
    const rest = text.slice(index + all.length)
    return of(body, rest.slice(0, sentenceEnd(rest)))
  })
  const before = /\battended from\b/.test(text)
    ? [...text.matchAll(attended)].flatMap(([, names = '', body = '']) => of(body, names))
    : []
  return [...behind, ...before]
}

/** Where a sentence of names ends: initials and abbreviated honorifics end none. */
const sentenceEnd = (text: string): number => {
  for (const { index, 0: all } of text.matchAll(new RegExp(ending, 'gu'))) {
    const before = text.slice(Math.max(0, index - 12), index)
    if (
      !all.startsWith('.') ||
      !/(?:^|[\s(.])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gen|Col|Capt|St)$/u.test(before)
    )
      return index
  }
  return text.length
}
