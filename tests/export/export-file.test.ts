import { describe, expect, it } from 'vitest'
import {
  exportedLines,
  jsonFrame,
  ndjsonFrame,
  TruncatedExportError,
} from '../../src/ingest/meeting-record/export-file.js'

const frames = { ndjson: ndjsonFrame, json: jsonFrame }

async function* linesOf(text: string) {
  yield* text.split('\n')
}
const read = async (text: string) => {
  const meetings: string[] = []
  for await (const { line, text: meeting } of exportedLines(linesOf(text))) meetings.push(`${line} ${meeting}`)
  return meetings
}

describe.each(Object.entries(frames))('an export as %s', (name, { head, separator, end }) => {
  const meetings = ['{"a":1}', '{"b":2}', '{"c":3}']
  const states = { position: '7' }
  const whole = head(states) + meetings.join(separator) + end(3, undefined)

  it('is read meeting by meeting, with the lines they stand on', async () => {
    expect(await read(whole)).toEqual(['2 {"a":1}', '3 {"b":2}', '4 {"c":3}'])
    expect(await read(head(states) + end(0, undefined))).toEqual([])
  })

  it('says at which position it stands, after which it begins, and what was removed', async () => {
    const facts = {}
    const removed = ['0199a7b0-0000-7000-8000-000000000001']
    const part = head({ position: '9', since: '7' }) + meetings.join(separator) + end(3, removed)
    const lines = []
    for await (const { text } of exportedLines(linesOf(part), facts)) lines.push(text)
    expect(lines).toEqual(meetings)
    expect(facts).toEqual({ position: '9', since: '7', removed })
  })

  it('is known to be cut, wherever that was', async () => {
    for (let length = 1; length < whole.length - 1; length++)
      await expect(read(whole.slice(0, length)), `after ${length}`).rejects.toThrow(TruncatedExportError)
  })

  it('is refused with a line too few, too many, or behind its end', async () => {
    const lines = whole.split('\n')
    await expect(read(lines.toSpliced(2, 1).join('\n'))).rejects.toThrow('says that it has 3 meetings, and has 2')
    await expect(read(lines.toSpliced(2, 0, '{},').join('\n'))).rejects.toThrow('and has 4')
    await expect(read(`${whole}{}`)).rejects.toThrow('stands behind its end')
  })

  it.runIf(name === 'json')('is one document', () => {
    expect(JSON.parse(whole)).toMatchObject({
      version: 1,
      meetings: [{ a: 1 }, { b: 2 }, { c: 3 }],
      end: { meetings: 3 },
    })
  })
})
