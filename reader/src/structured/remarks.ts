import type { Element } from '../layout.js'
import type { MeetingRecord, Pieces } from '../record.js'
import { textOf } from '../text/flow.js'
import type { HeldOffice } from './affiliations.js'
import type { Body, Item } from './body.js'
import { isChair } from './office.js'
import type { Speaker } from './speaker.js'
import type { Themes } from './themes.js'

/** The speakers of a turn; several speak the same words together. */
export type SpeakersOf = (turn: Element, label: Element | null, pieces: Pieces) => Speaker[]

export interface Spoken {
  readonly paragraphs: MeetingRecord['paragraphs']
  readonly utterances: MeetingRecord['utterances']
  readonly remarks: MeetingRecord['remarks']
  readonly offices: HeldOffice[]
}

interface Writing extends Spoken {
  readonly source: string
  readonly themes: Themes
  readonly speakersOf: SpeakersOf
  /** Positions of the remarks of the last questions, by section. */
  readonly questions: Map<number | null, number[]>
  /** The last turn was a question. */
  isAsking: boolean
}

type Place = Pick<MeetingRecord['remarks'][number], 'paragraph' | 'section' | 'theme'>

const addOffices = ({ offices }: Writing, speakers: readonly Speaker[], pieces: Pieces): void => {
  for (const { speaker, speakerRole } of speakers) {
    if (speaker === null || speakerRole === null || isChair(speakerRole)) continue
    offices.push({ person: speaker, title: speakerRole, pieces: pieces.slice(0, 1) })
  }
}

const addRemarks = (writing: Writing, item: Item, place: Place): void => {
  const { source, utterances, remarks, questions, speakersOf } = writing
  if (item.turn === null || item.turn.words.length === 0) return
  const { element, label, words } = item.turn
  const utterance = utterances.length + 1
  utterances.push({ position: utterance, text: textOf(source, words), pieces: words })
  const speakers = speakersOf(element, label, item.pieces.slice(0, 1))
  const isAnswer = element.name === 'answer'
  const inResponseTo = isAnswer ? (questions.get(item.section) ?? []) : []
  const kind = isAnswer ? 'RESPONSE' : 'STATEMENT'
  const scope = isAnswer ? null : speakers.length > 1 ? 'JOINT' : 'WHOLE'
  const positions = speakers.map((speaker) => {
    const position = remarks.length + 1
    remarks.push({ position, kind, scope, utterance, ...place, ...speaker, acts: [], stance: null, inResponseTo })
    return position
  })
  // Questions that follow each other are answered together.
  if (element.name === 'question')
    questions.set(item.section, [...(writing.isAsking ? (questions.get(item.section) ?? []) : []), ...positions])
  writing.isAsking = element.name === 'question'
  addOffices(writing, speakers, item.pieces)
}

/** Every turn and passage as a paragraph, and what is said in the turns. */
export const spokenRows = (source: string, body: Body, themes: Themes, speakersOf: SpeakersOf): Spoken => {
  const writing: Writing = {
    source,
    themes,
    speakersOf,
    paragraphs: [],
    utterances: [],
    remarks: [],
    offices: [],
    questions: new Map(),
    isAsking: false,
  }
  for (const item of body.items) {
    const position = writing.paragraphs.length + 1
    const section = item.section === null ? null : item.section + 1
    const theme = item.section === null ? null : (themes.ofSection[item.section] ?? null)
    const { pieces } = item
    const text = textOf(source, pieces)
    writing.paragraphs.push({ position, number: null, heading: null, section, theme, text, pieces })
    addRemarks(writing, item, { paragraph: position, section, theme })
  }
  return writing
}
