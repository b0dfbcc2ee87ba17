import { type Finding, finding } from '../findings.js'
import type { Cast } from '../identity/within-meeting.js'
import type { Spoken } from '../reported-speech/spoken.js'

/** Those who speak and whom the list of those present does not name, each once. */
export const speakerFindings = (spoken: Spoken, cast: Cast): Finding[] => {
  const unlisted = new Map(cast.members.filter(({ isListed }) => !isListed).map((member) => [member.key, member.name]))
  const seen = new Set<string>()
  return spoken.remarks.flatMap(({ speaker, utterance, speakerAsPrinted }) => {
    if (speaker === null || !unlisted.has(speaker) || seen.has(speaker)) return []
    seen.add(speaker)
    const pieces = spoken.utterances[utterance - 1]?.pieces ?? []
    return [
      finding(
        'SPEAKER_NOT_IN_ATTENDEES',
        `“${speakerAsPrinted}” speaks and is not in the list of those present.`,
        pieces,
        [{ list: 'people', key: speaker }],
      ),
    ]
  })
}
