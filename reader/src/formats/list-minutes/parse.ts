import type { SourceText } from '../../source.js'
import { assemble } from '../../turns/assemble.js'
import { type Block, numberedPieces, piecesOfBlock, plainText } from '../../turns/blocks.js'
import { labelOf, readDocumentParts, type TurnDocument } from '../../turns/document.js'
import { turnOfLabel, wordsAfter } from '../../turns/label-turn.js'
import type { Step, Turn } from '../../turns/script.js'
import type { SpeakerLabel } from '../../turns/survey.js'
import type { Reading, ReadingOptions } from '../format.js'
import { isRecorded, neighboursOf } from './items.js'
import { reportedItem } from './reported-items.js'

/** A list item that what follows may stand in. */
interface Open {
  readonly depth: number
  readonly turn: Turn | null
}

type Kind =
  | { readonly kind: 'section' }
  | { readonly kind: 'said'; readonly turn: Turn; readonly length: number }
  | { readonly kind: 'plain' }

interface Walk {
  readonly document: TurnDocument
  readonly labels: ReadonlyMap<Block, SpeakerLabel>
  readonly neighbours: ReturnType<typeof neighboursOf>
  readonly open: Open[]
  /** Of the last heading. */
  level: number
}

const anonymous = (): Turn => ({ printed: '', voices: [{ kind: 'anonymous' }], at: null, isDoubted: false })

/** Somebody's words without a label: an item between two turns that records no action, vote or decision. */
const isNobodys = ({ labels, neighbours }: Walk, block: Block): boolean => {
  const { before, after } = neighbours.get(block) ?? {}
  return before !== undefined && after !== undefined && labels.has(before) && labels.has(after)
}

/** What a list item is: a turn, a part of the turn that it stands in, a heading over others, or none of these. */
const itemKind = (walk: Walk, block: Block, text: string): Kind => {
  const label = walk.labels.get(block)
  const around = walk.open.at(-1)?.turn ?? null
  if (label) return { kind: 'said', turn: turnOfLabel(block, label), length: label.length }
  const isRecord = isRecorded(walk.document.source.text, block)
  const reported = isRecord ? null : reportedItem(walk.document.people.cast, text)
  if (reported) return { kind: 'said', ...reported }
  const isSentence = text.length > 60 && /[.?!]["”’)]?$/.test(text)
  if (!around && walk.neighbours.get(block)?.isParent && !isSentence && !labelOf(walk.document, block))
    return { kind: 'section' }
  if (isRecord || labelOf(walk.document, block)) return { kind: 'plain' }
  if (around) return { kind: 'said', turn: around, length: 0 }
  if (block.isBold && text.length <= 200) return { kind: 'section' }
  return isNobodys(walk, block) ? { kind: 'said', turn: anonymous(), length: 0 } : { kind: 'plain' }
}

const itemStep = (walk: Walk, block: Block): Step => {
  const pieces = piecesOfBlock(block)
  const text = plainText(walk.document.source.text, block)
  while ((walk.open.at(-1)?.depth ?? 0) >= block.depth) walk.open.pop()
  const found = itemKind(walk, block, text)
  walk.open.push({ depth: block.depth, turn: found.kind === 'said' ? found.turn : null })
  if (found.kind === 'section')
    return { kind: 'section', level: walk.level + block.depth, heading: text || '-', pieces }
  if (found.kind === 'plain') return { kind: 'paragraph', pieces, turn: null, words: [] }
  if (found.length === 0 && found.turn.at !== null) {
    const words = numberedPieces(walk.document.source.text, block)
    return { kind: 'paragraph', pieces: words, turn: found.turn, words }
  }
  return { kind: 'paragraph', pieces, turn: found.turn, words: wordsAfter(block, found.length) }
}

const stepOf = (walk: Walk, block: Block): Step => {
  const { source } = walk.document
  const pieces = piecesOfBlock(block)
  if (block.kind === 'heading') {
    walk.open.length = 0
    walk.level = block.level
    return { kind: 'section', level: block.level, heading: plainText(source.text, block) || '-', pieces }
  }
  if (block.kind === 'item') return itemStep(walk, block)
  const label = walk.labels.get(block)
  if (label) {
    const turn = turnOfLabel(block, label)
    walk.open.push({ depth: block.depth, turn })
    return { kind: 'paragraph', pieces, turn, words: wordsAfter(block, label.length) }
  }
  while ((walk.open.at(-1)?.depth ?? 0) > block.depth) walk.open.pop()
  const turn = block.depth > 0 || block.kind !== 'text' ? (walk.open.at(-1)?.turn ?? null) : null
  return { kind: 'paragraph', pieces, turn, words: turn ? pieces : [] }
}

/** The labels of blocks that have words behind them; a label before nothing but a link says who is to act. */
const labelsOf = (document: TurnDocument): Map<Block, SpeakerLabel> => {
  const { text } = document.source
  const labels = new Map<Block, SpeakerLabel>()
  for (const block of document.blocks) {
    const label = labelOf(document, block)
    const words = label ? wordsAfter(block, label.length) : []
    if (label && words.length > 0 && !/^\s*\[[^[\]]*\]\([^()\s]*\)[.\s]*$/.test(text.slice(...(words[0] ?? [0, 0]))))
      labels.set(block, label)
  }
  return labels
}

/** Reads minutes that are lists: agenda items, and in them turns ("ABC - …"), actions and decisions. */
export const parseListMinutes = (source: SourceText, options: ReadingOptions): Reading => {
  const document = readDocumentParts(source, { dashes: true, register: options.register?.(options.language) })
  const walk: Walk = {
    document,
    labels: labelsOf(document),
    neighbours: neighboursOf(document.blocks),
    open: [],
    level: 0,
  }
  return assemble({ ...document, steps: document.blocks.map((block) => stepOf(walk, block)) }, options)
}
