import { type Finding, finding } from '../findings.js'
import type { MeetingRecord } from '../record.js'

/** Numbers that a record prints before two paragraphs of one section. */
export const duplicateNumbers = ({ paragraphs }: MeetingRecord): Finding[] => {
  const seen = new Set<string>()
  return paragraphs.flatMap(({ number, section, pieces }) => {
    const key = `${section} ${number}`
    if (number === null || !/^\d+$/.test(number) || !seen.has(key)) {
      if (number !== null) seen.add(key)
      return []
    }
    return [
      finding('DUPLICATE_NUMBER', `The number ${number} stands before a second paragraph of its section.`, pieces),
    ]
  })
}
