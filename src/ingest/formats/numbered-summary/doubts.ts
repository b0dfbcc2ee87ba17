import { type Finding, finding } from '../../findings.js'
import type { Cast } from '../../identity/within-meeting.js'
import type { Spoken } from '../../reported-speech/spoken.js'
import type { Outline } from './outline.js'

/** Numbers that are printed twice in one section, and paragraphs that were put together again. */
export const paragraphFindings = (source: string, outline: Outline): Finding[] => {
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { marker, lines, cuts, section } of outline.paragraphs) {
    const [first] = lines
    const id = `${section} ${marker?.number}`
    if (marker && first && seen.has(id))
      findings.push(
        finding('DUPLICATE_NUMBER', `The number ${marker.number} is printed for more than one paragraph.`, [
          [marker.start, marker.end],
        ]),
      )
    seen.add(id)
    for (const cut of cuts) {
      const name = marker
        ? `Paragraph ${marker.number}`
        : `“${source.slice(first?.start ?? 0, (first?.start ?? 0) + 20)}…”`
      findings.push(finding('PAGE_BREAK_JOINED', `${name} goes on after a break.`, [[cut.start, cut.end]]))
    }
  }
  return findings
}

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
