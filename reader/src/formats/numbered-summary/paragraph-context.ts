import type { Finding } from '../../findings.js'
import type { Cast } from '../../identity/within-meeting.js'
import type { Bodies } from '../../people/bodies.js'
import type { Turns } from '../../reported-speech/turns.js'
import type { VoiceContext } from '../../reported-speech/voice.js'
import type { Flow } from '../../text/flow.js'
import type { ParagraphHead } from './heading.js'

/** What the remarks of one paragraph are made from. */
export interface ParagraphContext {
  readonly source: string
  readonly flow: Flow
  readonly head: ParagraphHead
  readonly turns: Turns
  /** What its voices are told with. */
  readonly voices: VoiceContext
  readonly cast: Cast
  readonly bodies: Bodies
  readonly paragraph: number
  readonly section: number | null
  readonly theme: string | null
  readonly findings: Finding[]
}
