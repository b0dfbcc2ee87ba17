import { holdsTitle } from '../english/titles.js'
import { splitHonorific } from '../names.js'
import type { Block, Outline } from '../outline/outline.js'
import { identify } from '../people/within-meeting.js'
import type { Draft } from '../proposal/draft.js'
import { callsWitness } from './examination.js'
import type { Found, Survey } from './found-labels.js'
import { type Label, labelOf, type Mark } from './label.js'
import { jointParts, keyOf, type Nature, natureOf, partsOf } from './nature.js'
import { scribedLabel, scribesIn } from './scribes.js'
import { isInCapitals } from './words.js'

/** Marks that set off nothing but who speaks. */
const sureMarks: ReadonlySet<Mark> = new Set(['voice', 'chat', 'time', 'letter'])
const noSpeaker: ReadonlySet<Nature> = new Set(['field', 'words'])

const barNature = (draft: Draft, text: string): Nature => {
  const natures = text.split(/\s[|¦]\s/).map((part) => natureOf(draft.roster, part))
  if (natures.some((nature) => nature === 'known' || nature === 'titled' || nature === 'name')) return 'titled'
  return natures.includes('role') || /\b(?:representative|delegat\w+|observer)\b/i.test(text) ? 'role' : 'words'
}

const labelsIn = (draft: Draft): Map<number, Found> => {
  const labels = new Map<number, Found>()
  const natures = new Map<string, Nature>()
  const { blocks } = draft.outline
  blocks.forEach((block, i) => {
    if (draft.taken.has(block.id) || isOverTasks(draft.outline, block)) return
    const label = labelOf(block)
    if (!label || (label.wordsAt >= block.flow.text.length && !opensNext(block, label, blocks[i + 1]))) return
    if (label.mark === 'letter') {
      labels.set(block.id, { ...label, key: label.text, nature: 'role' })
      return
    }
    if (callsWitness(label.text)) return
    const nature =
      natures.get(label.text) ??
      (label.mark === 'bars' ? barNature(draft, label.text) : natureOf(draft.roster, label.text))
    natures.set(label.text, nature)
    labels.set(block.id, { ...label, key: keyOf(label.text), nature })
  })
  return withoutStrayLetters(withScribed(draft, labels))
}

/** Where many speak and one writes, whoever writes puts the speaker's name before the words: `<roe> Poe: It leaks.` */
const withScribed = (draft: Draft, labels: Map<number, Found>): Map<number, Found> => {
  const { blocks } = draft.outline
  const scribes = scribesIn(blocks, labels)
  for (const [id, label] of labels) {
    const inner = scribes.has(label.key) ? scribedLabel(blocks[id - 1], label) : null
    const nature = inner ? natureOf(draft.roster, inner.text) : 'words'
    if (inner && !noSpeaker.has(nature)) labels.set(id, { ...inner, nature, scribe: label.key })
  }
  return labels
}

/** "A. Roe" is no answer: letters label turns where several are asked and answered. */
const withoutStrayLetters = (labels: Map<number, Found>): Map<number, Found> => {
  const letters = [...labels].filter(([, { mark }]) => mark === 'letter')
  const asked = letters.filter(([, { text }]) => text === 'Q').length
  if (asked < 2 || letters.length - asked < 2) for (const [id] of letters) labels.delete(id)
  return labels
}

/** Headings over lists of who is to do what: names there are no speakers. */
const ofTasks =
  /^(?:[\p{L}\d]{1,5}[.)]\s+)?(?:actions?(?: items?| points?| list)?|next steps|to[- ]?dos?|tasks?|follow[- ]?ups?)\b.{0,20}$/iu

const isOverTasks = ({ blocks }: Outline, { section }: Block): boolean =>
  section !== null && ofTasks.test(blocks[section - 1]?.flow.text ?? '')

/** A label by itself labels what stands below it. */
const opensNext = (block: Block, { mark }: Label, next: Block | undefined): boolean => {
  if (next === undefined || next.kind === 'row') return false
  if (mark === 'colon') return next.kind !== 'heading'
  return next.kind !== 'heading' || (block.kind === 'heading' && next.level > block.level)
}

/** What labels that nothing defines are weighed by. */
interface Signs {
  /** Labels that are speakers without any doubt. */
  readonly sure: number
  /** Labels of different people that have an honorific, an office or a body beside the name. */
  readonly titled: number
  /** Labels of different people that print a full name in bold before a colon, where most that is printed so is a name. */
  readonly bold: number
  /** The record prints what was said word for word. */
  readonly isSpeech: boolean
  /** These are a good part of all blocks that could have a label. */
  readonly isDense: boolean
  /** Words of the full names that labels print. */
  readonly nameWords: ReadonlySet<string>
  readonly counts: ReadonlyMap<string, number>
  /** Whether the record uses a word in small letters. */
  readonly isWord: (folded: string) => boolean
}

/** Whether a label names who speaks, by what its words are, how it is set off, and how often it stands. */
const isLikely = (
  { nature, mark, key, text, isBold }: Found,
  { sure, titled, bold, isSpeech, isDense, nameWords, counts, isWord }: Signs,
): boolean => {
  const count = counts.get(key) ?? 0
  // "PR - words" is somebody where others are labelled so, and no pull request.
  if (mark === 'dash' && /^\p{Lu}{2,3}$/u.test(text) && nature === 'field') return count > 2 && sure > 7
  if (noSpeaker.has(nature)) return false
  if (sureMarks.has(mark)) return nature !== 'bot'
  if (mark === 'comma') return nature === 'known'
  if (mark === 'stop' && !isInCapitals(text)) {
    const isFormal =
      nature === 'titled' || nature === 'role' || (nature === 'known' && splitHonorific(text).honorific !== null)
    return isSpeech && isFormal && (count > 1 || sure > 3)
  }
  const isOver = mark === 'over'
  switch (nature) {
    case 'known':
      return !isOver || count > 1 || sure > 3
    case 'titled':
      return count > 1 || sure > 1 || titled > 2 || (isSpeech && !isOver)
    case 'name':
      if (isBold && mark === 'colon' && bold > 1) return true
      if (mark === 'dash') return count > 2 && isDense
      return count > 1 || (!isOver && (sure > 7 || ((isDense || isSpeech) && sure > 2)))
    case 'initials':
      return !isOver && (count > 2 || sure > 7 || (count > 1 && !isWord(key)))
    case 'single':
    case 'nick':
      if (isOver || (isWord(key) && !(isDense && count > 1))) return false
      return (
        nameWords.has(key) || count > 2 || (isDense && (count > 1 || sure > 7) && (nature === 'single' || count > 1))
      )
    case 'role':
      // "Treasurer - the post is vacant" is about the office.
      if (isSpeech && mark === 'colon' && sure > 0) return true
      return mark === 'bars' || (isOver || mark === 'dash' ? count > 1 : count > 1 || sure > 2)
    case 'body':
      return count > 1 && sure > 2 && !holdsTitle(text)
    case 'device':
    case 'nobody':
      return sure > 1 && !isOver
    default:
      return false
  }
}

const namesInFull: ReadonlySet<Nature> = new Set(['known', 'titled', 'name'])

const canHaveLabel = ({ kind }: Block): boolean => kind !== 'heading' && kind !== 'row'

/** Tells whether the record uses a word in small letters; it is gone through once. */
const wordsOf = ({ source }: Outline): ((word: string) => boolean) => {
  let words: Set<string> | undefined
  return (word) => {
    words ??= new Set(source.text.match(/(?<![\p{L}\p{N}_.@#<-])\p{Ll}{2,}(?![\p{L}\p{N}_:>])/gu) ?? [])
    return words.has(word)
  }
}

/** So many of a hundred words of speech are "I"; minutes, which report, hardly have one. */
const firstPersonShare = 0.6

/** Whether a record prints what was said word for word: its people say "I". */
const printsSpeech = ({ blocks }: Outline): boolean => {
  let [words, own] = [0, 0]
  for (const { flow } of blocks) {
    words += flow.text.match(/\S+/g)?.length ?? 0
    own += flow.text.match(/(?<![\p{L}\p{N}.(])I(?![\p{L}\p{N}.)])/gu)?.length ?? 0
  }
  return own * 100 > firstPersonShare * words
}

const speakersIn = (draft: Draft, labels: ReadonlyMap<number, Found>, isSpeech: boolean): Set<string> => {
  const all = [...labels.values()]
  const counts = new Map<string, number>()
  for (const { key } of all) counts.set(key, (counts.get(key) ?? 0) + 1)
  const nameWords = new Set<string>()
  for (const { key, nature } of all)
    if (nature === 'name' || nature === 'titled') for (const word of key.split(' ')) nameWords.add(word)
  const lines = draft.outline.blocks.filter((block) => canHaveLabel(block) && !draft.taken.has(block.id)).length
  const isWord = wordsOf(draft.outline)
  const distinct = (labels: readonly Found[]): number => new Set(labels.map(({ key }) => key)).size
  const colons = all.filter(({ mark }) => mark === 'colon')
  const titled = distinct(colons.filter(({ nature }) => nature === 'titled'))
  const inBold = colons.filter(({ isBold }) => isBold)
  const ofNames = inBold.filter(({ nature }) => namesInFull.has(nature))
  const bold = ofNames.length * 3 > inBold.length * 2 ? distinct(ofNames) : 0
  let signs: Signs = { sure: 0, titled, bold, isSpeech, isDense: false, nameWords: new Set(), counts, isWord }
  for (let round = 0; round < 3; round++) {
    const { sure } = signs
    const likely = all.filter((label) => isLikely(label, signs)).length
    signs = { ...signs, sure: likely, isDense: likely >= 0.4 * lines, nameWords: likely > 2 ? nameWords : new Set() }
    if (likely === sure) break
  }
  return new Set(all.filter((label) => isLikely(label, signs)).map(({ key }) => key))
}

/** Names with honorifics, offices, and full names are how verbatim records label turns. */
const isFormal = ({ nature, mark, text }: Found): boolean =>
  mark === 'voice' ||
  mark === 'time' ||
  mark === 'letter' ||
  mark === 'stop' ||
  mark === 'bars' ||
  nature === 'titled' ||
  nature === 'name' ||
  nature === 'role' ||
  (nature === 'known' && jointParts(partsOf(text).core).every((part) => /\s/.test(part)))

const isVerbatim = (turns: readonly Found[], isSpeech: boolean): boolean => {
  const repeated = turns.filter(({ key }, i) => key === turns[i - 1]?.key).length
  const formal = turns.filter(isFormal).length
  return (
    (isSpeech || turns.length > 1) && formal > 0.7 * turns.length && repeated < (isSpeech ? 0.3 : 0.1) * turns.length
  )
}

/** Turns that are a smaller part of a record than this make it a labelled one only where they stand all over it. */
const leastShare = 0.35

/** In how many tenths of the record's lines turns begin. */
const spreadOf = (places: readonly number[], lines: number): number =>
  new Set(places.map((place) => Math.floor((place * 10) / Math.max(10, lines)))).size

/** How labels are set off in records that are prose for the rest. */
const mixedMarks: ReadonlySet<Mark> = new Set(['colon', 'comma', 'bars', 'letter'])
const named: ReadonlySet<Nature> = new Set(['known', 'titled', 'name', 'initials', 'role', 'nobody', 'single'])

/** Whether so many turns make a labelled record, or a part of one; null for neither. */
const kindOf = (
  turns: readonly Found[],
  places: readonly number[],
  lines: number,
  isSpeech: boolean,
): 'labelled' | 'mixed' | null => {
  const distinct = new Set(turns.map(({ key }) => key)).size
  // A speech has many paragraphs, and one label.
  const formal = turns.filter((turn) => isFormal(turn) && turn.mark !== 'letter')
  if (isSpeech && turns.length > 0 && formal.length > 0.8 * turns.length) return 'labelled'
  const share = turns.length / Math.max(1, lines)
  if (turns.filter(({ mark }) => mark !== 'letter' && sureMarks.has(mark)).length * 2 > turns.length)
    return turns.length > 1 && (distinct > 1 || turns.length > 2) && share > 0.05 ? 'labelled' : null
  if (turns.length === 2 && distinct === 2 && share > 0.6) return 'labelled'
  const isSpread = turns.length > 7 && spreadOf(places, lines) > 6
  if (turns.length >= 3 && (distinct > 1 || turns.length > 4) && (share > leastShare || isSpread)) return 'labelled'
  const plain = turns.filter(({ mark, nature }) => mixedMarks.has(mark) && named.has(nature))
  return plain.length > 1 && new Set(plain.map(({ key }) => key)).size > 1 ? 'mixed' : null
}

/** Whether the record itself shows whose a label is: its list does, or a turn outside of lists. */
const isOwn = ({ roster }: Draft, { key, nature, text }: Found, outside: ReadonlySet<string>): boolean => {
  if (nature !== 'known') return false
  const { person } = identify(roster.cast, partsOf(text).core)
  return outside.has(key) || (person !== null && roster.cast.byKey.get(person)?.isListed === true)
}

/** Where turns are paragraphs, a label in a list opens one only if the record knows whose it is: "- Engine: fails" is a part of a turn. */
const dropListed = (draft: Draft, labels: Map<number, Found>, speakers: ReadonlySet<string>): void => {
  const listed = [...labels].filter(([id]) => draft.outline.blocks[id - 1]?.kind === 'item')
  const turns = [...labels.values()].filter(({ key }) => speakers.has(key)).length
  const inLists = listed.filter(([, { key }]) => speakers.has(key))
  if (inLists.length * 5 >= turns) return
  const inList = new Set(listed.map(([id]) => id))
  const outside = new Set([...labels].flatMap(([id, { key }]) => (inList.has(id) ? [] : [key])))
  for (const [id, label] of listed) if (!isOwn(draft, label, outside)) labels.delete(id)
}

/**
 * Looks over all that stands where labels would, and says which of them name who speaks: those that the list of those present knows,
 * those that are set off as nothing else is, those that repeat, and what is like them. Null for a record whose turns are not labelled.
 */
export const surveyLabels = (draft: Draft): Survey | null => {
  const labels = labelsIn(draft)
  const isSpeech = printsSpeech(draft.outline)
  const speakers = speakersIn(draft, labels, isSpeech)
  dropListed(draft, labels, speakers)
  const turns = [...labels.values()].filter(({ key }) => speakers.has(key))
  const lines = draft.outline.blocks.filter((block) => {
    const label = labels.get(block.id)
    return (label && speakers.has(label.key)) || (canHaveLabel(block) && !draft.taken.has(block.id))
  })
  const places = lines.flatMap(({ id }, i) => (speakers.has(labels.get(id)?.key ?? '') ? [i] : []))
  const kind = kindOf(turns, places, lines.length, isSpeech)
  if (kind === null) return null
  if (kind === 'mixed')
    for (const [id, { key, mark, nature }] of labels)
      if (speakers.has(key) && !(mixedMarks.has(mark) && named.has(nature))) labels.delete(id)
  const counts = new Map<Mark, number>()
  for (const { mark } of turns) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const marks = new Set(
    [...counts].filter(([, count]) => count >= 2 && count * 5 >= turns.length).map(([mark]) => mark),
  )
  return {
    labels,
    speakers,
    marks,
    isMixed: kind === 'mixed' || (!isVerbatim(turns, isSpeech) && !turns.some(({ mark }) => sureMarks.has(mark))),
    isVerbatim: kind === 'labelled' && isVerbatim(turns, isSpeech),
  }
}

/** So many labels that nothing but transcripts have make a document one. */
const leastOfTranscript = 3

/**
 * The blocks of a transcript or a chat, from the first label that times, brackets or a file's voices set off: what stands there is said,
 * and no list of people. Empty for other documents.
 */
export const transcriptBlocks = ({ blocks }: Outline): ReadonlySet<number> => {
  const labelled = blocks.filter((block) => {
    const mark = labelOf(block)?.mark
    return mark === 'voice' || mark === 'chat' || mark === 'time'
  })
  const first = labelled[0]?.id ?? 0
  const isOne = labelled.length >= leastOfTranscript && labelled.length * 5 > blocks.length - first
  return new Set(isOne ? blocks.flatMap(({ id, kind }) => (id >= first && kind !== 'heading' ? [id] : [])) : [])
}

/** Whether a document is captions in which nobody is named: cues, and none with a voice or a label. */
export const isCaptionsWithoutSpeakers = ({ blocks }: Outline): boolean => {
  const cues = blocks.filter(({ kind }) => kind === 'cue')
  if (cues.length * 2 <= blocks.length || cues.length === 0) return false
  const labels = cues.flatMap((block) => labelOf(block) ?? [])
  return labels.filter(({ mark }) => mark !== 'over' && mark !== 'paren').length < 2
}
