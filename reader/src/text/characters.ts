/** What a UTF-16 code unit is, as bits that can be asked for together. A surrogate is no letter, and may be half of one. */
export const letter = 1
export const capital = 2
export const small = 4
export const digit = 8
export const space = 16
export const surrogate = 32
const known = 64

/** What each code unit is, as far as it has been asked. */
const kinds = new Uint8Array(0x10000)

const bits: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [letter, /\p{L}/u],
  [capital, /\p{Lu}/u],
  [small, /\p{Ll}/u],
  [digit, /\p{N}/u],
  [space, /\s/],
]

const learn = (code: number): number => {
  const char = String.fromCharCode(code)
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  const kind = bits.reduce(
    (sum, [bit, pattern]) => (pattern.test(char) ? sum | bit : sum),
    isSurrogate ? known | surrogate : known,
  )
  kinds[code] = kind
  return kind
}

/** The bits of a code unit. Text is gone through several times faster by these than by patterns of `\p{…}`. */
export const kindOf = (code: number): number => kinds[code] || learn(code)

/** Where white space ends that begins at an offset. */
export const skipSpace = (text: string, offset: number): number => {
  let at = offset
  while (at < text.length && (kindOf(text.charCodeAt(at)) & space) !== 0) at++
  return at
}

/** Where white space and some marks end that begin at an offset, before `end` at the latest. */
export const skipMarks = (text: string, offset: number, marks: string, end = text.length): number => {
  let at = offset
  while (at < end && ((kindOf(text.charCodeAt(at)) & space) !== 0 || marks.includes(text.charAt(at)))) at++
  return at
}

/** Whether a capital letter stands at an offset, or a surrogate, which may be half of one. */
export const isCapital = (text: string, at: number): boolean =>
  at < text.length && (kindOf(text.charCodeAt(at)) & (capital | surrogate)) !== 0
