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
  const whole = head + meetings.join(separator) + end(3)

  it('is read meeting by meeting, with the lines they stand on', async () => {
    expect(await read(whole)).toEqual(['2 {"a":1}', '3 {"b":2}', '4 {"c":3}'])
    expect(await read(head + end(0))).toEqual([])
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
