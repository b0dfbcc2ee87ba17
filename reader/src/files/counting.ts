const romanDigits = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const

const roman = (count: number): string => {
  let rest = count
  let numeral = ''
  for (const [digits, value] of romanDigits) {
    numeral += digits.repeat(Math.floor(rest / value))
    rest %= value
  }
  return numeral
}

const letters = (count: number): string =>
  (count > 26 ? letters(Math.floor((count - 1) / 26)) : '') + String.fromCharCode(97 + ((count - 1) % 26))

export type CountingStyle = 'decimal' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman'

/** A number as a list prints it; what a style has no sign for (0, or a Roman 4000) is printed in digits. */
export const printedCount = (count: number, style: CountingStyle): string => {
  if (style === 'decimal' || count < 1 || count > 3999) return String(count)
  const printed = style.endsWith('roman') ? roman(count) : letters(count)
  return style.startsWith('upper') ? printed.toUpperCase() : printed
}
