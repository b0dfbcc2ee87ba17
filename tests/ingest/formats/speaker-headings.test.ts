import { speakerHeading } from '@rapporteur/reader/formats/speaker-headings/heading'
import { describe, expect, it } from 'vitest'
import { readText, saidIn, unreadIn } from './read.js'
import { headed } from './samples.js'

describe('a transcript with its speakers in headings', () => {
  const read = readText(headed)

  it('is recognised', () => {
    expect(read.format.format).toBe('speaker-headings')
    expect(unreadIn(read)).toEqual([])
  })

  it('gives what stands under each to its person, role or party; a note in brackets to nobody', () => {
    expect(saidIn(read)).toEqual([
      ['Ines Falk', 'Good morning. We begin.'],
      ['Representative of Norway', 'Thank you, Chair. We have *two* questions.'],
      ['Olu Adeyemi', 'I shall answer both.'],
      ['Norway', 'We thank the speaker.'],
      ['The Chair', 'That was all.'],
    ])
  })

  it('states what its headings state', () => {
    const { affiliations, meeting } = read.record
    expect(affiliations.map(({ person, title, organization }) => [person, title, organization])).toEqual([
      ['ines-falk', 'Chair', 'canal-board'],
      ['olu-adeyemi', 'Director, Locks', 'lock-keepers'],
    ])
    expect(meeting).toMatchObject({ title: 'Third hearing on the canal (Jun 2, 2030)', date: '2030-06-02' })
  })
})

describe('a heading', () => {
  it.each([
    ['Ms. Ines Falk (Canal Board)', { kind: 'person', name: 'Ms. Ines Falk', title: null, body: 'Canal Board' }],
    ['Ines Falk, Director, Canal Board', { kind: 'person', name: 'Ines Falk', title: 'Director', body: 'Canal Board' }],
    ['Norway (Ms. Ines Falk)', { kind: 'person', name: 'Ms. Ines Falk', title: null, body: 'Norway' }],
    ['Chile | Ines Falk', { kind: 'person', name: 'Ines Falk', title: null, body: 'Chile' }],
    ['Representative of Chile', { kind: 'role', role: 'Representative', body: 'Chile' }],
    ['Costa Rica', { kind: 'party', body: 'Costa Rica' }],
    ['Unidentified speaker', { kind: 'anonymous' }],
  ])('“%s” says who speaks', (text, voice) => {
    expect(speakerHeading(text)?.voice).toEqual(voice)
  })

  it.each(['Part 2 | Questions from the floor', 'Any other business', 'Repair of the locks'])(
    '“%s” names nobody',
    (text) => {
      expect(speakerHeading(text)).toBeNull()
    },
  )
})
