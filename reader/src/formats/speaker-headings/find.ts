import { fold } from '../../names.js'
import { type Block, plainText } from '../../turns/blocks.js'
import { type SpeakerHeading, speakerHeading } from './heading.js'

/** Headings of one look: of one level, or bold lines. */
interface Style {
  readonly of: Map<Block, { heading: SpeakerHeading; text: string }>
  all: number
}

/** The look of a heading, or of a line that may be one; null for other text. */
export const styleOf = (text: string, { kind, level, isBold, rows }: Omit<Block, 'depth'>): string | null => {
  if (kind === 'heading') return `heading ${level}`
  if (kind !== 'text' || rows.length > 1) return null
  if (isBold) return 'bold'
  return text.length <= 80 && !/[.,;!?]$/.test(text) && /^\p{Lu}/u.test(text) ? 'line' : null
}

/** Those of a style that name a speaker: of bare names only those that come again, unless most of the style are speakers. */
const speakersIn = ({ of, all }: Style): [Block, SpeakerHeading][] => {
  const times = new Map<string, number>()
  for (const { text } of of.values()) times.set(fold(text), (times.get(fold(text)) ?? 0) + 1)
  const isSure = ({ heading, text }: { heading: SpeakerHeading; text: string }) =>
    heading.isPlain || (times.get(fold(text)) ?? 0) > 1
  const found = [...of.entries()]
  const sure = found.filter(([, each]) => isSure(each))
  if (sure.length < 2) return []
  const isStyle = found.length >= all / 2
  return (isStyle ? found : sure).map(([block, { heading }]) => [block, heading])
}

/** The headings and bold lines of a document that say who speaks the words below. */
export const findSpeakers = (source: string, blocks: readonly Block[]): Map<Block, SpeakerHeading> => {
  const styles = new Map<string, Style>()
  for (const block of blocks) {
    if (block.kind !== 'heading' && block.kind !== 'text') continue
    const text = plainText(source, block)
    const name = styleOf(text, block)
    if (name === null) continue
    const style = styles.get(name) ?? { of: new Map(), all: 0 }
    styles.set(name, style)
    style.all++
    const heading = speakerHeading(text)
    if (heading) style.of.set(block, { heading, text })
  }
  return new Map([...styles.values()].flatMap(speakersIn))
}
