import type { ReadRemark } from './load-meeting.js'

/** So many colours there are: `c0` to `c7` of the style sheet. */
export const colours = 8

/** Who speaks, as one key: a person, else a body, else the words that the record has for them; null for nobody. */
export const voiceOf = ({ speaker, party, role, asPrinted }: ReadRemark): string | null =>
  (speaker && `person ${speaker.slug}`) ?? (party && `body ${party.slug}`) ?? role ?? asPrinted

/** What to call who speaks. */
export const nameOf = ({ speaker, party, role, asPrinted }: ReadRemark): string =>
  speaker?.name ?? party?.name ?? role ?? asPrinted ?? 'somebody whom the record does not name'

/**
 * A colour for each voice of a meeting, 0 to 7, the same wherever it speaks: in the order of the record, the one that is used
 * least among those that no voice of the same paragraph has. Voices beyond the eighth of one paragraph share colours, so that
 * nothing may be told by colour alone.
 */
export function coloursOf(paragraphs: readonly (readonly ReadRemark[])[]): Map<string, number> {
  const beside = neighbours(paragraphs)
  const used = Array.from({ length: colours }, () => 0)
  const colour = new Map<string, number>()
  for (const [voice, others] of beside) {
    const taken = new Set([...others].map((other) => colour.get(other)))
    const free = used.map((count, index) => ({ count, index })).filter(({ index }) => !taken.has(index))
    const least = (free.length > 0 ? free : used.map((count, index) => ({ count, index }))).reduce((best, each) =>
      each.count < best.count ? each : best,
    )
    colour.set(voice, least.index)
    used[least.index] = least.count + 1
  }
  return colour
}

function neighbours(paragraphs: readonly (readonly ReadRemark[])[]): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>()
  for (const remarks of paragraphs) {
    const voices = remarks.map(voiceOf).filter((voice) => voice !== null)
    for (const voice of voices) {
      const others = beside.get(voice) ?? new Set()
      for (const other of voices) if (other !== voice) others.add(other)
      beside.set(voice, others)
    }
  }
  return beside
}
