import { plainLetters } from '@rapporteur/reader/names'

/** Replaces each erased UTF-16 unit, so that all offsets into a text remain valid. */
export const mark = '█'

/** The text with everything but its white space masked, at the same length. */
export const masked = (text: string): string => text.replace(/\S/g, mark)

/** The printed forms of one person's name. */
export interface Forms {
  /** Forms of several words, which are the person's wherever they stand; matched regardless of case. */
  full: readonly string[]
  /** Forms of one word, such as a family name; matched as printed or in capitals. */
  alone: readonly string[]
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Matches any white space between words, possibly none after a full stop, and a line break after a hyphen. */
function patternOf(form: string): string {
  const words = form.trim().split(/\s+/u)
  return words
    .map((word, i) => {
      const end = i === words.length - 1 ? '' : word.endsWith('.') ? '\\s*' : '\\s+'
      return escaped(word).replaceAll('-', '-\\s*') + end
    })
    .join('')
}

function anyOf(forms: readonly string[], flags: string): RegExp | undefined {
  const distinct = [...new Set(forms.flatMap((form) => [form, plainLetters(form)]))].filter(
    (form) => form.trim() !== '',
  )
  if (distinct.length === 0) return undefined
  const longestFirst = distinct.sort((one, other) => other.length - one.length).map(patternOf)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, flags)
}

/** Returns a function that masks every form in a text; the text keeps its length. */
export function eraserOf({ full, alone }: Forms): (text: string) => string {
  const patterns = [anyOf(full, 'giu'), anyOf([...alone, ...alone.map((form) => form.toUpperCase())], 'gu')]
  return (text) => patterns.reduce((rest, pattern) => (pattern ? rest.replace(pattern, masked) : rest), text)
}

/** Masks all strings in a JSON value, including keys. */
export function maskValue(value: unknown, erase: (text: string) => string): unknown {
  if (typeof value === 'string') return erase(value)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, erase))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [erase(key), maskValue(part, erase)]))
}
