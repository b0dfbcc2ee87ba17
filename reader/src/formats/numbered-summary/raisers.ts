import { isNameShaped, isOfNameWords } from '../../attendees/person-shape.js'
import { isAcronym, isBody, isCountry } from '../../english/bodies.js'
import { isWholeTitle } from '../../english/titles.js'
import { fold, splitHonorific } from '../../names.js'
import type { Range } from '../../reported-speech/voice.js'

/** One of those whom a heading names: a person, a role, or a body. Offsets are into the text that it stands in. */
export interface Raiser {
  readonly kind: 'person' | 'role' | 'party'
  readonly start: number
  readonly end: number
  readonly printed: string
  /** The body whose role it is ("Representative of Kenya"). */
  readonly body: string | null
  /** The body that the raiser speaks for, where the heading says so ("Ms. Roe, on behalf of the Sample Union"). */
  readonly onBehalfOf: string | null
}

const role =
  /^(?:the\s+)?(?:co-?|vice-?|deputy\s+|acting\s+)?(?:chair(?:person|man|woman|s)?|moderator|facilitator|rapporteur|convenor|convener|president|secretary-general|secretary|executive secretary|director-general|secretariat|presenter|host|(?:permanent\s+)?representatives?|delegate|delegation|observer|spokes(?:person|man|woman))(?:\s+(?:of|from|for)\s+(?:the\s+)?(.+))?$/i
const filler =
  /^(?:and|with|also|raised by|proposed by|suggested by|supported by|seconded by|by|from|intervention by|comment by|question by|speakers?:?|raised:?)\s+/i
const nobody =
  /^(?:and\s+)?(?:others|(?:other|several|various|many|some|all)\s+(?:participants|speakers|delegates|delegations|members)|participants|various|several|general|all|et al\.?|inter alia)$/i
const plural = /^(?:Messrs|Mses|Drs|Profs|Professors|Ambassadors)\.?\s+/

/** Whom the cast of a record knows by a printed name, and which bodies it lists. */
export interface CastNames {
  readonly isPerson: (printed: string) => boolean
  readonly isParty: (printed: string) => boolean
}

const kindOf = (text: string, known: CastNames): Pick<Raiser, 'kind' | 'body'> | null => {
  const found = role.exec(text)
  const { honorific, name } = splitHonorific(text)
  if (honorific !== null && isOfNameWords(name) && !found) return { kind: 'person', body: null }
  if (known.isPerson(text)) return { kind: 'person', body: null }
  if (found)
    return { kind: 'role', body: found[1] && (isBody(found[1]) || known.isParty(found[1])) ? found[1].trim() : null }
  if (
    /^the\s/i.test(text) &&
    isWholeTitle(text.replace(/^the\s+\p{L}/iu, (start) => start.toUpperCase().replace(/^THE\s+/, '')))
  )
    return { kind: 'role', body: null }
  if (known.isParty(text) || isCountry(text)) return { kind: 'party', body: null }
  if (isNameShaped(text)) return { kind: 'person', body: null }
  return isAcronym(text) || (isBody(text) && /^(?:the\s+)?\p{Lu}/u.test(text)) ? { kind: 'party', body: null } : null
}

const separators = /\s*(?:;|\band\b|&|\/)\s*(?:and\s+)?|,\s+(?:and\s+)?/g

const partsOf = (text: string, [start, end]: Range, separator: RegExp): Range[] => {
  const parts: Range[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    parts.push([from, start + match.index])
    from = start + match.index + match[0].length
  }
  parts.push([from, end])
  return parts
}

const trimmed = (text: string, [start, end]: Range): Range => {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  const skipped = filler.exec(raw.trimStart())?.[0].length ?? 0
  return [start + lead + skipped, start + raw.trimEnd().length]
}

/** One stretch between semicolons: several names, or one with what it is ("Ms. A. Roe, Sample University"). */
const raisersIn = (text: string, range: Range, known: CastNames): Raiser[] | null => {
  const whole = text.slice(...range).trim()
  const single = kindOf(whole.replace(filler, ''), known)
  const raiser = (part: Range, kind: Pick<Raiser, 'kind' | 'body'>): Raiser => ({
    ...kind,
    onBehalfOf: null,
    start: part[0],
    end: part[1],
    printed: text.slice(...part),
  })
  const inner = partsOf(text, range, separators)
    .map((part) => trimmed(text, part))
    .filter(([a, b]) => a < b)
  if (single && (inner.length === 1 || (single.kind !== 'person' && isCountry(whole))))
    return [raiser(trimmed(text, range), single)]
  const raisers: Raiser[] = []
  let honorific = ''
  for (const part of inner) {
    const printed = text.slice(...part)
    if (nobody.test(printed)) continue
    honorific = plural.exec(printed)?.[0] ?? honorific
    const kind =
      kindOf(printed, known) ??
      (honorific !== '' && /^\p{Lu}[\p{L}'’-]+$/u.test(printed) ? { kind: 'person' as const, body: null } : null)
    const last = raisers.at(-1)
    // After a person's name, a body is where the person comes from, and what is neither is a title.
    if (last?.kind === 'person' && (kind === null || kind.kind !== 'person')) continue
    if (kind === null) return null
    raisers.push(raiser(part, kind))
  }
  return raisers.length > 0 ? raisers : null
}

const behalf = /,?\s+(?:speaking\s+)?on behalf of\s+(?:the\s+)?([^,;]+)/i

/** As `raisersIn`, each with the body that it speaks for. */
const raisersFor = (text: string, [start, end]: Range, known: CastNames): Raiser[] | null => {
  const match = behalf.exec(text.slice(start, end))
  if (!match) return raisersIn(text, [start, end], known)
  const named = raisersIn(text, [start, start + match.index], known)
  const last = named?.at(-1)
  if (!named || !last) return null
  const rest: Range = [start + match.index + match[0].length, end]
  const others = text.slice(...rest).trim() === '' ? [] : (raisersFor(text, rest, known) ?? [])
  return [...named.slice(0, -1), { ...last, onBehalfOf: match[1]?.trim() ?? null }, ...others]
}

/**
 * Those whom the words in a heading's parentheses name; null where they name nobody (an abbreviation, a year). `all` asks that
 * every stretch between semicolons names somebody.
 */
export const raisersOf = (text: string, range: Range, known: CastNames, all = false): Raiser[] | null => {
  const groups = partsOf(text, range, /\s*;\s*(?:and\s+)?/g).filter(([a, b]) => text.slice(a, b).trim() !== '')
  const found = groups.map((group) => raisersFor(text, group, known))
  if (all && found.some((raisers) => raisers === null)) return null
  const named = found.flatMap((raisers) => raisers ?? [])
  const areNobody = groups.length > 0 && groups.every(([a, b]) => nobody.test(text.slice(a, b).trim()))
  return named.length > 0 || areNobody ? named : null
}

/** Whether an abbreviation in parentheses is that of the words right before it ("Sample Review Panel (SRP)"). */
export const abbreviates = (words: string, inside: string): boolean => {
  const letters = inside.replace(/[^\p{Lu}]/gu, '').toLowerCase()
  if (letters.length < 2 || !/^[\p{Lu}\p{Ll}&.-]+s?$/u.test(inside)) return false
  const initials = fold(words)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
  const withoutSmall = fold(words.replace(/\b(?:of|the|and|for|on|in|to)\b/gi, ' '))
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
  return initials.endsWith(letters) || withoutSmall.endsWith(letters)
}
