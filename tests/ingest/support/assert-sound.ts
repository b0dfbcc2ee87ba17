import type { Finding } from '@rapporteur/reader/findings'
import { MeetingRecord, type Pieces } from '@rapporteur/reader/record'
import { expect } from 'vitest'

const textAt = (source: string, pieces: Pieces): string =>
  pieces.map(([start, end]) => source.slice(start, end)).join(' ')

const isNumbered = (rows: readonly { position: number }[]): boolean =>
  rows.every(({ position }, i) => position === i + 1)

/** What the database checks of who spoke. */
const isAttributed = (remark: MeetingRecord['remarks'][number]): boolean => {
  const { attribution, speaker, party, speakerRole } = remark
  if (attribution === 'NAMED') return speaker !== null && party === null
  if (attribution === 'PARTY') return speaker === null && party !== null
  return attribution === 'ROLE' ? speakerRole !== null && speaker === null : speaker === null && party === null
}

/** Checks all that a record promises, whatever it was read from: its schema, its references, its places in the source. */
export const assertSound = (source: string, record: MeetingRecord, findings: readonly Finding[]): void => {
  expect(MeetingRecord.safeParse(record).error).toBeUndefined()
  for (const rows of [record.sections, record.attendances, record.affiliations, record.paragraphs])
    expect(isNumbered(rows)).toBe(true)
  for (const rows of [record.utterances, record.remarks, record.unattributed, record.mentions])
    expect(isNumbered(rows)).toBe(true)
  for (const { text, pieces } of [...record.paragraphs, ...record.utterances, ...record.unattributed])
    if (text !== textAt(source, pieces)) expect(text).toBe(textAt(source, pieces))
  const last = findings.flatMap(({ pieces }) => pieces).reduce((most, [, end]) => Math.max(most, end), 0)
  expect(last).toBeLessThanOrEqual(source.length)
  assertReferences(record)
}

const assertReferences = (record: MeetingRecord): void => {
  const people = new Set(record.people.map(({ key }) => key))
  const bodies = new Set(record.organizations.map(({ key }) => key))
  const themes = new Set(record.themes.map(({ key }) => key))
  expect([people.size, bodies.size, themes.size]).toEqual([
    record.people.length,
    record.organizations.length,
    record.themes.length,
  ])
  const has = (keys: ReadonlySet<string>, key: string | null) => key === null || keys.has(key)
  const within = (rows: readonly unknown[], position: number | null) => position === null || position <= rows.length
  const wrong = [
    ...record.remarks.filter((remark) => !isAttributed(remark)),
    ...record.remarks.filter(({ kind, scope }) => (kind === 'STATEMENT') !== (scope !== null)),
    ...record.remarks.filter(({ position, inResponseTo }) =>
      inResponseTo.some((target) => target === position || !within(record.remarks, target)),
    ),
    ...record.remarks.filter(({ inResponseTo }) => new Set(inResponseTo).size !== inResponseTo.length),
    ...record.remarks.filter(({ utterance, paragraph }) => !within(record.utterances, utterance) || paragraph === null),
    ...record.remarks.filter(
      ({ speaker, party, onBehalfOf }) =>
        !has(people, speaker) || !has(bodies, party) || onBehalfOf.some((key) => !bodies.has(key)),
    ),
    ...record.paragraphs.filter(({ theme, section }) => !has(themes, theme) || !within(record.sections, section)),
    ...record.attendances.filter(({ person }) => !people.has(person)),
    ...record.affiliations.filter(({ person, organization }) => !people.has(person) || !has(bodies, organization)),
    ...record.affiliations.filter(({ attendance }) => !within(record.attendances, attendance)),
    ...record.unattributed.filter(({ utterance }) => !within(record.utterances, utterance)),
    ...record.mentions.filter(({ person }) => !has(people, person)),
    ...record.people.filter(({ printedNames }) => printedNames.length === 0),
  ]
  expect(wrong).toEqual([])
}
