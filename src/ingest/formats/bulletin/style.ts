import { isDelegation } from './groups.js'

/** How a bulletin sets off those who speak: by capitals, in bold, or not at all. */
export type Style = 'capitals' | 'bold' | 'plain'

const opening = /^(?:the\s+)?(\p{Lu}[\p{L}\d.’'&/-]*(?:\s(?:(?:and|of|the)\s)?\p{Lu}[\p{L}\d.’'/-]*){0,4})/iu

/** The longest beginning of a text that names a delegation; null where none does. */
export const delegationAtStart = (text: string): string | null => {
  const words = opening.exec(text.slice(0, 120))?.[1]
  if (words === undefined) return null
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1))
    if (isDelegation(words.slice(0, end))) return words.slice(0, end)
  return null
}

const isCapitals = (name: string): boolean => /\p{Lu}{4}/u.test(name) && name === name.toUpperCase()

/** How most paragraphs that begin with a delegation set it off. */
export const styleOf = (
  paragraphs: readonly { readonly text: string; readonly strong: readonly (readonly [number, number])[] }[],
): Style => {
  const counts = { capitals: 0, bold: 0, plain: 0 }
  for (const { text, strong } of paragraphs) {
    const from = text.length - text.trimStart().length
    const name = delegationAtStart(text.slice(from, from + 160))
    if (name === null) continue
    const isBold = strong.some(([start, end]) => start <= from + 4 && end > from && end - start < 60)
    counts[isBold ? 'bold' : isCapitals(name) ? 'capitals' : 'plain']++
  }
  if (counts.capitals >= 2 && counts.capitals >= counts.bold) return 'capitals'
  return counts.bold >= 2 ? 'bold' : 'plain'
}
