import { isBody, isCountry } from '../english/bodies.js'
import { holdsTitle, isWholeTitle } from '../english/titles.js'
import { honorificPattern, particles, splitHonorific } from '../names.js'
import type { Pieces } from '../record.js'
import { matchAt } from '../text/match-at.js'
import { sentencesOf } from '../text/sentences.js'
import type { Attendee } from './attendee.js'

/** One of those whom a sentence says were there. Offsets are into the text. */
interface Named {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly title: string | null
}

interface Stated extends Named {
  readonly body: string | null
}

const lower = [...particles].map((particle) => particle.replace('.', '\\.')).join('|')
// Words have an end here, so that text that is one word by these rules takes no longer than other text.
const word = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,40}"
const personName = new RegExp(
  `(?:${honorificPattern})?(?:(?:\\p{Lu}\\.\\s?)+\\s?)?(?:(?:${lower})\\s+)?${word}(?:\\s+(?:\\p{Lu}\\.\\s?|(?:(?:${lower})\\s+)?${word})){0,4}`,
  'uy',
)
const inParentheses = /\s*\(([^()]{1,160})\)/y
const withArticle = /,\s+((?:the|a|an|his|her)\s+[^,.;()]{3,90}?)(?=\s*(?:[,.;]|\sand\s+\p{Lu}|$))/uy
const separator = /(?:\s*,\s+(?:and\s+)?|\s*;\s+(?:and\s+)?|\s+and\s+)/y

const isPerson = (printed: string): boolean => {
  const { honorific, name } = splitHonorific(printed)
  if (honorific !== null) return true
  return (
    !isCountry(name) &&
    !isBody(name) &&
    !isWholeTitle(name) &&
    !/^(?:The|A|An|In|At|On|It|There|Also|This|Four|Three|Two|One)\b/.test(name)
  )
}

/** What stands beside a name says what somebody is; years of it are no part of that. */
const titleIn = (aside: string): string | null => {
  const title = aside
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[,;]?\s*(?:from|since|until)?\s*\b\d{4}\b.*$/su, '')
    .trim()
  return title !== '' && holdsTitle(title) ? title : null
}

const personAt = (text: string, at: number): Named | null => {
  const match = matchAt(personName, text, at)
  if (!match) return null
  const name = match[0].trim()
  if (!isPerson(name)) return null
  const aside = matchAt(inParentheses, text, at + match[0].trimEnd().length)
  const beside = aside ?? matchAt(withArticle, text, at + match[0].trimEnd().length)
  const title = beside ? titleIn(beside[1] ?? '') : null
  const end = beside && (aside || title !== null) ? beside.index + beside[0].length : at + match[0].trimEnd().length
  return { start: at, end, name, title }
}

/** The people whom a text lists from an offset on: "Roe, B. Poe (Treasurer) and C. Lee". */
const peopleAt = (text: string, at: number): Named[] => {
  const people: Named[] = []
  let from = at
  for (;;) {
    const person = personAt(text, from)
    if (!person) return people
    people.push(person)
    const next = matchAt(separator, text, person.end)
    if (!next) return people
    from = next.index + next[0].length
  }
}

const bodyName =
  "(?<![\\p{L}'’&.-])(?:the\\s+)?(\\p{Lu}[\\p{L}'’&.-]{0,40}(?:\\s+(?:(?:of|and|for|the|&|in)\\s+){0,3}(?:&\\s+)?\\p{Lu}[\\p{L}'’&.-]{0,40}){0,9})"
const represented = new RegExp(
  `${bodyName}(?:,\\s+which)?\\s+(?:was|were)\\s+(?:also\\s+)?represented\\s+by\\s+(?:the following:?\\s+)?`,
  'gu',
)
const composed = new RegExp(
  `${bodyName}\\s+(?:delegation|side|team|party|representatives|delegates)\\s+(?:was|were|comprised|consisted of|included|was led by|was composed of|was headed by|were led by)\\s*:?\\s+`,
  'giu',
)
const present =
  /(?:\bthose\s+(?:present|attending)|\balso\s+(?:present|attending)|\bpresent(?:\s+at\s+[^.:;]{3,80}?)?|\bparticipants|\bin\s+attendance)\s*(?:were|was|:|included)\s*:?\s+|\b(?:attended\s+by)\s+/giu
/** Words without which a sentence says nothing of these kinds: they are soon looked for. */
const ofDelegation = /delegation|side|team|party|representatives|delegates/iu
const ofPresence = /present|attend|participants/iu
const came =
  /^\s+(?:(?:also|both|all)\s+)?(?:attended|were\s+(?:also\s+)?present|was\s+(?:also\s+)?present|represented|participated|took\s+part|came)(?:\s+(?:at|in)?\s*(?:the\s+)?(?:meeting|talks|discussions?|session|conference))?\s*(from|for|on\s+behalf\s+of|representing)?\s*/iu

/** Where a body's name ends that begins at an offset: before "and B. Poe from", a full stop, or a comma and a name. */
const bodyAt = (text: string, at: number): { name: string; end: number } | null => {
  const article = /^the\s+/.exec(text.slice(at, at + 5))?.[0].length ?? 0
  const from = at + article
  if (!/^\p{Lu}/u.test(text.slice(from, from + 1))) return null
  for (const stop of text.slice(from, from + 200).matchAll(/\s+and\s+|,\s+(?:and\s+)?|[;]\s*|\.(?=\s|$)|$/g)) {
    const next = from + stop.index + stop[0].length
    const others = peopleAt(text, next)
    const last = others.at(-1)
    const goesOn =
      last !== undefined && /^\s+(?:from|for|of|represented|on behalf of)\s/.test(text.slice(last.end, last.end + 16))
    if (goesOn || /^[.;]|^$|^,/.test(stop[0]))
      return { name: text.slice(from, from + stop.index).trim(), end: from + stop.index }
  }
  return null
}

const fromBody = /^\s+(?:from|for|of|on behalf of|representing)\s+/

/** "A. Roe and B. Poe attended from the Harbour Board, and C. Lee from the Mill." */
const attending = (text: string, start: number, end: number): Stated[] => {
  const sentence = text.slice(0, end)
  const first = peopleAt(sentence, start)
  const last = first.at(-1)
  const verb = last ? came.exec(sentence.slice(last.end, last.end + 120)) : null
  if (!last || !verb) return []
  if (verb[1] === undefined && !/represented/i.test(verb[0])) return first.map((one) => ({ ...one, body: null }))
  let body = bodyAt(sentence, last.end + verb[0].length)
  if (!body) return first.map((one) => ({ ...one, body: null }))
  const stated: Stated[] = first.map((one) => ({ ...one, body: body?.name ?? null }))
  for (let i = 0; i < 20 && body; i++) {
    const joint = matchAt(separator, sentence, body.end)
    const more = joint ? peopleAt(sentence, joint.index + joint[0].length) : []
    const lead =
      more.length > 0 ? fromBody.exec(sentence.slice(more.at(-1)?.end ?? 0, (more.at(-1)?.end ?? 0) + 20)) : null
    body = lead ? bodyAt(sentence, (more.at(-1)?.end ?? 0) + lead[0].length) : null
    const { name } = body ?? { name: null }
    if (lead) stated.push(...more.map((one) => ({ ...one, body: name })))
  }
  return stated
}

const listed = (text: string, start: number, end: number): Stated[] => {
  const sentence = text.slice(start, end)
  const of = (sign: RegExp, pattern: RegExp, hasBody: boolean): Stated[] =>
    !sign.test(sentence)
      ? []
      : [...sentence.matchAll(pattern)].flatMap((match) =>
          peopleAt(text.slice(0, end), start + match.index + match[0].length).map((one) => ({
            ...one,
            body: hasBody ? (match[1] ?? '').replace(/^the\s+/i, '').trim() : null,
          })),
        )
  return [
    ...of(/represented\s+by/, represented, true),
    ...of(ofDelegation, composed, true),
    ...of(ofPresence, present, false),
  ]
}

/** No sentence, and no note of a few, that says who was there is longer. */
const longest = 6000

/**
 * Those whom sentences say were there, as a footnote does where a record has no list: "The Board was represented by A. Roe and
 * B. Poe", "C. Lee attended from the Mill". `placeOf` gives the pieces of the source for a stretch of the text.
 */
export const attendeesInProse = (whole: string, placeOf: (start: number, end: number) => Pieces): Attendee[] => {
  const text = whole.slice(0, longest)
  const stated = sentencesOf(text).flatMap(([start, end]) => {
    const lists = listed(text, start, end)
    return lists.length > 0 ? lists : attending(text, start, end)
  })
  return stated.flatMap(({ start, end, name: printed, title, body }) => {
    const pieces = placeOf(start, end)
    const { honorific, name } = splitHonorific(printed)
    if (pieces.length === 0 || name === '') return []
    const isStated = title !== null || body !== null
    return [
      {
        honorific,
        name,
        nameAsPrinted: printed,
        abbreviation: null,
        role: null,
        mode: 'PRESENT' as const,
        affiliations: isStated
          ? [
              {
                title,
                organization: body,
                status: 'CURRENT' as const,
                note: null,
                pieces,
                titlePieces: title === null ? [] : pieces,
              },
            ]
          : [],
        pieces,
        namePieces: placeOf(start, start + printed.length),
        isWrapped: false,
        isHyphenJoined: false,
      },
    ]
  })
}
