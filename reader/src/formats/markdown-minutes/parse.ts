import type { SourceText } from '../../source.js'
import { assemble } from '../../turns/assemble.js'
import { type Block, numberedPieces, piecesOfBlock, plain, plainText } from '../../turns/blocks.js'
import { isPresenterLine } from '../../turns/definitions.js'
import { labelOf, readDocumentParts, type TurnDocument } from '../../turns/document.js'
import { turnOfLabel, wordsAfter } from '../../turns/label-turn.js'
import { Examination } from '../../turns/questions.js'
import { isForScribe, isMarkedRecord, topicIn } from '../../turns/records.js'
import type { Step, Turn } from '../../turns/script.js'
import { isStageNote, notesIn } from '../../turns/stage-notes.js'
import type { SpeakerLabel } from '../../turns/survey.js'
import type { Reading, ReadingOptions } from '../format.js'

/** The turn that is going on while a document is gone through. */
interface Open {
  readonly turn: Turn
  /** Its label stands alone in its paragraph. */
  readonly isAlone: boolean
  /** Its label stands alone, or its last words announce something: what comes next is said by the same speaker. */
  goesOn: boolean
}

const announces = (source: string, block: Block): boolean =>
  /:\s*$/.test(source.slice(0, block.rows.at(-1)?.end ?? 0).slice(-4))

/** Lists, code and quotations under a label belong to its speaker; other words without a label are nobody's. */
const belongs = (block: Block, open: Open, isNote: boolean): boolean => {
  if (block.kind === 'text' && block.depth === 0) return open.goesOn && !isNote
  return true
}

/**
 * In a list, only somebody of whom the record says that the initials are theirs begins a turn; in a verbatim record also who
 * puts a numbered question to somebody.
 */
const isOpening = ({ people, survey }: TurnDocument, { parts, printed }: SpeakerLabel): boolean =>
  parts.every(({ text }) => people.cast.byAbbreviation.has(text)) ||
  (survey.isVerbatim && / to the \p{Lu}/u.test(printed))

/** A paragraph without a label is prose, and no remark of the note-taker, from this length on. */
const shortestProse = 60

/** For each block the label of the next turn, where only prose stands between: it may go on with the turn before. */
const labelsAhead = (document: TurnDocument): (string | null)[] => {
  const ahead: (string | null)[] = []
  let next: string | null = null
  for (let i = document.blocks.length - 1; i >= 0; i--) {
    const block = document.blocks[i]
    ahead[i] = next
    if (!block || block.kind === 'heading') next = null
    else if (labelOf(document, block)) next = labelOf(document, block)?.printed ?? null
    else if (block.kind === 'text') {
      const words = plainText(document.source.text, block)
      if (words.length < shortestProse || isStageNote(words)) next = null
    }
    if (block && block.kind !== 'heading' && next === null) ahead[i] = null
  }
  return ahead
}

const labelled = (
  document: TurnDocument,
  block: Block,
  open: Open | null,
  examination: Examination,
): { step: Step; open: Open } | null => {
  const { source, survey } = document
  const label = labelOf(document, block)
  if (
    label === null ||
    (block.kind === 'item' && !isOpening(document, label)) ||
    isPresenterLine(plainText(source.text, block))
  )
    return null
  const voices = examination.voicesOf(label) ?? undefined
  const turn = open?.turn.printed === label.printed ? open.turn : turnOfLabel(block, label, voices)
  const words = wordsAfter(block, label.length)
  const goesOn = survey.isVerbatim || words.length === 0 || announces(source.text, block)
  return {
    step: { kind: 'paragraph', pieces: piecesOfBlock(block), turn, words },
    open: { turn, isAlone: words.length === 0, goesOn },
  }
}

/** What a program writes into a chat is nobody's, and interrupts nobody. */
const isOfBot = (document: TurnDocument, block: Block): boolean =>
  labelOf(document, block)?.parts.every(({ kind }) => kind === 'bot') ?? false

/** What a block says behind its label. */
const wordsOf = (document: TurnDocument, block: Block): string => {
  const { text } = document.source
  const label = labelOf(document, block)
  const words = plainText(text, block)
  if (!label) return words
  const [row, ...others] = block.rows
  // What is printed without any signs is without them in part, too.
  if (row && others.length === 0 && words === text.slice(row.start, row.end)) return words.slice(label.length).trim()
  return plain(text, wordsAfter(block, label.length))
}

const isRecordOf = (document: TurnDocument, block: Block, words: string): boolean => {
  if (block.kind !== 'text') return false
  // What somebody proposes in a chat is theirs.
  if (/^PROPOSED\b/.test(words) && labelOf(document, block)?.mark === 'bracket') return false
  return isMarkedRecord(words) || (labelOf(document, block)?.mark === 'bracket' && isForScribe(words))
}

const topicOf = (block: Block, words: string): string | null =>
  block.kind === 'text' && block.rows.length === 1 ? topicIn(words) : null

const stepsOf = (document: TurnDocument): Step[] => {
  const text = document.source.text
  let open: Open | null = null
  const ahead = labelsAhead(document)
  const examination = new Examination()
  return document.blocks.map((block, i): Step => {
    const pieces = piecesOfBlock(block)
    if (block.kind === 'heading') {
      open = null
      const heading = plainText(text, block)
      examination.note(heading)
      return { kind: 'section', level: block.level, heading: heading || text.slice(...(pieces[0] ?? [0, 1])), pieces }
    }
    const said = block.kind === 'text' ? wordsOf(document, block) : ''
    if (isOfBot(document, block) || isRecordOf(document, block, said))
      return { kind: 'paragraph', pieces, turn: null, words: [] }
    const topic = topicOf(block, said)
    if (topic !== null) {
      open = null
      return { kind: 'section', level: document.lowestLevel + 1, heading: topic, pieces }
    }
    const turn = labelled(document, block, open, examination)
    if (turn) {
      open = turn.open
      return turn.step
    }
    const notes = notesIn(text, block)
    for (const note of notes ?? []) examination.note(note)
    if (open && (ahead[i] === open.turn.printed || belongs(block, open, notes !== null))) {
      open.goesOn =
        document.survey.isVerbatim || (block.kind === 'text' ? announces(text, block) : open.goesOn && open.isAlone)
      const words = numberedPieces(text, block)
      return { kind: 'paragraph', pieces: words, turn: open.turn, words }
    }
    // A note in the middle of what was announced: the words go on after it.
    if (open?.goesOn && notes) return { kind: 'paragraph', pieces, turn: open.turn, words: [] }
    open = null
    return { kind: 'paragraph', pieces, turn: null, words: [] }
  })
}

/** Reads minutes in which labels ("ABC: …") say who speaks, under headings that say what about. */
export const parseMarkdownMinutes = (source: SourceText, options: ReadingOptions): Reading => {
  const document = readDocumentParts(source, { register: options.register?.(options.language) })
  return assemble({ ...document, steps: stepsOf(document) }, options)
}
