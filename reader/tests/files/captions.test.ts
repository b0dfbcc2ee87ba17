import { readCaptions } from '@rapporteur/reader/files/captions'
import { readFile } from '@rapporteur/reader/files/read-file'
import { marksOf } from '@rapporteur/reader/layout'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { describe, expect, test } from 'vitest'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const read = (text: string) => {
  const reading = readCaptions(bytesOf(text), 'call.vtt')
  const words = ({ start, end }: { start: number; end: number }) => reading.text.slice(start, end)
  return { ...reading, words, cues: marksOf(reading.layout, 'cue'), speakers: marksOf(reading.layout, 'speaker') }
}

const blocksOf = async (text: string, fileName = 'call.vtt') =>
  outlineOf(await readFile({ bytes: bytesOf(text), fileName })).blocks.map(({ kind, flow }) => [kind, flow.text])

const webvtt = `WEBVTT - Harbour board

NOTE Confidence: 0.9

STYLE
::cue { color: white }

a1b2-0
00:00:01.500 --> 00:00:03.000 align:start position:0%
<v Lind, Bo>Shall we begin
with the rings?</v>

a1b2-1
01:00:03.000 --> 01:00:04.000
<v.loud Ada Moss>They are <i>very</i> old.
`

describe('captions', () => {
  test('stay as they stand in their file, offsets and all', () => {
    expect(read(webvtt).text).toBe(webvtt)
  })

  test('are words with times in seconds, and printed names of who speaks', () => {
    const { cues, speakers, words } = read(webvtt)
    expect(cues.map(({ from, to }) => [from, to])).toEqual([
      [1.5, 3],
      [3603, 3604],
    ])
    expect(speakers.map(words)).toEqual(['Lind, Bo', 'Ada Moss'])
  })

  test('leave numbers, times, notes, styles and tags to markup', async () => {
    expect(await blocksOf(webvtt)).toEqual([
      ['cue', 'Lind, Bo Shall we begin with the rings?'],
      ['cue', 'Ada Moss They are very old.'],
    ])
    const outline = outlineOf(await readFile({ bytes: bytesOf(webvtt), fileName: 'call.vtt' }))
    const pieces = [...outline.blocks.map(({ flow }) => flow), ...outline.furniture].flatMap((each) => each.pieces)
    const unread = pieces.reduce(
      (text, [start, end]) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      webvtt,
    )
    expect(unread.trim()).toBe('')
  })

  test('of SubRip are read alike, with comma, carriage returns, overrides and no blank line', async () => {
    const text =
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,250\r\n{\\an8}Good morning.\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n<font color="#fff">>> Welcome.</font>\r\n'
    expect(read(text).cues.map(({ from, to }) => [from, to])).toEqual([
      [1, 2.25],
      [3, 4],
    ])
    expect(await blocksOf(text, 'call.srt')).toEqual([
      ['cue', 'Good morning.'],
      ['cue', '>> Welcome.'],
    ])
  })

  test('of two voices in one cue are two', async () => {
    expect(
      await blocksOf('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Good morning.</v>\n<v Bo>Good morning, Ada.</v>\n'),
    ).toEqual([
      ['cue', 'Ada Good morning.'],
      ['cue', 'Bo Good morning, Ada.'],
    ])
  })

  const cue = (i: number, words: string) => `00:${String(i).padStart(2, '0')}.000 --> 00:${i + 10}.000\n${words}\n\n`
  const cues = (...words: string[]) => `WEBVTT\n\n${words.map((each, i) => cue(i + 10, each)).join('')}`

  test('that cut a sentence are one block, and so is a turn of one voice', async () => {
    expect(await blocksOf(cues('Good', 'morning to you.', 'We begin.'))).toEqual([
      ['cue', 'Good morning to you.'],
      ['cue', 'We begin.'],
    ])
    expect(await blocksOf(cues('<v Ada>Good.', '<v Ada>We begin.', '<v Bo>Yes.'))).toEqual([
      ['cue', 'Ada Good. We begin.'],
      ['cue', 'Bo Yes.'],
    ])
    expect(await blocksOf(cues('Ada Moss: Good', 'Bo Lind: Hello there'))).toHaveLength(2)
  })

  test.each([
    ['call.txt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning.\n', 'captions/1'],
    ['call.txt', '1\n00:00:01,000 --> 00:00:02,000\nGood morning.\n', 'captions/1'],
    ['call.srt', '\n\n1\n00:00:01,000 --> 00:00:02,000\nGood morning.\n', 'captions/1'],
    ['server.log', '[10:01] <ada> Good morning.\n', 'text/1'],
  ])('are known by content and by name: %s, %j', async (fileName, text, reader) => {
    expect((await readFile({ bytes: bytesOf(text), fileName })).reader).toBe(reader)
  })

  test('that are hostile take time in proportion to their length', () => {
    const runs = ['<v ', '<v a', '{\\', '00:00:01.000 --> ', '>>', '1\n', '<', '00:01.000 --> 00:02.000\n']
    for (const run of runs) {
      const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n${run.repeat(1_000_000 / run.length)}`
      const begun = performance.now()
      read(text)
      expect(performance.now() - begun, run).toBeLessThan(10_000)
    }
  })
})
