import type { SourceText } from '../source.js'
import type { Block } from './blocks.js'
import type { TurnDocument } from './document.js'

/** What is counted to tell records with turns from others. */
export interface Signs {
  readonly turns: number
  /** Of the words, those that stand in a turn. */
  readonly share: number
  readonly speakers: number
  readonly hasList: boolean
}

/** Whether a source is XML, or text with the tags of XML or HTML in it. */
export const markedUp = (source: SourceText): boolean =>
  source.layout.some(({ kind }) => kind === 'element') ||
  /^\s*<(?:\?xml|!doctype|[a-z]+[\s>:])/i.test(source.text.slice(0, 200))

const lengthOf = ({ rows }: Block): number => rows.reduce((sum, { start, end }) => sum + end - start, 0)

/** Counts the blocks that open a turn, and the words from each to the next heading or text that is no turn. */
export const countSigns = (document: TurnDocument, isTurn: (block: Block) => boolean): Signs => {
  let turns = 0
  let said = 0
  let all = 0
  let open = false
  const speakers = new Set<string>()
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      open = false
      continue
    }
    const length = lengthOf(block)
    all += length
    const [row] = block.rows
    if (isTurn(block)) {
      turns++
      open = true
      const label = row ? document.survey.at(row) : null
      if (label) speakers.add(label.printed)
    } else if (block.kind === 'text' && block.depth === 0 && !document.survey.isVerbatim) open = false
    if (open) said += length
  }
  return {
    turns,
    share: said / Math.max(1, all),
    speakers: speakers.size,
    hasList: document.present.attendees.length > 0,
  }
}

/** Fewer turns than this make no transcript. */
const fewest = 3

export const confidenceOf = ({ turns, share, speakers, hasList }: Signs): number => {
  if (turns === 0) return 0
  if (turns < fewest || speakers < 2) return Math.min(0.3, share * 0.3)
  return Math.min(1, 0.85 * Math.min(1, share / 0.8) + (hasList ? 0.1 : 0) + Math.min(0.05, turns / 1000))
}

/** No document with no more turns and speakers than these can be surer to be a transcript. */
export const mostSure = ({ turns, speakers }: Pick<Signs, 'turns' | 'speakers'>): number => {
  if (turns === 0) return 0
  return turns < fewest || speakers < 2 ? 0.3 : 1
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

export const reasonsOf = ({ turns, share, speakers, hasList }: Signs, what: string): string[] => [
  `${turns} ${what}`,
  ...(turns > 0 ? [`${percent(share)} of the words stand in such turns`, `${speakers} different labels`] : []),
  ...(hasList ? ['it has a list of those present'] : []),
]
