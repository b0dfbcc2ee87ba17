import { finding } from '../findings.js'
import type { Block } from '../outline/outline.js'
import { type Draft, passageOf, type Stretch } from '../proposal/draft.js'
import { piecesOf } from '../text/flow.js'
import { inlineLabels } from './inline.js'
import type { Label } from './label.js'
import { type LabelledSpeaker, speakerOfBars, speakerOfLabel } from './speaker.js'
import { labelKey, type Survey } from './survey.js'

interface Turn {
  readonly key: string
  readonly label: string
  readonly speaker: LabelledSpeaker
  readonly kind: Label['kind']
  readonly stretches: Stretch[]
}

/** A note of the record about the room: "[laughter]", "(presents slides)". */
const stageNote = /^[[(][^()[\]]{1,200}[\])]\.?$/
/** What goes on with the words before: "… and so on". */
const goesOn = /^(?:…|\.\.\.)\s*/

/** What a paragraph without a label does to the turn that is open. */
const continues = (block: Block, turn: Turn, survey: Survey): boolean => {
  if (goesOn.test(block.flow.text)) return true
  if (turn.kind === 'dash') return block.kind === 'code' || block.kind === 'quote'
  if (turn.kind === 'chat') return false
  if (block.kind === 'item' || block.kind === 'code' || block.kind === 'quote')
    return (
      block.kind !== 'item' ||
      turn.stretches.at(-1)?.block.kind !== 'item' ||
      block.level > (turn.stretches[0]?.block.level ?? 0)
    )
  return turn.kind === 'colon' || turn.kind === 'bold' ? !survey.repeats && block.kind !== 'row' : block.kind !== 'row'
}

const opensTurn = (label: Label, survey: Survey): boolean =>
  survey.speakers.has(labelKey(label.text)) ||
  (survey.kinds.has(label.kind) && (label.kind === 'chat' || label.kind === 'voice' || label.kind === 'stamped'))

/** Reads the turns of a record by their labels. Words below a label that cannot be read are nobody's, and a finding. */
export const readLabelled = (draft: Draft, survey: Survey): void => {
  const turns: Turn[] = []
  const speakers = new Map<string, LabelledSpeaker>()
  const spokenUnder = new Set<number>()
  let open: Turn | null = null
  const begin = (label: Label, stretches: Stretch[]): void => {
    const key = labelKey(label.text)
    const speaker =
      speakers.get(label.text) ??
      (label.kind === 'bars' ? speakerOfBars(draft, label.text) : speakerOfLabel(draft, label.text))
    speakers.set(label.text, speaker)
    if (open && open.key === key && !speaker.doubtful && isAdjacent(open, stretches)) open.stretches.push(...stretches)
    else {
      open = { key, label: label.text, speaker, kind: label.kind, stretches }
      turns.push(open)
    }
  }
  for (const block of draft.outline.blocks) {
    if (draft.taken.has(block.id)) continue
    const label = survey.labels.get(block.id)
    const { text } = block.flow
    if (label && opensTurn(label, survey)) {
      const own: Stretch[] = label.wordsAt < text.length ? [{ block, range: [label.wordsAt, text.length] }] : []
      begin(label, own)
    } else if (block.kind === 'heading') open = null
    else if (label && survey.kinds.has(label.kind) && label.kind !== 'heading' && isTurnLike(block, label)) {
      open = null
      draft.findings.push(
        finding(
          'UNREAD_LABEL',
          `“${label.text}” stands where a label would, and names nobody who can be told; its words are nobody's.`,
          piecesOf(block.flow, ...label.range),
        ),
      )
    } else if (stageNote.test(text)) continue
    else if (open !== null && continues(block, open, survey))
      (open as Turn).stretches.push({ block, range: [0, text.length] })
    else if (survey.repeats || (open as Turn | null)?.kind === 'dash') open = null
    if (open !== null && block.section !== null) spokenUnder.add(block.section)
  }
  addRemarks(
    draft,
    turns.flatMap((turn) => inlineLabels(draft, turn, survey, begun(draft))),
  )
  for (const id of spokenUnder) addTheme(draft, id)
}

const begun =
  (draft: Draft) =>
  (label: string): LabelledSpeaker =>
    speakerOfLabel(draft, label)

/** Whether a label that names nobody has words of a sentence behind it, as turns do. */
const isTurnLike = (block: Block, { wordsAt, text }: Label): boolean =>
  block.flow.text.length - wordsAt > 20 &&
  /^[\p{Lu}\d+]/u.test(text) &&
  text.split(/\s+/).length <= 5 &&
  !/^(?:action|decision|note|conclusion|resolution|agenda|topic|link|date|status|update)/i.test(text)

const isAdjacent = (turn: Turn, stretches: readonly Stretch[]): boolean => {
  const last = turn.stretches.at(-1)
  const first = stretches[0]
  return !last || !first || last.block.section === first.block.section
}

const addRemarks = (draft: Draft, turns: readonly Turn[]): void => {
  for (const { label, speaker, stretches } of turns) {
    const own = stretches.filter(({ block, range }) => /[\p{L}\p{N}]/u.test(block.flow.text.slice(...range)))
    if (own.length === 0) continue
    const [first] = own
    if (speaker.doubtful && first)
      draft.findings.push(
        finding(
          'UNREAD_LABEL',
          `“${label}” names a device or nobody who can be told; the words are left to nobody by name.`,
          piecesOf(first.block.flow, ...first.range),
        ),
      )
    draft.remarks.push({
      remark: draft.remarks.length + 1,
      by: [...speaker.by],
      ...passageOf(own),
      as: label,
      ...(speaker.role === null ? {} : { role: speaker.role }),
      ...(speaker.for.length > 0 ? { for: [...speaker.for] } : {}),
    })
  }
}

const addTheme = (draft: Draft, heading: number): void => {
  const block = draft.outline.blocks[heading - 1]
  if (!block || draft.taken.has(heading)) return
  draft.themes.push({ theme: `t${heading}`, title: block.flow.text, at: `${heading}` })
}

export type { Turn }
