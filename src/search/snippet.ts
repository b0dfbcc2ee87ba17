import { isGap, printedWords, type Stretch } from './words.js'

/** The matching words as printed in the texts, and stretches of scripts without spaces. */
export interface Marks {
  words: ReadonlySet<string>
  spaceless: readonly string[]
}

/** A part of a text that shows why it was found. */
export interface Snippet {
  snippet: string
  /** The marked offsets in the snippet, in UTF-16 units, in order. */
  matches: Stretch[]
}

/** In UTF-16 units, without the ellipses at the ends. */
const MAX_LENGTH = 240
const before = 60

/** The part of a text with the most matches, cut between words; its beginning if nothing matches. */
export function snippetOf(text: string, marks: Marks): Snippet {
  const matches = matchesIn(text, marks)
  const { start, end } = text.length <= MAX_LENGTH ? { start: 0, end: text.length } : windowOf(text, matches)
  const lead = start > 0 ? '… ' : ''
  return {
    snippet: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    matches: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start - start + lead.length, end: match.end - start + lead.length })),
  }
}

/** The places of matches in a text. */
export function matchesIn(text: string, { words, spaceless }: Marks): Stretch[] {
  const found: Stretch[] = printedWords(text).flatMap(({ word, start }) => {
    if (!words.has(word)) return []
    const lead = /^[^\p{L}\p{N}]*/u.exec(word)?.[0].length ?? 0
    const trail = /[^\p{L}\p{N}\p{M}]*$/u.exec(word)?.[0].length ?? 0
    return lead + trail < word.length ? [{ start: start + lead, end: start + word.length - trail }] : []
  })
  for (const needle of spaceless)
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
      found.push({ start: at, end: at + needle.length })
  return apart(found)
}

/** Sorts ranges and joins those that touch or overlap. */
function apart(found: Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    const last = stretches.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}

/** Of the stretches that begin shortly before a match, the one with the most matches, and the first of equal ones. */
function windowOf(text: string, matches: readonly Stretch[]): Stretch {
  let best = { match: matches[0], count: 0 }
  let next = 0
  for (const [i, match] of matches.entries()) {
    while (next < matches.length && (matches[next]?.end ?? 0) <= match.start + MAX_LENGTH - before) next++
    if (next - i > best.count) best = { match, count: next - i }
  }
  const start = gapBehind(text, Math.max(0, (best.match?.start ?? 0) - before))
  return atCharacters(text, { start, end: gapBefore(text, Math.min(text.length, start + MAX_LENGTH)) })
}

/** How far to look for a gap between words at which to cut; longer words are cut inside. */
const nearGap = 40

/** The start of the first word at or shortly after a position. */
function gapBehind(text: string, place: number): number {
  if (place === 0) return 0
  for (let at = place; at < place + nearGap; at++) if (isGap(text[at - 1]) && !isGap(text[at])) return at
  return place
}

/** The end of the last word at or shortly before a position. */
function gapBefore(text: string, place: number): number {
  if (place === text.length) return place
  for (let at = place; at > place - nearGap; at--) if (isGap(text[at]) && !isGap(text[at - 1])) return at
  return place
}

/** Moves a position out of the middle of a surrogate pair. */
function atCharacters(text: string, { start, end }: Stretch): Stretch {
  const within = (at: number) => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && at > 0
  return { start: within(start) ? start + 1 : start, end: within(end) ? end - 1 : end }
}

/** Of several forms of a name, the one with the most matches; the first of equal ones. */
export function snippetOfResult(texts: readonly string[], marks: Marks): Snippet {
  const [first = { snippet: '', matches: [] }, ...others] = texts.map((text) => snippetOf(text, marks))
  return others.reduce((best, next) => (next.matches.length > best.matches.length ? next : best), first)
}
