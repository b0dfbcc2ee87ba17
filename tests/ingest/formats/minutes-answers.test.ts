import { describe, expect, it } from 'vitest'
import { readText, saidIn } from './read.js'

/** Who answers whom in minutes of those words, as “who → whom”. */
const answersIn = (words: string): string[] => {
  const front =
    'Minutes of the Weir Board, 2 May 2030\n\nPresent: Ms. Ada Roe (Chair), Mr. Ben Poe, Dr. Cem Lee, Mrs. Dot Fay\n'
  const read = readText(`${front}\nThe Weir\n\n${words}\n`, 'minutes.txt', 'prose')
  const who = saidIn(read).map(([name]) => name)
  return read.record.remarks.flatMap(({ inResponseTo }, i) =>
    inResponseTo.length > 0 ? [`${who[i]} → ${inResponseTo.map((position) => who[position - 1]).join(', ')}`] : [],
  )
}

describe('in minutes somebody answers', () => {
  it.each([
    ['Mr. Poe asked what it cost. Dr. Lee said that the price was not known.', ['Cem Lee → Ben Poe']],
    [
      'Mr. Poe said that it leaked. He asked who would pay. Mrs. Fay thought that the county might.',
      ['Dot Fay → Ben Poe'],
    ],
    ['Mr. Poe queried the sum of £40.\n\nDr. Lee explained that it was for paint.', ['Cem Lee → Ben Poe']],
    [
      'Mr. Poe said that it leaked. In that case, he wished to know why.\n\nDr. Lee said that nobody knew.',
      ['Cem Lee → Ben Poe'],
    ],
    ['Mr. Poe spoke of the gate. Would it hold? Dr. Lee thought that it might.', ['Cem Lee → Ben Poe']],
    [
      'Mr. Poe asked what it cost. Mrs. Fay asked who would pay. Dr. Lee said that the county might.',
      ['Cem Lee → Ben Poe, Dot Fay'],
    ],
  ])('a question, whatever the verb: %s', (words, expected) => {
    expect(answersIn(words)).toEqual(expected)
  })

  it.each([
    [
      'Dr. Lee said that the gate was rotten. Mr. Poe said that the weir had been painted in May. Dr. Lee asked with what.',
      ['Cem Lee → Ben Poe'],
    ],
    ['Dr. Lee said that the gate was rotten. Mr. Poe said that he knew. Mrs. Fay said that she did not.', []],
  ])('who spoke in between, on coming back in the same paragraph: %s', (words, expected) => {
    expect(answersIn(words)).toEqual(expected)
  })

  it.each([
    'Mr. Poe undertook to mend it.',
    'Mr. Poe thought that imprudent.',
    'Mr. Poe said that this was known.',
    'Mr. Poe took the opposite view.',
    'Mr. Poe confirmed that it did.',
    'Mr. Poe was content with that.',
    'Mr. Poe had no objection.',
  ])('what was just said, where the words take it up: %s', (words) => {
    expect(answersIn(`Dr. Lee said that the gate leaked. ${words}`)).toEqual(['Ben Poe → Cem Lee'])
  })

  it.each([
    'Mr. Poe observed that it had been painted in May.',
    'Mr. Poe said that he could agree to that.',
    'Mr. Poe pointed out that painted planks rotted.',
  ])('what was just said, where a pronoun points back or the same things are spoken of: %s', (words) => {
    expect(answersIn(`Dr. Lee said that the gate was rotten, though the planks were painted. ${words}`)).toEqual([
      'Ben Poe → Cem Lee',
    ])
  })

  it.each([
    [
      'Mr. Poe proposed a new gate. Dr. Lee said that the money was short. Mrs. Fay supported the proposal.',
      'Dot Fay → Ben Poe',
    ],
    [
      'Mr. Poe recommended a new gate.\n\nMrs. Fay was against the recommendation, for it cost too much.',
      'Dot Fay → Ben Poe',
    ],
  ])('who made the proposal with which somebody sides: %s', (words, expected) => {
    expect(answersIn(words)).toContain(expected)
  })

  it('what the last one did, where somebody sides likewise', () => {
    const words = 'Mr. Poe proposed a new gate. Dr. Lee endorsed the proposal. Mrs. Fay likewise endorsed it.'
    expect(answersIn(words)).toEqual(['Cem Lee → Ben Poe', 'Dot Fay → Ben Poe'])
  })

  it('with a view, where an office holds it', () => {
    expect(answersIn('Dr. Lee said that the gate leaked. The Chair was not opposed to a new one.')).toEqual([
      'Ada Roe → Cem Lee',
    ])
  })

  it.each([
    'Dr. Lee asked Mr. Poe to present the report. Mr. Poe said that the gate leaked.',
    'Dr. Lee asked what it cost. Mr. Poe asked who had built it.',
    'Dr. Lee asked what it cost. Mr. Poe thanked Mrs. Fay for the flowers.',
    'Dr. Lee said that the gate was rotten.\n\nMr. Poe said that he knew.',
    'Dr. Lee said that the gate was rotten. Mr. Poe said that it would be unwise to wait.',
    'Dr. Lee asked what it cost. On the second item, Mr. Poe said that the mill was closed.',
    'Dr. Lee asked what it cost. Mr. Poe, introducing the report, said that the mill was closed.',
    'Dr. Lee asked what it cost. Mr. Poe moved that the meeting go on.',
    'Mr. Poe undertook to mend the gate.',
    'Dr. Lee said that it leaked. Mr. Poe said that the money had run out. The meeting adjourned at noon. Dr. Lee said that it was late.',
  ])('nobody otherwise: %s', (words) => {
    expect(answersIn(words)).toEqual([])
  })
})

describe('in a summary record whose paragraphs are numbered', () => {
  it('the place tells who answers, across its paragraphs', () => {
    const paragraphs = [
      'Mr. ROE (Kenya) said that, in his national capacity, he wished to know how many posts were vacant.',
      'Ms. POE (Controller) said that nine were, and had been for a year.',
      'Mr. ROE (Kenya) said that a year was long.',
      'Mrs. FAY (Chad) said that she would speak of the weir. It leaked.',
    ]
    const words = paragraphs.map((text, i) => `${i + 1}. ${text}`).join('\n\n')
    const read = readText(
      `Summary record of the 4th meeting\n\n2 May 2030\n\n${words}\n`,
      'a.txt',
      'prose',
    )
    const who = saidIn(read).map(([name]) => name)
    expect(read.record.remarks.map(({ inResponseTo }) => inResponseTo.map((at) => who[at - 1]))).toEqual([
      [],
      ['Roe'],
      ['Poe'],
      [],
    ])
  })
})

describe('in a numbered summary whose headings name nobody', () => {
  it('the place tells who answers inside of a paragraph', () => {
    const words = [
      'Ms. Ada Roe (Mill Trust) said that the gate had leaked since May. Mr. Ben Poe (Weir Guild) said that the leak was small.',
      'Dr. Cem Lee (Mill Trust) proposed a new gate. Ms. Dot Fay (Weir Guild) stated that a gate was dear. Dr. Lee said that water was dearer.',
      'The meeting was told that the weir was closed in winter. Nothing more was said of this.',
    ]
    const text = `Summary of the consultation\n\n2 May 2030\n\n${words.map((each, i) => `${i + 1}. ${each}`).join('\n\n')}\n`
    const read = readText(text, 'summary.txt', 'summary')
    const who = saidIn(read).map(([name]) => name)
    const answers = read.record.remarks.map(({ inResponseTo }, i) => [who[i], ...inResponseTo.map((at) => who[at - 1])])
    expect(answers).toContainEqual(['Cem Lee', 'Dot Fay'])
  })
})
