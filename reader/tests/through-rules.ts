import { readText } from '@rapporteur/reader/files/text'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { record as throughGate } from '@rapporteur/reader/proposal/gate'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { readByRules, type Style } from '@rapporteur/reader/rules'
import { expect } from 'vitest'

/** What rules make of an English text, every line of whose proposal the gate has to take. */
export const readThroughRules = (
  text: string,
  fileName: string,
  asked?: Style,
): { record: MeetingRecord; style: Style } => {
  const outline = outlineOf(readText(Buffer.from(text), fileName))
  const { proposal, aside, style } = readByRules(outline, { language: 'en', style: asked })
  const { record, refused } = throughGate(outline, proposal, { aside })
  expect(refused).toEqual([])
  return { record, style }
}

/** Who said what, a line for each utterance: "Ada Roe, Ben Poe: It leaks. → 1". */
export const saidIn = ({ people, organizations, remarks, utterances }: MeetingRecord): string[] =>
  utterances.map(({ position, text }) => {
    const own = remarks.filter(({ utterance }) => utterance === position)
    const who = own.map(
      ({ speaker, party, speakerRole }) =>
        people.find(({ key }) => key === speaker)?.name ??
        organizations.find(({ key }) => key === party)?.name ??
        speakerRole,
    )
    const answers = own[0]?.inResponseTo ?? []
    return `${who.join(', ')}: ${text}${answers.length > 0 ? ` → ${answers.join(', ')}` : ''}`
  })
