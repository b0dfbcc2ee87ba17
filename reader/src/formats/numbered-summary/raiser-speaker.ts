import { type Cast, roleHolder } from '../../identity/within-meeting.js'
import { bodyKey } from '../../people/bodies.js'
import type { MeetingRecord } from '../../record.js'
import {
  officeSpeaker,
  personSpeaker,
  printedKey,
  type Speaker,
  type SpeakerContext,
  speakerKey,
} from '../../reported-speech/speakers.js'
import type { Raiser } from './raisers.js'

type Remark = MeetingRecord['remarks'][number]

/** A raiser as a speaker, with the body that the raiser speaks for. */
export const raiserSpeaker = (context: SpeakerContext, raiser: Raiser): Speaker & Pick<Remark, 'onBehalfOf'> => ({
  ...speakerOfRaiser(context, raiser),
  onBehalfOf: raiser.onBehalfOf === null ? [] : [bodyKey(context.bodies, raiser.onBehalfOf)],
})

const speakerOfRaiser = (context: SpeakerContext, raiser: Raiser): Speaker => {
  if (raiser.kind === 'person') return personSpeaker(context, raiser)
  const bare = raiser.printed.replace(/^the\s+/i, '')
  const role = raiser.kind === 'role' ? bare.replace(/\s+(?:of|from|for)\s.*$/i, '') : null
  return officeSpeaker(context, { printed: raiser.printed, role, body: raiser.kind === 'party' ? bare : raiser.body })
}

/** What tells a raiser apart from other speakers. */
export const raiserKey = (cast: Cast, raiser: Raiser): string => {
  const holder = raiser.kind === 'role' && raiser.body === null ? roleHolder(cast, raiser.printed) : null
  return holder ?? (raiser.kind === 'person' ? speakerKey(cast, raiser.printed) : printedKey(raiser.printed))
}
