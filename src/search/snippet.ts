import { isGap, printedWords, type Stretch } from './words.js'

/** Words as they are printed in the texts that were found, and stretches of scripts without spaces. */
export interface Marks {
  words: ReadonlySet<string>
  spaceless: readonly string[]
}

export interface Snippet {
  snippet: string
  /** In the snippet, in UTF-16 units, in order. */
  matches: Stretch[]
}

/** In UTF-16 units, without the dots at its ends. */
const longest = 240
const before = 60

/** The part of a text that has most of what was searched for, cut between words; its beginning, where nothing is marked. */
export function snippetOf(text: string, marks: Marks): Snippet {
  const matches = matchesIn(text, marks)
  const { start, end } = text.length <= longest ? { start: 0, end: text.length } : windowOf(text, matches)
  const lead = start > 0 ? '… ' : ''
  return {
    snippet: `${lead}${text.slice(start, end)}${end < text.length ? ' …' : ''}`,
    matches: matches
      .filter((match) => match.start >= start && match.end <= end)
      .map((match) => ({ start: match.start - start + lead.length, end: match.end - start + lead.length })),
  }
}

/** Where a text has what was searched for. */
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

/** In order, those that touch or overlap made one. */
function apart(found: Stretch[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { start, end } of found.sort((one, other) => one.start - other.start)) {
    const last = stretches.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else stretches.push({ start, end })
  }
  return stretches
}

/** The stretch with most matches, of those that begin a little before one; the first of equal ones. */
function windowOf(text: string, matches: readonly Stretch[]): Stretch {
  let best = { match: matches[0], count: 0 }
  let next = 0
  for (const [i, match] of matches.entries()) {
    while (next < matches.length && (matches[next]?.end ?? 0) <= match.start + longest - before) next++
    if (next - i > best.count) best = { match, count: next - i }
  }
  const start = gapBehind(text, Math.max(0, (best.match?.start ?? 0) - before))
  return atCharacters(text, { start, end: gapBefore(text, Math.min(text.length, start + longest)) })
}

/** How far from a gap a text is cut between words; one with longer words is cut within. */
const nearGap = 40

/** Where the first word begins at this place or soon behind it. */
function gapBehind(text: string, place: number): number {
  if (place === 0) return 0
  for (let at = place; at < place + nearGap; at++) if (isGap(text[at - 1]) && !isGap(text[at])) return at
  return place
}

/** Where the last word ends at this place or a little before it. */
function gapBefore(text: string, place: number): number {
  if (place === text.length) return place
  for (let at = place; at > place - nearGap; at--) if (isGap(text[at]) && !isGap(text[at - 1])) return at
  return place
}

/** Not within a pair of surrogates. */
function atCharacters(text: string, { start, end }: Stretch): Stretch {
  const within = (at: number) => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) && at > 0
  return { start: within(start) ? start + 1 : start, end: within(end) ? end - 1 : end }
}

/** Of several forms of a name the one with most of what was searched for; the first of equal ones. */
export function snippetOfResult(texts: readonly string[], marks: Marks): Snippet {
  const [first = { snippet: '', matches: [] }, ...others] = texts.map((text) => snippetOf(text, marks))
  return others.reduce((best, next) => (next.matches.length > best.matches.length ? next : best), first)
}
