import { readCaptions } from '@rapporteur/reader/files/captions'
import { outlineOf } from '@rapporteur/reader/outline/outline-of'
import { splitLines } from '@rapporteur/reader/text/lines'
import { expect, test } from 'vitest'

const outlined = (voices: number) => {
  const captions = `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v Ada>We <i>met</i>. '.repeat(voices)}\n`
  const reading = readCaptions(new TextEncoder().encode(captions), 'call.vtt')
  return outlineOf({ ...reading, fileName: 'call.vtt', mediaType: 'text/vtt', lines: splitLines(reading.text) })
}

test('a hundred thousand voices in one line are cut in time', () => {
  const { blocks } = outlined(100_000) // what grows with the square of this never ends
  expect(blocks.length).toBeGreaterThan(100)
  expect(blocks[0]?.flow.text.startsWith('Ada We met')).toBe(true)
})
