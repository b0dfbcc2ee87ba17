import { isStructuralHeading } from '../english/structural-headings.js'
import { finding } from '../findings.js'
import type { Block, Range } from '../outline/outline.js'
import { type Draft, passageOf, type Stretch } from '../proposal/draft.js'
import { noteListedOffices, noteOfficesIn } from '../prose/office-holders.js'
import { voiceContext } from '../prose/people.js'
import { piecesOf } from '../text/flow.js'
import { beginsGoingOn, continues, isRecorded, isStageNote, keysAhead, topicIn } from './continuing.js'
import { type Examination, examinationAfter, isWitnessLabel } from './examination.js'
import type { Found, Survey } from './found-labels.js'
import { inlineLabels } from './inline.js'
import { keyOf, partsOf } from './nature.js'
import { introduce, type LabelledSpeaker, speakerOfBars, speakerOfLabel } from './speaker.js'

interface Turn {
  readonly key: string
  readonly label: Found
  readonly speaker: LabelledSpeaker
  readonly opening: Block
  readonly stretches: Stretch[]
  readonly theme: string | null
  /** The question that it answers. */
  readonly answers: Turn | null
}

/** Labels behind which nobody's words stand, by key: where the first is, why, and how many. */
type Doubts = Map<string, { readonly label: Found; readonly block: Block; readonly why: string; count: number }>

/** What reading has come to, block by block. */
interface State {
  readonly draft: Draft
  readonly survey: Survey
  readonly speakers: Map<string, LabelledSpeaker>
  readonly turns: Turn[]
  readonly doubts: Doubts
  open: Turn | null
  /** Whose label stands alone right before: what stands there may be written for another. */
  writer: string | null
  /** Of whoever writes for others, the turn that was written last. */
  readonly scribed: Map<string, Turn>
  /** What is said next belongs to the open turn, whatever it is: its label stands alone, or its words end in a colon. */
  isAnnounced: boolean
  last: Block | null
  examination: Examination
  theme: string | null
}

const announces = (text: string): boolean => /:\s*$/.test(text.slice(-4))

/** Whom a label of an examination means: the letters by who examines and who was called, "THE WITNESS" likewise. */
const examinedSpeaker = ({ draft, examination }: State, { mark, text, key }: Found): LabelledSpeaker | null => {
  const isLetter = mark === 'letter' && /^[qa]$/i.test(text)
  if (!isLetter && !isWitnessLabel(partsOf(text).core)) return null
  const name = key === 'Q' ? examination.examiner : examination.witness
  if (name === null) return isLetter ? { by: [], as: text, role: null, for: [], doubt: null } : null
  const speaker = speakerOfLabel(draft, name)
  if (isLetter) return { ...speaker, as: '' }
  for (const line of draft.roster.persons)
    if (speaker.by[0] === line.person && !line.printed?.includes(text)) line.printed = [...(line.printed ?? []), text]
  return { ...speaker, as: text, role: null }
}

const speakerOf = (state: State, label: Found): LabelledSpeaker => {
  const examined = examinedSpeaker(state, label)
  if (examined) return examined
  const known = state.speakers.get(label.text)
  if (known) return known
  const made = label.mark === 'bars' ? speakerOfBars(state.draft, label.text) : speakerOfLabel(state.draft, label.text)
  state.speakers.set(label.text, made)
  return made
}

const doubtOf = ({ doubts }: State, label: Found, block: Block, why: string): void => {
  const known = doubts.get(label.key)
  if (known) known.count++
  else doubts.set(label.key, { label, block, why, count: 1 })
}

/** Opens a turn, or goes on with the same speaker's, where nothing of others stands between. */
const begin = (state: State, block: Block, label: Found, from: number, to: number): void => {
  const speaker = speakerOf(state, label)
  if (speaker.doubt !== null) doubtOf(state, label, block, speaker.doubt)
  const own: Stretch[] = from < to ? [{ block, range: [from, to] }] : []
  const { open } = state
  const isSame = open?.key === label.key && open.opening.section === block.section && speaker.doubt === null
  if (open && isSame && block.kind !== 'item' && label.mark !== 'letter') open.stretches.push(...own)
  else {
    const question =
      label.mark === 'letter' && label.key === 'A' ? state.turns.findLast(({ key }) => key === 'Q') : null
    state.open = {
      key: label.key,
      label,
      speaker,
      opening: block,
      stretches: own,
      theme: state.theme,
      answers: question ?? null,
    }
    state.turns.push(state.open)
  }
  state.isAnnounced = own.length === 0 || announces(block.flow.text.slice(from, to))
}

/** Gives a stretch of a block to the open turn, parted at the labels inside of it. */
const say = (state: State, block: Block, from: number): void => {
  const { speakers, marks } = state.survey
  const { text } = block.flow
  let at = from
  const isChat = state.open?.label.mark === 'chat'
  const signs = { isSpeaker: (key: string) => speakers.has(key), hasLetters: marks.has('letter'), isChat }
  for (const inner of inlineLabels(block.flow, from, signs)) {
    if (inner.start > at) state.open?.stretches.push({ block, range: [at, inner.start] })
    const mark = isChat ? 'chat' : /^[QA]$/.test(inner.text) ? 'letter' : 'colon'
    const key = mark === 'letter' ? inner.text : keyOf(inner.text)
    begin(state, block, { ...inner, key, mark, nature: 'titled' }, inner.wordsAt, inner.wordsAt)
    at = inner.wordsAt
  }
  if (at < text.length) state.open?.stretches.push({ block, range: [at, text.length] })
  state.isAnnounced = announces(text) || (state.isAnnounced && block.kind === 'code')
  state.last = block
}

/** Whether a label that is set off as the record's are opens a turn, though nothing tells whom it names. */
const isTurnLike = ({ marks, isVerbatim }: Survey, block: Block, label: Found): boolean => {
  const { mark, nature, text, wordsAt } = label
  if (!marks.has(mark) || mark === 'over' || nature === 'field' || nature === 'bot') return false
  if (mark === 'chat' || mark === 'voice' || mark === 'time') return true
  const words = text.split(/\s+/)
  // In the middle of a speech "There are two reasons: …" is no label.
  const most = isVerbatim ? 3 : 4
  return (
    words.length <= most &&
    block.flow.text.length - wordsAt > 0 &&
    /^[\p{Lu}\p{Lo}\d+?]/u.test(text) &&
    nature !== 'words'
  )
}

const opensTopic = (state: State, block: Block, words: string, from: number): boolean => {
  const title = topicIn(words)
  if (title === null) return false
  state.open = null
  state.theme = `t${block.id}`
  const at = block.sentences.find(({ range }) => range[1] > from)?.id ?? `${block.id}`
  state.draft.themes.push({ theme: state.theme, title, at })
  return true
}

/** What a block does: opens a turn, goes on with one, closes it, or says nothing. */
const read = (state: State, block: Block, next: Block | undefined, ahead: string | null): void => {
  const { survey } = state
  const { text } = block.flow
  const label = survey.labels.get(block.id)
  const isSpeaker = label !== undefined && survey.speakers.has(label.key)
  const from = label && (isSpeaker || survey.marks.has(label.mark)) ? label.wordsAt : 0
  const words = text.slice(from)
  if (block.kind !== 'heading' && (opensTopic(state, block, words, from) || opensTopic(state, block, text, 0))) return
  if (label?.nature === 'bot' && survey.marks.has(label.mark)) return
  if (block.kind !== 'heading' && (isRecorded(words) || (label?.nature === 'field' && isRecorded(text)))) {
    if (label?.mark !== 'chat') state.open = null
    return
  }
  if (label && /^by /i.test(label.text)) state.examination = examinationAfter(state.examination, label.text, '')
  if (label && isSpeaker) {
    const isOver = from >= text.length
    const goesOn = label.mark === 'chat' ? words : isOver ? next?.flow.text : undefined
    // Whoever takes notes writes "… and so on" for whom they wrote before.
    if (goesOn !== undefined && beginsGoingOn(goesOn) && (state.open || state.scribed.has(label.key))) {
      state.open = state.scribed.get(label.key) ?? state.open
      if (isOver) state.last = block
      else say(state, block, from)
      return
    }
    const scribe = label.scribe ?? (label.mark === 'colon' ? state.writer : null)
    state.writer = isOver && label.mark === 'time' ? label.key : null
    begin(state, block, label, from, from)
    if (scribe !== null && state.open) state.scribed.set(scribe, state.open)
    say(state, block, from)
    state.isAnnounced = from >= text.length || announces(text)
    return
  }
  const before = state.last?.flow.text ?? ''
  state.examination = examinationAfter(
    state.examination,
    label?.mark === 'colon' && from >= text.length ? label.text : text,
    before,
  )
  if (block.kind === 'heading') {
    ;[state.open, state.last, state.theme] = [null, block, null]
    return
  }
  if (isStageNote(text)) {
    if (!survey.isVerbatim && !state.isAnnounced) state.open = null
    return
  }
  if (label && isTurnLike(survey, block, label)) {
    doubtOf(state, label, block, `“${label.text}” stands where a label would, and names nobody who can be told`)
    state.open = null
    return
  }
  const { open, last, isAnnounced } = state
  const going = open && last ? { opening: open.opening, label: open.label, isAnnounced, last } : null
  if (going && continues(block, going, survey, ahead)) {
    const isListed = block.kind === 'item' && isAnnounced
    say(state, block, 0)
    state.isAnnounced ||= isListed
  } else {
    state.open = null
    state.last = block
  }
}

/**
 * Reads the turns of a record by their labels. Words below a label that cannot be read are nobody's, and a finding.
 *
 * @returns the ids of the blocks in which somebody speaks by a label, and of fields: what else stands there is no prose
 */
export const readLabelled = (draft: Draft, survey: Survey): ReadonlySet<number> => {
  const { blocks } = draft.outline
  noteListedOffices(draft.roster)
  for (const { flow } of openingOf(blocks, survey)) noteOfficesIn(voiceContext(flow, draft.roster), true)
  introduce(
    draft,
    [...survey.labels.values()].flatMap(({ key, mark, text }) =>
      survey.speakers.has(key) && mark !== 'bars' && mark !== 'letter' ? [text] : [],
    ),
  )
  const state: State = {
    draft,
    survey,
    speakers: new Map(),
    turns: [],
    doubts: new Map(),
    open: null,
    writer: null,
    scribed: new Map(),
    isAnnounced: false,
    last: null,
    examination: { examiner: null, witness: null },
    theme: null,
  }
  const ahead = keysAhead(blocks, survey)
  blocks.forEach((block, i) => {
    if (!draft.taken.has(block.id)) read(state, block, blocks[i + 1], ahead[i] ?? null)
  })
  addRemarks(draft, state.turns)
  for (const { label, block, why, count } of state.doubts.values())
    draft.findings.push(
      finding(
        'UNREAD_LABEL',
        `${why}; ${count === 1 ? 'the turn is' : `its ${count} turns are`} left to nobody by name.`,
        piecesOf(block.flow, ...label.range),
      ),
    )
  const said = state.turns.flatMap(({ opening, stretches }) => [opening.id, ...stretches.map(({ block }) => block.id)])
  const fields = [...survey.labels].filter(([, { nature, mark }]) => nature === 'field' && mark === 'colon')
  return new Set([...said, ...fields.map(([id]) => id)])
}

/** The blocks before the first turn, where a record may say who is in the chair. */
const openingOf = (blocks: readonly Block[], { labels, speakers }: Survey): readonly Block[] => {
  const first = blocks.findIndex(({ id }) => speakers.has(labels.get(id)?.key ?? ''))
  return blocks.slice(0, Math.max(0, Math.min(first, 60)))
}

const isSaid = ({ block, range }: Stretch): boolean =>
  /[\p{L}\p{N}]/u.test(block.flow.text.slice(...range)) || hasSign(block, range)

/** "+1" and "👍" are said too. */
const hasSign = ({ flow }: Block, range: Range): boolean => /\p{Extended_Pictographic}/u.test(flow.text.slice(...range))

const addRemarks = (draft: Draft, turns: readonly Turn[]): void => {
  const numbers = new Map<Turn, number>()
  const headings = new Set<number>()
  for (const turn of turns) {
    const own = turn.stretches.filter(isSaid)
    if (own.length === 0) continue
    const { speaker, theme } = turn
    const remark = draft.remarks.length + 1
    numbers.set(turn, remark)
    const question = turn.answers ? numbers.get(turn.answers) : undefined
    draft.remarks.push({
      remark,
      by: [...speaker.by],
      ...passageOf(own),
      ...(speaker.as === '' ? {} : { as: speaker.as }),
      ...(speaker.role === null ? {} : { role: speaker.role }),
      ...(speaker.for.length > 0 ? { for: [...speaker.for] } : {}),
      ...(question === undefined ? {} : { answers: [question] }),
      ...(theme === null ? {} : { theme }),
    })
    const over = topicOver(draft, turn.opening)
    if (over !== null) headings.add(over)
  }
  for (const id of [...headings].sort((a, b) => a - b)) addTheme(draft, id)
}

/** The nearest heading over a block that says what about: not "Questions and answers", which is a part of what stands over it. */
const topicOver = ({ outline, taken }: Draft, block: Block): number | null => {
  for (let id = block.section; id !== null; ) {
    const heading = outline.blocks[id - 1]
    if (!heading) return null
    if (!taken.has(id) && !isStructuralHeading(heading.flow.text)) return id
    id = heading.section
  }
  return null
}

const addTheme = ({ outline, themes }: Draft, id: number): void => {
  const heading = outline.blocks[id - 1]
  if (heading) themes.push({ theme: `t${id}`, title: heading.flow.text, at: `${id}` })
}
