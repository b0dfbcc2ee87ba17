import { holdsBodyWord, isAcronym, isCountry } from '../english/bodies.js'
import { fold, splitHonorific } from '../names.js'
import { isPersonName } from '../people/person-name.js'
import type { PersonLine } from '../proposal/proposal.js'
import { absentCues, groupLabels, officeWords, otherPresentLabels, presentCues, remoteCues } from './words.js'

export type Mode = NonNullable<PersonLine['mode']>

/** What a heading, or a label before a colon, says of those who are named under or behind it. */
export interface ListLabel {
  /** - `cue`: it says that people were there, or were not
   *  - `office`: which office they hold
   *  - `group`: a part of a list ("Members", "Staff")
   *  - `body`: for whom they are there */
  readonly kind: 'cue' | 'office' | 'group' | 'body'
  readonly mode: Mode | null
  readonly role: string | null
  readonly body: string | null
}

const label = (kind: ListLabel['kind'], more: Partial<ListLabel> = {}): ListLabel => ({
  ...{ kind, mode: null, role: null, body: null },
  ...more,
})

/** No longer label or heading opens a list, in words. */
const mostWords = 8
const numbering = /^(?:(?:annex|appendix|schedule|attachment|list) (?:[a-z0-9]{1,3} )?|(?:[0-9]+|[ivx]+) )/
const article = /^(?:the|our|list of|names of) /
/** A long heading that begins so names those whom it lists. */
const longOpening = /^(?:(?:list of )?(?:attendees|participants|delegates|speakers|persons present|members present))\b/
/** A sentence that announces a list. */
const announcing =
  /\b(?:following|those|were|was|also|who)\b.*\b(?:present|attend(?:ed|ance|ing)|took part|participat\w+|took the floor)\b/

/** Words that stand beside those for where somebody took part from: "via Zoom", "online guests". */
const besideRemote = new Set(
  'via by on the in and also joining call guests members people those dialling dialing'.split(' '),
)

const bareWords = (words: string): string => {
  const folded = fold(words.replace(/\([^()]*\)/g, ' '))
  return folded
    .replace(numbering, '')
    .replace(article, '')
    .replace(numbering, '')
    .replace(/ (?:were|was|are|included|include)$/, '')
}

/** Whether those under a label were there, remote or absent; null where it does not say. */
export const modeOfLabel = (words: string): Mode | null => {
  if (words.length > 240) return null
  const folded = bareWords(words)
  const tokens = folded.split(' ')
  const ends = [tokens[0] ?? '', tokens.at(-1) ?? '']
  if (longOpening.test(folded) && tokens.length <= 25) return 'PRESENT'
  if (tokens.length > mostWords) return announcing.test(folded) && tokens.length <= 25 ? 'PRESENT' : null
  const isNegated = /\bnot (?:present|in attendance|attending)\b|\bunable to attend\b|\bsorry not\b/.test(folded)
  if (isNegated || ends.some((end) => absentCues.has(end))) return 'APOLOGIES'
  const isPresent = tokens.some((token) => presentCues.has(token)) || otherPresentLabels.has(folded)
  const isRemote = tokens.some((token) => remoteCues.has(token)) && !/\bin person\b/.test(folded)
  if (isRemote && (isPresent || tokens.every((token) => remoteCues.has(token) || besideRemote.has(token))))
    return 'REMOTE'
  if (!isPresent) return null
  const isShort = tokens.length <= 4 || announcing.test(folded)
  return isShort || ends.some((end) => presentCues.has(end)) ? 'PRESENT' : null
}

const forBody = /^(?:present |attending |in attendance |appearing )?(?:for|on behalf of|representing) (?:the )?(.+)$/i
const side = /^(?:the )?(?:delegation|representatives?|mission) (?:of|from) (?:the )?(.+)$/i

/** The body that a line over or before people names: "Ministry of Rivers", "For the Applicant, Mill Ltd", "Norway". */
const bodyOfLabel = (words: string): string | null => {
  const named = forBody.exec(words)?.[1] ?? side.exec(words)?.[1]
  if (named !== undefined) return named.split(/,\s+/).at(-1)?.trim() ?? null
  if (splitHonorific(words).honorific !== null || isPersonName(words.split(/[,(]/)[0] ?? '')) return null
  return words.length < 90 && (isCountry(words) || isAcronym(words) || holdsBodyWord(words)) ? words : null
}

/** Labels of lists of bodies, in which no people stand. */
const bodyLists =
  /\b(?:states|countries|territories|governments|organi[sz]ations|parties|institutions|companies|associations|bodies|agencies|firms|nations)$/

export const isOfBodies = (words: string): boolean => bodyLists.test(fold(words))

const isOffice = (words: string, folded: string): boolean => {
  const tokens = folded.split(' ')
  const isEnding = tokens.length <= 3 && officeWords.has(tokens.at(-1) ?? '') && !/[,(–—-]/.test(words)
  return officeWords.has(folded) || (isEnding && !isPersonName(words.replace(/\s+\S+$/, '')))
}

/** What a label says; null where it opens, or goes on with, no list by its words alone. */
export const labelOf = (printed: string): ListLabel | null => {
  if (printed.length > 240 || /:\s/.test(printed)) return null
  const words = printed.replace(/[*_:]+$/g, '').trim()
  const folded = bareWords(words)
  if (folded === '') return null
  const mode = modeOfLabel(words)
  const body = forBody.test(words) ? bodyOfLabel(words) : null
  if (mode !== null) return label('cue', { mode, body })
  if (isOffice(words, folded)) return label('office', { role: words.replace(/\(s\)$/, '') })
  if (groupLabels.has(folded) || /^(?:i{1,3}|iv|v|vi)$/.test(folded)) return label('group')
  const own = bodyOfLabel(words)
  return own === null ? null : label('body', { body: own })
}

/** A label and where the words behind it begin. */
export interface LabelAt {
  readonly words: string
  readonly at: number
}

const byColon = /^\p{L}[^:\n]{0,88}?\s*:(?:\s*[—–-])?(?=\s|$)\s*/u
const byDash = /^\p{L}[^–—:,]{1,50}?\s*[–—]\s+|^\p{L}[^–—:,]{1,50}?\s-\s+/u
const bare =
  /^(?:PRESENT|IN ATTENDANCE|ALSO PRESENT|APOLOGIES|ABSENT|REGRETS|Present|Regrets|Chair|Scribes?)\s+(?=[\p{L}@])/u

/** The label that a line begins with: "Present: ", "Present– ", "PRESENT Mr …". */
export const labelAt = (text: string): LabelAt | null => {
  const colon = byColon.exec(text)?.[0]
  if (colon !== undefined) return { words: colon.replace(/\s*:.*$/s, ''), at: colon.length }
  const found = byDash.exec(text)?.[0] ?? bare.exec(text)?.[0]
  return found === undefined ? null : { words: found.replace(/[\s–—-]+$/, ''), at: found.length }
}

const inner = /(?<=[.;)\]\p{L}\p{N}])\s+(?=(\p{Lu}[\p{L}'-]*(?:\s[\p{L}'-]+){0,3}):\s)/gu
/** A line by its labels: "Present: Ada Roe. Apologies: Bo Poe." is two. */
export const linesOf = (text: string): string[] => {
  if (text.length > 5_000) return [text]
  const lines: string[] = []
  let from = 0
  for (const found of text.matchAll(inner)) {
    const told = labelOf(found[1] ?? '')
    // An office by itself may belong to the words before it: "Q1 Chair: …"; behind the last name of a list it does not.
    const before = text.slice(from, found.index + found[0].length)
    const [name = '', ...others] = before.split(/[,:]\s/).reverse()
    const isParted =
      told?.kind === 'office' &&
      (/[.;]\s+$/.test(before) || (others.length > 1 && isPersonName(name, { single: true })))
    if (told?.kind !== 'cue' && told?.kind !== 'group' && !isParted) continue
    lines.push(text.slice(from, found.index))
    from = found.index + found[0].length
  }
  return [...lines, text.slice(from)]
}
