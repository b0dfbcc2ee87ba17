import { isCountry } from '../english/bodies.js'
import { isWholeTitle } from '../english/titles.js'
import { identify } from '../identity/within-meeting.js'
import { fold, splitHonorific } from '../names.js'
import type { Block, Outline } from '../outline/outline.js'
import { inReadingOrder, isPersonName } from '../people/person-name.js'
import type { Draft } from '../proposal/draft.js'
import { type Label, labelOf } from './label.js'
import { anonymousWords, fieldWords, roleLabels } from './words.js'

/** What labels a record's turns have. */
export interface Survey {
  /** By block id. */
  readonly labels: ReadonlyMap<number, Label>
  /** Folded labels that name who speaks. */
  readonly speakers: ReadonlySet<string>
  /** Labels of these kinds open a turn, whoever they name. */
  readonly kinds: ReadonlySet<Label['kind']>
  /** Speakers repeat their label on each paragraph, so that one without is nobody's. */
  readonly repeats: boolean
}

/** The key of a label: what is in parentheses behind a name, and numbers of times, left out. */
export const labelKey = (text: string): string => fold(text.replace(/\s*[([][^()[\]]*[)\]]\s*$/, '')) || text.trim()

export const bareLabel = (text: string): string => text.replace(/\s*[([][^()[\]]*[)\]]\s*$/, '').trim()

const initials = /^\p{Lu}[\p{L}\p{N}~]{1,4}(?:\s?[/&,+]\s?\p{Lu}[\p{L}\p{N}~]{1,4})*$/u
const nick = /^[\p{L}_][\p{L}\p{N}_.`^|\\{}[\]-]{1,24}$/u
const phone = /^\+?[\d ()*x-]{5,20}$/
const device =
  /\b(?:iphone|ipad|android|galaxy|phone|boardroom|conference room|meeting room|laptop|macbook|pc|room \d+|zoom user|caller|user \d+|guest \d*)\b/i

/** A device, a number or a room that stands where a name would. */
export const isDevice = (text: string): boolean => phone.test(text) || device.test(text)

export const isAnonymous = (text: string): boolean =>
  anonymousWords.has(fold(text)) || /^[?¿]+$/.test(text.trim()) || /^(?:unidentified|unknown|inaudible)\b/i.test(text)

const isField = (text: string): boolean => {
  const folded = fold(text)
  return (
    fieldWords.has(folded) ||
    /^(?:\d+|item \d+|step \d+|option \w|phase \d+|day \d+|part \d+)$/.test(folded) ||
    /^(?:action|decision|resolution|agenda|topic|issue|note|motion|aob|pr|rfc)s?\b/.test(folded)
  )
}

export const isRoleLabel = (text: string): boolean =>
  roleLabels.test(bareLabel(text)) ||
  (isWholeTitle(bareLabel(text)) && bareLabel(text).length < 60 && !isPersonName(bareLabel(text)))

/** How surely a label names who speaks, from 0 to 3, by itself. */
const sureness = ({ roster }: Draft, { text, kind }: Label): number => {
  const bare = bareLabel(text)
  if (isField(bare)) return 0
  const known = identify(roster.cast, bare).person
  if (known !== null) return 3
  if (kind === 'alone') return isRoleLabel(bare) ? 2 : 0
  if (kind === 'chat' || kind === 'voice' || kind === 'stamped')
    return isPersonName(inReadingOrder(bare), { single: true }) ||
      nick.test(bare) ||
      isDevice(bare) ||
      isRoleLabel(bare) ||
      isAnonymous(bare)
      ? 3
      : 1
  const { honorific } = splitHonorific(bare)
  if (honorific !== null && isPersonName(bare)) return 3
  if (isRoleLabel(bare)) return /^(?:the|mr|madam) /i.test(bare) || /^speaker \d+$/i.test(bare) ? 3 : 2
  if (initials.test(bare) && bare.length > 1) return 2
  if (isPersonName(inReadingOrder(bare), { single: false })) return 2
  if (isAnonymous(bare) || isDevice(bare)) return 1
  if (
    isPersonName(bare, { single: true }) ||
    (kind === 'colon' && nick.test(bare) && /^[a-z]/.test(bare)) ||
    isCountry(bare)
  )
    return 1
  return 0
}

const isSentence = ({ flow }: Block, { wordsAt }: Label): boolean => flow.text.length - wordsAt > 0

/** So many turns, of at least two different labels or one that repeats, make a labelled record. */
const least = { turns: 3, labels: 2 }

/**
 * Looks over all that stands where labels would, and says which of them name who speaks: those that the list of those present knows, those
 * that have the shape of a chat or a transcript, those that repeat. Null for a record whose turns are not labelled.
 */
export const surveyLabels = (draft: Draft): Survey | null => {
  const labels = new Map<number, Label>()
  const counts = new Map<string, { count: number; sure: number; kinds: Set<Label['kind']>; long: number }>()
  const { blocks } = draft.outline
  blocks.forEach((block, i) => {
    if (draft.taken.has(block.id)) return
    const label = labelOf(block)
    if (!label) return
    if (label.wordsAt >= block.flow.text.length && !opensNext(block, blocks[i + 1])) return
    const sure = label.kind === 'bars' ? barsSureness(draft, label) : sureness(draft, label)
    if (label.kind === 'heading' && sure < 2) return
    if (label.kind === 'bold' && label.wordsAt >= block.flow.text.length && sure < 2) return
    labels.set(block.id, label)
    const key = labelKey(label.text)
    const known = counts.get(key) ?? { count: 0, sure: 0, kinds: new Set(), long: 0 }
    known.count++
    known.sure = Math.max(known.sure, sure)
    known.kinds.add(label.kind)
    if (isSentence(block, label)) known.long++
    counts.set(key, known)
  })
  const speakers = speakersOf(counts)
  const turns = [...labels].filter(([, label]) => speakers.has(labelKey(label.text)))
  const distinct = new Set(turns.map(([, label]) => labelKey(label.text)))
  const share =
    turns.length / Math.max(1, blocks.filter(({ id, kind }) => kind !== 'heading' && !draft.taken.has(id)).length)
  const isLabelled =
    turns.length >= least.turns &&
    (distinct.size >= least.labels || turns.length >= 5) &&
    (share > 0.15 || (turns.length >= 12 && share > 0.05))
  if (!isLabelled) return null
  const kinds = new Map<Label['kind'], number>()
  for (const [, { kind }] of turns) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const main = new Set([...kinds].filter(([, count]) => count >= 3 && count * 8 >= turns.length).map(([kind]) => kind))
  return { labels, speakers, kinds: main, repeats: repeatsLabels(draft, labels, speakers) }
}

const barsSureness = (draft: Draft, label: Label): number => {
  const parts = label.text.split(/\s\|\s/).map((part) => part.trim())
  return parts.some((part) => sureness(draft, { ...label, text: part, kind: 'bold' }) >= 2) ||
    /\brepresentative\b/i.test(label.text)
    ? 3
    : 0
}

/** A label by itself labels what stands below it. */
const opensNext = (block: Block, next: Block | undefined): boolean =>
  next !== undefined && (next.kind !== 'heading' || next.level > block.level) && next.kind !== 'row'

type Counts = ReadonlyMap<
  string,
  { readonly count: number; readonly sure: number; readonly kinds: ReadonlySet<Label['kind']>; readonly long: number }
>

/** Whom the labels name, by how sure each is and how often it stands; once a record is plainly labelled, doubtful ones count too. */
const speakersOf = (counts: Counts): Set<string> => {
  const speakers = new Set<string>()
  const take = (test: (one: { count: number; sure: number }) => boolean) => {
    for (const [key, one] of counts) if (test(one)) speakers.add(key)
  }
  take(({ sure, count }) => sure >= 3 || (sure === 2 && count >= 2))
  const turns = [...counts].filter(([key]) => speakers.has(key)).reduce((sum, [, { count }]) => sum + count, 0)
  if (turns >= 4) take(({ sure }) => sure >= 2)
  if (turns >= 8) take(({ sure, count }) => sure >= 1 && count >= 2)
  if (turns === 0) take(({ sure, count }) => sure >= 1 && count >= 3)
  return speakers
}

/** Whether two paragraphs of one speaker in a row each have the label, in a record where few stand without one. */
const repeatsLabels = (draft: Draft, labels: ReadonlyMap<number, Label>, speakers: ReadonlySet<string>): boolean => {
  let [again, turns] = [0, 0]
  let before: string | null = null
  for (const { id, kind } of draft.outline.blocks) {
    const label = labels.get(id)
    const key = label && speakers.has(labelKey(label.text)) ? labelKey(label.text) : null
    if (key !== null) {
      turns++
      if (key === before) again++
      before = key
    } else if (kind === 'heading') before = null
  }
  return turns > 20 && again * 20 >= turns
}

/** Whether a document is captions in which nobody is named: cues, and none with a voice or a label. */
export const isCaptionsWithoutSpeakers = ({ blocks }: Outline): boolean => {
  const cues = blocks.filter(({ kind }) => kind === 'cue')
  return (
    cues.length > 2 &&
    cues.length * 2 > blocks.length &&
    cues.every(
      (block) =>
        block.strong[0]?.[0] !== 0 &&
        !/^(?:-\s*)?\p{Lu}[\p{L}.' ]{1,40}:\s/u.test(block.flow.text) &&
        !/^<|^\[[^\]]{2,40}\]:?\s*\S/.test(block.flow.text),
    )
  )
}
