import type { OutlineSection } from './outline.js'
import { type CastNames, type Raiser, raisersOf } from './raisers.js'

/** A section's heading that names who raised what stands below: "Metering (Prof. A. Roe; Mr. B. Poe)". */
export interface Raised {
  readonly title: string
  /** Their offsets are not those of a paragraph, and are 0. */
  readonly raisers: readonly Raiser[]
}

const withNames = /^(.{2,160}?)\s*\(([^()]{3,300})\)\s*:?$/u

/** Whom a section's heading names in parentheses, and its words without them; null where it names no person. */
export const raisedIn = ({ heading }: OutlineSection, known: CastNames): Raised | null => {
  const words = heading
    .map(({ text }) => text)
    .join(' ')
    .replace(/^#+\s*|\*\*|__/g, '')
    .replace(/^(?:\d+(?:\.\d+)*|[IVX]+|[A-Za-z])[.)]\s+/, '')
    .trim()
  const [, title = '', names = ''] = withNames.exec(words) ?? []
  const raisers = names === '' ? null : raisersOf(names, [0, names.length], known, true)
  if (raisers === null || !raisers.some(({ kind }) => kind === 'person')) return null
  return { title, raisers: raisers.map((raiser) => ({ ...raiser, start: 0, end: 0 })) }
}
