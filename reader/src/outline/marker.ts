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
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|januar|februar|märz|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero)/i

const figuresAt = (text: string): LineMarker | null => {
  const match = figures.exec(text)
  if (!match) return null
  const [all, open = '', digits = '', letter = '', close = '', gap = ''] = match
  const isBare = open === '' && close === '' && !digits.includes('.') && !/^[¶§p]/i.test(all)
  const rest = text.slice(all.length)
  if (isBare && !/^(?:\t| {2,})/.test(gap)) return null
  if (month.test(rest) || rest === '' || (open !== '' && close === '')) return null
  // "10.30 The chair …" tells a time, "1.2 million" a sum: a number with a point needs a stop, or a part of two figures at most.
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
