import { fold } from '../names.js'
import type { PersonLine } from '../proposal/proposal.js'
import { absentWords, presentWords, remoteWords } from './words.js'

type Mode = NonNullable<PersonLine['mode']>

/** What a heading or label opens: a list of those present, absent or remote; null for none. */
export const listOf = (words: string): Mode | null => {
  const folded = fold(words.replace(/\([^)]*\)/g, ' ').replace(/\s+/g, ' '))
    .replace(/^(?:the|annex [a-z0-9]|appendix [a-z0-9]|\d+)\s+/, '')
    .replace(/\s*\d+$/, '')
  if (absentWords.has(folded)) return 'APOLOGIES'
  if (remoteWords.has(folded)) return 'REMOTE'
  if (presentWords.has(folded)) return 'PRESENT'
  if (
    /^(?:list of )?(?:attendees|participants|delegates|those present|members present)\b/.test(folded) &&
    folded.split(' ').length <= 16
  )
    return 'PRESENT'
  if (
    /\b(?:attendees|participants|in attendance|attendance|were present|attendance list)$/.test(folded) &&
    folded.split(' ').length <= 5
  )
    return 'PRESENT'
  if (/^(?:apologies|regrets)\b/.test(folded) && folded.split(' ').length <= 6) return 'APOLOGIES'
  if (/^(?:remote|online|virtual)\b.*(?:attendees|participants|attendance)$/.test(folded)) return 'REMOTE'
  return null
}
