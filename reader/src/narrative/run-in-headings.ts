import { pastForms } from '../english/reporting-verbs.js'
import { splitHonorific } from '../names.js'
import type { Pieces } from '../record.js'
import { isHeadingText } from '../text/heading-text.js'
import type { Part } from './document.js'

/** No heading that is run into its paragraph is longer. */
const longestRunIn = 60

/** "3.2 Noise complaints. The Chair said …": how long the heading is that a numbered paragraph begins with; 0 for none. */
const runInLength = (source: string, pieces: Pieces): number => {
  const [[start, end] = [0, 0]] = pieces
  const match = /^([^.:;?!]{3,60})(?<!\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|St|Cllr|No))\.\s+(?=\p{Lu})/u.exec(
    source.slice(start, Math.min(end, start + longestRunIn + 10)),
  )
  const words = match?.[1] ?? ''
  const tells = words
    .split(/\s+/)
    .some((word) => pastForms.has(word) || /^(?:was|were|is|are|has|have|had|no|none|there)$/i.test(word))
  const isInitial = /(?:^|\s)\p{Lu}$/u.test(words) && !/\p{Ll}{3,},?\s\p{Lu}$/u.test(words)
  return match &&
    !isInitial &&
    words.split(/\s+/).length <= 8 &&
    isHeadingText(words) &&
    !tells &&
    splitHonorific(words).honorific === null
    ? match[0].length
    : 0
}

/** Headings that are run into numbered paragraphs, as sections of their own, where a record has several of them. */
export const withRunIns = (source: string, parts: readonly Part[]): Part[] => {
  const lengths = parts.map((part) =>
    part.kind === 'paragraph' && part.number !== null ? runInLength(source, part.pieces) : 0,
  )
  if (lengths.filter((length) => length > 0).length < 2) return [...parts]
  return parts.flatMap((part, i): Part[] => {
    const [first, ...others] = part.pieces
    const length = lengths[i] ?? 0
    if (part.kind !== 'paragraph' || !first || length === 0) return [part]
    const heading = source
      .slice(first[0], first[0] + length)
      .trimEnd()
      .replace(/\.$/, '')
    return [
      { kind: 'section', level: 9, heading, pieces: [[first[0], first[0] + heading.length + 1]] },
      { ...part, pieces: [[first[0] + length, first[1]], ...others] },
    ]
  })
}
