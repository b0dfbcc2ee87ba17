import { readRecord } from '@rapporteur/reader/read'
import type { MeetingRecord } from '@rapporteur/reader/record'
import { describe, expect, it } from 'vitest'
import { sourceOfText } from './support/source-of-text.js'

const people =
  'List of participants\n\nMs. Ada Roe, Head, Water Board\nMr. Bo Poe, Mayor, Town of Hill\nDr. Cem Lee, Clerk, Water Board\nMs. Dana Fox, Clerk, Water Board\n'

const read = (sentences: string): MeetingRecord => {
  const text = `Summary of the Meeting\n\nDiscussion\n\n1. The wall (Ms. Ada Roe): The wall is old and low. ${sentences}\n\n${people}`
  return readRecord(sourceOfText(text), { format: 'summary' }).record
}

/** The acts of the only answer of a paragraph, and the stance that they state. */
const actsOf = (sentence: string): string => {
  const [answer] = read(sentence).remarks.filter(({ kind }) => kind === 'RESPONSE')
  const acts = answer?.acts.map(({ kind, verb }) => `${verb} ${kind}`) ?? []
  return [...acts, answer?.stance ?? 'none'].join(', ')
}

const stances: [sentence: string, acts: string][] = [
  ['Mr. Poe supported the plan.', 'supported AGREE, SUPPORTS'],
  ['Mr. Poe did not support the plan.', 'did not support DISAGREE, OPPOSES'],
  ['Mr. Poe did not agree with the plan.', 'did not agree DISAGREE, OPPOSES'],
  ["Mr. Poe didn't agree with the plan.", "didn't agree DISAGREE, OPPOSES"],
  ['Mr. Poe could not agree that the wall leaks.', 'could not agree DISAGREE, OPPOSES'],
  ['Mr. Poe also never endorsed the plan.', 'never endorsed DISAGREE, OPPOSES'],
  ['Mr. Poe no longer supported the plan.', 'no longer supported DISAGREE, OPPOSES'],
  ['Mr. Poe was unable to accept the plan.', 'was unable to accept DISAGREE, OPPOSES'],
  ['Mr. Poe was not in a position to support the plan.', 'was not in a position to support DISAGREE, OPPOSES'],
  ['Mr. Poe declined to endorse the plan.', 'declined to endorse DISAGREE, OPPOSES'],
  ['Mr. Poe opposed the plan.', 'opposed DISAGREE, OPPOSES'],
  ['Mr. Poe was prepared to support the plan.', 'support AGREE, SUPPORTS'],
  ['Mr. Poe could support the plan.', 'support AGREE, SUPPORTS'],
  ['Mr. Poe did agree with the plan.', 'agree AGREE, SUPPORTS'],
  ['Mr. Poe did not comment on the plan.', 'did not comment OTHER, none'],
  ['Mr. Poe did not oppose the plan.', 'did not oppose COMMENT, none'],
  ['Mr. Poe could not confirm the date.', 'could not confirm OTHER, none'],
  ['Mr. Poe did not think that the wall leaks.', 'did not think COMMENT, none'],
  ['Mr. Poe supported the plan but did not support the price.', 'supported AGREE, did not support DISAGREE, MIXED'],
  [
    'Mr. Poe noted the plan and was unable to accept the price.',
    'noted COMMENT, was unable to accept DISAGREE, OPPOSES',
  ],
]

describe('an act that is denied', () => {
  it.each(stances)('is read with what denies it: %s', (sentence, acts) => {
    expect(actsOf(sentence)).toBe(acts)
  })

  it('is placed where the record prints it', () => {
    const { remarks, utterances } = read('Mr. Poe did not  support the plan.')
    const [start, end] = remarks[1]?.acts[0]?.pieces[0] ?? [0, 0]
    const said = utterances[(remarks[1]?.utterance ?? 1) - 1]
    const from = said?.pieces[0]?.[0] ?? 0
    expect(said?.text.slice(start - from, end - from)).toBe('did not  support')
  })
})

describe('whom a speaker has on their side', () => {
  it('does not act', () => {
    const { remarks } = read('Mr. Poe, supported by Dr. Lee, asked for a higher wall.')
    expect(remarks.map(({ speaker, acts }) => [speaker, acts.map(({ verb }) => verb)])).toEqual([
      ['ada-roe', []],
      ['bo-poe', ['asked']],
    ])
  })

  it('is not answered', () => {
    const { remarks } = read('Dr. Lee noted the price. Mr. Poe called for a higher wall, supported by Dr. Lee.')
    expect(remarks[2]).toMatchObject({ speaker: 'bo-poe', inResponseTo: [1] })
    expect(remarks[2]?.acts.map(({ verb }) => verb)).toEqual(['called'])
  })
})

describe('thanks', () => {
  it('answer whoever is named as well as who raised the paragraph', () => {
    const { remarks } = read(
      'Dr. Lee noted the price. Mr. Poe said that the wall leaks. He thanked Dr. Lee for the figures.',
    )
    expect(remarks[2]).toMatchObject({ speaker: 'bo-poe', inResponseTo: [1, 2] })
  })

  it('that go to a raiser leave out no other one', () => {
    const text = `Summary of the Meeting\n\nDiscussion\n\n1. The wall (Ms. Ada Roe; Ms. Dana Fox): The wall is old and low. Mr. Poe thanked Ms. Fox and noted the price.\n\n${people}`
    const { remarks } = readRecord(sourceOfText(text), { format: 'summary' }).record
    expect(remarks[2]).toMatchObject({ speaker: 'bo-poe', inResponseTo: [1, 2] })
  })
})
