import { citation } from '../../schema/citation.js'
import { permalink } from '../../schema/permalink.js'
import { type Html, html } from '../html.js'
import { type Block, blocksOf, grouped } from './blocks.js'
import type { ReadFinding } from './load-margins.js'
import type { ReadMeeting, ReadParagraph, ReadRemark, ReadSection, ReadTurn } from './load-meeting.js'
import type { ReadOutcome } from './load-outcomes.js'
import { type Mark, marked } from './marked.js'
import { note } from './notes.js'
import { outcomeNote } from './outcome-note.js'
import { coloursOf, nameOf, voiceOf } from './voices.js'

export interface RecordOptions {
  meeting: ReadMeeting
  paragraphs: readonly ReadParagraph[]
  turns: readonly ReadTurn[]
  outcomes: readonly ReadOutcome[]
  findings: readonly ReadFinding[]
  baseUrl: string
}

interface Making extends Omit<RecordOptions, 'outcomes'> {
  colours: ReadonlyMap<string, number>
  remarks: ReadonlyMap<string, ReadRemark>
  outcomes: ReadonlyMap<string, ReadOutcome>
  /** The next remark of the same speaker, by the id of a remark. */
  next: ReadonlyMap<string, ReadRemark>
}

/** The record as read: what precedes all sections, then the sections with their paragraphs. */
export function record(options: RecordOptions): Html[] {
  const blocks = blocksOf(options)
  const making: Making = {
    ...options,
    colours: coloursOf(blocks.map(({ remarks }) => remarks)),
    remarks: new Map(blocks.flatMap(({ remarks }) => remarks.map((remark) => [remark.id, remark]))),
    outcomes: new Map(options.outcomes.map((outcome) => [outcome.id, outcome])),
    next: nextBySpeaker(blocks.flatMap(({ remarks }) => remarks)),
  }
  const bySection = grouped(blocks, ({ section }) => section)
  const shown = (section: string | null) => (bySection.get(section) ?? []).map((block) => article(block, making))
  return [...shown(null), ...options.meeting.sections.flatMap((section) => [heading(section), ...shown(section.id)])]
}

/** For each remark the one with which its speaker goes on elsewhere. */
function nextBySpeaker(remarks: readonly ReadRemark[]): Map<string, ReadRemark> {
  const next = new Map<string, ReadRemark>()
  const last = new Map<string, ReadRemark>()
  for (const remark of remarks.toReversed()) {
    const voice = voiceOf(remark)
    if (voice === null) continue
    const later = last.get(voice)
    if (later) next.set(remark.id, later)
    last.set(voice, remark)
  }
  return next
}

/** Headings start at level 2, below the meeting's title. */
const heading = ({ id, level, heading, introduction }: ReadSection): Html => html`
${level <= 1 ? html`<h2 id="section-${id}">${heading}</h2>` : html`<h3 id="section-${id}">${heading}</h3>`}${
  introduction &&
  html`
<p class="intro">${introduction}</p>`
}`

function article(block: Block, making: Making): Html {
  const { id, position, number, remarks, outcomes } = block
  const marks = remarks.map((remark, index) => markOf(remark, index, block, making.colours))
  const place =
    position === null
      ? null
      : html`<a class="no" href="#paragraph-${id}" aria-label="Paragraph ${number ?? position}">${number ?? '¶'}</a>`
  return html`
<article class="p"${position === null ? null : html` id="paragraph-${id}"`}>${place ?? html`<span class="no"></span>`}<div class="t"><p>${marked(block, marks)}</p>${cited(block, making)}</div>${
    remarks.length + outcomes.length > 0
      ? html`<ol class="notes" aria-label="${notesLabel(block)}">${outcomes.map((outcome) => outcomeNote(outcome, making.outcomes))}${notes(block, marks, making)}</ol>`
      : null
  }</article>`
}

const notesLabel = ({ remarks, outcomes }: Block): string =>
  [outcomes.length > 0 ? 'What was decided' : null, remarks.length > 0 ? 'Who said it' : null]
    .filter(Boolean)
    .join('. ')

function markOf(remark: ReadRemark, index: number, { id }: Block, colours: Making['colours']): Mark {
  const voice = voiceOf(remark)
  const what = remark.kind === 'RESPONSE' ? 'answer by' : 'said by'
  return {
    letter: letterOf(index),
    colour: (voice !== null ? colours.get(voice) : undefined) ?? null,
    label: `${what} ${nameOf(remark)}`,
    note: `note-${id}-${letterOf(index)}`,
  }
}

/** a to z, then aa, ab and so on. */
export const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26))

function notes({ remarks, pieces }: Block, marks: readonly Mark[], { remarks: all, findings, next }: Making): Html[] {
  const [from = 0, to = 0] = [pieces[0], pieces.at(-1)]
  const here = findings.filter(({ pieces: [start = -1] }) => from <= start && start < to)
  return remarks.flatMap((remark, index) => {
    const mark = marks[index]
    if (!mark) return []
    const together = remarks.filter(({ id, utterance }) => utterance === remark.utterance && id !== remark.id)
    return [note({ remark, mark, all, next: next.get(remark.id), together, findings: aboutSpeaker(remark, here) })]
  })
}

/** The findings of the paragraph whose message contains the name as printed. */
const aboutSpeaker = ({ asPrinted }: ReadRemark, findings: readonly ReadFinding[]) =>
  asPrinted ? findings.filter(({ message }) => message.includes(asPrinted)) : []

/** The citation of a paragraph, with its full URL, and the ways to its original and to show its remarks elsewhere. */
function cited({ id, position, number, pieces, remarks }: Block, { meeting, baseUrl }: Making): Html | null {
  if (position === null) return null
  const dates = { date: dayOf(meeting.date), endDate: dayOf(meeting.endDate) }
  const text = citation({ meeting: { title: meeting.title, ...dates }, paragraph: { number, position } })
  const place = { kind: 'paragraph', id } as const
  const at = `${pieces[0] ?? 0}-${pieces.at(-1) ?? 0}`
  const apart = remarks.filter((one, i) => remarks.findIndex(({ utterance }) => utterance === one.utterance) === i)
  const embedded = apart.map((one) => html` · <a href="/embed/${one.id}">Embed ${letterOf(remarks.indexOf(one))}</a>`)
  return html`<details class="cite"><summary lang="en">Cite</summary><p>${text}. <a href="#paragraph-${id}">${permalink(baseUrl, meeting.slug, place)}</a></p><div lang="en"><a href="/meetings/${meeting.slug}/source?at=${at}#at">Original</a>${embedded}</div></details>`
}

const dayOf = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))
