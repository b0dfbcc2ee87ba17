import { readFile } from '@rapporteur/reader/files/read-file'
import { marksOf } from '@rapporteur/reader/layout'
import { describe, expect, test } from 'vitest'

const read = (value: unknown, fileName = 'call.json') =>
  readFile({ bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), fileName })

const turnsOf = async (value: unknown) => (await read(value)).text.split('\n\n')
const expected = ['Ada Moss: Good morning, all.', 'Bo Lind: Hello, Ada.']

/** Each word by itself, as services give it. */
const words = (text: string) => text.split(' ')

describe('a transcript in JSON', () => {
  test.each([
    [
      'a list of speaker and text',
      [
        { speaker: 'Ada Moss', text: 'Good morning, all.', start: 0 },
        { speaker: 'Bo Lind', text: 'Hello, Ada.', start: 2 },
      ],
    ],
    [
      'an export with names in objects',
      {
        entries: [
          { user: { displayName: 'Ada Moss' }, message: 'Good morning, all.' },
          { user: { displayName: 'Bo Lind' }, message: 'Hello, Ada.' },
        ],
      },
    ],
    [
      'segments with words',
      {
        text: 'Good morning, all. Hello, Ada.',
        segments: [
          {
            text: ' Good morning, all.',
            speaker: 'Ada Moss',
            words: words('Good morning, all.').map((word) => ({ word })),
          },
          { text: ' Hello, Ada.', speaker: 'Bo Lind', words: words('Hello, Ada.').map((word) => ({ word })) },
        ],
      },
    ],
    [
      'monologues of elements, with speakers named elsewhere',
      {
        speakers: [
          { id: 0, name: 'Ada Moss' },
          { id: 1, name: 'Bo Lind' },
        ],
        monologues: [
          {
            speaker: 0,
            elements: [
              { type: 'text', value: 'Good' },
              { type: 'punct', value: ' ' },
              { type: 'text', value: 'morning' },
              { type: 'punct', value: ', ' },
              { type: 'text', value: 'all' },
              { type: 'punct', value: '.' },
            ],
          },
          {
            speaker: 1,
            elements: [
              { type: 'text', value: 'Hello' },
              { type: 'punct', value: ', Ada.' },
            ],
          },
        ],
      },
    ],
    [
      'words with a speaker each, and signs without',
      {
        results: {
          transcripts: [{ transcript: 'Good morning, all. Hello, Ada.' }],
          items: [
            ...['Good', 'morning', ',', 'all', '.'].map((content) => ({
              alternatives: [{ confidence: '0.9', content }, { content: 'Wood' }],
              ...(/\w/.test(content) ? { speaker_label: 'Ada Moss' } : {}),
            })),
            ...['Hello', ',', 'Ada', '.'].map((content) => ({ alternatives: [{ content }], speaker_label: 'Bo Lind' })),
          ],
        },
      },
    ],
    [
      'paragraphs of sentences, beside the words',
      {
        results: {
          channels: [
            {
              alternatives: [
                {
                  transcript: 'Good morning, all. Hello, Ada.',
                  words: words('Good morning, all. Hello, Ada.').map((word, i) => ({
                    punctuated_word: word,
                    speaker: i < 3 ? 'Ada Moss' : 'Bo Lind',
                  })),
                  paragraphs: {
                    paragraphs: [
                      { speaker: 'Ada Moss', sentences: [{ text: 'Good morning, all.' }] },
                      { speaker: 'Bo Lind', sentences: [{ text: 'Hello, Ada.' }] },
                    ],
                  },
                },
              ],
            },
          ],
        },
      },
    ],
    [
      'one object on each line',
      '{"speaker_name": "Ada Moss", "sentence": "Good morning, all."}\n{"speaker_name": "Bo Lind", "sentence": "Hello, Ada."}\n',
    ],
  ])('is %s', async (_shape, value) => {
    expect(await turnsOf(value)).toEqual(expected)
  })

  test('has a mark over each turn with its times, and over who speaks', async () => {
    const { text, layout } = await read([
      { speaker: 'Ada Moss', text: 'We begin.', start: 1.5, end: 2 },
      { speaker: 'Bo Lind', text: 'Yes.', start_time: '3.25' },
    ])
    expect(marksOf(layout, 'cue').map(({ from, to, start, end }) => [from, to, text.slice(start, end)])).toEqual([
      [1.5, 2, 'Ada Moss: We begin.'],
      [3.25, null, 'Bo Lind: Yes.'],
    ])
    expect(marksOf(layout, 'speaker').map(({ start, end }) => text.slice(start, end))).toEqual(['Ada Moss', 'Bo Lind'])
  })

  test('has letters for escapes, and a title and a day where the file has them', async () => {
    const value =
      '{"title": "Quay board", "date": "2031-03-04", "turns": [{"speaker": "Ren\\u00e9e Moss", "text": "It\\u2019s\\nlate."}, {"speaker": "B", "text": "\\"No.\\""}]}'
    expect(await turnsOf(value)).toEqual(['Quay board', '2031-03-04', 'Renée Moss: It’s late.', 'Speaker B: "No."'])
  })

  test.each([
    ['SPEAKER_01', 'Speaker 1'],
    ['spk_0', 'Speaker 0'],
    [2, 'Speaker 2'],
    ['A', 'Speaker A'],
    ['Dorothy’s phone', 'Dorothy’s phone'],
  ])('says %s for %s', async (speaker, shown) => {
    const turn = { speaker, text: 'Good morning.' }
    expect((await turnsOf([turn, turn]))[0]).toBe(`${shown}: Good morning.`)
  })

  test('without speakers is words that nobody says', async () => {
    const { layout } = await read({ segments: [{ text: 'Good morning.' }, { text: 'We begin.' }] })
    expect(marksOf(layout, 'cue')).toHaveLength(2)
    expect(marksOf(layout, 'speaker')).toEqual([])
  })

  test.each(['{}', '[1, 2]', '{"a": {"b": "c"}}', 'no JSON', '[{"id": 1}, {"id": 2}]', '[]'])(
    'is not %j, which stays as it is',
    async (text) => {
      expect(await read(text)).toMatchObject({ text, layout: [] })
    },
  )

  test.each([
    ['lists in lists', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['objects in objects', `${'{"items":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists of turns in turns', `${'[{"speaker":"a","text":"b","items":'.repeat(30_000)}1${'}]'.repeat(30_000)}`],
    ['one turn of many words', `[{"speaker":"a","words":[${'{"word":"b"},'.repeat(100_000)}{}]},{"text":"c"}]`],
    ['many lists', `[${'[{"speaker":"a","text":"b"}],'.repeat(60_000)}[]]`],
  ])('of a hostile shape is read or refused in little time: %s', async (_shape, text) => {
    const begun = performance.now()
    await read(text).catch(() => {})
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
