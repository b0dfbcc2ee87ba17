import { plainLetters } from '../../ingest/names.js'

/** Stands for each UTF-16 unit of what was erased, so that every offset into a text stays what it was. */
export const mark = '█'

/** As long as the text, with its white space, and nothing else of it. */
export const masked = (text: string): string => text.replace(/\S/g, mark)

/** The printed forms of one person's name. */
export interface Forms {
  /** Of several words: they are the person's wherever they stand, in capitals or not. */
  full: readonly string[]
  /** Of one word, a family name: the person's as it is printed, or in capitals. */
  alone: readonly string[]
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** White space may be any, and none after a full stop; a word may be broken after its hyphen. */
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

/** Masks every form in a text, which keeps its length. */
export function eraserOf({ full, alone }: Forms): (text: string) => string {
  const patterns = [anyOf(full, 'giu'), anyOf([...alone, ...alone.map((form) => form.toUpperCase())], 'gu')]
  return (text) => patterns.reduce((rest, pattern) => (pattern ? rest.replace(pattern, masked) : rest), text)
}

/** Masks all strings in a value, keys too. */
export function maskValue(value: unknown, erase: (text: string) => string): unknown {
  if (typeof value === 'string') return erase(value)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, erase))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [erase(key), maskValue(part, erase)]))
}
