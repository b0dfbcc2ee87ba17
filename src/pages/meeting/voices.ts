import type { ReadRemark } from './load-meeting.js'

/** The number of colours, `c0` to `c7` in the style sheet. */
export const colours = 8

/** A key for the speaker: the person, else the body, else the record's words for them; null for nobody. */
export const voiceOf = ({ speaker, party, role, asPrinted }: ReadRemark): string | null =>
  (speaker && `person ${speaker.slug}`) ?? (party && `body ${party.slug}`) ?? role ?? asPrinted

/** The name to show for the speaker. */
export const nameOf = ({ speaker, party, role, asPrinted }: ReadRemark): string =>
  speaker?.name ?? party?.name ?? role ?? asPrinted ?? 'somebody whom the record does not name'

/**
 * Assigns each speaker of a meeting a colour from 0 to 7, the same throughout. In the order of the record, each gets the least used
 * colour that no other speaker in the same paragraph or in one beside it has. With more than eight speakers in a paragraph colours repeat, so colour must
 * never be the only distinction.
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

/** Those who speak in the same paragraph as each voice, or in the one before or behind it. */
function neighbours(paragraphs: readonly (readonly ReadRemark[])[]): Map<string, Set<string>> {
  const beside = new Map<string, Set<string>>()
  let before: string[] = []
  const note = (one: string, other: string) => {
    if (one === other) return
    beside.set(one, (beside.get(one) ?? new Set()).add(other))
    beside.set(other, (beside.get(other) ?? new Set()).add(one))
  }
  for (const remarks of paragraphs) {
    const voices = remarks.map(voiceOf).filter((voice) => voice !== null)
    if (voices.length === 0) continue
    for (const voice of voices) {
      if (!beside.has(voice)) beside.set(voice, new Set())
      for (const other of [...before, ...voices]) note(voice, other)
    }
    before = voices
  }
  return beside
}
