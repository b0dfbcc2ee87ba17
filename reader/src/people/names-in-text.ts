import { alternatives } from '../english/meeting-words.js'
import { holdsTitle } from '../english/titles.js'
import { is } from '../english/word-kinds.js'
import { wordAt } from '../english/words.js'
import { honorificPattern, nameTokens, particles } from '../names.js'
import { once } from '../once.js'
import { type HasText, matchesAtCapitals } from '../text/capitals.js'
import { isCapital, skipSpace } from '../text/characters.js'
import { type Cast, type Identification, identify } from './within-meeting.js'

/** A person's name where a text prints it. */
export interface NameInText extends Identification {
  readonly start: number
  readonly end: number
  /** As printed, a possessive ending left out and a hyphen at a line's end rejoined. */
  readonly printed: string
  /** Printed with an honorific that only people have, so that it is a person even if nobody of the cast fits. */
  readonly isPerson: boolean
}

// Words have an end here, so that text that is one word by these rules takes no longer than other text.
const word = "\\p{Lu}[\\p{L}\\p{M}'’-]{0,40}"
const lower = [...particles].map((particle) => particle.replace('.', '\\.')).join('|')
const nameWords = `(?:(?:${lower})\\s+){0,3}(?:(?:\\p{Lu}\\.){1,3}(?:-\\p{Lu}\\.)?|${word})(?:\\s+(?:(?:${lower})\\s+){0,3}(?:\\p{Lu}\\.|${word})){0,5}(?:\\s+(?:senior|junior)\\b)?`
const titled = new RegExp(`(?<![\\p{L}\\p{N}][-'’]?)(${honorificPattern})(${nameWords})`, 'uy')
const capitalized = new RegExp(
  `(?<![\\p{L}\\p{N}][-'’]?)(?:(?:\\p{Lu}\\.){1,3}|${word})(?:\\s+(?:(?:${lower})\\s+){0,3}(?:\\p{Lu}\\.|${word})){1,7}`,
  'uy',
)
const ofPeople = new RegExp(
  `^(?:${alternatives(
    'H\\.?_?E M Mr Mrs Ms Miss Mx Mme Mlle Messrs Dr Prof(?:essor)? Amb(?:assador)? Sir Dame Lord Lady',
    'Rev(?:erend|d)? Fr Father Pastor Rabbi Imam Msgr Monsignor Archbishop Archdeacon',
    'Cllr Cr Hon(?:ourable|orable)? Sheikh Senator Capt(?:ain)? Col(?:onel)? Lt Lieutenant Sgt Sergeant Cpl Corporal',
    'MR MRS MS MISS DR SIR DAME LORD LADY PROF(?:ESSOR)?',
  )})\\b`,
  'u',
)

const clean = (printed: string): string =>
  printed
    .replace(/['’]s?$/u, '')
    .replace(/(?<=\p{L})- (?=\p{Lu})/gu, '-')
    .replace(/\s+/g, ' ')

/** The longest beginning of a printed name that means somebody; the whole where no beginning does. */
const longest = (cast: Cast, honorific: string, name: string): { length: number; found: Identification } => {
  for (let length = cast.members.length > 0 ? name.length : 0; length > 0; length = name.lastIndexOf(' ', length - 1)) {
    const found = identify(cast, `${honorific}${clean(name.slice(0, length))}`)
    if (found.person !== null || found.candidates.length > 0) return { length, found }
  }
  return { length: name.length, found: { person: null, match: null, candidates: [] } }
}

const opensHonorific = (text: string, at: number): boolean => ((wordAt(text, at)?.kinds ?? 0) & is.honorific) !== 0

/** Whether another word of a name may stand behind the one that begins at an offset. */
const goesOn = (text: string, at: number): boolean => {
  const end = wordAt(text, at)?.end ?? at
  const after = text[end] === '.' ? end + 1 : end
  const next = skipSpace(text, after)
  // Marks that are set over letters may belong to the word.
  if (next === after) return text.charCodeAt(after) > 127
  return isCapital(text, next) || ((wordAt(text, next)?.kinds ?? 0) & is.particle) !== 0
}

/** Whoever has an honorific, and runs of words with capitals: the same whoever is looked for. */
const titledIn = once((of: HasText) => matchesAtCapitals(of, titled, opensHonorific))

const titledNames = (of: HasText, cast: Cast): NameInText[] =>
  titledIn(of).map((match) => {
    const [, honorific = '', name = ''] = match
    const { length, found } = longest(cast, honorific, name)
    const raw = `${honorific}${name.slice(0, length)}`
    const printed = clean(raw)
    const start = match.index
    const trimmed = /['’]s?$/u.exec(raw)?.[0].length ?? 0
    return { start, end: start + raw.length - trimmed, printed, isPerson: ofPeople.test(honorific), ...found }
  })

/** An office that stands right before a name, as an honorific does ("Commissioner Ada Roe"); empty for none. */
const officeBefore = (text: string, at: number): string => {
  const word = /(?<![\p{L}'’-])\p{Lu}\p{Ll}+ $/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? ''
  return holdsTitle(word) ? word : ''
}

interface Word {
  readonly text: string
  readonly at: number
}

/** "Minister Roe": an office and the name of a member, family name alone or more. */
const withOffice = (text: string, cast: Cast, [office, ...behind]: readonly Word[]): NameInText | null => {
  if (!office || !holdsTitle(office.text) || /[,.]$/.test(office.text)) return null
  const rest =
    /^pro$/i.test(behind[0]?.text ?? '') && /^tem(?:pore)?$/i.test(behind[1]?.text ?? '') ? behind.slice(2) : behind
  for (let length = rest.length; length > 0; length--) {
    const last = rest[length - 1]
    const raw = text.slice(rest[0]?.at, (last?.at ?? 0) + (last?.text.length ?? 0))
    const found = identify(cast, clean(raw))
    if (found.person === null) continue
    const end = (rest[0]?.at ?? 0) + clean(raw).length
    return { start: office.at, end, printed: clean(text.slice(office.at, end)), isPerson: true, ...found }
  }
  return null
}

const noTitle =
  /^(?:When|While|As|After|Before|Both|The|This|That|In|On|At|And|But|Then|Also|Thus|Today|Meanwhile|For|From|With|By|To|If|Since|However|So|Now|Former)$|[.,;:]$/

/** "City Attorney Roe", "Public Works Director Poe": an office with the words that stand before it in its title. */
const fromFirstWord = (text: string, name: NameInText, before: readonly Word[]): NameInText => {
  let start = name.start
  for (const word of [...before].reverse()) {
    if (noTitle.test(word.text) || !/^\p{Lu}[\p{L}-]+$/u.test(word.text)) break
    start = word.at
  }
  return start === name.start ? name : { ...name, start, printed: clean(text.slice(start, name.end)) }
}

/** The words of a run, for each paragraph that it runs through. */
const wordsOfLines = (run: RegExpMatchArray): Word[][] =>
  [...run[0].matchAll(/[^\n]+/g)].map((line) =>
    [...line[0].matchAll(/\S+/g)].map((each) => ({ text: each[0], at: (run.index ?? 0) + line.index + each.index })),
  )

const runsIn = once((of: HasText) => matchesAtCapitals(of, capitalized, goesOn).flatMap(wordsOfLines))

/** Full names of members, printed without an honorific: windows over runs of capitalized words that hold a member's word. */
const bareNames = (of: HasText, cast: Cast): NameInText[] => {
  const { text } = of
  const names: NameInText[] = []
  if (cast.members.length === 0) return names
  for (const words of runsIn(of)) {
    for (let i = 0; i < words.length - 1; i++) {
      const office = withOffice(text, cast, words.slice(i, i + 5))
      if (office) {
        names.push(fromFirstWord(text, office, words.slice(Math.max(0, i - 3), i)))
        continue
      }
      // A first name, an initial, or the family name first: no window begins with a word that no member has.
      if (!nameTokens(words[i]?.text ?? '').some((token) => token.length === 1 || cast.byToken.has(token))) continue
      for (let j = Math.min(words.length, i + 6); j >= i + 2; j--) {
        const [first, last] = [words[i], words[j - 1]]
        if (!first || !last) continue
        const raw = text.slice(first.at, last.at + last.text.length)
        const found = identify(cast, clean(raw))
        if (found.person === null || found.match === 'FAMILY_NAME') continue
        const start = first.at - officeBefore(text, first.at).length
        names.push({
          start,
          end: first.at + raw.length - (/['’]s?$/u.exec(raw)?.[0].length ?? 0),
          printed: clean(text.slice(start, first.at) + raw),
          isPerson: true,
          ...found,
        })
        i = j - 1
        break
      }
    }
  }
  return names
}

const capitals = /(?<![\p{L}\p{N}.&-])\p{Lu}[\p{L}]{1,4}(?![\p{L}\p{N}&-]|\.\p{L})/uy

/** The initials that the record says are somebody's: "NH reported". */
const initialsIn = (of: HasText, cast: Cast): NameInText[] =>
  cast.byAbbreviation.size === 0
    ? []
    : matchesAtCapitals(of, capitals).flatMap(({ 0: printed, index: start }) =>
        cast.byAbbreviation.has(printed)
          ? [{ start, end: start + printed.length, printed, isPerson: true, ...identify(cast, printed) }]
          : [],
      )

/** Every name of a person in a text, in order: with an honorific, the full name of somebody of the cast, or defined initials. */
export const namesInText = (of: HasText, cast: Cast): NameInText[] => {
  const named = [...titledNames(of, cast), ...bareNames(of, cast), ...initialsIn(of, cast)]
  const all = named.sort((a, b) => a.start - b.start || b.end - a.end)
  const names: NameInText[] = []
  for (const name of all) if (name.start >= (names.at(-1)?.end ?? 0)) names.push(name)
  return names
}
