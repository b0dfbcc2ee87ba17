import { isBody, isCountry } from '../../english/bodies.js'
import { pastForms } from '../../english/reporting-verbs.js'
import { isTitleHead } from '../../english/titles.js'
import { verbAfter } from '../../english/verb-group.js'
import { type Cast, identify } from '../../identity/within-meeting.js'
import { fold } from '../../names.js'
import type { Paragraph } from '../../narrative/paragraphs.js'
import { matchesAtCapitals } from '../../text/capitals.js'
import { usedInLowerCase } from '../../text/lower-words.js'
import { isFullName, isInitials } from '../../turns/person-words.js'

const atStart =
  /(?<=^\s*|[.;]\s+)(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|St|Cllr|Capt|Col|Lt|Sgt|Fr)\.\s+)(\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.|(?:van|von|de|da|dos|el|al|bin)\s\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{L}'’-]+)){1,3})(?=[\s,(])/uy
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

const spoke = /^\s+(?:also\s+|then\s+)?(?:spoke|addressed|testified|commented)\b/

/**
 * Full names without an honorific at the start of a sentence that reports what they said, as those of people who come to a
 * meeting and are in no list of it. Words that the record uses in lower case are no names.
 */
export const unlistedIn = (paragraphs: readonly Paragraph[], cast: Cast): string[] => {
  const found = paragraphs.flatMap((paragraph) =>
    matchesAtCapitals(paragraph, atStart).flatMap((match) => {
      const { text } = paragraph
      const name = match[1] ?? ''
      const end = match.index + name.length
      const words = name.split(' ')
      if (
        !isFullName(name) ||
        isBody(name) ||
        isCountry(name) ||
        words.some((word) => isTitleHead(fold(word)) || isInitials(word))
      )
        return []
      const known = identify(cast, name)
      if (known.person !== null || known.candidates.length > 0) return []
      const reports = verbPlaces(text, end).some(
        (at) => verbAfter(text, at, pastForms) !== null || spoke.test(text.slice(at, at + 30)),
      )
      return reports ? [name] : []
    }),
  )
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
