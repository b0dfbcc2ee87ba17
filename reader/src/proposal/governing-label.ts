import { commonWords } from '../english/common-words.js'
import { labelOf } from '../labelled/label.js'
import { jointParts, natureOf, partsOf } from '../labelled/nature.js'
import { fold } from '../names.js'
import type { Block, Outline } from '../outline/outline.js'
import { emptyRoster } from '../people/roster.js'
import type { Stretch } from './draft.js'

/** A label that says who speaks, and where the words begin that it labels. */
export interface SpeakerLabel {
  readonly block: number
  readonly text: string
  /** Whom it names, each by themselves: "Mr Roe and Ms Poe" are two. */
  readonly parts: readonly string[]
  readonly wordsAt: number
}

/** The labels of speakers in a record, by the block that they begin; null for a label that names no speaker. */
export type SpeakerLabels = ReadonlyMap<number, SpeakerLabel | null>

const marks: ReadonlySet<string> = new Set(['voice', 'chat', 'time', 'cell', 'colon', 'stop', 'bars'])
/** In a record with so many labels that name people, all that may be names are. */
const ofTranscript = 3

/** Words in small letters that a label may hold; with another it is a sentence: "Response by the Clerk", "The Clerk reported". */
const ofLabels = new Set(
  'the of for and to from in at on de del la le van von der den da di dos y e und et bin al el'.split(' '),
)
const isSentence = (text: string): boolean =>
  partsOf(text)
    .core.split(/[^\p{L}\p{M}’'-]+/u)
    .some((word) => /^\p{Ll}/u.test(word) && !ofLabels.has(word))

type Sure = 'sure' | 'perhaps' | null

/** Whether a label says who speaks by its words: a name with an honorific or an office does, other names may. */
const namesSpeaker = (text: string): Sure => {
  if (isSentence(text)) return null
  const nature = natureOf(emptyRoster(), text)
  if (nature === 'titled' || nature === 'role') return 'sure'
  const isWord = fold(text)
    .split(' ')
    .every((word) => commonWords.has(word))
  return nature === 'name' || (nature === 'single' && !isWord) ? 'perhaps' : null
}

/** The labels of a record that name who speaks. A name without an honorific is one where it labels twice, or many labels are names. */
export const speakerLabels = ({ blocks }: Outline): SpeakerLabels => {
  const found = blocks.flatMap((block: Block) => {
    const label = labelOf(block)
    if (!label) return []
    const isSpoken = block.kind !== 'heading' && marks.has(label.mark) && label.wordsAt < block.flow.text.length
    const sure = isSpoken ? namesSpeaker(label.text) : null
    return [{ block: block.id, label, sure, key: fold(partsOf(label.text).core) }]
  })
  const named = found.filter(({ sure }) => sure !== null)
  const counts = new Map<string, number>()
  for (const { key } of named) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isTranscript = named.length >= ofTranscript && named.length * 4 >= blocks.length
  const isSpeaker = ({ sure, key }: (typeof found)[number]) =>
    sure === 'sure' || (sure === 'perhaps' && (isTranscript || (counts.get(key) ?? 0) > 1))
  return new Map(
    found.map((one) => {
      const { text, wordsAt } = one.label
      const parts = [...new Set([text, ...jointParts(partsOf(text).core)])]
      return [one.block, isSpeaker(one) ? { block: one.block, text, wordsAt, parts } : null]
    }),
  )
}

/** A label inside of a block, from which on its own one holds no more. */
const innerLabel = /(?:^|[.!?]["”’)]?\s|\n)["“(]?\p{Lu}[^.:;!?\n]{0,60}:\s/u
const setOff = /^\s*[.:–—]/

/** Whether words of a passage name somebody by a label of their own: "Mr. Poe." inside of a block, in a line of its own. */
export const hasOwnLabel = (opening: string, forms: readonly string[]): boolean =>
  forms.some((form) => opening.startsWith(form) && setOff.test(opening.slice(form.length)))

/** So many blocks without a label may go on with what one labels. */
const longestTurn = 40

/** The label under which a passage begins: of its block, or of the nearest block before that has one. */
export const governingLabel = (
  { blocks }: Outline,
  labels: SpeakerLabels,
  { block, range: [start] }: Stretch,
): SpeakerLabel | null => {
  const own = labels.get(block.id)
  if (own) return innerLabel.test(block.flow.text.slice(own.wordsAt, start)) ? null : own
  if (innerLabel.test(block.flow.text.slice(0, start)) || labels.has(block.id)) return null
  for (let id = block.id - 1; id >= Math.max(1, block.id - longestTurn); id--) {
    const before = blocks[id - 1]
    if (!before || before.kind === 'heading' || before.section !== block.section) return null
    const label = labels.get(id)
    if (label === undefined) continue
    return label && innerLabel.test(before.flow.text.slice(label.wordsAt)) ? null : label
  }
  return null
}
