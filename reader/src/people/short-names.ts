import { isBody } from '../english/bodies.js'
import { fold } from '../names.js'
import type { Bodies } from './bodies.js'

const legalForm = /,?\s+(?:plc|PLC|Ltd|Limited|Inc|LLC|LLP|GmbH|AG|S\.?A|Corp|Co)\.?$/
const abbreviated = /\s*\((\p{Lu}[\p{L}\d&-]{1,9})\)$/u

/** How a body may be called for short: by its last word ("the Trust"), without its place, seat or legal form. */
const shortOf = (name: string): string[] => {
  const full = name.replace(abbreviated, '')
  const whole = full.replace(legalForm, '')
  const [abbreviation] = [abbreviated.exec(name)?.[1]]
  const [head = ''] = whole.split(/\s+(?:of|for)\s+/)
  const parts = whole.split(/,\s+/)
  const place = parts.length > 1 ? (parts.at(-1) ?? '').replace(/^.*\sof\s+/, '') : ''
  const words = head.split(/\s+/)
  const last = words.at(-1) ?? ''
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(' '))
  const ends = isBody(last) ? tails : []
  return [full, whole, head, place, ...(abbreviation === undefined ? [] : [abbreviation]), ...ends]
}

const defined = (text: string, name: string): string[] => {
  const at = text.indexOf(`${name} (`)
  const inside =
    at < 0
      ? null
      : /^\s\((?:hereinafter\s+)?["“'‘]?(?:the\s+)?(\p{Lu}[\p{L}\s&-]{1,40}?)["”'’]?\)/u.exec(
          text.slice(at + name.length, at + name.length + 60),
        )
  return inside ? [inside[1] ?? ''] : []
}

/** A list of abbreviations stands at the front, or before what needs it. */
const longestLook = 20_000
const glossary =
  /(?<!\p{L})(\p{Lu}[\p{L}\d&]{1,9})(?:\s+or\s+["“'](?:the\s+)?(\p{Lu}[\p{L} ]{1,30})["”'])?\s+[-–—=]\s+(?:the\s+)?(\p{Lu}[^;.()]{3,80})(?=[;.()]|$)/gu

/** "MG or “the Guild” - Mill Guild; QT - Quay Trust": what stands for each body, by its folded name. */
const glossaryIn = (text: string): Map<string, string[]> => {
  return new Map(
    [...text.slice(0, longestLook).matchAll(glossary)].map(([, letters = '', noun, name = '']) => [
      fold(name),
      noun === undefined ? [letters] : [letters, noun],
    ]),
  )
}

/**
 * Adds how a text may call the bodies of a record for short, where that can only be one of them: “the Office” as it defines it,
 * "the Trust" of the Mill Trust, "Halvic" of Halvic plc.
 */
export const addShortNames = (bodies: Bodies, source: string): void => {
  const meant = new Map<string, Set<string>>()
  const text = source.replace(/\s+/g, ' ')
  const listed = glossaryIn(text)
  for (const { name } of bodies.rows)
    for (const short of [...shortOf(name), ...defined(text, name), ...(listed.get(fold(name)) ?? [])]) {
      const key = fold(short)
      if (key !== '') meant.set(key, (meant.get(key) ?? new Set()).add(name))
    }
  for (const [key, names] of meant) {
    const [name = '', ...others] = names
    const row = bodies.byName.get(fold(name))
    if (others.length === 0 && row && !bodies.byName.has(key)) bodies.byName.set(key, row)
  }
}
