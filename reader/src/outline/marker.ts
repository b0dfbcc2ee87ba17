/** What a line begins with before its words: a bullet, a number, or both. */
export interface LineMarker {
  /** As printed, without white space around it. */
  readonly marker: string
  /** "5", "2.3", "a"; null for a bullet. */
  readonly number: string | null
  /** Markers of one style look alike. */
  readonly style: string
  /** How long it is, with the white space behind it. */
  readonly length: number
}

const bullet = /^(?:[-–—*•·◦▪●+]|\[[ xX]?\])(?=\s)\s+(?:\[[ xX]?\]\s+)?/
const figures = /^(?:¶+\s?|§\s?|para(?:graph)?\.?\s+)?([([])?(\d{1,4}(?:\.\d{1,3}){0,3})([a-z])?(\\?[.)\]:])?(\s+|$)/i
const letters = /^(\(?)([a-z]|[ivx]{2,5})([.)])\s+/i
const month =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october)\b/i
const otherMonth =
  /^(?:november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août)\b/i

const figuresAt = (text: string): LineMarker | null => {
  const match = figures.exec(text)
  if (!match) return null
  const [all, open = '', digits = '', letter = '', close = '', gap = ''] = match
  const isBare = open === '' && close === '' && !digits.includes('.') && !/^[¶§p]/i.test(all)
  const rest = text.slice(all.length)
  if (isBare && !/^(?:\t| {2,})/.test(gap)) return null
  if (month.test(rest) || otherMonth.test(rest) || rest === '' || (open !== '' && close === '')) return null
  // "10.30 pm" tells a time.
  if (close === '' && /^\d{1,2}\.\d{2}$/.test(digits) && /^(?:am|pm|hrs|h)\b/i.test(rest)) return null
  const depth = digits.split('.').length
  return { marker: all.trim(), number: `${digits}${letter}`, style: `${open}#${depth}${close}`, length: all.length }
}

const lettersAt = (text: string): LineMarker | null => {
  const match = letters.exec(text)
  if (!match) return null
  const [all, open = '', letter = '', close = ''] = match
  // "A. Roe" and "I. Poe" are people.
  if (open === '' && close === '.' && /^\p{Lu}/u.test(letter)) return null
  return { marker: all.trim(), number: letter, style: `${open}a${close}`, length: all.length }
}

/** The marker at the beginning of a line's text, or null. A bullet before a number is part of it: "- 5." */
export const markerAt = (text: string): LineMarker | null => {
  const sign = bullet.exec(text)?.[0] ?? ''
  const rest = text.slice(sign.length)
  const own = figuresAt(rest) ?? lettersAt(rest)
  if (own) return { ...own, marker: `${sign}${own.marker}`, length: sign.length + own.length }
  return sign === '' ? null : { marker: sign.trim(), number: null, style: sign.charAt(0), length: sign.length }
}

/** Numbers to count by: "2.3" is [2, 3], "4a" is [4, 1], "c" is [3]. */
const countsOf = (number: string): number[] =>
  (number.match(/\d+|[a-z]/gi) ?? []).map((part) =>
    /\d/.test(part) ? Number(part) : part.toLowerCase().charCodeAt(0) - 96,
  )

/** A number may leave out so many before it: paragraphs that a page lost. */
const widestLeap = 3

/**
 * Which markers count on, told as they come: a number stands for a paragraph where it is the first of its kind or follows one, and
 * one of another sort ("2019.", "(C)") only where nothing stands right before it that it could be part of.
 */
export const markerCounter = (): ((marker: LineMarker, isFree: boolean) => boolean) => {
  const last = new Map<string, readonly number[]>()
  return ({ number, style }, isFree) => {
    if (number === null) return isFree
    const own = countsOf(number)
    const [head = 0] = own
    const before = last.get(style)
    const isLetter = style.includes('a')
    const follows = before !== undefined && head - (before[0] ?? 0) <= widestLeap && isAfter(own, before)
    const isFirst = own.at(-1) === 1 || /^i$/i.test(number)
    const isPlain = isLetter ? style.startsWith('(') : head < 1000
    if (!(follows || (isFree && (isFirst || isPlain || isRoman(number, before))))) return false
    last.set(style, own)
    return true
  }
}

const isRoman = (number: string, before: readonly number[] | undefined): boolean =>
  before !== undefined && /^[ivx]+$/i.test(number)

const isAfter = (own: readonly number[], before: readonly number[]): boolean => {
  for (let i = 0; i < own.length; i++) {
    const difference = (own[i] ?? 0) - (before[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return own.length > before.length
}
