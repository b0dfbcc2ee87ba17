import type { VerbInText } from '../english/verb-group.js'
import type { MeetingRecord } from '../record.js'
import type { Speaker } from '../reported-speech/speakers.js'
import type { Range } from '../reported-speech/voice.js'
import type { Flow } from '../text/flow.js'

type Remark = MeetingRecord['remarks'][number]

/** Who speaks, and for whom. */
export type Said = Speaker & Pick<Remark, 'onBehalfOf'>

/** A part of a paragraph, no longer than a sentence, and what it says of who speaks. Ranges are into the paragraph's text. */
export type Stretch = { readonly range: Range } & (
  | {
      readonly kind: 'voice'
      readonly speakers: readonly Said[]
      readonly verbs: readonly VerbInText[]
      /** The record says that this answers what was said before. */
      readonly answers: boolean
      /**
       * It answers whoever spoke right before ("remark"), or whom a label says that it answers ("question"), or does if the place where it stands says
       * so ("place").
       */
      readonly mayAnswer?: 'remark' | 'question' | 'place'
    }
  /** "He added": whoever spoke last, unless the honorific says that this is no man; then the subject of the sentence before. */
  | {
      readonly kind: 'pronoun'
      readonly verbs: readonly VerbInText[]
      readonly gender?: 'f' | 'm' | null
      readonly orElse?: readonly Said[] | null
    }
  /** A plain sentence: inside a turn it goes on with it, at the start of a paragraph it is the record's own. */
  | { readonly kind: 'plain' }
  /** What the record tells itself, or reports of nobody whom it names. */
  | {
      readonly kind: 'nobody'
      readonly passage: { readonly kind: 'ANONYMOUS' | 'IMPERSONAL'; readonly wording: string } | null
    }
)

/** A paragraph as it is told, in its place. */
export interface Told {
  readonly paragraph: number
  readonly section: number | null
  readonly theme: string | null
  readonly flow: Flow
  /** As `Paragraph.text`: what is only for the eye left white. */
  readonly text: string
  /** It belongs to the paragraph before it: an item of a list that a speaker reads out, the rest of a sentence. */
  readonly goesOn: boolean
  /** Where it stands in a table of issues and responses. */
  readonly cell?: 'issue' | 'response' | undefined
  readonly stretches: readonly Stretch[]
}
