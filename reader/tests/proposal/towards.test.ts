import { stancesTowards } from '@rapporteur/reader/proposal/towards'
import { describe, expect, it } from 'vitest'
import { readThroughRules } from '../through-rules.js'

const head = `Report of the Weir Board

4 May 2031

Present:
Ms. Ada Roe, Lamp Guild
Mr. Ben Poe, Oil Guild
Dr. Dot Fay, Weir Board
Mr. Max Kay, Weir Board

`

/** Towards whom the last remark of a summary is what, as "Dot Fay OPPOSES"; "Dot Fay" alone where that is not known. */
function towards(paragraph: string): string[] {
  const { record } = readThroughRules(`${head}1. The second lamp (${paragraph}\n`, 'report.txt', 'summary')
  const response = record.remarks.at(-1)
  if (!response) throw new Error('Nobody speaks.')
  const stances = stancesTowards(response, record)
  return response.inResponseTo.map((position) => {
    const speaker = record.remarks.find((remark) => remark.position === position)?.speaker
    const name = record.people.find(({ key }) => key === speaker)?.name
    return [name, stances.get(position)].filter(Boolean).join(' ')
  })
}

const raised =
  'Ms. Ada Roe; Mr. Ben Poe): The lamp at the upper weir has been dark since the winter, and boats miss the gate.'
const answered = 'Dr. Fay responded that the lamp would be lit again in June.'

describe('a stance', () => {
  it('is towards whom its verb names, and not towards all that is answered', () => {
    expect(
      towards(`${raised} ${answered} Mr. Kay disagreed with Dr. Fay on the month, and remarked that oil is dear.`),
    ).toEqual(['Ada Roe', 'Ben Poe', 'Dot Fay OPPOSES'])
  })

  it('is towards all who raised the same words, where it names nobody', () => {
    expect(towards(`${raised} Mr. Kay agreed and proposed that the lamp be lit at once.`)).toEqual([
      'Ada Roe SUPPORTS',
      'Ben Poe SUPPORTS',
    ])
  })

  it('is not towards somebody whom the words behind only mention', () => {
    expect(
      towards(`${raised} ${answered} Mr. Kay agreed with Ms. Roe that the month which Dr. Fay had given was late.`),
    ).toEqual(expect.arrayContaining(['Ada Roe SUPPORTS']))
    expect(
      towards(`${raised} ${answered} Mr. Kay agreed with Ms. Roe that the month which Dr. Fay had given was late.`),
    ).not.toContain('Dot Fay SUPPORTS')
  })

  it('may be for one and against another', () => {
    const both = 'Mr. Kay agreed with Mr. Poe on the gate, and disagreed with Dr. Fay on the month.'
    const { record } = readThroughRules(
      `${head}1. The second lamp (${raised} ${answered} ${both}\n`,
      'report.txt',
      'summary',
    )
    const response = record.remarks.at(-1)
    const positions = record.remarks.map(({ position }) => position).slice(0, -1)
    const stances = response && stancesTowards({ ...response, inResponseTo: positions }, record)
    expect([...(stances ?? [])]).toEqual([
      [2, 'SUPPORTS'],
      [3, 'OPPOSES'],
    ])
  })

  it('is towards none of those who are answered where it names somebody else', () => {
    expect(towards(`${raised} Mr. Kay disagreed with Mr. Hart, and asked who would pay.`)).toEqual([
      'Ada Roe',
      'Ben Poe',
    ])
  })

  it('is none without a verb that states it', () => {
    expect(towards(`${raised} Mr. Kay noted that oil is dear.`)).toEqual(['Ada Roe', 'Ben Poe'])
  })
})
