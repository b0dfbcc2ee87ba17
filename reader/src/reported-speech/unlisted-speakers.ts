import { isBody, isCountry } from '../english/bodies.js'
import { pastForms } from '../english/reporting-verbs.js'
import { isTitleHead } from '../english/titles.js'
import { verbAfter } from '../english/verb-group.js'
import { type Cast, identify } from '../identity/within-meeting.js'
import { fold } from '../names.js'
import { type HasText, matchesAtCapitals } from '../text/capitals.js'
import { usedInLowerCase } from '../text/lower-words.js'
import { isFullName, isInitials } from '../turns/person-words.js'

const fullName =
  "\\p{Lu}[\\p{L}'’-]+(?:\\s(?:\\p{Lu}\\.|(?:van|von|de|da|dos|el|al|bin)\\s\\p{Lu}[\\p{L}'’-]+|\\p{Lu}[\\p{L}'’-]+)){1,3}"
/** Where a sentence begins, or a clause of another subject: ", and Ada Roe suggested". */
const atStart = new RegExp(
  `(?<=^\\s*|[.;]\\s+|,\\s(?:and|but|while|whereas)\\s)(?<!\\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|St|Cllr|Capt|Col|Lt|Sgt|Fr)\\.\\s+)(${fullName})(?=[\\s,(])`,
  'uy',
)
/** "was raised by Ada Roe of the Mill Guild and by Bo Poe" */
const agent = new RegExp(
  `\\b(?:was|were|been)\\s(?:\\p{Ll}+ly\\s|also\\s)?\\p{Ll}+(?:ed|en|ght|wn|id|ut)\\s(?:up\\s|out\\s|forward\\s)?by\\s(${fullName})(?=[\\s,.(])`,
  'gu',
)
const another = new RegExp(`^(?:,\\s(?:and\\s)?|\\s(?:and|&)\\s)(?:by\\s)?(${fullName})(?=[\\s,.(])`, 'u')
/** "…, suggested Ada Roe": a full name behind a verb that reports, and behind the words. */
const behindVerb =
  /,["”’]?\s(?:said|noted|remarked|observed|added|replied|stated|argued|explained|suggested|commented|asked|answered)\s(\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){1,2})(?=[.,;])/gu
const behind =
  /^(?:\s*\([^()]{2,80}\)|\s(?:of|from|with|representing)\s(?:the\s)?\p{Lu}[\p{L}&'’-]*(?:\s(?:(?:of|and|the|&)\s){0,2}\p{Lu}[\p{L}&'’-]*){0,6})/u
const between = /^,\s[^,.;]{2,80}(?=,\s)/u

/** Where the verb may stand behind a name: right there, or after what is stated beside it ("of the Mill Guild", ", 4 Hill Street,"). */
const verbPlaces = (text: string, end: number): number[] => {
  const places = [end]
  let at = end + (behind.exec(text.slice(end, end + 160))?.[0].length ?? 0)
  if (at > end) places.push(at)
  for (let i = 0; i < 3; i++) {
    const aside = between.exec(text.slice(at, at + 90))
    if (!aside) break
    at += aside[0].length
    places.push(at + 1)
  }
  return places
}

const notInName = /^(?:Both|Then|When|His|Her|Their|Your)\s|\s(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s/

/** Whether words are written as a person's full name is, and hold none of an office or a body. */
const isNameOfPerson = (name: string): boolean =>
  isFullName(name) &&
  !isBody(name) &&
  !isCountry(name) &&
  !notInName.test(name) &&
  !name.split(' ').some((word) => isTitleHead(fold(word)) || isInitials(word))

/** The names that stand together from where a match begins, each with what is stated beside it, and where the last one ends. */
const namesTogether = (
  text: string,
  { index, 0: all, 1: first = '' }: RegExpMatchArray,
): { names: string[]; end: number } => {
  const names = [first]
  let end = (index ?? 0) + all.length
  for (;;) {
    const aside = behind.exec(text.slice(end, end + 160))?.[0].length ?? 0
    const next = another.exec(text.slice(end + aside, end + aside + 90))
    if (!next || !isNameOfPerson(next[1] ?? '')) return { names, end }
    names.push(next[1] ?? '')
    end += aside + next[0].length
  }
}

const spoke = /^\s+(?:also\s+|then\s+)?(?:spoke|addressed|testified|commented)\b/

/** Those who speak in a paragraph, by what may be full names. */
const namedIn = (paragraph: HasText): string[] => {
  const { text } = paragraph
  return [
    ...[...text.matchAll(behindVerb)].map(([, name = '']) => name),
    ...matchesAtCapitals(paragraph, atStart).flatMap((match) => {
      const { names, end } = namesTogether(text, match)
      const reports = verbPlaces(text, end).some(
        (at) => verbAfter(text, at, pastForms) !== null || spoke.test(text.slice(at, at + 30)),
      )
      return reports && isNameOfPerson(names[0] ?? '') ? names : []
    }),
    ...[...text.matchAll(agent)].flatMap((match) => namesTogether(text, match).names),
  ]
}

/**
 * Full names without an honorific at the start of a sentence that reports what they said, as those of people who come to a
 * meeting and are in no list of it. Words that the record uses in lower case are no names.
 */
export const unlistedIn = (paragraphs: readonly HasText[], cast: Cast): string[] => {
  const isNew = (name: string): boolean => {
    const { person, candidates } = identify(cast, name)
    return person === null && candidates.length === 0
  }
  const isPerson = (name: string): boolean => isNameOfPerson(name) && isNew(name)
  const found = paragraphs.flatMap(namedIn).filter(isPerson)
  if (found.length === 0) return []
  const words = [...new Set(found.flatMap((name) => name.toLowerCase().split(' ')))]
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n')
  const lower = usedInLowerCase({ text }, words)
  return [...new Set(found)].filter(
    (name) =>
      !name
        .toLowerCase()
        .split(' ')
        .some((word) => lower.has(word)),
  )
}
